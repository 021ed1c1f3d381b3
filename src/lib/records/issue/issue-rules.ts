/**
 * When an issue is due, and how well the council keeps to it. The database works out the same day (private.issue_due_on);
 * here it answers at once, offline.
 */
import { clockOf, dateOf } from '$lib/time/dates';
import { addWorkingDays, isWorkingDay } from '$lib/time/working-days';
import type { Row } from '../registry';
import type { IssueFields } from './issue';

/** The longest text that the server takes. */
export const ISSUE_TEXT_MAX = 10_000;
/** Nothing older is kept: the list of bank holidays begins here. */
export const ISSUES_BEGIN = '2020-01-01';

export type IssueKind = IssueFields['kind'];

/** What a council promises: the working days of each kind of issue, and when its office closes (`HH:MM`, London). */
export type IssueTargets = Pick<Row<'councils'>, `${IssueKind}_days` | 'office_closes_at'>;

/** Within how many working days an issue of a kind is dealt with; 0 is the same day. */
export function targetOf(kind: IssueKind, targets: IssueTargets): number {
	return targets[`${kind}_days`];
}

/**
 * The last day, `YYYY-MM-DD`, on which an issue is dealt with in time.
 *
 * The day of the report is not counted. What is reported after the office has closed, or on a day on which it does not
 * open, counts as reported on the next working day: offensive graffiti (one working day) reported on a Friday at 5:30pm
 * is due on Tuesday. What is due the same day is due that day, whatever the hour.
 */
export function dueOn(kind: IssueKind, reportedAt: Date, targets: IssueTargets): string {
	const day = dateOf(reportedAt);
	const workingDays = targetOf(kind, targets);
	if (workingDays === 0) return day;
	const inTime = isWorkingDay(day) && clockOf(reportedAt) < targets.office_closes_at.slice(0, 5);
	return addWorkingDays(inTime ? day : addWorkingDays(day, 1), workingDays);
}
