import * as z from 'zod/mini';
import { defineRecord } from '../define-record';
import { MAX_PEOPLE } from '../engagement/tallies';
import { answersSchema } from '../engagement/tally-schema';

/** The people of one group whom one phone counted at the door of an event. The count is the sum of all of them. */
export const eventCount = defineRecord({
	table: 'event_counts',
	schema: z.object({
		event_id: z.uuid(),
		/** The app on one phone. */
		client: z.string().check(z.minLength(1), z.maxLength(100)),
		/** Answers as in tallies; {} for people who were not asked. */
		of: answersSchema,
		count: z.int().check(z.gte(0), z.lte(MAX_PEOPLE))
	}),
	columns: {
		event_id: { label: 'Event', names: 'community_events' },
		count: { label: 'People counted' }
	}
});
