import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeOf } from './change';
import type { Change, Problem } from './outbox';
import { logFields, NORTH, readMark, serverLog, SOUTH } from './samples';
import type { Outcome } from './settle';
import { Store } from './store';

const TABLE = 'engagement_logs';
const { id } = serverLog();
const problem: Problem = { verdict: 'rejected', code: 'not_allowed', message: '' };
const REFUSED: Outcome = { kind: 'rejected', problem };
const APPLIED: Outcome = { kind: 'applied' };

let store: Store;
beforeEach(async () => {
	store = new Store(crypto.randomUUID());
	await store.inbox.take([{ table: TABLE, row: serverLog() }], readMark(SOUTH), false);
});
afterEach(() => store.close());

const log = () => store.records(TABLE).get(id);
const waiting = async () =>
	(await store.outbox()).map((entry) => ({ op: entry.op, state: entry.state, ...changeOf(entry) }));
const send = async () => (await store.claim((outbox) => outbox.slice(0, 1)))[0]?.mid ?? 0;
const settle = (mid: number, outcome: Outcome, row: ReturnType<typeof serverLog> | null) =>
	store.inbox.settle([{ mid, outcome, row }]);

describe('what was applied', () => {
	it('leaves the outbox, and the server’s row is on screen', async () => {
		await store.write.update(TABLE, id, { people_count: 5 });
		const row = serverLog({ row_version: 2, people_count: 5, heard: 'As it is now.' });
		await settle(await send(), APPLIED, row);
		expect(await store.outbox()).toEqual([]);
		expect(await log()).toEqual(row);
	});

	it('tells what it replaced, until the person has seen it', async () => {
		const theirs = { theirs: 12, version: 2, by: null, at: '2026-11-16T10:12:00+00:00' };
		await store.write.update(TABLE, id, { people_count: 5 });
		const row = serverLog({ row_version: 3, people_count: 5 });
		await settle(await send(), { kind: 'applied', replaced: { people_count: theirs } }, row);
		const news = await store.news.replaced();
		expect(news).toMatchObject([{ table: TABLE, id, column: 'people_count', ...theirs }]);
		await store.news.seen(news.map(({ key }) => key));
		expect(await store.news.replaced()).toEqual([]);
	});

	it('takes no older row than the device holds', async () => {
		await store.write.update(TABLE, id, { people_count: 5 });
		const mid = await send();
		const newer = serverLog({ row_version: 4, people_count: 5 });
		await store.inbox.take([{ table: TABLE, row: newer }], readMark(SOUTH), false);
		await settle(mid, APPLIED, serverLog({ row_version: 2, people_count: 5 }));
		expect(await log()).toEqual(newer);
	});

	it('is the ground of what was changed since', async () => {
		await store.write.update(TABLE, id, { heard: 'One.' });
		const mid = await send();
		await store.write.update(TABLE, id, { heard: 'One. Two.' });
		await settle(mid, APPLIED, serverLog({ row_version: 2, heard: 'One.' }, ['heard']));
		expect(await waiting()).toMatchObject([
			{ set: { heard: 'One. Two.' }, base: { heard: 2 }, was: { heard: 'One.' } }
		]);
		expect(await log()).toMatchObject({ heard: 'One. Two.' });
	});

	it('leaves the device with the row, where that is out of sight by now', async () => {
		await store.write.update(TABLE, id, { ward_code: 'E05013110' });
		await settle(await send(), APPLIED, null);
		expect(await log()).toBeUndefined();
	});

	it('leaves it also where the answer shows a row of no scope that this device reads', async () => {
		await store.write.update(TABLE, id, { restricted: true });
		await settle(await send(), APPLIED, serverLog({ row_version: 2, scope: NORTH }));
		expect(await log()).toBeUndefined();
	});

	it('stays while a later change waits, and goes with it', async () => {
		await store.write.update(TABLE, id, { ward_code: 'E05013110' });
		const mid = await send();
		await store.write.update(TABLE, id, { people_count: 5 });
		await settle(mid, APPLIED, null);
		expect(await log()).toMatchObject({ people_count: 5 });
		const later = await send();
		await settle(later, REFUSED, null);
		expect(await log()).toMatchObject({ people_count: 5 });
		await store.write.discard(later);
		expect(await log()).toBeUndefined();
	});

	it('is settled once, however often the answer comes', async () => {
		await store.write.update(TABLE, id, { people_count: 5 });
		const mid = await send();
		const row = serverLog({ row_version: 2, people_count: 5 });
		await settle(mid, APPLIED, row);
		await store.write.update(TABLE, id, { people_count: 6 });
		await settle(mid, REFUSED, null);
		expect(await waiting()).toMatchObject([{ state: 'waiting', set: { people_count: 6 } }]);
	});
});

