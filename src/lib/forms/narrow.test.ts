import { describe, expect, it } from 'vitest';
import { foundInWords, isListed, matching, shortlist } from './narrow';

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

describe('the sentence for what is found', () => {
	const noun = { one: 'ward', many: 'wards' };

	it.each([
		[3, '', ''],
		[38, '', '8 of 38 wards shown. Search to find the others.'],
		[0, 'Barton ', 'No wards match “Barton”'],
		[1, 'b', '1 ward matches'],
		[2, 'b', '2 wards match'],
		[9, 'b', '9 wards match, the first 8 shown']
	])('%i found by %j: %j', (found, query, sentence) => {
		expect(foundInWords(found, query, 8, noun)).toBe(sentence);
	});
});
