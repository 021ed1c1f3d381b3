/** How an issue stands against its deadline. Apart from the rule that makes the deadline, for home asks on every start. */
import type { Row } from '../registry';

type Issue = Pick<Row<'issues'>, 'status' | 'due_on'>;

/** Nobody has put it right yet, nor found that it cannot be. */
export function isOpen({ status }: Pick<Issue, 'status'>): boolean {
	return status === 'open' || status === 'in_progress';
}

/** Its last day has gone. */
export function isLate(issue: Issue, today: string): boolean {
	return isOpen(issue) && issue.due_on < today;
}

/** Its last day is today, or has gone. */
export function isDue(issue: Issue, today: string): boolean {
	return isOpen(issue) && issue.due_on <= today;
}

/** Whether a person deals with it, or reported it and nobody does. */
export function isWith(
	{ owner_id, created_by }: Pick<Row<'issues'>, 'owner_id' | 'created_by'>,
	userId: string
): boolean {
	return (owner_id ?? created_by) === userId;
}