describe('what was refused', () => {
	it('needs attention, whole, and its record’s later changes wait behind it', async () => {
		await store.write.update(TABLE, id, { people_count: 5 });
		const mid = await send();
		await store.write.update(TABLE, id, { heard: 'Later.' });
		await settle(mid, REFUSED, serverLog());
		expect(await store.outbox()).toMatchObject([
			{ mid, state: 'attention', problem },
			{ state: 'waiting' }
		]);
		expect(await log()).toMatchObject({ people_count: 5, heard: 'Later.' });
		expect(await store.sendState(TABLE, id)).toBe('attention');
	});

	it('does not matter where the record was deleted since', async () => {
		await store.write.update(TABLE, id, { people_count: 5 });
		const mid = await send();
		await store.write.remove(TABLE, id);
		await settle(mid, REFUSED, serverLog());
		expect(await waiting()).toMatchObject([{ op: 'delete', state: 'waiting' }]);
	});

	it('takes its deletion along where the record was never made', async () => {
		const made = await store.write.insert(TABLE, logFields());
		const mid = await send();
		await store.write.remove(TABLE, made);
		await settle(mid, REFUSED, null);
		expect(await store.outbox()).toEqual([]);
		expect(await store.records(TABLE).get(made)).toBeUndefined();
	});
});

describe('a conflict', () => {
	const merged: Change = {
		set: { heard: 'Theirs. Mine.' },
		base: { heard: 4 },
		was: { heard: 'Theirs.' }
	};
	const row = serverLog({ row_version: 5, heard: 'Theirs.', people_count: 5 }, ['people_count']);
	let mid: number;
	beforeEach(async () => {
		await store.write.update(TABLE, id, { heard: 'Mine.', people_count: 5 });
		mid = await send();
	});
	const outcome = (parts: Partial<Outcome & { kind: 'conflict' }>): Outcome => ({
		kind: 'conflict',
		merged: null,
		disputed: null,
		...parts
	});
	const disputed = {
		change: { set: { people_count: 5 }, base: { people_count: 1 }, was: {} },
		problem: { ...problem, verdict: 'conflict' as const }
	};

	it('that merges goes out again under a new number', async () => {
		await settle(mid, outcome({ merged }), row);
		const [entry] = await store.outbox();
		expect(entry?.mid).toBeGreaterThan(mid);
		expect(entry).toMatchObject({ attempts: 0, state: 'waiting', op: 'update' });
		expect(entry && changeOf(entry)).toEqual(merged);
		expect(await log()).toMatchObject({ heard: 'Theirs. Mine.', people_count: 5 });
	});

	it('leaves a text that was changed since to merge in its own turn', async () => {
		await store.write.update(TABLE, id, { heard: 'Mine. More.', objective_id: store.userId });
		await settle(mid, outcome({ merged }), row);
		expect(await waiting()).toMatchObject([
			{
				set: { heard: 'Mine. More.', objective_id: store.userId },
				base: { heard: 1 },
				was: { heard: 'The bus stops at six.' }
			}
		]);
	});

	it('that does not merge waits for the person, with what is in dispute and no more', async () => {
		await settle(mid, outcome({ disputed }), row);
		expect(await store.outbox()).toMatchObject([{ mid, state: 'attention' }]);
		expect((await waiting())[0]?.set).toEqual({ people_count: 5 });
	});

	it('can be both: what merges waits behind what a person decides', async () => {
		await settle(mid, outcome({ merged, disputed }), row);
		expect(await waiting()).toMatchObject([
			{ state: 'attention', set: { people_count: 5 } },
			{ state: 'waiting', set: { heard: 'Theirs. Mine.' } }
		]);
	});

	it('does not matter where the record was deleted since', async () => {
		await store.write.remove(TABLE, id);
		await settle(mid, outcome({ merged, disputed }), row);
		expect(await waiting()).toMatchObject([{ op: 'delete', state: 'waiting' }]);
	});
});
