import * as z from 'zod/mini';
import { defineRecord } from '../define-record';

/** A named group of wards that officers work in. */
export const locality = defineRecord({
	table: 'localities',
	schema: z.object({
		name: z.string().check(z.minLength(1, 'Enter the name of the locality'), z.maxLength(200))
	})
});
