import * as z from 'zod/mini';
import { defineRecord } from '../define-record';

/** The longest note that the server takes. */
export const SAFE_SPACE_NOTE_MAX = 2000;

/** That a place is a safe space: on the devices of people cleared for the restricted register, and on nobody else's. */
export const safeSpace = defineRecord({
	table: 'safe_spaces',
	schema: z.object({
		place_id: z.uuid(),
		/** For whom it is safe, when, and how people get in. */
		note: z.string().check(z.maxLength(SAFE_SPACE_NOTE_MAX))
	}),
	columns: {
		place_id: { label: 'Place', names: 'places' },
		note: { label: 'Note' }
	}
});
