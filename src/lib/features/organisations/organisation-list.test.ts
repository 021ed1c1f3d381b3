import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { addressOf, filterFrom, matching } from './organisation-list';

const club = sampleRow('organisations', { name: 'Leys Supper Club', communities: ['low_income'] });
const school = sampleRow('organisations', {
	name: 'Brookfield Academy',
	kind: 'school',
	ward_code: 'E05013110',
	communities: ['young_people'],
	is_partner: true
});
const around = {
	lastContacts: new Map([[club.id, '2026-11-01']]),
	wardName: (code: string | null) => (code === 'E05013110' ? 'Northfield Brook' : 'Blackbird Leys'),
	today: '2026-11-23'
};

describe('matching', () => {
	it.each([
		['', [club, school]],
		['text=supper+blackbird', [club]],
		['text=children', [school]],
		['kind=school', [school]],
		['ward=E05013110', [school]],
		['community=low_income', [club]],
		['partner=yes', [school]],
		['contact=quiet', [school]],
		['contact=quiet&community=low_income', []]
	])('%j', (query, found) => {
		const filter = filterFrom(new URLSearchParams(query));
		expect(matching([club, school], filter, around)).toEqual(found);
	});
});

it('the address says the filter, and nothing of what is not on', () => {
	const query = 'text=club&kind=charity&contact=quiet';
	expect(addressOf(filterFrom(new URLSearchParams(`${query}&more=1`)))).toBe(
		`/organisations?${query}`
	);
});
