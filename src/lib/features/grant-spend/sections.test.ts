import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { awardsOf, sectionsOf, totalInWords } from './sections';

const leys = sampleRow('areas', {
	code: 'leys',
	name: 'Blackbird Leys',
	population: 1000,
	deprivation_deciles: [2, 3]
});
const holywell = sampleRow('areas', {
	code: 'holywell',
	name: 'Holywell',
	population: null,
	deprivation_deciles: null
});
const priority = sampleRow('objectives', { reference: '1.1', title: 'Inclusive services' });
const grant = (fields: Partial<ReturnType<typeof sampleRow<'grants'>>>) =>
	sampleRow('grants', {
		status: 'awarded',
		awarded_pence: 240_050,
		awarded_on: '2026-09-14',
		objective_id: priority.id,
		ward_codes: ['leys'],
		groups: ['older_people'],
		...fields
	});

const awards = awardsOf([
	grant({}),
	grant({ awarded_pence: 100_000, ward_codes: [], groups: [] }),
	grant({ status: 'approved' }),
	grant({ status: 'declined', awarded_pence: null, awarded_on: null })
]);
const sections = sectionsOf(awards, { areas: [holywell, leys], objectives: [priority] });
const section = (name: string) => sections.find((section) => section.name === name);

describe('where grants went, on a page', () => {
	it('counts what was awarded, not what was approved or declined', () => {
		expect(totalInWords(awards)).toBe('2 grants, £3,400.50 in all.');
		expect(totalInWords([])).toBe('0 grants, £0 in all.');
	});

	it('says the same on screen, in the picture and in the file', () => {
		const wards = section('grants-by-ward');
		expect(wards?.rows).toEqual([
			{ Ward: 'Blackbird Leys', 'Average decile': '2.5', Grants: '1', Awarded: '£2,400.50' },
			{ Ward: 'Holywell', 'Average decile': 'Not known', Grants: '0', Awarded: '£0' },
			{ Ward: 'All of the area', 'Average decile': 'Not known', Grants: '1', Awarded: '£1,000' }
		]);
		expect(wards?.bars.map(({ value, written }) => [value, written])).toEqual([
			[2400.5, '£2,400.50'],
			[0, '£0'],
			[1000, '£1,000']
		]);
		expect(wards?.cells).toEqual([
			['Ward', 'Awarded (£)', 'Grants', 'Average decile'],
			['Blackbird Leys', 2400.5, 1, 2.5],
			['Holywell', 0, 0, null],
			['All of the area', 1000, 1, null]
		]);
	});

	it('says what each person got, by how deprived their ward is', () => {
		expect(section('grants-against-deprivation')?.rows).toMatchObject([
			{ People: '1,000', Awarded: '£2,400.50', 'Per person': '£2.40' },
			{ People: 'Not known', Awarded: '£0', 'Per person': 'Not known' }
		]);
	});

	it('names groups and priorities', () => {
		expect(section('grants-by-group')?.rows.map(({ For }) => For)).toEqual([
			'Older people',
			'No group in particular'
		]);
		expect(section('grants-by-priority')?.rows).toEqual([
			{ For: '1.1 Inclusive services', Grants: '2', Awarded: '£3,400.50' }
		]);
	});
});
