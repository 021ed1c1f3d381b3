/** What can be said of an action from its dates and status. */
import { formatDate } from '$lib/time/dates';
import type { Row } from '../registry';

/** Whether a status is that of a proposal: one that waits for an answer, or was declined. */
export function isUndecided(status: string): boolean {
	return status === 'proposed' || status === 'declined';
}

/** Whether there is still something to do. What is only proposed is not. */
export function isOpen({ status }: Pick<Row<'actions'>, 'status'>): boolean {
	return status === 'not_started' || status === 'in_progress';
}

/** "Due 30 November 2026", "Overdue since 1 September 2026", or the rule in words. */
export function dueInWords(
	{ due_on, due_rule, status }: Pick<Row<'actions'>, 'due_on' | 'due_rule' | 'status'>,
	today: string
): string {
	if (due_on === null) return due_rule ?? 'No date set';
	return `${isOpen({ status }) && due_on < today ? 'Overdue since' : 'Due'} ${formatDate(due_on)}`;
}
