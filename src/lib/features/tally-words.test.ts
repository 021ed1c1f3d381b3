import { describe, expect, it } from 'vitest';
import { totalsOf, type Tally } from '$lib/records/engagement/tallies';
import { progressInWords, stateInWords } from './tally-words';

const counted: Tally[] = [
	{ of: { age: '16_24' }, count: 3 },
	{ of: { age: 'prefer_not_to_say' }, count: 1 },
	{ of: { age: 'unknown' }, count: 2 },
	{ of: { sex: 'unknown' }, count: 6 },
	{ of: { community: 'carers' }, count: 3 },
	{ of: { community: 'students' }, count: 4 }
];
const age = totalsOf(counted, 'age');

describe('what a block says of itself', () => {
	it('never takes not asked for nobody', () => {
		expect(stateInWords('religion', totalsOf(counted, 'religion'))).toBe('Not asked');
	});

	it('keeps the kinds of answer apart', () => {
		expect(stateInWords('age', age)).toBe('3 answered, 1 prefer not to say, 2 not known');
		expect(stateInWords('sex', totalsOf(counted, 'sex'))).toBe('6 not known');
	});

	it('adds up no further groups', () => {
		const totals = totalsOf(counted, 'community');
		expect(stateInWords('community', totals)).toBe('2 groups counted');
		expect(progressInWords('community', totals, 5)).toBe('');
		expect(progressInWords('community', totals, 3)).toBe(
			'4 counted in one group, which is more than the number of people.'
		);
	});
});

it('says how far the counting is', () => {
	expect(progressInWords('age', age, null)).toBe('6 counted.');
	expect(progressInWords('age', age, 8)).toBe('6 of 8 counted.');
	expect(progressInWords('age', age, 6)).toBe('All 6 counted.');
	expect(progressInWords('age', age, 4)).toBe(
		'6 counted, which is 2 more than the number of people.'
	);
	expect(progressInWords('religion', null, 6)).toBe('');
});
