import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeOf } from './change';
import type { Problem } from './outbox';
import { AUTHOR, logFields, readMark, serverLog, SOUTH } from './samples';
import { Store } from './store';

const TABLE = 'engagement_logs';
const REFUSED: Problem = { verdict: 'rejected', code: 'priority_closed', message: '' };

let store: Store;
beforeEach(() => {
	store = new Store(crypto.randomUUID());
});
afterEach(() => store.close());

const log = (id: string) => store.records(TABLE).get(id);
/** What waits, in short. */
const waiting = async () =>
	(await store.outbox()).map((entry) => ({ op: entry.op, state: entry.state, ...changeOf(entry) }));
const send = async () => (await store.claim((outbox) => outbox)).map(({ mid }) => mid);
const take = (row = serverLog()) =>
	store.inbox.take([{ table: TABLE, row }], readMark(SOUTH), false);
const refuse = (mid: number, problem = REFUSED) =>
	store.inbox.settle([{ mid, outcome: { kind: 'rejected', problem }, row: null }]);

describe('a new record', () => {
	it('is on screen and in the outbox at once', async () => {
		const id = await store.write.insert(TABLE, logFields({ heard: 'New.' }));
		expect(await log(id)).toMatchObject({ heard: 'New.', created_by: store.userId });
		expect(await waiting()).toMatchObject([{ op: 'insert', state: 'waiting' }]);
	});

	it('is one record when its draft is saved twice', async () => {
		await store.write.insert(TABLE, logFields({ heard: 'Once.' }), serverLog().id);
		await store.write.insert(TABLE, logFields({ heard: 'Twice.' }), serverLog().id);
		expect(await store.records(TABLE).all()).toHaveLength(1);
		expect(await waiting()).toMatchObject([{ op: 'insert', set: { heard: 'Twice.' } }]);
	});

	it('travels with its later edits, until it was sent', async () => {
		const id = await store.write.insert(TABLE, logFields());
		await store.write.update(TABLE, id, { people_count: 3 });
		expect(await waiting()).toMatchObject([{ op: 'insert', set: { people_count: 3 } }]);
		await send();
		await store.write.update(TABLE, id, { people_count: 4 });
		expect(await waiting()).toMatchObject([
			{ op: 'insert', set: { people_count: 3 } },
			{ op: 'update', set: { people_count: 4 }, base: {} }
		]);
		expect(await log(id)).toMatchObject({ people_count: 4 });
	});

	it('is gone without a trace when it is deleted before it was sent', async () => {
		const id = await store.write.insert(TABLE, logFields());
		await store.write.remove(TABLE, id);
		expect(await store.outbox()).toEqual([]);
		expect(await log(id)).toBeUndefined();
	});

	it('is deleted on the server when it was sent, for the server may have it', async () => {
		const id = await store.write.insert(TABLE, logFields());
		await send();
		await store.write.remove(TABLE, id);
		expect((await waiting()).map(({ op }) => op)).toEqual(['insert', 'delete']);
		expect(await log(id)).toBeUndefined();
	});
});

describe('a change', () => {
	const { id } = serverLog();
	beforeEach(() => take());

	it('leaves out what is so already, and queues nothing where all is', async () => {
		await store.write.update(TABLE, id, { ...serverLog(), heard: 'Other.' });
		expect(await waiting()).toMatchObject([{ set: { heard: 'Other.' } }]);
		await store.write.update(TABLE, id, { heard: 'Other.' });
		expect(await waiting()).toHaveLength(1);
	});

	it('stands on the version that it was made on', async () => {
		await store.write.update(TABLE, id, { heard: 'One.' });
		await take(serverLog({ row_version: 2, heard: 'Theirs.' }, ['heard']));
		await store.write.update(TABLE, id, { heard: 'Two.', people_count: 5 });
		expect(await waiting()).toEqual([
			{
				op: 'update',
				state: 'waiting',
				set: { heard: 'Two.', people_count: 5 },
				base: { heard: 1, people_count: 1 },
				was: { heard: 'The bus stops at six.' }
			}
		]);
	});

	it('needs no sending once it is changed back', async () => {
		await store.write.update(TABLE, id, { people_count: 5 });
		await store.write.update(TABLE, id, { people_count: null });
		expect(await store.outbox()).toEqual([]);
	});

	it('is sent all the same where the one before it is on its way', async () => {
		await store.write.update(TABLE, id, { people_count: 5 });
		await send();
		await store.write.update(TABLE, id, { people_count: null });
		expect(await waiting()).toMatchObject([
			{ set: { people_count: 5 } },
			{ set: { people_count: null } }
		]);
	});

	it('is kept where the record has left the device meanwhile', async () => {
		await store.inbox.take([], readMark(), false);
		await store.write.update(TABLE, id, { heard: 'Typed while it went.' });
		expect(await waiting()).toMatchObject([{ set: { heard: 'Typed while it went.' } }]);
	});

	it('loses what PostgreSQL cannot take, and nothing else', async () => {
		await store.write.update(TABLE, id, { heard: 'Nul\0, half \ud83d, whole 😀.' });
		expect(await log(id)).toMatchObject({ heard: 'Nul, half , whole 😀.' });
	});

	it('tells who listens, until they stop', async () => {
		let heard = 0;
		const stop = store.onWrite(() => heard++);
		await store.write.update(TABLE, id, { people_count: 5 });
		stop();
		await store.write.update(TABLE, id, { people_count: 6 });
		expect(heard).toBe(1);
	});

	it('falls away with a deletion, and a second deletion adds nothing', async () => {
		await store.write.update(TABLE, id, { people_count: 5 });
		await store.write.remove(TABLE, id);
		await store.write.remove(TABLE, id);
		expect(await waiting()).toMatchObject([{ op: 'delete', set: {} }]);
		expect(await log(id)).toBeUndefined();
	});
});

