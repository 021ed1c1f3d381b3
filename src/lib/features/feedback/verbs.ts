/**
 * You said, we did: officers in their own localities, managers and administrators anywhere in the council. Nothing comes
 * from a restricted log or issue; the database refuses it.
 */
import type { FieldsOf } from '$lib/records/define-record';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import type { SaidColumns } from './feedback-values';

/** Keeps what people said, to be answered and told. The draft's id becomes its own, so that saving twice makes one. */
export async function keepSaid(
	store: Store,
	councilId: string,
	draftId: string,
	said: SaidColumns
): Promise<void> {
	const open = { outcome: null, response: '', responded_on: null };
	const untold = { told_on: null, told_how: [], told_note: '' };
	await store.write.insert(
		'feedback_loops',
		{ council_id: councilId, ...said, ...open, ...untold },
		draftId
	);
}

/**
 * Corrects what was said, answers it, or says how people were told. A change that was refused goes out again.
 * @param opened the feedback as the form found it: what others have changed since stays as they made it
 */
export async function changeFeedback(
	store: Store,
	opened: Row<'feedback_loops'>,
	changes: Partial<FieldsOf<'feedback_loops'>>
): Promise<void> {
	await store.write.update('feedback_loops', opened.id, changes, opened);
}

/** Deletes feedback with the forms over it that were begun. */
export async function deleteFeedback(store: Store, id: string): Promise<void> {
	await store.write.remove('feedback_loops', id);
	for (const draft of [id, stepDraftOf(id, 'answer'), stepDraftOf(id, 'tell')])
		await store.drafts.discard(draft);
}

/** Where a step keeps what is typed. */
export function stepDraftOf(id: string, step: 'answer' | 'tell'): string {
	return `${id}/${step}`;
}
