/**
 * What people do with issues. Officers in their own localities; managers and administrators anywhere in the council. A
 * restricted one is dealt with by its author, or by somebody cleared.
 */
import type { FieldsOf } from '$lib/records/define-record';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import type { ReportedColumns } from './issue-schema';

/** Reports an issue. The draft's id becomes its own, so that saving twice makes one. */
export async function reportIssue(
	store: Store,
	councilId: string,
	draftId: string,
	issue: ReportedColumns
): Promise<void> {
	await store.write.insert(
		'issues',
		{ council_id: councilId, ...issue, status: 'open', resolved_at: null, outcome: '' },
		draftId
	);
}

/**
 * Changes an issue: what was reported, or how it ended. A change that was refused goes out again.
 * @param opened the issue as the form found it: what others have changed since stays as they made it
 */
export async function changeIssue(
	store: Store,
	opened: Row<'issues'>,
	changes: Partial<FieldsOf<'issues'>>
): Promise<void> {
	await store.write.update('issues', opened.id, changes, opened);
}

/** Takes an issue on: the person deals with it from now. */
export async function takeOn(store: Store, id: string, userId: string): Promise<void> {
	await store.write.update('issues', id, { owner_id: userId, status: 'in_progress' });
}

/** Opens an issue again that was finished. */
export async function reopenIssue(store: Store, id: string): Promise<void> {
	await store.write.update('issues', id, { status: 'in_progress', resolved_at: null });
}

/** Deletes an issue with the forms over it that were begun. Its history stays in the register of changes. */
export async function deleteIssue(store: Store, id: string): Promise<void> {
	await store.write.remove('issues', id);
	await store.drafts.discard(id);
	await store.drafts.discard(finishDraftOf(id));
}

/** Where the form that finishes an issue keeps what is typed. */
export function finishDraftOf(id: string): string {
	return `${id}/finish`;
}
