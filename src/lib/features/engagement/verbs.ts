/** What officers do with logs. Officers in their own localities; managers and administrators anywhere in the council. */
import type { EngagementLogFields } from '$lib/records/engagement/engagement-log';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import { timestampOf, today } from '$lib/time/dates';

/**
 * Saves a draft as a log on this device, to be sent when there is a network. The draft's id becomes the log's, so that
 * saving twice makes one log. A hate incident is followed up the same day.
 */
export async function logEngagement(
	store: Store,
	councilId: string,
	draftId: string,
	log: EngagementLogFields
): Promise<void> {
	await store.write.together(async () => {
		await store.write.insert('engagement_logs', { council_id: councilId, ...log }, draftId);
		if (log.hate_incident) await followUp(store, councilId, draftId, log);
	});
}

/**
 * Corrects a log. A log that the server refused goes out again. One that turns out to be a hate incident is followed up.
 * @param opened the log as the form found it: what others have changed since stays as they made it
 */
export async function correctLog(
	store: Store,
	opened: Row<'engagement_logs'>,
	log: EngagementLogFields
): Promise<void> {
	await store.write.together(async () => {
		await store.write.update('engagement_logs', opened.id, log, opened);
		if (log.hate_incident && !opened.hate_incident)
			await followUp(store, opened.council_id, opened.id, log);
	});
}

/** What was heard stays in the log: the issue says that there is something to follow up, and by when. */
async function followUp(
	store: Store,
	councilId: string,
	logId: string,
	{ ward_code }: EngagementLogFields
): Promise<void> {
	const now = new Date();
	await store.write.insert('issues', {
		council_id: councilId,
		kind: 'hate_incident',
		what: 'Follow up the hate incident in this log.',
		ward_code,
		place_id: null,
		latitude: null,
		longitude: null,
		log_id: logId,
		reported_at: timestampOf(now),
		// The server puts it right where the council set another target than the same day.
		due_on: today(now),
		status: 'open',
		resolved_at: null,
		outcome: '',
		owner_id: null,
		restricted: true
	});
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
