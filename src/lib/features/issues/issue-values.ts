/** What the form of an issue holds. How it is read: issue-schema.ts; what becomes of an issue: finish.ts. */
import { readTime } from '$lib/forms/typed-time';
import { dueOn, type IssueKind, type IssueTargets } from '$lib/records/issue/issue-rules';
import type { Row } from '$lib/records/registry';
import { dateOf, formatTime, isDate, momentOf, today } from '$lib/time/dates';

/** In the order of the page: errors are listed so. */
export interface IssueValues {
	kind: string;
	what: string;
	ward_code: string;
	place_id: string;
	/** Degrees; null for no pin. */
	latitude: number | null;
	longitude: number | null;
	reported_on: string;
	reported_time: string;
	owner_id: string;
	restricted: boolean;
	log_id: string;
}

/** A new issue, reported now; where its log was. */
export function emptyIssue(now: Date, log?: Row<'engagement_logs'>): IssueValues {
	return {
		kind: '',
		what: '',
		ward_code: log?.ward_code ?? '',
		place_id: log?.place_id ?? '',
		latitude: null,
		longitude: null,
		reported_on: today(now),
		reported_time: formatTime(now),
		owner_id: '',
		restricted: log?.restricted ?? false,
		log_id: log?.id ?? ''
	};
}

/** The form's values for an issue that is there. */
export function valuesOf(issue: Row<'issues'>): IssueValues {
	const reported = new Date(issue.reported_at);
	return {
		kind: issue.kind,
		what: issue.what,
		ward_code: issue.ward_code ?? '',
		place_id: issue.place_id ?? '',
		latitude: issue.latitude,
		longitude: issue.longitude,
		reported_on: dateOf(reported),
		reported_time: formatTime(reported),
		owner_id: issue.owner_id ?? '',
		restricted: issue.restricted,
		log_id: issue.log_id ?? ''
	};
}

/** Whether an issue is for its author and the register alone: said so, a hate incident, or of a restricted log. */
export function isRestricted(
	{ kind, restricted }: Pick<IssueValues, 'kind' | 'restricted'>,
	fromRestricted: boolean
): boolean {
	return restricted || kind === 'hate_incident' || fromRestricted;
}

/** The last day of what the form says, `YYYY-MM-DD`; undefined while it does not say enough. */
export function dueOf(values: IssueValues, targets: IssueTargets): string | undefined {
	const time = readTime(values.reported_time);
	if (!values.kind || !time || !isDate(values.reported_on)) return undefined;
	return dueOn(values.kind as IssueKind, momentOf(values.reported_on, time), targets);
}
