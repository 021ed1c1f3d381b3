/** How the form of a round becomes its columns. Loaded when it is sent. */
import * as z from 'zod/mini';
import { dateField, moneyField, textField } from '$lib/forms/field-schemas';
import { readEach } from '$lib/forms/read-each';
import { ROUND_NAME_MAX } from '$lib/records/grant/limits';
import type { RoundColumns, RoundValues } from './round-values';

const typedSchemas = {
	name: textField({ name: 'the name', max: ROUND_NAME_MAX }),
	opens_on: dateField({ name: 'the opening date' }),
	closes_on: dateField({ name: 'the closing date' }),
	decided_by: dateField({ name: 'the date of the decision', optional: true }),
	budget: moneyField({ name: 'the budget' }),
	cap: moneyField({ name: 'the most for one applicant', min: 1, optional: true })
};

/** Reads the form's values into columns, or finds every field at fault in one go. */
export function roundSchema(): z.ZodMiniType<RoundColumns, RoundValues> {
	return z.pipe(
		z.custom<RoundValues>(),
		z.transform((values, context) => {
			const { data, errors } = readEach(typedSchemas, values);
			const { name, opens_on, closes_on, decided_by } = data;
			const faults = {
				...(closes_on < opens_on && {
					closes_on: 'The closing date must be after the opening date'
				}),
				...(decided_by &&
					decided_by < closes_on && {
						decided_by: 'The date of the decision must be after the closing date'
					}),
				...errors
			};
			for (const [field, message] of Object.entries(faults))
				context.issues.push({ code: 'custom', message, path: [field], input: values });
			return {
				name,
				opens_on,
				closes_on,
				decided_by: decided_by || null,
				budget_pence: data.budget as number,
				cap_pence: data.cap
			};
		})
	);
}
