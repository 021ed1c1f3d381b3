import { describe, expect, it } from 'vitest';
import { isListed, matching, shortlist } from './narrow';

const options = [
	'Barton & Sandhills',
	"St Clement's",
	'Rose Hill & Iffley',
	'Headington Hill & Northway',
	'Headington',
	'Café Zoë'
].map((label) => ({ value: label, label }));

const labels = (found: readonly { label: string }[]) => found.map(({ label }) => label);

describe('matching', () => {
	it.each([
		['st clements', ["St Clement's"]],
		['clem', ["St Clement's"]],
		['barton and', ['Barton & Sandhills']],
		['cafe zoe', ['Café Zoë']],
		['iff rose', ['Rose Hill & Iffley']],
		['zzz', []]
	])('%j finds %j', (query, found) => expect(labels(matching(options, query))).toEqual(found));

	it('puts a label that begins with the words first', () =>
		expect(labels(matching(options, 'hill'))).toEqual([
			'Rose Hill & Iffley',
			'Headington Hill & Northway'
		]));

	it('finds the hint too', () =>
		expect(matching([{ value: '1', label: 'Library', hint: 'Cowley' }], 'cow')).toHaveLength(1));

	it('is everything when nothing is typed', () => expect(matching(options, ' ')).toBe(options));
});

describe('shortlist', () => {
	it('keeps the chosen one in sight', () => {
		expect(labels(shortlist(options, options, 'Headington', 2))).toEqual([
			'Headington',
			'Barton & Sandhills',
			"St Clement's"
		]);
		expect(shortlist(options, options, "St Clement's", 2)).toHaveLength(2);
		expect(shortlist(options, [], '', 2)).toEqual([]);
	});
});

it('recognises a name that is listed already', () => {
	expect(isListed(options, 'CAFE ZOE')).toBe(true);
	expect(isListed(options, 'Cafe')).toBe(false);
});