describe('a correction of a record that was opened a while ago', () => {
	const opened = serverLog({ heard: 'The bus stops at six.', people_count: 3 });
	const since = serverLog({ heard: 'The bus stops at five.', people_count: 4, row_version: 2 }, [
		'heard',
		'people_count'
	]);
	const correct = (fields: Parameters<typeof logFields>[0]) =>
		store.write.update(TABLE, opened.id, { ...opened, ...fields }, opened);

	it('leaves alone what the person did not touch and a colleague has changed', async () => {
		await take(since);
		await correct({ themes: ['transport'] });
		expect(await waiting()).toMatchObject([{ set: { themes: ['transport'] } }]);
		expect(await log(opened.id)).toMatchObject({
			heard: 'The bus stops at five.',
			people_count: 4
		});
	});

	it('stands on what the person saw, so that the server tells of a clash', async () => {
		await take(since);
		await correct({ heard: 'The bus stops at six. So does the tram.' });
		expect(await waiting()).toMatchObject([
			{ base: { heard: 1 }, was: { heard: 'The bus stops at six.' } }
		]);
	});
});

describe('a refused change', () => {
	const { id } = serverLog();
	beforeEach(async () => {
		await take();
		await store.write.update(TABLE, id, { heard: 'Mine.', objective_id: AUTHOR });
		const [mid] = await send();
		await refuse(mid ?? 0);
	});

	it('goes out under a new number when it is put right, on its old ground', async () => {
		const [before] = await store.outbox();
		await take(serverLog({ row_version: 2, heard: 'Theirs.' }, ['heard']));
		await store.write.update(TABLE, id, { objective_id: store.userId });
		const [after] = await store.outbox();
		expect(after).toMatchObject({ state: 'waiting', attempts: 0, problem: null });
		expect(after?.mid).toBeGreaterThan(before?.mid ?? 0);
		expect(after && changeOf(after)).toEqual({
			set: { heard: 'Mine.', objective_id: store.userId },
			base: { heard: 1, objective_id: 1 },
			was: { heard: 'The bus stops at six.' }
		});
	});

	it('goes out again as it was when it is saved unchanged, or sent again', async () => {
		const [before] = await store.outbox();
		await store.write.update(TABLE, id, { heard: 'Mine.' });
		const [after] = await store.outbox();
		expect(after).toMatchObject({ state: 'waiting' });
		expect(after && changeOf(after)).toEqual(before && changeOf(before));
		await refuse((await send())[0] ?? 0);
		await store.write.sendAgain((await store.outbox())[0]?.mid ?? 0);
		expect(await waiting()).toMatchObject([{ state: 'waiting', set: { heard: 'Mine.' } }]);
	});

	it('can be discarded, and the server’s row is back', async () => {
		await store.write.discard((await store.outbox())[0]?.mid ?? 0);
		expect(await store.outbox()).toEqual([]);
		expect(await log(id)).toEqual(serverLog());
	});

	it('falls away when the record is deleted', async () => {
		await store.write.remove(TABLE, id);
		expect(await waiting()).toMatchObject([{ op: 'delete', state: 'waiting' }]);
	});
});

