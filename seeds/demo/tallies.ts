/** Who was there by group, on the demonstration's logs: what people said on a card or a slip. Invented. */
import {
	countOf,
	PREFER_NOT,
	UNKNOWN,
	withCount,
	withTogether,
	type Characteristic,
	type Tally
} from '../../src/lib/records/engagement/tallies';
import type { Enums } from '../../src/lib/records/database.types';
import { pickWeighted, shuffled, type Random, wholeNumber } from './random';

/** Answers with their weights, near what the Census of 2021 found in Oxford. */
const ANSWERS = {
	age: [
		['under_16', 6],
		['16_24', 14],
		['25_34', 16],
		['35_44', 14],
		['45_54', 12],
		['55_64', 12],
		['65_74', 14],
		['75_over', 12]
	],
	sex: [
		['female', 55],
		['male', 45]
	],
	ethnic_group: [
		['white_british', 50],
		['white_other', 12],
		['asian_pakistani', 9],
		['asian_indian', 5],
		['asian_bangladeshi', 3],
		['asian_other', 4],
		['black_african', 6],
		['black_caribbean', 3],
		['mixed_white_black_caribbean', 3],
		['other_arab', 3],
		['other_any', 2]
	],
	disability: [
		['not_disabled', 80],
		['disabled', 20]
	]
} as const satisfies Partial<Record<Characteristic, readonly (readonly [string, number])[]>>;

/** Where there was time for a card. */
const WITH_A_CARD: readonly Enums<'engagement_type'>[] = ['visit', 'meeting', 'drop_in', 'survey'];
const MOST = 60;

/** The tallies of a contact; none on most, as it is. */
export function talliesAt(
	contact: { type: Enums<'engagement_type'>; people_count: number | null; restricted: boolean },
	random: Random
): Tally[] {
	const people = contact.people_count ?? 0;
	const asks = WITH_A_CARD.includes(contact.type) && people > 4 && people <= MOST;
	if (!asks || contact.restricted || random() < 0.4) return [];

	const all = Object.keys(ANSWERS) as (keyof typeof ANSWERS)[];
	const asked = shuffled(random, all).slice(0, wholeNumber(random, 1, 3));
	let tallies: Tally[] = [];
	for (const characteristic of asked)
		for (let person = 0; person < people; person++) {
			const of = { [characteristic]: answer(characteristic, random) };
			tallies = withCount(tallies, of, countOf(tallies, of) + 1);
		}
	return random() < 0.2 ? together(tallies) : tallies;
}

function answer(characteristic: keyof typeof ANSWERS, random: Random): string {
	const chance = random();
	if (chance < 0.05) return PREFER_NOT;
	if (chance < 0.12) return UNKNOWN;
	return pickWeighted(random, ANSWERS[characteristic]);
}

/** Two of those counted were in two groups at once, where two groups have as many. */
function together(tallies: Tally[]): Tally[] {
	const known = tallies.filter(({ of, count }) => {
		const [code] = Object.values(of);
		return count > 1 && code !== PREFER_NOT && code !== UNKNOWN;
	});
	const [first] = known;
	const second = known.find(({ of }) => Object.keys(of)[0] !== Object.keys(first?.of ?? {})[0]);
	if (!first || !second) return tallies;
	return withTogether(tallies, { of: { ...first.of, ...second.of }, count: 2 }, true);
}
