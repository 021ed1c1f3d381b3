/** A place's columns, and one of which little is known. Apart from what checks them, which forms load when they are sent. */
import type { FieldsOf } from '../define-record';

export type PlaceFields = FieldsOf<'places'>;

/** The longest texts that the server takes, and the most people. */
export const PLACE_MAX = {
	name: 200,
	address: 500,
	hire_cost: 500,
	note: 10_000,
	capacity: 100_000
};

/** A place of which no more is known than its name and kind. */
export function newPlace(known: Pick<PlaceFields, 'name' | 'kind' | 'ward_code'>): PlaceFields {
	return {
		latitude: null,
		longitude: null,
		address: '',
		postcode: '',
		step_free: null,
		accessible_toilet: null,
		hearing_loop: null,
		quiet_room: null,
		wifi: null,
		checked_on: null,
		hire_cost: '',
		capacity: null,
		note: null,
		...known
	};
}
