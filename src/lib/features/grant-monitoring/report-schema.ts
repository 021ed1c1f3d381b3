/** How the form of a report is read. */
import * as z from 'zod/mini';
import {
	dateField,
	moneyField,
	pastDateField,
	textField,
	wholeNumberField
} from '$lib/forms/field-schemas';
import { readEach } from '$lib/forms/read-each';
import { Constants } from '$lib/records/database.types';
import { MAX_PEOPLE, tallyProblem } from '$lib/records/engagement/tallies';
import { talliesSchema } from '$lib/records/engagement/tally-schema';
import type { GrantReportFields } from '$lib/records/grant/grant-report';
import { OUTCOME_MAX } from '$lib/records/grant/monitoring-limits';
import type { ReportValues } from './report-values';

/**
 * Reads the form of a report, or finds every field at fault in one go.
 * @param today `YYYY-MM-DD`
 */
export function reportSchema(today: string): z.ZodMiniType<GrantReportFields, ReportValues> {
	return z.pipe(
		z.custom<ReportValues>(),
		z.transform((values, context) => {
			const { data, errors } = readEach(
				{
					grant_id: z.uuid(),
					kind: z.enum(Constants.public.Enums.grant_report_kind, 'Select which report it is'),
					due_on: dateField({ name: 'the date it is due' }),
					received_on:
						values.received_on === ''
							? z.literal('')
							: pastDateField({ name: 'the date it came', today }),
					outcome: textField({
						name: 'what the grant has changed',
						max: OUTCOME_MAX,
						optional: values.received_on === ''
					}),
					people_count: wholeNumberField({
						name: 'the number of people',
						max: MAX_PEOPLE,
						optional: true
					}),
					tallies: talliesSchema,
					spent_pence: moneyField({ name: 'what was spent', optional: true })
				},
				values
			);
			const people = typeof data.people_count === 'number' ? data.people_count : null;
			const tooMany = tallyProblem(values.tallies, people);
			if (tooMany) errors.tallies ??= tooMany;
			for (const [field, message] of Object.entries(errors))
				context.issues.push({ code: 'custom', message, path: [field], input: values });
			return { ...data, received_on: data.received_on || null };
		})
	);
}
