import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { Store } from '$lib/store/store';
import { canGoOn, carryOver } from './verbs';

let store: Store;
beforeEach(() => {
	store = new Store(crypto.randomUUID());
});
afterEach(() => store.close());

const plan = sampleRow('plans');
const theme = sampleRow('objectives', { plan_id: plan.id, kind: 'objective', reference: '1' });
const priority = sampleRow('objectives', {
	plan_id: plan.id,
	parent_id: theme.id,
	closed_on: '2030-03-31'
});
const ours = { plan_id: plan.id, objective_id: priority.id };
const going = sampleRow('actions', {
	...ours,
	further_objective_ids: [theme.id],
	rag: 'red',
	progress_note: 'Half way.'
});
const staying = sampleRow('actions', { ...ours, reference: 'EDI-15' });

async function carry(close: boolean) {
	await store.write.insert('plans', plan, plan.id);
	// Whatever order the device holds them in.
	for (const row of [priority, theme]) await store.write.insert('objectives', row, row.id);
	for (const row of [going, staying]) await store.write.insert('actions', row, row.id);
	const id = crypto.randomUUID();
	await carryOver(store, plan, id, {
		title: 'EDI Action Plan 2030-34',
		starts_on: '2030-04-01',
		ends_on: '2034-03-31',
		actions: new Set([going.id]),
		close
	});
	return id;
}

it('carries the tree and the chosen actions over, each naming what it continues', async () => {
	const id = await carry(false);
	expect(await store.records('plans').get(id)).toMatchObject({
		title: 'EDI Action Plan 2030-34',
		status: 'draft',
		published_on: null,
		carried_from: plan.id
	});
	const [newTheme, newPriority] = (await store.records('objectives').where('plan_id', id)).sort(
		(a, b) => a.kind.localeCompare(b.kind)
	);
	expect(newTheme).toMatchObject({ reference: '1', kind: 'objective', parent_id: null });
	expect(newPriority).toMatchObject({ parent_id: newTheme?.id, closed_on: null });
	expect(await store.records('actions').where('plan_id', id)).toMatchObject([
		{
			reference: 'EDI-14',
			objective_id: newPriority?.id,
			further_objective_ids: [newTheme?.id],
			rag: null,
			progress_note: null,
			carried_from: going.id
		}
	]);
});

it('sends what others name before them', async () => {
	const id = await carry(false);
	const objectives = await store.records('objectives').where('plan_id', id);
	const idOf = (kind: string) => objectives.find((one) => one.kind === kind)?.id;
	const sent = (await store.outbox()).slice(5).map(({ table, op, id }) => ({ table, op, id }));
	expect(sent).toMatchObject([
		{ table: 'plans', op: 'insert', id },
		{ table: 'objectives', op: 'insert', id: idOf('objective') },
		{ table: 'objectives', op: 'insert', id: idOf('priority') },
		{ table: 'actions', op: 'insert' }
	]);
});

it('closes the old plan where that is wanted', async () => {
	const id = await carry(true);
	expect(await store.records('plans').get(plan.id)).toMatchObject({ status: 'closed' });
	expect(await store.records('plans').get(id)).toMatchObject({ status: 'draft' });
});

it('leaves the old plan and its actions as they are', async () => {
	await carry(false);
	expect(await store.records('plans').get(plan.id)).toMatchObject({ status: 'current' });
	expect(await store.records('actions').get(going.id)).toMatchObject({
		rag: 'red',
		progress_note: 'Half way.'
	});
});

it('offers what is open', () => {
	expect(canGoOn(going)).toBe(true);
	expect(canGoOn({ status: 'done' })).toBe(false);
	expect(canGoOn({ status: 'proposed' })).toBe(false);
});
