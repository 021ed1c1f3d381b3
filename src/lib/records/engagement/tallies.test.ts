import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TALLY_ANSWERS, talliesInWords } from './tally-answers';
import { codesOf, talliesSchema } from './tally-schema';
import {
	characteristics,
	countOf,
	intersections,
	remaining,
	tallyProblem,
	totalsOf,
	withCount,
	withRestUnknown,
	withTogether,
	type Answers,
	type Tally
} from './tallies';

const young = { age: '16_24' };
const older = { age: '65_74' };
const pakistani = { ethnic_group: 'asian_pakistani' };

const answers: fc.Arbitrary<Answers> = fc
	.record(
		Object.fromEntries(
			characteristics.map((characteristic) => [
				characteristic,
				fc.constantFrom(...TALLY_ANSWERS[characteristic].map(({ code }) => code))
			])
		) as Record<string, fc.Arbitrary<string>>,
		{ requiredKeys: [] }
	)
	.filter((of) => Object.keys(of).length > 0);
const tally: fc.Arbitrary<Tally> = fc.record({
	of: answers,
	count: fc.integer({ min: 1, max: 50 })
});
const tallies = fc.array(tally, { maxLength: 12 });

describe('the totals of a characteristic', () => {
	it('are none where it was not asked, which is not nobody', () => {
		expect(totalsOf([{ of: young, count: 3 }], 'sex')).toBeNull();
	});

	it('keep apart who answered, who would rather not, and who is not known', () => {
		const counted = [
			{ of: young, count: 3 },
			{ of: { age: '16_24', sex: 'female' }, count: 2 },
			{ of: { age: 'prefer_not_to_say' }, count: 1 },
			{ of: { age: 'unknown' }, count: 4 }
		];
		expect(totalsOf(counted, 'age')).toMatchObject({
			answered: 5,
			preferNot: 1,
			unknown: 4,
			all: 10
		});
		expect(totalsOf(counted, 'age')?.byCode.get('16_24')).toBe(5);
		expect(totalsOf(counted, 'sex')).toMatchObject({ answered: 2, all: 2 });
	});

	it('do not add up further groups, in which one person may be twice', () => {
		const counted = [
			{ of: { community: 'carers' }, count: 4 },
			{ of: { community: 'students' }, count: 5 }
		];
		expect(totalsOf(counted, 'community')).toMatchObject({ answered: 9, all: 5 });
		expect(tallyProblem(counted, 5)).toBeUndefined();
		expect(remaining(counted, 'community', 6)).toBeNull();
	});
});

describe('counting', () => {
	it('puts a line in, changes it where it stands, and takes it away at 0', () => {
		const one = withCount([], young, 1);
		const two = withCount(one, older, 2);
		expect(withCount(two, young, 4)).toEqual([
			{ of: young, count: 4 },
			{ of: older, count: 2 }
		]);
		expect(withCount(two, young, 0)).toEqual([{ of: older, count: 2 }]);
		expect(withCount(two, young, -1)).toEqual([{ of: older, count: 2 }]);
	});

	it('changes nothing but the line that was counted', () => {
		fc.assert(
			fc.property(tallies, answers, answers, fc.nat(99), (before, of, other, count) => {
				const after = withCount(before, of, count);
				expect(countOf(after, of)).toBe(count);
				if (JSON.stringify(of) !== JSON.stringify(other))
					expect(countOf(after, other)).toBe(countOf(before, other));
				expect(after.filter((line) => countOf([line], of) > 0).length).toBeLessThanOrEqual(1);
			})
		);
	});

	it('puts the rest under not known, and knows no rest without a number of people', () => {
		const counted = [{ of: young, count: 4 }];
		expect(remaining(counted, 'age', 6)).toBe(2);
		expect(remaining(counted, 'age', 3)).toBe(0);
		expect(remaining(counted, 'age', null)).toBeNull();
		const full = withRestUnknown(counted, 'age', 6);
		expect(full).toEqual([...counted, { of: { age: 'unknown' }, count: 2 }]);
		expect(withRestUnknown(full, 'age', 6)).toEqual(full);
		expect(withRestUnknown(counted, 'age', null)).toEqual(counted);
	});
});

