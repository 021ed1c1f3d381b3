/** How well the council keeps to what it promises for issues. */
import { Constants } from '$lib/records/database.types';
import type { IssueKind } from '$lib/records/issue/issue-rules';
import { isLate, isOpen } from '$lib/records/issue/issue-standing';
import type { Row } from '$lib/records/registry';
import { dateOf } from '$lib/time/dates';
import type { Period } from './periods';

type Issue = Row<'issues'>;

/** Of the issues of one kind that were reported in a period. */
export interface IssueRate {
	kind: IssueKind;
	/** Those whose last day has gone or that are finished: what the rate rests on. */
	decided: number;
	/** Of these, put right by their last day. */
	inTime: number;
	/** Of these, found that they cannot be put right. */
	cannot: number;
	/** `inTime` of `decided` in whole per cent; null where there is none to go by. */
	percent: number | null;
}

/**
 * The rate of each kind that was reported in the period, in the order of the kinds. One that cannot be put right counts as
 * not put right. Restricted ones are left out: few devices hold any.
 */
export function issueRates(
	issues: readonly Issue[],
	{ since, until }: Period,
	today: string
): IssueRate[] {
	const reported = issues.filter(({ restricted, reported_at }) => {
		const day = dateOf(new Date(reported_at));
		return !restricted && since <= day && day <= until;
	});
	return Constants.public.Enums.issue_kind.flatMap((kind) => {
		const ours = reported.filter((issue) => issue.kind === kind);
		if (ours.length === 0) return [];
		const decided = ours.filter((issue) => !isOpen(issue) || isLate(issue, today));
		const inTime = decided.filter(wasInTime).length;
		return {
			kind,
			decided: decided.length,
			inTime,
			cannot: decided.filter(({ status }) => status === 'cannot').length,
			percent: decided.length === 0 ? null : Math.round((inTime / decided.length) * 100)
		};
	});
}

/** Put right by its last day. */
export function wasInTime({ status, resolved_at, due_on }: Issue): boolean {
	return status === 'resolved' && resolved_at !== null && dateOf(new Date(resolved_at)) <= due_on;
}
