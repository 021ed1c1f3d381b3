/** How the form of a place is read. */
import * as z from 'zod/mini';
import { firstErrors } from '$lib/forms/error-list';
import { dateField, textField, wholeNumberField } from '$lib/forms/field-schemas';
import { readEach } from '$lib/forms/read-each';
import { readPostcode } from '$lib/records/area/postcode';
import { PLACE_MAX, type PlaceFields } from '$lib/records/place/new-place';
import { place } from '$lib/records/place/place';
import { features } from '$lib/records/place/place-features';
import type { PlaceValues } from './place-values';

const line = (name: string, max: number) => textField({ name, max, optional: true });

const postcode = z.pipe(
	z
		.string()
		.check(
			z.refine(
				(typed) => typed.trim() === '' || readPostcode(typed) !== null,
				'Enter a whole postcode, like OX4 6JD'
			)
		),
	z.transform((typed) => readPostcode(typed)?.full ?? '')
);

const typedSchemas = (today: string) => ({
	name: textField({ name: 'the name of the place', max: PLACE_MAX.name }),
	address: line('the address', PLACE_MAX.address),
	postcode,
	checked_on: dateField({
		name: 'the date it was checked',
		notAfter: { date: today, words: 'today or in the past' },
		optional: true
	}),
	hire_cost: line('the hire cost', PLACE_MAX.hire_cost),
	capacity: wholeNumberField({
		name: 'the number of people',
		min: 1,
		max: PLACE_MAX.capacity,
		optional: true
	}),
	note: line('the note', PLACE_MAX.note)
});

/**
 * Reads the form's values into a place, or finds every field at fault in one go.
 * @param today `YYYY-MM-DD`
 */
export function placeFormSchema(today: string): z.ZodMiniType<PlaceFields, PlaceValues> {
	return z.pipe(
		z.custom<PlaceValues>(),
		z.transform((values, context) => {
			const typed = readEach(typedSchemas(today), values);
			const known = features.map((feature) => [
				feature,
				values[feature] === '' ? null : values[feature] === 'yes'
			]);
			const fields = {
				...values,
				...typed.data,
				...Object.fromEntries(known),
				ward_code: values.ward_code || null,
				checked_on: typed.data.checked_on || null,
				note: typed.data.note || null
			} as PlaceFields;
			const errors = {
				...firstErrors(place.schema.safeParse(fields).error?.issues ?? []),
				...typed.errors
			};
			for (const [field, message] of Object.entries(errors))
				context.issues.push({ code: 'custom', message, path: [field], input: values });
			return fields;
		})
	);
}
