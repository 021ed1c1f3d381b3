import * as z from 'zod/mini';
import { textField } from '$lib/forms/field-schemas';
import { EVIDENCE_NOTE_MAX } from '$lib/records/assessment/assessment-evidence';

/** How the form that links logs is read. */
export const evidenceSchema = z.object({
	logs: z.array(z.string()).check(z.minLength(1, 'Select at least one log')),
	note: textField({ name: 'why they matter', max: EVIDENCE_NOTE_MAX, optional: true })
});
