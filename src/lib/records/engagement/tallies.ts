/**
 * Who was there, by group: counts that people gave of themselves. A tally is one set of people, by one characteristic or by
 * several at once. Within a characteristic the tallies are different people, so its total is their sum. A characteristic
 * that no tally names was not asked, which is neither nobody, nor "prefer not to say", nor "not known".
 */
import type { Json } from '../database.types';

/** What may be counted, in the order of the page, and what it is called. */
export const CHARACTERISTICS = {
	age: 'Age',
	ethnic_group: 'Ethnic group',
	disability: 'Disability',
	sex: 'Sex',
	gender_identity: 'Gender identity',
	religion: 'Religion',
	sexual_orientation: 'Sexual orientation',
	/** Beyond the Equality Act. A person may be in several of these, so their counts are not added up. */
	community: 'Further groups'
} as const;

export type Characteristic = keyof typeof CHARACTERISTICS;

export const characteristics = Object.keys(CHARACTERISTICS) as Characteristic[];

/** People were asked and chose not to answer. */
export const PREFER_NOT = 'prefer_not_to_say';
/** People were there and were not broken down. */
export const UNKNOWN = 'unknown';

/** Answers by code, one or more: `{ age: '16_24', sex: 'female' }`. */
export type Answers = { [C in Characteristic]?: string | undefined };

export type Tally = {
	of: Answers;
	/** People, at least 1. */
	count: number;
};

/** The most lines that a log may have. */
export const MAX_TALLIES = 100;
export const MAX_PEOPLE = 100_000;

/** How a characteristic was answered. The three kinds of people are never added together but in `all`. */
export interface Totals {
	/** People by answer, without the next two. */
	answered: number;
	preferNot: number;
	unknown: number;
	/**
	 * What must not be more than the people who were there: all of them together; of further groups, the largest.
	 */
	all: number;
	/** People by code, those counted by several characteristics at once among them. */
	byCode: ReadonlyMap<string, number>;
}

/** A log's tallies. None where an older build wrote it on this device and it was not sent yet. */
export function talliesOf(log: { tallies?: Json }): Tally[] {
	return (log.tallies ?? []) as Tally[];
}

/** How many people gave each answer; null where the characteristic was not asked. */
export function totalsOf(tallies: readonly Tally[], characteristic: Characteristic): Totals | null {
	const byCode = new Map<string, number>();
	for (const { of, count } of tallies) {
		const code = of[characteristic];
		if (code !== undefined) byCode.set(code, (byCode.get(code) ?? 0) + count);
	}
	if (byCode.size === 0) return null;
	const counts = [...byCode.values()];
	const sum = counts.reduce((sum, count) => sum + count, 0);
	const preferNot = byCode.get(PREFER_NOT) ?? 0;
	const unknown = byCode.get(UNKNOWN) ?? 0;
	return {
		answered: sum - preferNot - unknown,
		preferNot,
		unknown,
		all: characteristic === 'community' ? Math.max(...counts) : sum,
		byCode
	};
}

/** How many people are counted as exactly these answers, no more and no fewer. */
export function countOf(tallies: readonly Tally[], of: Answers): number {
	return tallies.reduce((sum, tally) => sum + (isSame(tally.of, of) ? tally.count : 0), 0);
}

/** The tallies with this many people of exactly these answers; 0 takes the line away. */
export function withCount(tallies: readonly Tally[], of: Answers, count: number): Tally[] {
	const at = tallies.findIndex((tally) => isSame(tally.of, of));
	const others = tallies.filter((tally) => !isSame(tally.of, of));
	const line = count > 0 ? [{ of, count: Math.min(count, MAX_PEOPLE) }] : [];
	return at === -1 ? [...others, ...line] : others.toSpliced(at, 0, ...line);
}

/** The tallies that count several characteristics at once. */
export function intersections(tallies: readonly Tally[]): Tally[] {
	return tallies.filter(({ of }) => answersIn(of).length > 1);
}

/**
 * The tallies with people counted by several characteristics at once.
 * @param countedAbove they stand among the single counts already: those go down by as many
 */
export function withTogether(
	tallies: readonly Tally[],
	{ of, count }: Tally,
	countedAbove: boolean
): Tally[] {
	const rest = countedAbove
		? answersIn(of).reduce<readonly Tally[]>(
				(left, [characteristic, code]) =>
					withCount(
						left,
						{ [characteristic]: code },
						countOf(left, { [characteristic]: code }) - count
					),
				tallies
			)
		: tallies;
	return withCount(rest, of, countOf(rest, of) + count);
}

/** How many of the people are not counted yet, 0 or more; null where nobody knows, or where nothing is added up. */
export function remaining(
	tallies: readonly Tally[],
	characteristic: Characteristic,
	people: number | null
): number | null {
	if (people === null || characteristic === 'community') return null;
	return Math.max(0, people - (totalsOf(tallies, characteristic)?.all ?? 0));
}

/** The tallies with everybody who is not counted yet under "not known". */
export function withRestUnknown(
	tallies: readonly Tally[],
	characteristic: Characteristic,
	people: number | null
): Tally[] {
	const of = { [characteristic]: UNKNOWN };
	const rest = remaining(tallies, characteristic, people) ?? 0;
	return withCount(tallies, of, countOf(tallies, of) + rest);
}

/** Why the tallies do not go with the number of people, in a sentence; undefined where they do. */
export function tallyProblem(tallies: readonly Tally[], people: number | null): string | undefined {
	if (people === null) return undefined;
	for (const characteristic of characteristics) {
		const all = totalsOf(tallies, characteristic)?.all ?? 0;
		if (all > people)
			return `${CHARACTERISTICS[characteristic]}: you counted ${all.toLocaleString('en-GB')}, but the number of people is ${people.toLocaleString('en-GB')}. Change one of them`;
	}
	return undefined;
}

/** The answers as pairs, in the order of the page. */
export function answersIn(of: Answers): [Characteristic, string][] {
	return characteristics.flatMap((characteristic) => {
		const code = of[characteristic];
		return code === undefined ? [] : [[characteristic, code] as [Characteristic, string]];
	});
}

function isSame(a: Answers, b: Answers): boolean {
	return characteristics.every((characteristic) => a[characteristic] === b[characteristic]);
}
