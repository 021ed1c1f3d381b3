import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseName } from './database';
import { NOTHING_READ, type ServerChange } from './inbox';
import { logFields, NORTH, readMark, serverLog, SOUTH } from './samples';
import { Store } from './store';

const TABLE = 'engagement_logs';
const { id } = serverLog();

let store: Store;
beforeEach(() => {
	store = new Store(crypto.randomUUID());
});
afterEach(() => store.close());

const log = () => store.records(TABLE).get(id);
const row = (version: number, more: Parameters<typeof serverLog>[0] = {}): ServerChange => ({
	table: TABLE,
	row: serverLog({ row_version: version, ...more })
});
const exit = (version: number): ServerChange => ({
	table: TABLE,
	id,
	exit: true,
	row_version: version
});
const take = (changes: ServerChange[], scopes = [SOUTH], reset = false) =>
	store.inbox.take(changes, readMark(...scopes), reset);

describe('a page of a first read', () => {
	const takeFirst = (changes: ServerChange[]) =>
		store.inbox.take(changes, { ...readMark(SOUTH), complete: false }, false);

	it('adds what is new, replaces what is older and leaves what is newer', async () => {
		const [older, newer] = [crypto.randomUUID(), crypto.randomUUID()];
		await takeFirst([row(1, { id: older }), row(3, { id: newer })]);
		await takeFirst([row(2, { id: older }), row(1), row(2, { id: newer })]);
		const versions = await Promise.all(
			[older, id, newer].map(async (each) => (await store.records(TABLE).get(each))?.row_version)
		);
		expect(versions).toEqual([2, 1, 3]);
	});

	it('leaves waiting changes laid over the row', async () => {
		await takeFirst([row(1)]);
		await store.write.update(TABLE, id, { people_count: 5 });
		await takeFirst([row(1), row(2, { heard: 'Theirs.' })]);
		expect(await log()).toMatchObject({ people_count: 5, heard: 'Theirs.', row_version: 2 });
	});
});

describe('a page', () => {
	it('is kept with its mark', async () => {
		expect(await store.inbox.mark()).toEqual(NOTHING_READ);
		await take([row(1)]);
		expect(await log()).toEqual(serverLog());
		expect(await store.inbox.mark()).toMatchObject(readMark(SOUTH));
	});

	it('may bring rows twice and in any order: the newest stays', async () => {
		await take([row(3), row(1)]);
		await take([row(2)]);
		expect(await log()).toMatchObject({ row_version: 3 });
	});

	it('deletes by a tombstone, which no older row wakes', async () => {
		await take([row(1)]);
		await take([row(2, { deleted_at: '2026-11-17T10:00:00+00:00' })]);
		await take([row(1)]);
		expect(await log()).toBeUndefined();
		expect(await store.records(TABLE).all()).toEqual([]);
	});

	it('takes away what left a scope', async () => {
		await take([row(1)]);
		await take([exit(2)]);
		expect(await log()).toBeUndefined();
	});

	it.each([
		['in one page', [[exit(2), row(2, { scope: NORTH })]]],
		['in one page, the row first', [[row(2, { scope: NORTH }), exit(2)]]],
		['the row first', [[row(2, { scope: NORTH })], [exit(2)]]],
		['the row last', [[exit(2)], [row(2, { scope: NORTH })]]]
	])('keeps what moved to another scope of ours: %s', async (_, pages) => {
		await take([row(1)]);
		for (const page of pages) await take(page, [SOUTH, NORTH]);
		expect(await log()).toMatchObject({ row_version: 2, scope: NORTH });
	});

	it('leaves waiting changes laid over the newer row', async () => {
		await take([row(1)]);
		await store.write.update(TABLE, id, { people_count: 5 });
		await take([row(2, { heard: 'Theirs.' })]);
		expect(await log()).toMatchObject({ people_count: 5, heard: 'Theirs.' });
	});
});

