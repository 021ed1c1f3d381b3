/** What people do with actions. Officers and champions propose and report; managers and administrators do the rest. */
import type { ActionFields } from '$lib/records/action/action';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import { insertAction, type ActionInput } from '../insert-action';
import { draftIdOf } from './action-drafts';
import type { ActionKind } from './action-values';
import type { Answer } from './decision-values';

/**
 * Saves a new action, or a proposal of one, on this device, to be sent when there is a network. It comes last in its
 * plan. The draft's id becomes the action's, so that saving twice makes one.
 */
export async function addAction(
	store: Store,
	councilId: string,
	draftId: string,
	kind: ActionKind,
	input: ActionInput
): Promise<void> {
	await insertAction(store, councilId, draftId, {
		...input,
		status: kind === 'proposal' ? 'proposed' : 'not_started'
	});
}

/**
 * Changes what an action is. A change that the server refused goes out again.
 * @param opened the action as the form found it: what others have changed since stays as they made it
 */
export async function changeAction(
	store: Store,
	opened: Row<'actions'>,
	input: ActionInput
): Promise<void> {
	await store.write.update('actions', opened.id, input, opened);
}

/** Accepts or declines a proposal. @param opened the proposal as the form found it */
export async function decide(store: Store, opened: Row<'actions'>, answer: Answer): Promise<void> {
	await store.write.update('actions', opened.id, answer, opened);
}

/**
 * Reports on an action: everybody who works for the council says how it goes; managers and administrators also set
 * when it is due. A report that the server refused goes out again.
 * @param opened the action as the form found it: what others have changed since stays as they made it
 */
export async function reportProgress(
	store: Store,
	opened: Row<'actions'>,
	progress: Partial<ActionFields>
): Promise<void> {
	await store.write.update('actions', opened.id, progress, opened);
}

/** Deletes an action, here and (when sent) for everybody, with what was begun on it. Logs that name it stay. */
export async function deleteAction(store: Store, id: string): Promise<void> {
	await store.write.remove('actions', id);
	for (const form of ['progress', 'edit', 'decide'] as const)
		await store.drafts.discard(draftIdOf(id, form));
}
