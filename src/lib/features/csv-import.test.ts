import { describe, expect, it } from 'vitest';
import { csvOf } from '$lib/exchange/csv';
import { readCsvTable } from '$lib/exchange/csv-table';
import { sampleRow } from '$lib/records/sample-rows';
import { codesFrom, dayFrom, matchColumns, reviewOf, truthFrom } from './csv-import';
import { readingImport } from './measures/reading-import';
import { organisationImport } from './organisations/organisation-import';
import { placeImport } from './places/place-import';

const TODAY = '2026-11-23';
const areas = [sampleRow('areas', { code: 'E05013097', name: 'Blackbird Leys' })];
const organisations = organisationImport(
	[sampleRow('organisations', { name: 'Rose Hill Choir' })],
	areas
);

function review(importing: typeof organisations, csv: string) {
	const table = readCsvTable(csv);
	return reviewOf(table, matchColumns(table.headings, importing.columns), importing);
}

describe('organisations', () => {
	it('are new, here already, or wrong, each with its line and reasons', () => {
		const lines = review(
			organisations,
			[
				'Organisation;TYPE;Ward name;Communities;Charity number;Shoe size',
				'Leys Choir;Community group;blackbird leys;carers; 1098765;7',
				'ROSE HILL CHOIR;community_group;;;;',
				'Leys choir;community_group;;;;',
				';nothing;Mars;aliens;12;'
			].join('\n')
		);
		expect(lines.map(({ line, name, state }) => [line, name, state])).toEqual([
			[2, 'Leys Choir', 'new'],
			[3, 'ROSE HILL CHOIR', 'here'],
			[4, 'Leys choir', 'here'],
			[5, '', 'wrong']
		]);
		expect(lines[0]?.fields).toMatchObject({
			name: 'Leys Choir',
			kind: 'community_group',
			ward_code: 'E05013097',
			communities: ['carers'],
			charity_number: '1098765',
			is_partner: false
		});
		expect(lines[3]?.problems).toEqual([
			'Kind: “nothing” is not a kind of organisation that there is',
			'Ward: “Mars” is not a ward of this council',
			'Communities: “aliens” is not a list of communities with ; between them',
			'Name: Enter the name of the organisation',
			'Charity number: Enter a charity number, like 1098765, SC012345 or NIC101234'
		]);
	});

	it('come from the example that we give, whole', () => {
		const { columns, example } = organisations;
		const file = csvOf([columns.map(({ label }) => label), example]);
		expect(review(organisations, file).map(({ problems }) => problems)).toEqual([[]]);
	});
});

describe('places', () => {
	const places = placeImport([], areas, TODAY);
	it('come from the example that we give, whole', () => {
		const { columns, example } = places;
		const table = {
			headings: columns.map(({ label }) => label),
			rows: [[...example]]
		};
		const [line] = reviewOf(table, matchColumns(table.headings, columns), places);
		expect(line?.problems).toEqual([]);
		expect(line?.fields).toMatchObject({
			step_free: true,
			hearing_loop: false,
			quiet_room: null,
			checked_on: '2026-03-31',
			capacity: 80,
			ward_code: 'E05013097'
		});
	});
});

describe('readings', () => {
	const measure = sampleRow('measures', {
		name: 'Staff trained',
		kind: 'percentage',
		fed_by: null
	});
	const fed = sampleRow('measures', { name: 'Safety messages', fed_by: 'safety_messages' });
	const importing = readingImport(
		[measure, fed],
		[sampleRow('measure_readings', { measure_id: measure.id, read_on: '2026-01-31' })],
		TODAY
	);

	it('belong to a measure by its name, and are read as its form reads them', () => {
		const table = readCsvTable(
			[
				'Measure,Date,Reading,Out of',
				'staff trained,28/02/2026,120,200',
				'Staff trained,31/01/2026,50,',
				'Staff trained,2026-03-31,150,100',
				'Safety messages,28/02/2026,3,'
			].join('\n')
		);
		const lines = reviewOf(table, matchColumns(table.headings, importing.columns), importing);
		expect(lines.map(({ state }) => state)).toEqual(['new', 'here', 'wrong', 'wrong']);
		expect(lines[0]?.fields).toEqual({
			measure_id: measure.id,
			reading: { read_on: '2026-02-28', value: 120, whole_count: 200, note: null }
		});
		expect(lines[2]?.problems).toEqual(['Reading: The reading must be 100 or less']);
		expect(lines[3]?.problems).toEqual([
			'Measure: “Safety messages” is not a measure that takes readings by hand'
		]);
	});
});

it('reads words as people write them', () => {
	expect(['Yes', 'n', 'TRUE', 'perhaps'].map(truthFrom)).toEqual([true, false, true, null]);
	expect(['1/4/2026', '01.04.2026', '2026-04-01T00:00', 'April'].map(dayFrom)).toEqual([
		'2026-04-01',
		'2026-04-01',
		'2026-04-01',
		null
	]);
	const items = [{ code: 'a', label: 'Árbol' }];
	expect(codesFrom(items)('arbol; A')).toEqual(['a', 'a']);
	expect(codesFrom(items)('arbol; b')).toBeNull();
});
