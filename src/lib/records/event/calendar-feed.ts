import * as z from 'zod/mini';
import { defineRecord } from '../define-record';

/** A calendar of a locality's published events, for anybody who has its address. Deleting it ends it. */
export const calendarFeed = defineRecord({
	table: 'calendar_feeds',
	schema: z.object({
		locality_id: z.uuid(),
		/** What its address ends with: 24 random bytes, base64url. */
		token: z.string().check(z.regex(/^[A-Za-z0-9_-]{32}$/))
	}),
	columns: { locality_id: { label: 'Locality', names: 'localities' } }
});
