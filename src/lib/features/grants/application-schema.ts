/** How the form of an application becomes columns of a grant. Loaded when it is sent. */
import * as z from 'zod/mini';
import { dateField, moneyField, pastDateField, textField } from '$lib/forms/field-schemas';
import { readEach } from '$lib/forms/read-each';
import { GRANT_MAX } from '$lib/records/grant/limits';
import { programmesSchema } from '$lib/records/programmes';
import { daysProblem, type ApplicationColumns, type ApplicationValues } from './application-values';

const chosen = (message: string) => z.string().check(z.minLength(1, message));

const typedSchemas = (today: string) => ({
	round_id: chosen('Select the round'),
	organisation_id: chosen('Select who applies'),
	title: textField({ name: 'the title', max: GRANT_MAX.title }),
	about: textField({ name: 'what the money is for', max: GRANT_MAX.about }),
	received_on: pastDateField({ name: 'the date it was received', today }),
	requested: moneyField({ name: 'the amount they ask for', min: 1 }),
	objective_id: chosen('Select the priority that it serves'),
	starts_on: dateField({ name: 'the first day', optional: true }),
	ends_on: dateField({ name: 'the last day', optional: true }),
	programmes: programmesSchema
});

/**
 * Reads the form's values into columns, or finds every field at fault in one go.
 * @param today `YYYY-MM-DD`
 */
export function applicationSchema(
	today: string
): z.ZodMiniType<ApplicationColumns, ApplicationValues> {
	return z.pipe(
		z.custom<ApplicationValues>(),
		z.transform((values, context) => {
			const { data, errors } = readEach(typedSchemas(today), values);
			const faults = { ...daysProblem(data.starts_on, data.ends_on), ...errors };
			for (const [field, message] of Object.entries(faults))
				context.issues.push({ code: 'custom', message, path: [field], input: values });
			const { requested, ...typed } = data;
			const { requested: _, ...rest } = values;
			return {
				...rest,
				...typed,
				requested_pence: requested,
				groups: values.groups as ApplicationColumns['groups'],
				action_id: values.action_id || null,
				starts_on: data.starts_on || null,
				ends_on: data.ends_on || null
			} as ApplicationColumns;
		})
	);
}
