/** The form that decides an application. */
import { moneyText } from '$lib/money';
import type { GrantFields } from '$lib/records/grant/grant';
import type { Row } from '$lib/records/registry';

/** In the order of the page: errors are listed so. */
export interface DecisionValues {
	answer: '' | 'approve' | 'decline';
	awarded: string;
	over_cap_reason: string;
	decline_reason: string;
	decided_on: string;
}

/** The columns that a decision fills. */
export type Decision = Pick<
	GrantFields,
	'status' | 'awarded_pence' | 'over_cap_reason' | 'decline_reason' | 'decided_on'
>;

/** What the form begins with: what was recommended, or else what was asked for. */
export function startOf(grant: Row<'grants'>, today: string): DecisionValues {
	return {
		answer: '',
		awarded: moneyText(grant.recommended_pence || grant.requested_pence),
		over_cap_reason: '',
		decline_reason: '',
		decided_on: today
	};
}
