import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logFields, readMark, serverLog, SOUTH } from './samples';
import { Store } from './store';

let store: Store;
beforeEach(() => {
	store = new Store(crypto.randomUUID());
});
afterEach(() => store.close());

describe('claiming', () => {
	it('marks what is chosen as sent, and nothing else', async () => {
		await store.write.insert('engagement_logs', logFields());
		await store.write.insert('engagement_logs', logFields());
		const claimed = await store.claim((outbox) => outbox.slice(1));
		expect(claimed).toMatchObject([{ attempts: 1 }]);
		expect((await store.outbox()).map(({ attempts }) => attempts)).toEqual([0, 1]);
	});

	it('leaves no room for a write between choosing and marking', async () => {
		const id = await store.write.insert('engagement_logs', logFields());
		const [claimed] = await Promise.all([
			store.claim((outbox) => outbox),
			store.write.update('engagement_logs', id, { people_count: 5 })
		]);
		const outbox = await store.outbox();
		expect(outbox.map(({ op }) => op)).toEqual(['insert', 'update']);
		expect(outbox[0]).toEqual(claimed[0]);
	});
});

it('keeps one identity per database, also when asked twice at once', async () => {
	const [one, two] = await Promise.all([store.clientId(), store.clientId()]);
	expect(one).toBe(two);
	const other = new Store(crypto.randomUUID());
	expect(await other.clientId()).not.toBe(one);
	other.close();
});

it('never gives a number twice, also when the outbox was empty in between', async () => {
	const id = await store.write.insert('engagement_logs', logFields());
	const [first] = await store.outbox();
	await store.write.remove('engagement_logs', id);
	await store.write.insert('engagement_logs', logFields());
	const [second] = await store.outbox();
	expect(second?.mid).toBeGreaterThan(first?.mid ?? 0);
});

it('keeps each person’s records apart, and through a restart', async () => {
	const row = serverLog();
	await store.inbox.take([{ table: 'engagement_logs', row }], readMark(SOUTH), false);
	const other = new Store(crypto.randomUUID());
	expect(await other.records('engagement_logs').all()).toEqual([]);
	other.close();
	store.close();
	store = new Store(store.userId);
	expect(await store.records('engagement_logs').all()).toEqual([row]);
});

it('knows where a record is on its way', async () => {
	const id = await store.write.insert('engagement_logs', logFields());
	expect(await store.sendState('engagement_logs', id)).toBe('waiting');
	expect(await store.sendState('engagement_logs', serverLog().id)).toBe('sent');
});

it('keeps a figure with the time it came', async () => {
	expect(await store.snapshot('figures')).toBeUndefined();
	await store.keepSnapshot('figures', { contacts: 12 });
	const kept = await store.snapshot('figures');
	expect(kept?.value).toEqual({ contacts: 12 });
	expect(Date.now() - Date.parse(kept?.at ?? '')).toBeLessThan(5000);
});
