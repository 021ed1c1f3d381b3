import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { Store } from '$lib/store/store';
import { today } from '$lib/time/dates';
import { correctLog, deleteLog, keepAsNewLog, logEngagement } from './verbs';

let store: Store;
beforeEach(() => {
	store = new Store(crypto.randomUUID());
});
afterEach(() => store.close());

const log = sampleRow('engagement_logs');
const hateIncident = {
	...log,
	hate_incident: true,
	restricted: true,
	signposted: ['police' as const]
};

it('follows a hate incident up the same day, with nothing of what was heard', async () => {
	await logEngagement(store, log.council_id, log.id, hateIncident);
	expect(await store.records('issues').all()).toMatchObject([
		{
			kind: 'hate_incident',
			what: 'Follow up the hate incident in this log.',
			log_id: log.id,
			ward_code: log.ward_code,
			due_on: today(),
			restricted: true,
			status: 'open'
		}
	]);
});

it('follows up a log that turns out to be a hate incident, once', async () => {
	await logEngagement(store, log.council_id, log.id, log);
	expect(await store.records('issues').all()).toEqual([]);
	await correctLog(store, log, hateIncident);
	await correctLog(store, hateIncident, { ...hateIncident, heard: 'On the bus' });
	expect(await store.records('issues').all()).toHaveLength(1);
});

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