describe('discarding', () => {
	it('takes a record along that the server refused to make, with all that was done to it since', async () => {
		const id = await store.write.insert(TABLE, logFields());
		const [mid] = await send();
		await store.write.update(TABLE, id, { people_count: 2 });
		await refuse(mid ?? 0);
		await store.write.discard(mid ?? 0);
		expect(await store.outbox()).toEqual([]);
		expect(await log(id)).toBeUndefined();
	});

	it('does not touch what is on its way', async () => {
		await store.write.insert(TABLE, logFields());
		const [mid] = await send();
		await store.write.discard(mid ?? 0);
		await store.write.sendAgain(mid ?? 0);
		expect(await store.outbox()).toMatchObject([{ mid, attempts: 1, state: 'waiting' }]);
	});
});

describe('a disputed change', () => {
	const { id } = serverLog();
	const theirs = { theirs: 'Theirs.', version: 2, by: null, at: null };
	let mid: number;
	beforeEach(async () => {
		await take();
		await store.write.update(TABLE, id, { heard: 'Mine.', people_count: 5 });
		[mid = 0] = await send();
		const change = { set: { heard: 'Mine.' }, base: { heard: 1 }, was: { heard: 'Before.' } };
		const problem: Problem = {
			verdict: 'conflict',
			code: 'conflict',
			message: '',
			conflicts: { heard: theirs }
		};
		await store.inbox.settle([
			{
				mid,
				outcome: { kind: 'conflict', merged: null, disputed: { change, problem } },
				row: serverLog({ row_version: 3, heard: 'Theirs.', people_count: 5 }, ['people_count'])
			}
		]);
	});

	it('holds only what is in dispute', async () => {
		expect(await waiting()).toMatchObject([{ state: 'attention', set: { heard: 'Mine.' } }]);
		expect(await log(id)).toMatchObject({ heard: 'Mine.', people_count: 5 });
	});

	it('is not decided by an edit of something else', async () => {
		await store.write.update(TABLE, id, { people_count: 6 });
		expect(await waiting()).toMatchObject([
			{ state: 'attention', set: { heard: 'Mine.' } },
			{ state: 'waiting', set: { people_count: 6 } }
		]);
	});

	it('goes out as the person decided, on what they were shown, with what waits behind it', async () => {
		await take(serverLog({ row_version: 4, heard: 'Even newer.' }, ['heard']));
		await store.write.update(TABLE, id, { heard: 'Mine, and more.', people_count: 6 });
		await store.write.decide(mid, { heard: 'Both of ours.' });
		expect(await waiting()).toEqual([
			{
				op: 'update',
				state: 'waiting',
				set: { heard: 'Both of ours.', people_count: 6 },
				base: { heard: 2, people_count: 1 },
				was: { heard: 'Theirs.' }
			}
		]);
	});

	it('is theirs where the person keeps that, also for what was typed since', async () => {
		await store.write.update(TABLE, id, { heard: 'Mine, and more.', people_count: 6 });
		await store.write.decide(mid, { heard: 'Theirs.' });
		expect(await waiting()).toMatchObject([{ set: { people_count: 6 } }]);
		expect(await log(id)).toMatchObject({ heard: 'Theirs.', people_count: 6 });
		await store.write.decide(mid, { heard: 'Too late.' });
		expect(await log(id)).toMatchObject({ heard: 'Theirs.' });
	});

	it('leaves nothing to send where everything stays theirs', async () => {
		await store.write.decide(mid, {});
		expect(await store.outbox()).toEqual([]);
		expect(await log(id)).toMatchObject({ heard: 'Theirs.', people_count: 5 });
	});

	it('takes further columns along, on the ground that they have', async () => {
		await store.write.decide(mid, { heard: 'Theirs.', people_count: 7 });
		expect(await waiting()).toEqual([
			{
				op: 'update',
				state: 'waiting',
				set: { people_count: 7 },
				base: { people_count: 3 },
				was: {}
			}
		]);
	});

	it('is not sent again unseen', async () => {
		await store.write.sendAgain(mid);
		expect(await waiting()).toMatchObject([{ state: 'attention', set: { heard: 'Mine.' } }]);
	});

	it('falls away when the record is deleted', async () => {
		await store.write.remove(TABLE, id);
		expect(await waiting()).toMatchObject([{ op: 'delete', state: 'waiting' }]);
	});

	it('is theirs when it is discarded', async () => {
		await store.write.discard(mid);
		expect(await log(id)).toMatchObject({ heard: 'Theirs.', people_count: 5 });
	});
});
