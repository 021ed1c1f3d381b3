/** The place form's values, and how they become a place. */
import * as z from 'zod/mini';
import { firstErrors } from '$lib/forms/error-list';
import { dateField, textField, wholeNumberField } from '$lib/forms/field-schemas';
import { readEach } from '$lib/forms/read-each';
import { readPostcode } from '$lib/records/area/postcode';
import { newPlace, place, PLACE_MAX, type PlaceFields } from '$lib/records/place/place';
import { features, type Feature } from '$lib/records/place/place-features';

/** In the order of the page: errors are listed so. Nothing is ''. */
export interface PlaceValues extends Record<Feature, string> {
	name: string;
	kind: string;
	ward_code: string;
	/** Degrees, WGS 84. */
	latitude: number | null;
	longitude: number | null;
	address: string;
	postcode: string;
	checked_on: string;
	hire_cost: string;
	capacity: string;
	note: string;
}

/** The values of a place that nobody has begun. */
export function emptyPlace(): PlaceValues {
	return valuesOf({ ...newPlace({ name: '', kind: 'other', ward_code: null }), kind: '' });
}

/** The form's values for a place that is there. */
export function valuesOf(fields: Omit<PlaceFields, 'kind'> & { kind: string }): PlaceValues {
	return {
		name: fields.name,
		kind: fields.kind,
		ward_code: fields.ward_code ?? '',
		latitude: fields.latitude,
		longitude: fields.longitude,
		address: fields.address,
		postcode: fields.postcode,
		...(Object.fromEntries(
			features.map((feature) => [feature, ANSWERS.get(fields[feature]) ?? ''])
		) as Record<Feature, string>),
		checked_on: fields.checked_on ?? '',
		hire_cost: fields.hire_cost,
		capacity: fields.capacity?.toString() ?? '',
		note: fields.note ?? ''
	};
}

/** '' stands for "not known". */
const ANSWERS = new Map([
	[true, 'yes'],
	[false, 'no']
] as [boolean | null, string][]);

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
