/** What officers do with logs. Officers in their own localities; managers and administrators anywhere in the council. */
import type { EngagementLogFields } from '$lib/records/engagement/engagement-log';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';

/**
 * Saves a draft as a log on this device, to be sent when there is a network. The draft's id becomes the log's, so that
 * saving twice makes one log.
 */
export async function logEngagement(
	store: Store,
	councilId: string,
	draftId: string,
	log: EngagementLogFields
): Promise<void> {
	await store.write.insert('engagement_logs', { council_id: councilId, ...log }, draftId);
}

/**
 * Corrects a log. A log that the server refused goes out again.
 * @param opened the log as the form found it: what others have changed since stays as they made it
 */
export async function correctLog(
	store: Store,
	opened: Row<'engagement_logs'>,
	log: EngagementLogFields
): Promise<void> {
	await store.write.update('engagement_logs', opened.id, log, opened);
}

/** Deletes a log, here and (when sent) for everybody, with the correction that was begun. Its history stays in the register of changes. */
export async function deleteLog(store: Store, id: string): Promise<void> {
	await store.write.remove('engagement_logs', id);
	await store.drafts.discard(id);
}

/**
 * Makes the draft of a correction the draft of a new log: for a log that is no longer there to correct.
 * @returns the id of the new draft
 */
export async function keepAsNewLog(store: Store, id: string): Promise<string> {
	const newId = crypto.randomUUID();
	const draft = await store.drafts.get(id);
	if (draft) await store.drafts.save(newId, draft.table, draft.values);
	await store.photos.moveHeld(id, newId);
	await store.drafts.discard(id);
	return newId;
}
