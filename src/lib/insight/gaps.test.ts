import { describe, expect, it } from 'vitest';
import {
	gapsSchema,
	perThousand,
	reachByBand,
	silentWards,
	unheardGroups,
	type Gaps
} from './gaps';

const ward = (code: string, figures: Partial<Gaps['wards'][number]> = {}) => ({
	code,
	contacts: 0,
	people: 0,
	last_contact: null,
	objectives: {},
	last_months: {},
	counted: {},
	...figures
});

const gaps = (...wards: Gaps['wards']): Gaps => ({
	as_of: '2026-11-17T10:00:00+00:00',
	since: '2026-09-01',
	until: '2026-11-30',
	wards,
	channels: [{ channel: 'phone', group: null, contacts: 3 }]
});

const area = (code: string, columns: object = {}) => ({
	code,
	name: code,
	population: 5000,
	deprivation_deciles: [2, 3],
	benchmarks: {
		ethnic_group: { asian: 16.5, black: 8.6, mixed: 4.8, white: 63.7, other: 6.4 },
		religion: { muslim: 8.7, not_answered: 9.9 }
	},
	...columns
});

it('is taken as the database gives it', () => {
	const answer = gaps(ward('leys', { counted: { 'sex/female': 3 }, last_contact: '2026-11-02' }));
	expect(gapsSchema.parse(answer)).toEqual(answer);
});

describe('silentWards', () => {
	it('are those without a contact for more than 90 days, the longest first', () => {
		const wards = [
			ward('recent', { last_contact: '2026-11-16' }),
			ward('just', { last_contact: '2026-08-19' }),
			ward('old', { last_contact: '2026-08-18' }),
			ward('never'),
			ward('older', { last_contact: '2026-01-01' })
		];
		expect(silentWards(wards, '2026-11-17').map(({ ward, days }) => [ward.code, days])).toEqual([
			['never', null],
			['older', 320],
			['old', 91]
		]);
	});
});

describe('unheardGroups', () => {
	it('are groups of 5% or more of whom nobody was counted, where somebody was asked', () => {
		const asked = ward('leys', {
			counted: { 'ethnic_group/white_irish': 2, 'ethnic_group/black_african': 1 }
		});
		expect(unheardGroups(gaps(asked, ward('brook')), [area('leys'), area('brook')])).toEqual([
			{ code: 'leys', characteristic: 'ethnic_group', group: 'asian', share: 16.5 },
			{ code: 'leys', characteristic: 'ethnic_group', group: 'other', share: 6.4 }
		]);
	});

	it('takes not knowing and not wanting to say for no answers', () => {
		const counted = { 'ethnic_group/unknown': 9, 'ethnic_group/prefer_not_to_say': 1 };
		expect(unheardGroups(gaps(ward('leys', { counted })), [area('leys')])).toEqual([]);
	});

	it('misses nobody where disabled people were heard', () => {
		const benchmarks = { disability: { disabled: 15, not_disabled: 85 } };
		const heard = (answer: string) =>
			unheardGroups(gaps(ward('leys', { counted: { [`disability/${answer}`]: 3 } })), [
				area('leys', { benchmarks })
			]).map(({ group }) => group);
		expect(heard('disabled')).toEqual([]);
		expect(heard('not_disabled')).toEqual(['disabled']);
	});

	it('counts what nobody answered as no group, and knows wards without a Census', () => {
		const asked = ward('leys', { counted: { 'religion/christian': 2 } });
		expect(unheardGroups(gaps(asked), [area('leys')]).map(({ group }) => group)).toEqual([
			'muslim'
		]);
		expect(unheardGroups(gaps(asked), [area('leys', { benchmarks: {} })])).toEqual([]);
		expect(unheardGroups(gaps(asked), [])).toEqual([]);
	});
});

describe('reachByBand', () => {
	it('adds up wards that are deprived alike', () => {
		const figures = gaps(
			ward('a', { contacts: 10, people: 50 }),
			ward('b', { contacts: 5 }),
			ward('c')
		);
		const areas = [
			area('a'),
			area('b', { population: null }),
			area('c', { deprivation_deciles: null, population: null })
		];
		expect(reachByBand(figures, areas)).toEqual([
			{ band: 'most', wards: 2, population: 5000, contacts: 15, people: 50, perThousand: 3 },
			{ band: 'unknown', wards: 1, population: 0, contacts: 0, people: 0, perThousand: null }
		]);
	});
});

it('has no rate where nobody is known to live', () => {
	expect([perThousand(5, 1000), perThousand(5, 0), perThousand(5, null)]).toEqual([5, null, null]);
});
