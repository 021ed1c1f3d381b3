import * as z from 'zod/mini';
import { defineRecord } from '../define-record';

/** A named group of wards that officers work in. */
export const locality = defineRecord({
	table: 'localities',
	name: { one: 'locality', many: 'localities' },
	schema: z.object({
		name: z.string().check(z.minLength(1, 'Enter the name of the locality'), z.maxLength(200))
	}),
	indexes: [],
	merge: {},
	title: (locality) => locality.name
});
