import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '$lib/errors/failure';
import { newEntry, type OutboxEntry } from '$lib/store/outbox';
import { newPlace } from '$lib/records/place/new-place';
import { logFields, serverLog } from '$lib/store/samples';
import { Store } from '$lib/store/store';
import { batch, giveUp, push } from './push';
import type { Mutation, Verdict } from './remote';
import { applied, ScriptedRemote } from './scripted-remote';

const TABLE = 'engagement_logs';
const broken = new Failure('unavailable', 'out of memory');

let store: Store;
let remote: ScriptedRemote;
beforeEach(() => {
	store = new Store(crypto.randomUUID());
	remote = new ScriptedRemote();
});
afterEach(() => store.close());

const progress = { sending: vi.fn(), sent: vi.fn() };
const send = () => push(store, remote, progress);

/** A server that breaks over one record, and takes whatever comes without it. */
function breaksOver(poison: string): void {
	remote.push = (_, mutations: readonly Mutation[]): Promise<Verdict[]> => {
		remote.pushed.push([...mutations]);
		if (mutations.some(({ id }) => id === poison)) return Promise.reject(broken);
		return Promise.resolve(mutations.map((mutation) => applied(mutation)));
	};
}

async function addLogs(count: number): Promise<string[]> {
	const ids = Array.from({ length: count }, (_, number) => `log ${number}`);
	for (const id of ids) await store.write.insert(TABLE, logFields(), id);
	return ids;
}

describe('a change that the server breaks over', () => {
	it.each([0, 7, 19])('holds up none of the others (number %i of 20)', async (number) => {
		const ids = await addLogs(20);
		breaksOver(ids[number] ?? '');
		const unsent = await send();
		expect(unsent).toMatchObject({ othersWent: true, stuck: [{ entry: { id: ids[number] } }] });
		expect(await store.outbox()).toMatchObject([{ id: ids[number], state: 'waiting' }]);
		await giveUp(store, unsent);
		expect(await store.outbox()).toMatchObject([
			{ state: 'attention', problem: { code: 'server_error' } }
		]);
	});

	it('is tried again where it is all there is, and given up in the end', async () => {
		breaksOver((await addLogs(1))[0] ?? '');
		for (let tries = 1; tries < 5; tries++)
			await expect(send().then((unsent) => giveUp(store, unsent))).rejects.toThrow(broken);
		await giveUp(store, await send());
		expect(await store.outbox()).toMatchObject([{ state: 'attention', attempts: 5 }]);
	});
});

it('takes a server that fails again and again for a broken server', async () => {
	await addLogs(150);
	remote.verdicts.push(...Array.from({ length: 20 }, () => broken));
	await expect(send()).rejects.toThrow(broken);
	expect(remote.pushed).toHaveLength(10);
	expect((await store.outbox()).filter(({ state }) => state === 'waiting')).toHaveLength(150);
});

it('does not search for a culprit while there is no network', async () => {
	await addLogs(4);
	remote.verdicts.push(new Failure('offline'));
	await expect(send()).rejects.toThrow(Failure);
	expect(remote.pushed).toHaveLength(1);
});

it('sends a record before what names it', async () => {
	const place = await store.write.insert('places', {
		council_id: serverLog().council_id,
		...newPlace({ name: 'Leys Hall', kind: 'other', ward_code: null })
	});
	const log = await store.write.insert(TABLE, logFields({ place_id: place }));
	await send();
	expect(remote.pushed.map((call) => call.map(({ id }) => id))).toEqual([[place], [log]]);
});

describe('batch', () => {
	let mid = 0;
	const ground = (set: Record<string, unknown>) => ({ set, base: {}, was: {} });
	const entry = (record: string, more: Partial<OutboxEntry> = {}, heard = ''): OutboxEntry => ({
		mid: ++mid,
		...newEntry(TABLE, record, 'update', { set: { heard }, base: {}, was: {} }),
		...more
	});

	it('takes the first change of each record', () => {
		const entries = [entry('a'), entry('b'), entry('a')];
		expect(batch(entries)).toEqual(entries.slice(0, 2));
	});

	it('leaves a record alone that waits for a person, and what waits behind', () => {
		const entries = [entry('a', { state: 'attention' }), entry('a'), entry('b')];
		expect(batch(entries)).toEqual(entries.slice(2));
	});

	it('leaves out what names a record that the server does not have, whether it waits or was refused', () => {
		const place = entry('place', { op: 'insert', state: 'attention' });
		const log = entry('log', newEntry(TABLE, 'log', 'insert', ground({ place_id: 'place' })));
		const visit = entry('visit', newEntry(TABLE, 'visit', 'insert', ground({ action_id: 'log' })));
		const meeting = entry(
			'meeting',
			newEntry(TABLE, 'meeting', 'insert', ground({ partner_ids: ['choir', 'place'] }))
		);
		const other = entry('other');
		expect(batch([place, log, visit, meeting, other])).toEqual([other]);
		expect(batch([meeting, other])).toEqual([meeting, other]);
		expect(batch([log, visit, other])).toEqual([log, other]);
	});

	it('lets no record wait for itself', () => {
		const own = entry('own', newEntry(TABLE, 'own', 'insert', ground({ place_id: 'own' })));
		expect(batch([own])).toEqual([own]);
	});

	it('leaves out what was tried already', () => {
		const entries = [entry('a'), entry('b')];
		expect(batch(entries, new Set([entries[0]?.mid ?? 0]))).toEqual(entries.slice(1));
	});

	it('takes no more than the server does', () => {
		const entries = Array.from({ length: 201 }, (_, number) => entry(`record ${number}`));
		expect(batch(entries)).toEqual(entries.slice(0, 200));
	});

	it('ends before it is too long for a slow network, but always takes one', () => {
		const long = 'x'.repeat(300_000);
		expect(batch([entry('a', {}, long), entry('b', {}, long), entry('c')])).toHaveLength(1);
		expect(batch([entry('a', {}, long + long)])).toHaveLength(1);
	});
});
