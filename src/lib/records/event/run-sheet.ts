/** What a run sheet must look like. */
import * as z from 'zod/mini';
import { RUN_SHEET_MAX } from './run-sheet-lines';

/** The column `run_sheet`. */
export const runSheetSchema = z
	.array(
		z.object({
			at: z
				.string()
				.check(z.regex(/^(([01][0-9]|2[0-3]):[0-5][0-9])?$/, 'Enter a time like 10:30')),
			what: z.string().check(z.minLength(1, 'Say what is done'), z.maxLength(RUN_SHEET_MAX.what)),
			who: z.string().check(z.maxLength(RUN_SHEET_MAX.who)),
			done: z.boolean()
		})
	)
	.check(z.maxLength(RUN_SHEET_MAX.lines));