describe('a scope that is gone', () => {
	const elsewhere = '00000000-0000-4000-8000-000000000102';

	it('takes its records along, and no others', async () => {
		await take([row(1), row(1, { id: elsewhere, scope: NORTH })], [SOUTH, NORTH]);
		await take([], [NORTH]);
		expect((await store.records(TABLE).all()).map(({ scope }) => scope)).toEqual([NORTH]);
	});

	it('leaves what the person has not sent, until they have done with it', async () => {
		const made = await store.write.insert(TABLE, logFields());
		await take([row(1)]);
		await store.write.update(TABLE, id, { people_count: 5 });
		await take([], []);
		expect(await log()).toMatchObject({ people_count: 5 });
		expect(await store.records(TABLE).get(made)).toBeDefined();
		for (const { mid } of await store.outbox()) await store.write.discard(mid);
		expect(await store.records(TABLE).all()).toEqual([]);
	});

	it('brings them back with any version when it comes back', async () => {
		await take([row(7)]);
		await store.write.update(TABLE, id, { people_count: 5 });
		await take([], []);
		await take([row(3, { heard: 'After a restore.' })]);
		expect(await log()).toMatchObject({
			row_version: 3,
			heard: 'After a restore.',
			people_count: 5
		});
	});
});

describe('what leaves one by one', () => {
	it('stays while the person’s change waits, and goes when that is discarded', async () => {
		await take([row(1)]);
		await store.write.update(TABLE, id, { people_count: 5 });
		await take([exit(2)]);
		expect(await log()).toMatchObject({ people_count: 5, heard: serverLog().heard });
		await store.write.discard((await store.outbox())[0]?.mid ?? 0);
		expect(await log()).toBeUndefined();
	});
});

describe('a reset', () => {
	it('starts anew with the page that brings it, whatever its versions', async () => {
		await take([row(9), row(9, { id: '00000000-0000-4000-8000-000000000103' })]);
		await take([row(2)], [SOUTH], true);
		expect(await store.records(TABLE).all()).toMatchObject([{ id, row_version: 2 }]);
	});

	it('keeps the outbox and what it is about', async () => {
		await take([row(9)]);
		const made = await store.write.insert(TABLE, logFields());
		await store.write.update(TABLE, id, { people_count: 5 });
		await take([], [SOUTH], true);
		expect(await log()).toMatchObject({ people_count: 5 });
		expect(await store.records(TABLE).get(made)).toBeDefined();
		expect(await store.outbox()).toHaveLength(2);
	});
});

it('reads everything again where records were kept in another layout', async () => {
	await take([row(1)]);
	const database = await new Dexie(databaseName(store.userId)).open();
	await database.table('meta').put({ key: 'mark', value: { ...readMark(SOUTH), layout: 'old' } });
	database.close();
	const mark = await store.inbox.mark();
	expect(mark).toMatchObject({ cursors: {}, complete: false });
	// The server calls an epoch that it does not know a reset.
	expect(mark.epoch).not.toBe('');
});

it('settles the verdicts of one call side by side, each by its own record', async () => {
	const [left, seen] = [crypto.randomUUID(), crypto.randomUUID()];
	await take([row(1), row(1, { id: left }), row(1, { id: seen })]);
	for (const each of [id, left, seen]) await store.write.update(TABLE, each, { people_count: 5 });
	const mids = (await store.claim((outbox) => outbox)).map(({ mid }) => mid);
	await store.write.update(TABLE, id, { people_count: 6 });
	const answers = [null, null, serverLog({ id: seen, row_version: 2, people_count: 7 })];
	await store.inbox.settle(
		mids.map((mid, index) => ({
			mid,
			outcome: { kind: 'applied' },
			row: answers[index] ?? null
		}))
	);
	expect(await store.outbox()).toMatchObject([{ id, body: { set: { people_count: 6 } } }]);
	expect(await log()).toMatchObject({ people_count: 6 });
	expect(await store.records(TABLE).get(left)).toBeUndefined();
	expect(await store.records(TABLE).get(seen)).toMatchObject({ people_count: 7, row_version: 2 });
});
