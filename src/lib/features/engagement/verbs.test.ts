import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { Store } from '$lib/store/store';
import { deleteLog, keepAsNewLog } from './verbs';

let store: Store;
beforeEach(() => {
	store = new Store(crypto.randomUUID());
});
afterEach(() => store.close());

const log = sampleRow('engagement_logs');

it('deletes a log with the correction of it that was begun', async () => {
	await store.write.insert('engagement_logs', log, log.id);
	await store.drafts.save(log.id, 'engagement_logs', { heard: 'Half a correction' }, log);
	await deleteLog(store, log.id);
	expect(await store.records('engagement_logs').get(log.id)).toBeUndefined();
	expect(await store.drafts.list('engagement_logs')).toEqual([]);
});

it('keeps the correction of a log that is gone as the draft of a new one', async () => {
	await store.drafts.save(log.id, 'engagement_logs', { heard: 'Still true' }, log);
	const id = await keepAsNewLog(store, log.id);
	expect(id).not.toBe(log.id);
	expect(await store.drafts.list('engagement_logs')).toMatchObject([
		{ id, values: { heard: 'Still true' }, opened: null }
	]);
});
