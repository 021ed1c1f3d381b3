/** How the form of an issue becomes an issue. Loaded when it is saved. */
import * as z from 'zod/mini';
import { dateField, textField, timeField } from '$lib/forms/field-schemas';
import { Constants } from '$lib/records/database.types';
import { checkMyWard } from '$lib/records/engagement/engagement-rules';
import type { IssueFields } from '$lib/records/issue/issue';
import {
	dueOn,
	ISSUE_TEXT_MAX,
	ISSUES_BEGIN,
	type IssueTargets
} from '$lib/records/issue/issue-rules';
import type { Row } from '$lib/records/registry';
import type { Access } from '$lib/records/tenancy/access';
import { momentOf, timestampOf, today } from '$lib/time/dates';
import { isRestricted, valuesOf, type IssueValues } from './issue-values';

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
			kind: z.enum(Constants.public.Enums.issue_kind, 'Select what kind of issue it is'),
			what: textField({ name: 'what is wrong', max: ISSUE_TEXT_MAX }),
			ward_code: z.string().check(({ value, issues }) => {
				const message = isWardKept(value) ? undefined : checkMyWard(value, { areas, access });
				if (message) issues.push({ code: 'custom', message, input: value });
			}),
			place_id: z.string(),
			latitude: z.nullable(z.number()),
			longitude: z.nullable(z.number()),
			reported_on: dateField({
				name: 'the date it was reported',
				notAfter: { date: today(), words: 'today or in the past' },
				notBefore: { date: ISSUES_BEGIN }
			}),
			reported_time: timeField({ name: 'the time it was reported' }),
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
