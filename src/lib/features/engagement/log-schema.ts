/** How the log form's values become a log. It comes when a log is checked or saved: no form waits for it. */
import * as z from 'zod/mini';
import { firstErrors } from '$lib/forms/error-list';
import { dateField, textField, wholeNumberField } from '$lib/forms/field-schemas';
import { engagementLog, type EngagementLogFields } from '$lib/records/engagement/engagement-log';
import {
	checkLog,
	type LogErrors,
	type LogSurroundings
} from '$lib/records/engagement/engagement-rules';
import { withoutIdentity } from '$lib/records/engagement/sensitive-log';
import { PROGRAMME_MAX } from '$lib/records/programmes';
import type { LogValues } from './log-values';

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
			...(log.hate_incident &&
				log.signposted.length === 0 && { signposted: 'Select where you signposted them' }),
			...firstErrors(fields.error?.issues ?? []),
			...firstErrors(typed.error?.issues ?? [])
		}
	};
}
