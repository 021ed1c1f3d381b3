/** How the form of a panel snapshot is read. Loaded when it is sent. */
import * as z from 'zod/mini';
import { pastDateField, textField, wholeNumberField } from '$lib/forms/field-schemas';
import { readEach } from '$lib/forms/read-each';
import { MAX_PEOPLE, tallyProblem } from '$lib/records/engagement/tallies';
import { talliesSchema } from '$lib/records/engagement/tally-schema';
import { PANEL_MAX } from '$lib/records/panel/limits';
import type { PanelFields } from '$lib/records/panel/panel-snapshot';
import type { PanelValues } from './panel-values';

/**
 * Reads the form, or finds every field at fault in one go.
 * @param today `YYYY-MM-DD`
 */
export function panelSchema(today: string): z.ZodMiniType<PanelFields, PanelValues> {
	return z.pipe(
		z.custom<PanelValues>(),
		z.transform((values, context) => {
			const { data, errors } = readEach(
				{
					title: textField({ name: 'the name of the panel', max: PANEL_MAX.title }),
					taken_on: pastDateField({ name: 'the day on which it was counted', today }),
					people_count: wholeNumberField({
						name: 'how many belong to it',
						min: 1,
						max: MAX_PEOPLE
					}),
					tallies: talliesSchema,
					note: textField({
						name: 'where the counts come from',
						max: PANEL_MAX.note,
						optional: true
					})
				},
				values
			);
			const people = typeof data.people_count === 'number' ? data.people_count : null;
			const tooMany = tallyProblem(values.tallies, people);
			if (tooMany) errors.tallies ??= tooMany;
			for (const [field, message] of Object.entries(errors))
				context.issues.push({ code: 'custom', message, path: [field], input: values });
			return data as PanelFields;
		})
	);
}
