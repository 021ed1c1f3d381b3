/** The answers that are counted, and their words. */
import {
	age_band,
	disability,
	ethnic_group,
	further_group,
	religion,
	sex,
	sexual_orientation
} from '$seeds/code-lists/equality.json';
import type { CodeListItem } from '../code-lists';
import {
	answersIn,
	characteristics,
	CHARACTERISTICS,
	intersections,
	PREFER_NOT,
	totalsOf,
	UNKNOWN,
	type Answers,
	type Characteristic,
	type Tally
} from './tallies';

/** Yes and No, the answers of the harmonised question, say nothing away from it. */
const genderIdentity = {
	items: [
		{ code: 'same', label: 'Same as sex registered at birth' },
		{ code: 'different', label: 'Different from sex registered at birth' }
	]
};

const lists: Record<Characteristic, { items: readonly CodeListItem[] }> = {
	age: age_band,
	ethnic_group,
	disability,
	sex,
	gender_identity: genderIdentity,
	religion,
	sexual_orientation,
	community: further_group
};

/** The answers of a characteristic in the order in which they are offered: those that are none come last. */
export const TALLY_ANSWERS = Object.fromEntries(
	characteristics.map((characteristic) => [
		characteristic,
		[
			...lists[characteristic].items.filter(({ code }) => code !== PREFER_NOT),
			{ code: PREFER_NOT, label: 'Prefer not to say' },
			{ code: UNKNOWN, label: 'Not known' }
		]
	])
) as unknown as Record<Characteristic, readonly CodeListItem[]>;

/** "16 to 24", "Not known". A code that this build does not know is shown as it is. */
export function answerInWords(characteristic: Characteristic, code: string): string {
	return TALLY_ANSWERS[characteristic].find((item) => item.code === code)?.label ?? code;
}

/** What the Census's group is called: "Asian or Asian British" of `asian`, which several answers are part of. */
export function groupInWords(characteristic: Characteristic, code: string): string {
	const items = TALLY_ANSWERS[characteristic];
	const part = items.find((item) => item.code.startsWith(`${code}_`));
	return items.find((item) => item.code === code)?.label ?? part?.group ?? code;
}

/** "16 to 24 and Female": one set of people by several answers. What could answer anything says what it answers. */
export function answersInWords(of: Answers): string {
	return answersIn(of)
		.map(([characteristic, code]) => {
			const words = answerInWords(characteristic, code);
			const isVague = [PREFER_NOT, UNKNOWN, 'other'].includes(code);
			return isVague ? `${CHARACTERISTICS[characteristic]}: ${words}` : words;
		})
		.join(' and ');
}

/**
 * Tallies as people read them, a line for each characteristic that was asked, then those counted by several at once, then
 * what nobody was asked: "Age: 16 to 24 (3), Not known (2)". '' where nothing was counted.
 */
export function talliesInWords(tallies: readonly Tally[]): string {
	if (tallies.length === 0) return '';
	const asked: string[] = [];
	const notAsked: string[] = [];
	for (const characteristic of characteristics) {
		const label = CHARACTERISTICS[characteristic];
		const totals = totalsOf(tallies, characteristic);
		if (!totals) {
			notAsked.push(label.toLowerCase());
			continue;
		}
		const answers = TALLY_ANSWERS[characteristic].flatMap(({ code, label }) => {
			const count = totals.byCode.get(code);
			return count === undefined ? [] : [`${label} (${count})`];
		});
		asked.push(`${label}: ${answers.join(', ')}`);
	}
	const together = intersections(tallies).map(
		({ of, count }) => `Together: ${answersInWords(of)} (${count})`
	);
	const rest = notAsked.length > 0 ? [`Not asked: ${notAsked.join(', ')}`] : [];
	return [...asked, ...together, ...rest].join('\n');
}
