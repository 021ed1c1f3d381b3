/** What can be said of an action from its dates and status. */
import { addDays, formatDate } from '$lib/time/dates';
import type { Row } from '../registry';

type Action = Row<'actions'>;

/** An open action that nothing has served for so many days is asked about. */
export const QUIET_ACTION_DAYS = 90;

/** Whether a status is that of a proposal: one that waits for an answer, or was declined. */
export function isUndecided(status: string): boolean {
	return status === 'proposed' || status === 'declined';
}

/** Whether there is still something to do. What is only proposed is not. */
export function isOpen({ status }: Pick<Action, 'status'>): boolean {
	return status === 'not_started' || status === 'in_progress';
}

/** Whether its date has passed, and it is not done. */
export function isOverdue(
	{ due_on, status }: Pick<Action, 'due_on' | 'status'>,
	today: string
): boolean {
	return due_on !== null && due_on < today && isOpen({ status });
}

/** "Due 30 November 2026", "Overdue since 1 September 2026", or the rule in words. */
export function dueInWords(
	action: Pick<Action, 'due_on' | 'due_rule' | 'status'> & Partial<Action>,
	today: string
): string {
	const { due_on, due_rule, due_working_days } = action;
	if (due_on !== null)
		return `${isOverdue(action, today) ? 'Overdue since' : 'Due'} ${formatDate(due_on)}`;
	if (due_rule) return due_rule;
	return due_working_days ? withinWords(due_working_days) : 'No date set';
}

/** "Within 1 working day" */
export function withinWords(days: number): string {
	return `Within ${days} working day${days === 1 ? '' : 's'}`;
}

/**
 * Whether an open action has had no evidence for 90 days.
 * @param last the day of the newest record that names it; null where there is none
 */
export function isQuiet(
	action: Pick<Action, 'status'>,
	last: string | null,
	today: string
): boolean {
	return isOpen(action) && (last === null || last < addDays(today, -QUIET_ACTION_DAYS));
}

/** Whether an action is somebody's: they answer for it, or they proposed it. */
export function isOf(
	{ owner_id, created_by, status }: Pick<Action, 'owner_id' | 'created_by' | 'status'>,
	userId: string
): boolean {
	return owner_id === userId || (created_by === userId && isUndecided(status));
}

/**
 * The reference to suggest for a new action, in the plan's own pattern: "EDI-46" is followed by "EDI-47".
 * Empty where the plan has no pattern.
 */
export function nextReference(references: readonly string[]): string {
	const numbered = references.flatMap((reference) => {
		const [, prefix, digits] = /^(.*?)(\d+)$/.exec(reference) ?? [];
		return prefix === undefined || !digits ? [] : [{ prefix, digits, number: Number(digits) }];
	});
	const uses = (prefix: string) => numbered.filter((one) => one.prefix === prefix).length;
	const [last] = numbered.sort((a, b) => uses(b.prefix) - uses(a.prefix) || b.number - a.number);
	if (!last) return '';
	return last.prefix + String(last.number + 1).padStart(last.digits.length, '0');
}
