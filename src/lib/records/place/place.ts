import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord } from '../define-record';

/** A venue, hub or green space where people meet. */
export const place = defineRecord({
	table: 'places',
	schema: z.object({
		name: z.string().check(z.minLength(1, 'Enter the name of the place'), z.maxLength(200)),
		kind: z.enum(Constants.public.Enums.place_kind),
		ward_code: z.nullable(z.string()),
		latitude: z.nullable(z.number().check(z.gte(-90), z.lte(90))),
		longitude: z.nullable(z.number().check(z.gte(-180), z.lte(180))),
		note: z.nullable(z.string().check(z.maxLength(10_000)))
	}),
	columns: {
		name: { label: 'Name' },
		kind: { label: 'Kind of place', list: 'place_kind' },
		ward_code: { label: 'Ward', names: 'areas', by: 'code' },
		latitude: { label: 'Latitude' },
		longitude: { label: 'Longitude' },
		note: { label: 'Note' }
	}
});
