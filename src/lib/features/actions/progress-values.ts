/** The values of the form that reports on an action, and how they become columns. */
import * as z from 'zod/mini';
import { dateField, textField } from '$lib/forms/field-schemas';
import type { ActionFields } from '$lib/records/action/action';
import { PROGRESS_MAX, REASON_MAX } from '$lib/records/action/limits';

/** In the order of the page: errors are listed so. */
export interface ProgressValues {
	rag: string;
	rag_reason: string;
	status: string;
	progress_note: string;
	due_on: string;
}

/** The form's values for an action. */
export function progressOf(action: ActionFields): ProgressValues {
	return {
		rag: action.rag ?? '',
		rag_reason: action.rag_reason ?? '',
		status: action.status,
		progress_note: action.progress_note ?? '',
		due_on: action.due_on ?? ''
	};
}

/** Whether a rating is one to explain. */
export function asksWhy(rag: string): boolean {
	return rag === 'red' || rag === 'amber';
}

/**
 * Reads the form into the columns that it changes.
 * @param setsDates whether the person sets when the action is due; if not, that column is left alone
 */
export function progressSchema(
	setsDates: boolean
): z.ZodMiniType<Partial<ActionFields>, ProgressValues> {
	return z.pipe(
		z.object({
			rag: z.string(),
			rag_reason: textField({ name: 'the reason', max: REASON_MAX, optional: true }),
			status: z.string(),
			progress_note: textField({ name: 'progress', max: PROGRESS_MAX, optional: true }),
			due_on: setsDates ? dateField({ name: 'the due date', optional: true }) : z.string()
		}),
		z.transform(
			({ rag, rag_reason, status, progress_note, due_on }) =>
				({
					rag: rag || null,
					rag_reason: (asksWhy(rag) && rag_reason) || null,
					status,
					progress_note: progress_note || null,
					...(setsDates && { due_on: due_on || null })
				}) as Partial<ActionFields>
		)
	);
}
