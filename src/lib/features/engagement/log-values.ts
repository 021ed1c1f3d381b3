/** The log form's values, and how they become a log. A draft is these values: half-filled, and still worth keeping. */
import * as z from 'zod/mini';
import { firstErrors } from '$lib/forms/error-list';
import { dateField, wholeNumberField } from '$lib/forms/field-schemas';
import { engagementLog, type EngagementLogFields } from '$lib/records/engagement/engagement-log';
import {
	checkLog,
	type LogErrors,
	type LogSurroundings
} from '$lib/records/engagement/engagement-rules';
import { withoutIdentity } from '$lib/records/engagement/sensitive-log';
import { talliesOf, type Tally } from '$lib/records/engagement/tallies';

/** In the order of the page: errors are listed so. */
export interface LogValues {
	type: string;
	coverage: string;
	ward_code: string;
	place_id: string;
	objective_id: string;
	action_id: string;
	themes: string[];
	heard: string;
	people_count: string;
	tallies: Tally[];
	occurred_on: string;
	organisation_id: string;
	barriers: string[];
	safety_messages: string;
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
		objective_id: '',
		action_id: '',
		themes: [],
		heard: '',
		people_count: '',
		tallies: [],
		occurred_on: today,
		organisation_id: '',
		barriers: [],
		safety_messages: '',
		restricted: false,
		hate_incident: false,
		signposted: []
	};
}

/** The form's values for a log that exists. */
export function valuesOf(log: EngagementLogFields): LogValues {
	return {
		type: log.type,
		coverage: log.coverage,
		ward_code: log.ward_code ?? '',
		place_id: log.place_id ?? '',
		objective_id: log.objective_id,
		action_id: log.action_id ?? '',
		themes: [...log.themes],
		heard: log.heard,
		people_count: log.people_count?.toString() ?? '',
		tallies: talliesOf(log),
		occurred_on: log.occurred_on,
		organisation_id: log.organisation_id ?? '',
		barriers: [...log.barriers],
		safety_messages: log.safety_messages?.toString() ?? '',
		restricted: log.restricted,
		hate_incident: log.hate_incident,
		signposted: [...log.signposted]
	};
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
	safety_messages: wholeNumberField({ name: 'safety messages', optional: true })
});

/** The log that the values say, with the sentence for each field at fault. */
export function readLog(
	values: LogValues,
	around: LogSurroundings
): { log: EngagementLogFields; errors: LogErrors } {
	const typed = typedSchema.safeParse(values);
	const inWard = values.coverage === 'ward';
	const log = withoutIdentity({
		...values,
		ward_code: (inWard && values.ward_code) || null,
		place_id: (inWard && values.place_id) || null,
		organisation_id: values.organisation_id || null,
		action_id: values.action_id || null,
		heard: values.heard.trim(),
		people_count: typed.data?.people_count ?? null,
		safety_messages: typed.data?.safety_messages ?? null
	} as EngagementLogFields);
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
