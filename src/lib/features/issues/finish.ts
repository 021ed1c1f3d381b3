/** The form that finishes an issue: put right, or why it cannot be. */
import * as z from 'zod/mini';
import { dateField, textField, timeField } from '$lib/forms/field-schemas';
import type { IssueFields } from '$lib/records/issue/issue';
import { ISSUE_TEXT_MAX } from '$lib/records/issue/issue-rules';
import { isOpen } from '$lib/records/issue/issue-standing';
import type { Row } from '$lib/records/registry';
import { dateOf, formatTime, momentOf, timestampOf, today } from '$lib/time/dates';

/** In the order of the page: errors are listed so. */
export interface FinishValues {
	status: string;
	outcome: string;
	finished_on: string;
	finished_time: string;
}

type Ending = Pick<IssueFields, 'status' | 'outcome' | 'resolved_at'>;

/** What the form begins with: how the issue ended, or else that it ends now. */
export function endingOf(issue: Row<'issues'>, now: Date = new Date()): FinishValues {
	const at = issue.resolved_at ? new Date(issue.resolved_at) : now;
	return {
		status: isOpen(issue) ? '' : issue.status,
		outcome: issue.outcome,
		finished_on: dateOf(at),
		finished_time: formatTime(at)
	};
}

/**
 * Reads the form.
 * @param reportedAt when the issue was reported: it did not end before
 */
export function finishSchema(reportedAt: string): z.ZodMiniType<Ending, FinishValues> {
	return z.pipe(
		z
			.object({
				status: z.enum(['resolved', 'cannot'], 'Select whether it is put right'),
				outcome: textField({ name: 'what was done', max: ISSUE_TEXT_MAX, optional: true }),
				finished_on: dateField({
					name: 'the date',
					notAfter: { date: today(), words: 'today or in the past' },
					notBefore: { date: dateOf(new Date(reportedAt)) }
				}),
				finished_time: timeField({ name: 'the time' })
			})
			.check(({ value, issues }) => {
				if (value.status === 'cannot' && value.outcome === '')
					issues.push({
						code: 'custom',
						message: 'Enter why it cannot be put right',
						path: ['outcome'],
						input: value
					});
			}),
		z.transform(({ status, outcome, finished_on, finished_time }) => ({
			status,
			outcome,
			resolved_at: timestampOf(momentOf(finished_on, finished_time))
		}))
	);
}
