import * as z from 'zod/mini';
import { defineRecord } from '../define-record';

/** A council: the tenant that every other record belongs to. Its own `council_id` is its `id`. */
export const council = defineRecord({
	table: 'councils',
	schema: z.object({
		/** The ONS (GSS) code of the local authority district, such as E07000178. */
		code: z.string().check(z.regex(/^[EWSN]\d{8}$/, 'Enter a GSS code, like E07000178')),
		name: z.string().check(z.minLength(1, 'Enter the name of the council'), z.maxLength(200))
	})
});
