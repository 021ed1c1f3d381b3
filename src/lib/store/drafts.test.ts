import 'fake-indexeddb/auto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Store } from './store';

let store: Store;
beforeEach(() => {
	store = new Store(crypto.randomUUID());
});
afterEach(() => store.close());

it('keeps several drafts through a restart, the last touched first', async () => {
	await store.drafts.save('one', 'engagement_logs', { heard: 'First' });
	await sleep(2);
	await store.drafts.save('two', 'engagement_logs', { heard: 'Second' });
	await sleep(2);
	await store.drafts.save('one', 'engagement_logs', { heard: 'First, and more' });
	await store.drafts.save('place', 'places', {});
	store.close();
	store = new Store(store.userId);
	expect((await store.drafts.list()).map(({ id }) => id).sort()).toEqual(['one', 'place', 'two']);
	const drafts = await store.drafts.list('engagement_logs');
	expect(drafts.map(({ id, values }) => [id, values])).toEqual([
		['one', { heard: 'First, and more' }],
		['two', { heard: 'Second' }]
	]);
});

it('discards one and leaves the others', async () => {
	await store.drafts.save('one', 'engagement_logs', {});
	await store.drafts.save('two', 'engagement_logs', {});
	await store.drafts.discard('one');
	expect(await store.drafts.get('one')).toBeUndefined();
	expect(await store.drafts.get('two')).toMatchObject({ id: 'two', table: 'engagement_logs' });
});

it('knows the way back to its form', async () => {
	const form = { title: 'New plan', address: '/plan/new?draft=plan' };
	await store.drafts.save('plan', 'plans', {}, null, form);
	expect(await store.drafts.get('plan')).toMatchObject({ form, opened: null });
});
