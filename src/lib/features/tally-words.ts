/** The counts by group as the form says them. */
import {
	PREFER_NOT,
	UNKNOWN,
	type Characteristic,
	type Totals
} from '$lib/records/engagement/tallies';

/** What a block says of itself, open or not: "Not asked", "3 answered, 1 prefer not to say, 2 not known". */
export function stateInWords(characteristic: Characteristic, totals: Totals | null): string {
	if (!totals) return 'Not asked';
	const { answered, preferNot, unknown, byCode } = totals;
	const groups = [...byCode.keys()].filter((code) => code !== PREFER_NOT && code !== UNKNOWN);
	return [
		// One person may be in several further groups: a sum would be of nobody.
		characteristic === 'community'
			? groups.length > 0 && `${groups.length} ${groups.length === 1 ? 'group' : 'groups'} counted`
			: answered > 0 && `${answered} answered`,
		preferNot > 0 && `${preferNot} prefer not to say`,
		unknown > 0 && `${unknown} not known`
	]
		.filter(Boolean)
		.join(', ');
}

/**
 * How far the counting is, against the people who were there; '' where there is nothing to say.
 * @param people null where nobody said how many
 */
export function progressInWords(
	characteristic: Characteristic,
	totals: Totals | null,
	people: number | null
): string {
	if (!totals) return '';
	if (characteristic === 'community')
		return people !== null && totals.all > people
			? `${totals.all} counted in one group, which is more than the number of people.`
			: '';
	if (people === null) return `${totals.all} counted.`;
	if (totals.all > people)
		return `${totals.all} counted, which is ${totals.all - people} more than the number of people.`;
	if (totals.all === people) return `All ${people} counted.`;
	return `${totals.all} of ${people} counted.`;
}
