import * as z from 'zod/mini';
import { defineRecord } from '../define-record';

/** How colleagues see somebody who works with the council. */
export const profile = defineRecord({
	table: 'profiles',
	schema: z.object({
		user_id: z.uuid(),
		full_name: z.string().check(z.minLength(1, 'Enter a full name'), z.maxLength(200))
	})
});
