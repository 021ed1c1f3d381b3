/** What the form of a place holds. How it is read: place-schema.ts. */
import { newPlace, type PlaceFields } from '$lib/records/place/new-place';
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
