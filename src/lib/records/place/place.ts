import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord } from '../define-record';
import { PLACE_MAX } from './new-place';

const text = (max: number) => z.string().check(z.maxLength(max));
/** Null: nobody has found out, which is not "no". */
const known = z.nullable(z.boolean());

/** A venue, hub or green space where people meet. */
export const place = defineRecord({
	table: 'places',
	schema: z.object({
		name: text(PLACE_MAX.name).check(z.minLength(1, 'Enter the name of the place')),
		kind: z.enum(Constants.public.Enums.place_kind, 'Select what kind of place it is'),
		ward_code: z.nullable(z.string()),
		latitude: z.nullable(z.number().check(z.gte(-90), z.lte(90))),
		longitude: z.nullable(z.number().check(z.gte(-180), z.lte(180))),
		address: text(PLACE_MAX.address),
		/** In capitals, with one space. */
		postcode: z
			.string()
			.check(z.regex(/^([A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2})?$/, 'Enter a whole postcode')),
		step_free: known,
		accessible_toilet: known,
		hearing_loop: known,
		/** For prayer or quiet. */
		quiet_room: known,
		wifi: known,
		/** When somebody last found out which of these are there. */
		checked_on: z.nullable(z.iso.date()),
		hire_cost: text(PLACE_MAX.hire_cost),
		/** People that its largest room holds. */
		capacity: z.nullable(z.int().check(z.gte(1), z.lte(PLACE_MAX.capacity))),
		note: z.nullable(text(PLACE_MAX.note))
	}),
	columns: {
		name: { label: 'Name' },
		kind: { label: 'Kind of place', list: 'place_kind' },
		ward_code: { label: 'Ward', names: 'areas', by: 'code' },
		address: { label: 'Address' },
		postcode: { label: 'Postcode' },
		step_free: { label: 'Step-free' },
		accessible_toilet: { label: 'Accessible toilet' },
		hearing_loop: { label: 'Hearing loop' },
		quiet_room: { label: 'Prayer or quiet room' },
		wifi: { label: 'Wi-Fi' },
		checked_on: { label: 'Last checked', date: true },
		hire_cost: { label: 'Hire cost' },
		capacity: { label: 'People its largest room holds' },
		latitude: { label: 'Latitude' },
		longitude: { label: 'Longitude' },
		note: { label: 'Note' }
	}
});
