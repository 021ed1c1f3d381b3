import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { Store } from '$lib/store/store';
import { readWorkDone, readWorkWith } from './work-done';

let store: Store;
beforeEach(() => {
	store = new Store(crypto.randomUUID());
});
afterEach(() => store.close());

async function add(
	table: 'community_events' | 'network_activities' | 'grants',
	columns: object
): Promise<void> {
	const row = sampleRow(table, {
		objective_id: crypto.randomUUID(),
		...(table === 'grants' && { organisation_id: crypto.randomUUID() }),
		...columns
	});
	await store.write.insert(table, row, row.id);
}

it('is what took place or was awarded, the newest first; nothing planned or cancelled', async () => {
	await add('community_events', {
		title: 'Fair',
		status: 'delivered',
		starts_at: '2026-05-09T23:30:00+00:00',
		ends_at: '2026-05-10T01:00:00+00:00'
	});
	await add('community_events', { title: 'Off', status: 'cancelled' });
	await add('community_events', { title: 'To come', status: 'published' });
	await add('network_activities', { title: 'Meeting', status: 'held', held_on: '2026-05-11' });
	await add('network_activities', { title: 'Next meeting', status: 'planned' });
	await add('grants', { title: 'Stories', status: 'awarded', awarded_on: '2026-05-01' });
	await add('grants', { title: 'Asked for', status: 'scored' });
	expect((await readWorkDone(store)).map(({ title, on }) => [title, on])).toEqual([
		['Meeting', '2026-05-11'],
		// By the clock in London it was past midnight.
		['Fair', '2026-05-10'],
		['Stories', '2026-05-01']
	]);
});

it('is with an organisation where it ran it, took part or was given the grant: each once', async () => {
	const us = crypto.randomUUID();
	const status = 'evaluated';
	await add('community_events', { title: 'Ours', status, organisation_id: us, partner_ids: [us] });
	await add('community_events', { title: 'Theirs', status, partner_ids: [us] });
	await add('community_events', { title: 'Without us', status });
	await add('grants', {
		title: 'Stories',
		status: 'closed',
		organisation_id: us,
		awarded_on: '2026-05-01'
	});
	const titles = (await readWorkWith(store, us)).map(({ title }) => title);
	expect(titles.sort()).toEqual(['Ours', 'Stories', 'Theirs']);
});
