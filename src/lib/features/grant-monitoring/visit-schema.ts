/** How the form of a visit is read. */
import * as z from 'zod/mini';
import { pastDateField, textField, wholeNumberField } from '$lib/forms/field-schemas';
import { readEach } from '$lib/forms/read-each';
import { Constants } from '$lib/records/database.types';
import { MAX_PEOPLE } from '$lib/records/engagement/tallies';
import type { GrantVisitFields } from '$lib/records/grant/grant-visit';
import { VISIT_MAX } from '$lib/records/grant/monitoring-limits';
import type { VisitValues } from './visit-values';

/**
 * Reads the form of a visit, or finds every field at fault in one go. Words are kept with consent alone; without words
 * there is nothing to consent to.
 * @param today `YYYY-MM-DD`
 */
export function visitSchema(today: string): z.ZodMiniType<GrantVisitFields, VisitValues> {
	const text = (name: string, max: number) => textField({ name, max, optional: true });
	return z.pipe(
		z.custom<VisitValues>(),
		z.transform((values, context) => {
			const { data, errors } = readEach(
				{
					grant_id: z.uuid(),
					visited_on: pastDateField({ name: 'the date of the visit', today }),
					attended: wholeNumberField({
						name: 'the number of people',
						max: MAX_PEOPLE,
						optional: true
					}),
					on_track: z.enum(Constants.public.Enums.grant_progress, 'Select whether it is on track'),
					heard: text('what you heard and saw', VISIT_MAX.heard),
					risks: text('the risks', VISIT_MAX.risks),
					quote: text('their words', VISIT_MAX.quote),
					quote_consent: z.boolean()
				},
				values
			);
			if (data.quote !== '' && !data.quote_consent)
				errors.quote_consent = 'Tick that they agreed to be quoted, or take their words out';
			for (const [field, message] of Object.entries(errors))
				context.issues.push({ code: 'custom', message, path: [field], input: values });
			return { ...data, quote_consent: data.quote !== '' };
		})
	);
}
