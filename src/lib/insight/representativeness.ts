/** Whether those who took part are like those who live there: their shares beside the Census's. */
import * as z from 'zod/mini';
import { benchmarksSchema, type Benchmarks } from '../records/area/benchmarks';
import {
	CHARACTERISTICS,
	characteristics,
	totalsOf,
	type Characteristic,
	type Tally
} from '../records/engagement/tallies';
import { PERCENT_BASE } from './percent';

const figure = z.nullable(z.int().check(z.nonnegative()));
const countedSchema = z.object({
	/** All who answered: neither who preferred not to say nor who is not known. */
	answered: figure,
	/** People by what they said they are, such as `asian_indian`, or by the group of the Census, such as `asian`. */
	answers: z.record(z.string(), figure)
});

/** How a characteristic was answered; null stands for a number that is held back. */
export type Counted = z.infer<typeof countedSchema>;

/** What the database answers of those counted over a run of months (`representativeness()`). */
export const representativenessSchema = z.object({
	/** When the figures were counted. */
	as_of: z.iso.datetime({ offset: true }),
	/** True for managers and administrators; otherwise small numbers are held back. */
	exact: z.boolean(),
	/** The smallest number shown when not exact. */
	threshold: z.int(),
	/** What shown numbers are rounded to; 1 where they are not. */
	rounded_to: z.int(),
	/** The first day of the first month and the last day of the last. */
	since: z.iso.date(),
	until: z.iso.date(),
	/** Null for all of the council. */
	ward: z.nullable(z.string()),
	/** Those that can be asked for. */
	wards: z.array(z.object({ code: z.string(), name: z.string() })),
	/** Of the Census, in the ward or the council; empty where nothing is known. */
	benchmarks: benchmarksSchema,
	/** By characteristic; those that nobody in the council answered are left out. */
	counted: z.record(z.string(), countedSchema)
});

export type Representativeness = z.infer<typeof representativenessSchema>;

/** One group. Shares are percentages; differences are in percentage points. */
export interface GroupShare {
	/** As the Census has it: of ethnic groups the first step, such as `asian`. */
	code: string;
	/** In the Census, of those who answered. */
	benchmark: number;
	/** Null where the number of people is held back. */
	found: Found | null;
}

export interface Found {
	people: number;
	share: number;
	/** Share less benchmark. */
	gap: number;
	/** Between which the gap lies with 95 % confidence, were those who took part drawn by chance. */
	interval: readonly [low: number, high: number];
	/** All of the interval is below the benchmark: too few to be chance. */
	under: boolean;
}

export interface Comparison {
	characteristic: Characteristic;
	/** People who answered: what the shares are of. Null where it is held back. */
	base: number | null;
	/** Null where fewer than 25 answered: shares of so few say more about persons than about groups. */
	groups: GroupShare[] | null;
}

/** Left the question out, in the Census: not compared, since here it is kept apart too. */
const NOT_ANSWERED = 'not_answered';

/** The 97.5th percentile of the normal distribution, for 95 %. */
const Z = 1.959964;

/**
 * Those counted beside the Census, for every characteristic that both have. People who preferred not to say, and who are
 * not known, are in no share.
 */
export function compare(tallies: readonly Tally[], benchmarks: Benchmarks): Comparison[] {
	const counted = characteristics.flatMap((characteristic) => {
		const totals = totalsOf(tallies, characteristic);
		if (!totals) return [];
		const answers = Object.fromEntries(totals.byCode);
		return [[characteristic, { answered: totals.answered, answers }] as const];
	});
	return compareCounted(Object.fromEntries(counted), benchmarks);
}

/**
 * The same for what was counted by characteristic.
 * @param roundedTo what the counts were rounded to: the intervals leave room for it
 */
export function compareCounted(
	counted: Readonly<Record<string, Counted>>,
	benchmarks: Benchmarks,
	roundedTo = 1
): Comparison[] {
	const slack = Math.floor(roundedTo / 2);
	return characteristics.flatMap((characteristic): Comparison[] => {
		const shares = benchmarks[characteristic];
		const here = counted[characteristic];
		if (!shares || !here) return [];
		const { answered: base, answers } = here;
		if (base === null || base - slack < PERCENT_BASE)
			return [{ characteristic, base, groups: null }];
		const inCensus = Object.entries(shares).filter(([code]) => code !== NOT_ANSWERED);
		const whole = inCensus.reduce((sum, [, percent]) => sum + percent, 0);
		const groups = inCensus.map(([code, percent]) => {
			const benchmark = (100 * percent) / whole;
			const people = peopleOf(answers, code);
			const found = people === null ? null : findingOf(people, base, benchmark, slack);
			return { code, benchmark, found };
		});
		return [{ characteristic, base, groups }];
	});
}

/** What a characteristic is called. */
export function nameOf({ characteristic }: Comparison): string {
	return CHARACTERISTICS[characteristic];
}

/** The Census's groups are the first step of the harmonised question; `asian_indian` is one of `asian`. */
function peopleOf(answers: Counted['answers'], code: string): number | null {
	return Object.entries(answers)
		.filter(([answer]) => answer === code || answer.startsWith(`${code}_`))
		.reduce<number | null>(
			(sum, [, people]) => (sum === null || people === null ? null : sum + people),
			0
		);
}

/** @param slack by how much each number may be off, up or down, unless it is nothing */
function findingOf(people: number, base: number, benchmark: number, slack: number): Found {
	const share = (100 * people) / base;
	const off = people === 0 ? 0 : slack;
	const [low] = wilson(people - off, base + slack);
	const [, high] = wilson(Math.min(people + off, base - slack), base - slack);
	return {
		people,
		share,
		gap: share - benchmark,
		interval: [low - benchmark, high - benchmark],
		under: high < benchmark
	};
}

/**
 * The 95 % confidence interval of a share, in percent: Wilson's score interval, which holds for small bases and shares
 * near nothing too (E. B. Wilson 1927; recommended by R. G. Newcombe, Statistics in Medicine 17, 1998).
 */
export function wilson(people: number, base: number): [low: number, high: number] {
	if (base === 0) return [0, 100];
	const share = people / base;
	const z2 = Z * Z;
	const centre = (share + z2 / (2 * base)) / (1 + z2 / base);
	const reach = (Z / (1 + z2 / base)) * Math.sqrt((share * (1 - share) + z2 / (4 * base)) / base);
	return [100 * Math.max(0, centre - reach), 100 * Math.min(1, centre + reach)];
}
