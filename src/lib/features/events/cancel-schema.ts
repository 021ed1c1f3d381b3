import * as z from 'zod/mini';
import { textField } from '$lib/forms/field-schemas';
import { EVENT_MAX } from '$lib/records/event/limits';

/** How the form that cancels an event is read. */
export const cancelSchema = z.pipe(
	z.object({
		cancelled_reason: textField({
			name: 'why it is off',
			max: EVENT_MAX.cancelled_reason
		})
	}),
	z.transform((typed) => ({ ...typed, status: 'cancelled' as const }))
);
