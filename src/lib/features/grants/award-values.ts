/** The form that awards what was approved: when, for how long, in which payments, on which conditions. */
import { moneyText, readMoney } from '$lib/money';
import type { GrantFields } from '$lib/records/grant/grant';
import { isAwarded } from '$lib/records/grant/grant-moves';
import { equalPayments, type Payment } from '$lib/records/grant/payments';
import type { Row } from '$lib/records/registry';
import { addDays, addMonths } from '$lib/time/dates';

/** A payment as it is typed. */
export interface PaymentValues {
	due_on: string;
	amount: string;
	paid_on: string | null;
}

/** In the order of the page: errors are listed so. */
export interface AwardValues {
	awarded_on: string;
	starts_on: string;
	ends_on: string;
	payments: PaymentValues[];
	conditions: string;
}

/** The columns that an award fills. */
export type Award = Pick<
	GrantFields,
	'status' | 'awarded_on' | 'starts_on' | 'ends_on' | 'schedule' | 'conditions'
>;

/** What the form begins with: the award as it is, or one that begins today, runs a year and is paid at once. */
export function startOf(grant: Row<'grants'>, today: string): AwardValues {
	const starts_on = grant.starts_on ?? today;
	const payments = isAwarded(grant)
		? (grant.schedule as Payment[])
		: equalPayments(grant.awarded_pence ?? 0, 1, starts_on, 12);
	return {
		awarded_on: grant.awarded_on ?? today,
		starts_on,
		ends_on: grant.ends_on ?? addDays(addMonths(starts_on, 12), -1),
		payments: payments.map(typed),
		conditions: grant.conditions
	};
}

/** A payment as a form holds it. */
export function typed({ due_on, pence, paid_on }: Payment): PaymentValues {
	return { due_on, amount: moneyText(pence), paid_on };
}

export const dueField = (place: number) => `payments-${place}-due_on`;
export const amountField = (place: number) => `payments-${place}-amount`;

/** The payments that can be read so far. */
export function paymentsSoFar(payments: readonly PaymentValues[]): Payment[] {
	return payments.flatMap(({ due_on, amount, paid_on }) => {
		const pence = readMoney(amount);
		return pence ? [{ due_on, pence, paid_on }] : [];
	});
}
