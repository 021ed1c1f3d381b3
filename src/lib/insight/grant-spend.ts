/**
 * Where grants went: by ward, by group, by priority, and against deprivation. Amounts are awards, in pence, by the day of
 * the award; money is never lost or made by dividing it.
 */
import type { Row } from '$lib/records/registry';
import { financialYearOf } from '$lib/time/financial-year';
import type { Period } from './periods';

/** What is read of a grant. */
export interface Award {
	awarded_pence: number;
	awarded_on: string;
	/** Wards that benefit; none for all of the council's area. */
	ward_codes: readonly string[];
	groups: readonly string[];
	objective_id: string;
}

export interface Spend {
	/** A ward's code, a group's, or a priority's id; null for all of the area, or for no group in particular. */
	key: string | null;
	pence: number;
	/** Grants that it comes from, whole or in part. */
	grants: number;
}

/** The awards of a period. */
export function awardedIn<A extends Award>(awards: readonly A[], { since, until }: Period): A[] {
	return awards.filter(({ awarded_on }) => since <= awarded_on && awarded_on <= until);
}

/** A grant for several wards is divided evenly among them. */
export function spendByWard(awards: readonly Award[]): Spend[] {
	return tally(awards, ({ ward_codes, awarded_pence }) =>
		ward_codes.length === 0
			? [[null, awarded_pence]]
			: shares(awarded_pence, ward_codes.length).map((pence, i) => [ward_codes[i] ?? null, pence])
	);
}

/** A grant for several groups counts in full for each, so that the groups add up to more than was awarded. */
export function spendByGroup(awards: readonly Award[]): Spend[] {
	return tally(awards, ({ groups, awarded_pence }) =>
		groups.length === 0 ? [[null, awarded_pence]] : groups.map((group) => [group, awarded_pence])
	);
}

export function spendByPriority(awards: readonly Award[]): Spend[] {
	return tally(awards, ({ objective_id, awarded_pence }) => [[objective_id, awarded_pence]]);
}

/** The most first. */
function tally(
	awards: readonly Award[],
	partsOf: (award: Award) => [key: string | null, pence: number][]
): Spend[] {
	const byKey = new Map<string | null, Spend>();
	for (const award of awards)
		for (const [key, pence] of partsOf(award)) {
			const { pence: sum, grants } = byKey.get(key) ?? { pence: 0, grants: 0 };
			byKey.set(key, { key, pence: sum + pence, grants: grants + 1 });
		}
	return [...byKey.values()].sort((a, b) => b.pence - a.pence);
}

/** An amount in so many parts that differ by a penny at most and add up to it. */
export function shares(pence: number, count: number): number[] {
	const [each, rest] = [Math.floor(pence / count), pence % count];
	return Array.from({ length: count }, (_, index) => each + (index < rest ? 1 : 0));
}

/** How deprived wards are, by the average decile of their small areas; 1 is most deprived. */
export const BANDS = ['most', 'middle', 'least', 'unknown'] as const;
export type Band = (typeof BANDS)[number];

export interface BandSpend {
	band: Band;
	wards: number;
	/** Who live there, as far as it is known. */
	people: number;
	pence: number;
	/** Pence for each of them; null where nobody is known to live there. */
	perPerson: number | null;
}

type Ward = Pick<Row<'areas'>, 'code' | 'population' | 'deprivation_deciles'>;

/**
 * The average of a ward's deciles in the Index of Multiple Deprivation, which is published for smaller areas (LSOAs): a
 * derived figure, to compare wards by. Null where none is known.
 */
export function averageDecile({
	deprivation_deciles: deciles
}: Pick<Ward, 'deprivation_deciles'>): number | null {
	if (!deciles?.length) return null;
	return deciles.reduce((sum, decile) => sum + decile, 0) / deciles.length;
}

/** Below 4, below 7, and the rest: the first third of the deciles, the second, and the last. */
export function bandOf(ward: Pick<Ward, 'deprivation_deciles'>): Band {
	const decile = averageDecile(ward);
	if (decile === null) return 'unknown';
	return decile < 4 ? 'most' : decile < 7 ? 'middle' : 'least';
}

/** What went to the wards of each band, the most deprived first; bands without a ward are left out. */
export function spendByBand(byWard: readonly Spend[], wards: readonly Ward[]): BandSpend[] {
	const spent = new Map(byWard.map(({ key, pence }) => [key, pence]));
	return BANDS.flatMap((band) => {
		const ours = wards.filter((ward) => bandOf(ward) === band);
		if (ours.length === 0) return [];
		const sum = (value: (ward: Ward) => number) =>
			ours.reduce((total, ward) => total + value(ward), 0);
		const people = sum(({ population }) => population ?? 0);
		const pence = sum(({ code }) => spent.get(code) ?? 0);
		return [
			{
				band,
				wards: ours.length,
				people,
				pence,
				perPerson: people > 0 ? Math.round(pence / people) : null
			}
		];
	});
}

/** Local government's years that have awards in them, the latest first: "2026" runs from 1 April 2026. */
export function yearsOf(awards: readonly Pick<Award, 'awarded_on'>[]): number[] {
	const years = awards.map(({ awarded_on }) => financialYearOf(awarded_on));
	return [...new Set(years)].sort((a, b) => b - a);
}
