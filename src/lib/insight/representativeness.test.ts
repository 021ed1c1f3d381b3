import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tally } from '../records/engagement/tallies';
import { percentInWords, pointsInWords } from './percent';
import { compare, compareCounted, representativenessSchema, wilson } from './representativeness';

const oxford = {
	ethnic_group: { asian: 15.4, black: 4.7, mixed: 5.6, white: 70.7, other: 3.7 },
	religion: { christian: 38.1, no_religion: 39, muslim: 8.7, other: 4.3, not_answered: 9.9 }
};

const counted = (characteristic: string, counts: Record<string, number>): Tally[] =>
	Object.entries(counts).map(([code, count]) => ({ of: { [characteristic]: code }, count }));

const panel = counted('ethnic_group', {
	asian_indian: 20,
	asian_pakistani: 16,
	white_british: 320,
	mixed_other: 20,
	black_african: 24
});

describe('compare', () => {
	it('puts the share of every group of the Census beside it, with the gap in points', () => {
		const [ethnic, ...others] = compare(panel, oxford);
		expect(others).toEqual([]);
		expect(ethnic).toMatchObject({ characteristic: 'ethnic_group', base: 400 });
		const [asian, , , white, other] = ethnic?.groups ?? [];
		expect(asian).toMatchObject({ code: 'asian', found: { people: 36, under: true } });
		expect(percentInWords(asian?.found?.share ?? 0)).toBe('9.0%');
		expect(pointsInWords(asian?.found?.gap ?? 0)).toBe('−6.4');
		expect(white?.found).toMatchObject({ people: 320, under: false });
		expect(other).toMatchObject({ code: 'other', found: { people: 0, under: true } });
	});

	it('compares those who answered with those who answered', () => {
		const [religion] = compare(
			counted('religion', { muslim: 10, christian: 40, prefer_not_to_say: 50, unknown: 400 }),
			oxford
		);
		expect(religion?.base).toBe(50);
		const muslim = religion?.groups?.find(({ code }) => code === 'muslim');
		expect(muslim?.found?.share).toBe(20);
		expect(muslim?.benchmark).toBeCloseTo((100 * 8.7) / 90.1, 0);
	});

	it('gives no percentages of fewer than 25, and nothing of what nobody was asked', () => {
		expect(compare(counted('ethnic_group', { asian_indian: 24 }), oxford)).toEqual([
			{ characteristic: 'ethnic_group', base: 24, groups: null }
		]);
		expect(compare([], oxford)).toEqual([]);
		expect(compare(counted('age', { '16_24': 40 }), oxford)).toEqual([]);
	});

	it('calls no small gap in a small group too few', () => {
		const [ethnic] = compare(
			counted('ethnic_group', { asian_indian: 4, white_british: 26 }),
			oxford
		);
		expect(ethnic?.groups?.[0]).toMatchObject({ code: 'asian', found: { under: false } });
	});
});

describe('compareCounted', () => {
	const counted = (asian: number | null, answered: number | null) => ({
		ethnic_group: { answered, answers: { asian, black: 0, mixed: 0, other: 0, white: 300 } }
	});
	const asianOf = (asian: number | null, answered: number | null, roundedTo?: number) =>
		compareCounted(counted(asian, answered), oxford, roundedTo)[0]?.groups?.[0];

	it('takes what the database answers', () => {
		const answer = {
			as_of: '2026-11-17T10:00:00+00:00',
			exact: false,
			threshold: 5,
			rounded_to: 5,
			since: '2026-04-01',
			until: '2027-03-31',
			ward: null,
			wards: [{ code: 'E05013097', name: 'Blackbird Leys' }],
			benchmarks: oxford,
			counted: counted(null, 300)
		};
		expect(representativenessSchema.parse(answer)).toEqual(answer);
	});

	it('says the same of groups of the Census as of the answers that they are made of', () => {
		const tallies = [
			{ of: { ethnic_group: 'asian_indian' }, count: 36 },
			{ of: { ethnic_group: 'white_british' }, count: 300 }
		];
		expect(compareCounted(counted(36, 336), oxford)).toEqual(compare(tallies, oxford));
	});

	it('finds nothing in a number that is held back', () => {
		expect(asianOf(null, 300)?.found).toBeNull();
		expect(compareCounted(counted(10, null), oxford)[0]).toMatchObject({
			base: null,
			groups: null
		});
	});

	it('calls nobody under-represented whom rounding may have made so few', () => {
		expect(asianOf(36, 300)?.found).toMatchObject({ under: false });
		expect(asianOf(30, 285)?.found).toMatchObject({ under: true });
		expect(asianOf(30, 285, 5)?.found).toMatchObject({ under: false });
		// Nothing is never rounded.
		expect(asianOf(0, 300, 5)?.found).toMatchObject({ people: 0, under: true });
		expect(compareCounted(counted(5, 25), oxford, 5)[0]?.groups).toBeNull();
	});
});

describe('wilson', () => {
	it('is as published', () => {
		// Newcombe 1998, table I: 81 of 263, and 0 of 20.
		const [low, high] = wilson(81, 263);
		expect([low.toFixed(2), high.toFixed(2)]).toEqual(['25.53', '36.62']);
		expect(wilson(0, 20).map((bound) => bound.toFixed(2))).toEqual(['0.00', '16.11']);
	});

	it('holds the share, within nothing and all, and is narrower the more there are', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 10_000 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(base, part) => {
					const people = Math.round(base * part);
					const [low, high] = wilson(people, base);
					expect(low).toBeGreaterThanOrEqual(0);
					expect(high).toBeLessThanOrEqual(100);
					expect(low - 1e-9).toBeLessThanOrEqual((100 * people) / base);
					expect(high + 1e-9).toBeGreaterThanOrEqual((100 * people) / base);
					const [more, most] = wilson(people * 4, base * 4);
					expect(most - more).toBeLessThan(high - low);
				}
			)
		);
	});

	it('knows nothing of nobody', () => {
		expect(wilson(0, 0)).toEqual([0, 100]);
	});
});

describe('pointsInWords', () => {
	it('has a sign, unless there is no difference', () => {
		expect([1.04, -0.04, -6.44].map(pointsInWords)).toEqual(['+1.0', '0.0', '−6.4']);
	});
});
