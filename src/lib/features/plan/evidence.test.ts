import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { Store } from '$lib/store/store';
import { newestLogs, readFacts } from './evidence';

let store: Store;
beforeEach(() => {
	store = new Store(crypto.randomUUID());
});
afterEach(() => store.close());

const priority = sampleRow('objectives');
const action = sampleRow('actions', { objective_id: priority.id });
const idle = sampleRow('actions', { objective_id: priority.id });

async function log(occurred_on: string, action_id: string | null = null) {
	const row = sampleRow('engagement_logs', { objective_id: priority.id, occurred_on, action_id });
	return store.write.insert('engagement_logs', row, row.id);
}

it('counts what names an action, and what names its priority', async () => {
	await log('2026-11-02', action.id);
	const gone = await log('2026-11-14');
	await log('2026-11-10');
	await store.write.remove('engagement_logs', gone);
	const { evidence } = await readFacts(store, [action, idle], [priority]);
	expect(Object.fromEntries(evidence)).toEqual({
		[action.id]: { count: 1, last: '2026-11-02' },
		[idle.id]: { count: 0, last: null },
		[priority.id]: { count: 2, last: '2026-11-10' }
	});
});

it('counts an assessment of an action for the action’s priority as well, once', async () => {
	const assess = (columns: object) => {
		const row = sampleRow('assessments', columns);
		return store.write.insert('assessments', row, row.id);
	};
	await assess({ action_id: action.id, objective_id: null, signed_off_on: '2026-10-01' });
	await assess({ action_id: action.id, objective_id: priority.id, signed_off_on: '2026-10-20' });
	const { evidence } = await readFacts(store, [action], [priority]);
	expect(evidence.get(action.id)).toEqual({ count: 2, last: '2026-10-20' });
	expect(evidence.get(priority.id)).toEqual({ count: 2, last: '2026-10-20' });
});

it('knows which actions have a measure', async () => {
	const row = sampleRow('measures', { action_id: action.id });
	await store.write.insert('measures', row, row.id);
	expect((await readFacts(store, [action, idle], [])).measured).toEqual(new Set([action.id]));
});

it('finds the newest logs of several priorities', async () => {
	await log('2026-11-01');
	const newest = await log('2026-11-03');
	const second = await log('2026-11-02');
	const found = await newestLogs(store, [crypto.randomUUID(), priority.id], 2);
	expect(found.map(({ id }) => id)).toEqual([newest, second]);
});
