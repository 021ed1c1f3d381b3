/** What the form of an issue holds, and how it becomes one. What becomes of an issue is another form's: finish.ts. */
import * as z from 'zod/mini';
import { dateField, textField, timeField } from '$lib/forms/field-schemas';
import { Constants } from '$lib/records/database.types';
import { checkMyWard } from '$lib/records/engagement/engagement-rules';
import { ISSUE_TEXT_MAX, ISSUES_BEGIN, type IssueFields } from '$lib/records/issue/issue';
import { dueOn, type IssueTargets } from '$lib/records/issue/issue-rules';
import type { Row } from '$lib/records/registry';
import type { Access } from '$lib/records/tenancy/access';
import { dateOf, formatTime, momentOf, timestampOf, today } from '$lib/time/dates';

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

/** What the form looks at. */
export interface IssueSurroundings {
	targets: IssueTargets;
	/** The log that it comes from is restricted, and so is the issue. */
	fromRestricted: boolean;
	/** Who deals with a restricted one, unless somebody cleared does. */
	author: string;
	areas: readonly Row<'areas'>[];
	access: Access;
}

/** The columns that the form is about. */
export type ReportedColumns = Omit<IssueFields, 'status' | 'resolved_at' | 'outcome'>;

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

const kindField = z.enum(Constants.public.Enums.issue_kind, 'Select what kind of issue it is');

const whenFields = () => ({
	reported_on: dateField({
		name: 'the date it was reported',
		notAfter: { date: today(), words: 'today or in the past' },
		notBefore: { date: ISSUES_BEGIN }
	}),
	reported_time: timeField({ name: 'the time it was reported' })
});

/** The last day of what the form says, `YYYY-MM-DD`; undefined while it does not say enough. */
export function dueOf(values: IssueValues, targets: IssueTargets): string | undefined {
	const { data } = z.object({ kind: kindField, ...whenFields() }).safeParse(values);
	return data && dueOn(data.kind, momentOf(data.reported_on, data.reported_time), targets);
}

/**
 * Reads the form into an issue, or finds every field at fault in one go.
 * @param opened the issue that it changes; its deadline stays where neither its kind nor its time changes
 */
export function issueFormSchema(
	{ targets, fromRestricted, author, areas, access }: IssueSurroundings,
	opened: Row<'issues'> | null
): z.ZodMiniType<ReportedColumns, IssueValues> {
	const before = opened && valuesOf(opened);
	const isWardKept = (code: string) => code === '' || code === before?.ward_code;
	return z.pipe(
		z.object({
			kind: kindField,
			what: textField({ name: 'what is wrong', max: ISSUE_TEXT_MAX }),
			ward_code: z.string().check(({ value, issues }) => {
				const message = isWardKept(value) ? undefined : checkMyWard(value, { areas, access });
				if (message) issues.push({ code: 'custom', message, input: value });
			}),
			place_id: z.string(),
			latitude: z.nullable(z.number()),
			longitude: z.nullable(z.number()),
			...whenFields(),
			owner_id: z.string(),
			restricted: z.boolean(),
			log_id: z.string()
		}),
		z.transform(({ reported_on, reported_time, ...typed }) => {
			const restricted = isRestricted(typed, fromRestricted);
			const reported = timestampOf(momentOf(reported_on, reported_time));
			// The form knows minutes: the seconds of the report stay as they were.
			const isSameTime = opened && timestampOf(minuteOf(opened.reported_at)) === reported;
			const reported_at = isSameTime ? opened.reported_at : reported;
			return {
				...typed,
				...(restricted && { latitude: null, longitude: null }),
				ward_code: typed.ward_code || null,
				place_id: (!restricted && typed.place_id) || null,
				reported_at,
				due_on:
					isSameTime && opened.kind === typed.kind
						? opened.due_on
						: dueOn(typed.kind, new Date(reported_at), targets),
				owner_id: typed.owner_id || (restricted ? author : null),
				restricted,
				log_id: typed.log_id || null
			};
		})
	);
}

function minuteOf(timestamp: string): Date {
	const moment = new Date(timestamp);
	moment.setUTCSeconds(0, 0);
	return moment;
}
