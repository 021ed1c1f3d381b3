import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { financialYear } from '$lib/time/financial-year';
import {
	awardedIn,
	averageDecile,
	bandOf,
	shares,
	spendByBand,
	spendByGroup,
	spendByPriority,
	spendByWard,
	yearsOf,
	type Award
} from './grant-spend';

const award = (fields: Partial<Award>): Award => ({
	awarded_pence: 240_000,
	awarded_on: '2026-09-14',
	ward_codes: ['barton'],
	groups: [],
	objective_id: 'inclusive',
	...fields
});

describe('where grants went', () => {
	const awards = [
		award({ groups: ['older_people', 'asian'] }),
		award({ awarded_pence: 100_001, ward_codes: ['barton', 'leys'], groups: ['older_people'] }),
		award({ awarded_pence: 50_000, ward_codes: [], objective_id: 'fair' })
	];

	it('divides a grant among its wards, and keeps what is for all of the area apart', () => {
		expect(spendByWard(awards)).toEqual([
			{ key: 'barton', pence: 290_001, grants: 2 },
			{ key: 'leys', pence: 50_000, grants: 1 },
			{ key: null, pence: 50_000, grants: 1 }
		]);
	});

	it('counts a grant in full for each group that it is for', () => {
		expect(spendByGroup(awards)).toEqual([
			{ key: 'older_people', pence: 340_001, grants: 2 },
			{ key: 'asian', pence: 240_000, grants: 1 },
			{ key: null, pence: 50_000, grants: 1 }
		]);
	});

	it('counts a grant once among the priorities', () => {
		expect(spendByPriority(awards)).toEqual([
			{ key: 'inclusive', pence: 340_001, grants: 2 },
			{ key: 'fair', pence: 50_000, grants: 1 }
		]);
	});

	it('loses and makes no penny by dividing', () => {
		fc.assert(
			fc.property(fc.nat(1_000_000_000), fc.integer({ min: 1, max: 200 }), (pence, count) => {
				const parts = shares(pence, count);
				expect(parts.reduce((sum, part) => sum + part, 0)).toBe(pence);
				expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
			})
		);
	});
});

describe('against deprivation', () => {
	const wards = [
		{ code: 'leys', population: 1000, deprivation_deciles: [2, 2, 3, 4] },
		{ code: 'barton', population: 3000, deprivation_deciles: [3, 3, 8] },
		{ code: 'summertown', population: 2000, deprivation_deciles: [10, 10, 10] },
		{ code: 'marston', population: 2000, deprivation_deciles: [7] },
		{ code: 'holywell', population: null, deprivation_deciles: null }
	];

	it('takes the average of a ward’s small areas', () => {
		expect(wards.map(averageDecile)).toEqual([2.75, 14 / 3, 10, 7, null]);
		expect(wards.map(bandOf)).toEqual(['most', 'middle', 'least', 'least', 'unknown']);
		expect(bandOf({ deprivation_deciles: [4] })).toBe('middle');
		expect(averageDecile({ deprivation_deciles: [] })).toBeNull();
	});

	it('says what each person got in the wards of a band, with those that got nothing', () => {
		const spend = [
			{ key: 'leys', pence: 250_000, grants: 1 },
			{ key: 'summertown', pence: 100_000, grants: 1 },
			{ key: 'holywell', pence: 5_000, grants: 1 },
			{ key: null, pence: 900_000, grants: 1 }
		];
		expect(spendByBand(spend, wards)).toEqual([
			{ band: 'most', wards: 1, people: 1000, pence: 250_000, perPerson: 250 },
			{ band: 'middle', wards: 1, people: 3000, pence: 0, perPerson: 0 },
			{ band: 'least', wards: 2, people: 4000, pence: 100_000, perPerson: 25 },
			{ band: 'unknown', wards: 1, people: 0, pence: 5_000, perPerson: null }
		]);
	});
});

describe('financial years', () => {
	const awards = ['2026-03-31', '2026-04-01', '2027-03-31', '2027-04-01'].map((awarded_on) =>
		award({ awarded_on })
	);

	it('begin on 1 April', () => {
		expect(yearsOf(awards)).toEqual([2027, 2026, 2025]);
		expect(awardedIn(awards, financialYear(2026))).toEqual(awards.slice(1, 3));
	});
});