describe('several groups at once', () => {
	const both = { ...young, ...pakistani };

	it('are people besides those counted before', () => {
		const counted = withTogether([{ of: young, count: 4 }], { of: both, count: 3 }, false);
		expect(totalsOf(counted, 'age')?.all).toBe(7);
		expect(totalsOf(counted, 'ethnic_group')?.all).toBe(3);
		expect(intersections(counted)).toEqual([{ of: both, count: 3 }]);
	});

	it('or are among them, and then nobody is counted twice', () => {
		const above = [
			{ of: young, count: 4 },
			{ of: pakistani, count: 3 }
		];
		const counted = withTogether(above, { of: both, count: 3 }, true);
		expect(counted).toEqual([
			{ of: young, count: 1 },
			{ of: both, count: 3 }
		]);
		expect(totalsOf(counted, 'age')?.all).toBe(4);
		expect(totalsOf(counted, 'ethnic_group')?.all).toBe(3);
	});

	it('add up with the same set counted again', () => {
		const twice = withTogether([{ of: both, count: 2 }], { of: both, count: 3 }, false);
		expect(twice).toEqual([{ of: both, count: 5 }]);
	});

	it('never lose anybody', () => {
		fc.assert(
			fc.property(tallies, tally, fc.boolean(), (before, added, above) => {
				const after = withTogether(before, added, above);
				for (const characteristic of characteristics) {
					const was = totalsOf(before, characteristic)?.byCode;
					const is = totalsOf(after, characteristic)?.byCode;
					for (const [code, count] of was ?? [])
						expect(is?.get(code)).toBeGreaterThanOrEqual(count);
				}
				expect(talliesSchema.safeParse(after).success).toBe(true);
			})
		);
	});
});

describe('more people in a group than there were', () => {
	it('are told in a sentence that names the group and both numbers', () => {
		const counted = [
			{ of: young, count: 4 },
			{ of: older, count: 4 }
		];
		expect(tallyProblem(counted, 6)).toBe(
			'Age: you counted 8, but the number of people is 6. Change one of them'
		);
		expect(tallyProblem(counted, 8)).toBeUndefined();
		expect(tallyProblem(counted, null)).toBeUndefined();
	});
});

describe('what is kept', () => {
	it.each(characteristics)('of %s are the answers that have words', (characteristic) => {
		expect(codesOf(characteristic)).toEqual(TALLY_ANSWERS[characteristic].map(({ code }) => code));
	});

	it.each([
		['nothing', []],
		['no answers', [{ of: {}, count: 1 }], false],
		['nobody', [{ of: young, count: 0 }], false],
		['half a person', [{ of: young, count: 1.5 }], false],
		['an answer that is not one', [{ of: { age: 'ancient' }, count: 1 }], false],
		['a hundred lines', Array.from({ length: 100 }, () => ({ of: young, count: 1 }))],
		['one more', Array.from({ length: 101 }, () => ({ of: young, count: 1 })), false]
	])('%s', (_, value, good = true) => {
		expect(talliesSchema.safeParse(value).success).toBe(good);
	});
});

describe('in words', () => {
	it('says what was asked, who would rather not, who is not known, and what was not asked', () => {
		expect(
			talliesInWords([
				{ of: { age: 'unknown' }, count: 2 },
				{ of: { ...young, ...pakistani }, count: 3 },
				{ of: { sex: 'prefer_not_to_say' }, count: 1 }
			])
		).toBe(
			[
				'Age: 16 to 24 (3), Not known (2)',
				'Ethnic group: Pakistani (3)',
				'Sex: Prefer not to say (1)',
				'Together: 16 to 24 and Pakistani (3)',
				'Not asked: disability, gender identity, religion, sexual orientation, further groups'
			].join('\n')
		);
	});

	it('says nothing where nothing was counted', () => {
		expect(talliesInWords([])).toBe('');
	});
});
