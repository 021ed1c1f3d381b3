/** How an award is paid: in one sum or in several, over one year or more. */
import { formatMoney } from '$lib/money';
import { addMonths, formatDate } from '$lib/time/dates';

/** The most payments that one award may have. */
export const PAYMENTS_MAX = 60;

export type Payment = {
	/** `YYYY-MM-DD` */
	due_on: string;
	pence: number;
	/** Null until it is paid. */
	paid_on: string | null;
};

/** What the payments come to, in pence. */
export function totalOf(schedule: readonly Payment[]): number {
	return schedule.reduce((sum, { pence }) => sum + pence, 0);
}

/** What has been paid, in pence. */
export function paidOf(schedule: readonly Payment[]): number {
	return totalOf(schedule.filter(({ paid_on }) => paid_on !== null));
}

/**
 * An award in equal payments, so many months apart; odd pence go with the first.
 * @param first the day of the first, `YYYY-MM-DD`
 */
export function equalPayments(
	pence: number,
	count: number,
	first: string,
	monthsApart: number
): Payment[] {
	const each = Math.floor(pence / count);
	return Array.from({ length: count }, (_, place) => ({
		due_on: addMonths(first, place * monthsApart),
		pence: place === 0 ? pence - each * (count - 1) : each,
		paid_on: null
	}));
}

/** "£1,200 due 14 September 2026, paid 16 September 2026; £1,200 due 14 March 2027" */
export function scheduleInWords(schedule: readonly Payment[]): string {
	return schedule
		.map(
			({ due_on, pence, paid_on }) =>
				`${formatMoney(pence)} due ${formatDate(due_on)}${paid_on ? `, paid ${formatDate(paid_on)}` : ''}`
		)
		.join('; ');
}
