import * as z from 'zod/mini';
import { textField } from '$lib/forms/field-schemas';
import { readTime } from '$lib/forms/typed-time';
import { RUN_SHEET_MAX } from '$lib/records/event/run-sheet-lines';

/** How one line of a run sheet is read; a time may be left out. */
export const lineSchema = z.object({
	what: textField({ name: 'what is done', max: RUN_SHEET_MAX.what }),
	at: z.pipe(
		z
			.string()
			.check(
				z.refine(
					(typed) => typed.trim() === '' || readTime(typed) !== null,
					'The time must be a time, like 9:30am or 5:30pm'
				)
			),
		z.transform((typed) => readTime(typed) ?? '')
	),
	who: textField({ name: 'who does it', max: RUN_SHEET_MAX.who, optional: true })
});
