/** The log form's values, and how they become a log. A draft is these values: half-filled, and still worth keeping. */
import * as z from 'zod/mini';
import { firstErrors } from '$lib/forms/error-list';
import { dateField, textField, wholeNumberField } from '$lib/forms/field-schemas';
import { engagementLog, type EngagementLogFields } from '$lib/records/engagement/engagement-log';
import {
	checkLog,
	type LogErrors,
	type LogSurroundings
} from '$lib/records/engagement/engagement-rules';
import type { Resource } from '$lib/records/engagement/resources';
import { withoutIdentity } from '$lib/records/engagement/sensitive-log';
import type { Tally } from '$lib/records/engagement/tallies';
import { PROGRAMME_MAX } from '$lib/records/programmes';

/** In the order of the pages: errors are listed so. */
export interface LogValues {
	type: string;
	coverage: string;
	ward_code: string;
	place_id: string;
	organisation_id: string;
	objective_id: string;
	action_id: string;
	themes: string[];
	heard: string;
	people_count: string;
	occurred_on: string;
	partner_ids: string[];
	councillor_present: boolean;
	audiences: string[];
	tallies: Tally[];
	barriers: string[];
	needed: string;
	sentiment: string;
	strengths: string[];
	strong: string;
	connected_organisation_ids: string[];
	channel: string;
	languages: string[];
	resources: Resource[];
	safety_messages: string;
	programmes: string[];
	/** A programme that is not in the list. */
	further_programme: string;
	restricted: boolean;
	hate_incident: boolean;
	signposted: string[];
}

/** A new, empty log of today. */
export function emptyLog(today: string): LogValues {
	return {
		type: '',
		coverage: 'ward',
		ward_code: '',
		place_id: '',
		organisation_id: '',
		objective_id: '',
		action_id: '',
		themes: [],
		heard: '',
		people_count: '',
		occurred_on: today,
		partner_ids: [],
		councillor_present: false,
		audiences: [],
		tallies: [],
		barriers: [],
		needed: '',
		sentiment: '',
		strengths: [],
		strong: '',
		connected_organisation_ids: [],
		channel: '',
		languages: [],
		resources: [],
		safety_messages: '',
		programmes: [],
		further_programme: '',
		restricted: false,
		hate_incident: false,
		signposted: []
	};
}

/** The form's values for a log that exists. */
export function valuesOf(log: EngagementLogFields): LogValues {
	const columns: Partial<Record<string, unknown>> = log;
	const values = Object.entries<unknown>({ ...emptyLog('') }).map(([field, nothing]) => {
		// A log that an older build wrote on this device, and that was not sent yet, lacks what came since.
		const value = columns[field] ?? nothing;
		return [field, typeof value === 'number' ? String(value) : value] as const;
	});
	return Object.fromEntries(values) as unknown as LogValues;
}

/** What a new log takes over from another: what, where, with whom and why; not what was heard, who was counted, nor when. */
const REPEATED: readonly (keyof LogValues)[] = [
	'type',
	'coverage',
	'ward_code',
	'place_id',
	'organisation_id',
	'objective_id',
	'themes',
	'programmes'
];

/** A new log of today that begins as another was. */
export function likeLog(log: EngagementLogFields, today: string): LogValues {
	const repeated = Object.entries(valuesOf(log)).filter(([field]) =>
		REPEATED.some((one) => one === field)
	);
	return { ...emptyLog(today), ...Object.fromEntries(repeated) };
}

/**
 * The form's schema: reads its values into a log, or finds every field at fault in one go.
 * @param around what the rules look at, at the moment of saving
 */
export function logFormSchema(
	around: () => LogSurroundings
): z.ZodMiniType<EngagementLogFields, LogValues> {
	return z.pipe(
		z.custom<LogValues>(),
		z.transform((values, context) => {
			const { log, errors } = readLog(values, around());
			for (const [field, message] of Object.entries(errors))
				context.issues.push({ code: 'custom', message, path: [field], input: values });
			return log;
		})
	);
}

const typedSchema = z.object({
	occurred_on: dateField({ name: 'the date it happened' }),
	people_count: wholeNumberField({ name: 'number of people', optional: true }),
	further_programme: textField({ name: 'the programme', max: PROGRAMME_MAX, optional: true }),
	safety_messages: wholeNumberField({ name: 'safety messages', optional: true })
});

/** The log that the values say, half-filled as it may be. What is no number or date is not said. */
export function answersOf(values: LogValues): EngagementLogFields {
	const { further_programme, ...given } = values;
	const typed = typedSchema.safeParse(values).data;
	const inWard = values.coverage === 'ward';
	return withoutIdentity({
		...given,
		ward_code: (inWard && values.ward_code) || null,
		place_id: (inWard && values.place_id) || null,
		organisation_id: values.organisation_id || null,
		action_id: values.action_id || null,
		heard: values.heard.trim(),
		needed: values.needed.trim(),
		strong: values.strong.trim(),
		sentiment: values.sentiment || null,
		channel: values.channel || null,
		programmes: [...new Set([...values.programmes, further_programme.trim()].filter(Boolean))],
		people_count: typed?.people_count ?? null,
		safety_messages: typed?.safety_messages ?? null
	} as EngagementLogFields);
}

/** The log that the values say, with the sentence for each field at fault. */
export function readLog(
	values: LogValues,
	around: LogSurroundings
): { log: EngagementLogFields; errors: LogErrors } {
	const log = answersOf(values);
	const typed = typedSchema.safeParse(values);
	const fields = engagementLog.schema.safeParse(log);
	return {
		log,
		errors: {
			...checkLog(log, around),
			...firstErrors(fields.error?.issues ?? []),
			...firstErrors(typed.error?.issues ?? [])
		}
	};
}
