/** What the form of a round holds. How it is read: round-schema.ts. */
import { moneyText } from '$lib/money';
import type { GrantRoundFields } from '$lib/records/grant/grant-round';

/** In the order of the page: errors are listed so. Nothing is ''. */
export interface RoundValues {
	name: string;
	opens_on: string;
	closes_on: string;
	decided_by: string;
	budget: string;
	cap: string;
}

/** The columns that the form is about. */
export type RoundColumns = Omit<GrantRoundFields, 'programme_id' | 'criteria'>;

export function emptyRound(): RoundValues {
	return { name: '', opens_on: '', closes_on: '', decided_by: '', budget: '', cap: '' };
}

/** The form's values for a round that is there. */
export function valuesOf(round: RoundColumns): RoundValues {
	return {
		name: round.name,
		opens_on: round.opens_on,
		closes_on: round.closes_on,
		decided_by: round.decided_by ?? '',
		budget: moneyText(round.budget_pence),
		cap: moneyText(round.cap_pence)
	};
}
