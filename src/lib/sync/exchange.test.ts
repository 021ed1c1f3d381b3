import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '$lib/errors/failure';
import { changeOf } from '$lib/store/change';
import { databaseName } from '$lib/store/database';
import { logFields, NORTH, readMark, serverLog, SOUTH } from '$lib/store/samples';
import { Store } from '$lib/store/store';
import { exchange } from './exchange';
import { applied, page, ScriptedRemote } from './scripted-remote';

const TABLE = 'engagement_logs';
const { id } = serverLog();
const offline = new Failure('offline');

let store: Store;
let remote: ScriptedRemote;
const progress = { sending: vi.fn(), sent: vi.fn(), receiving: vi.fn() };
beforeEach(async () => {
	vi.clearAllMocks();
	store = new Store(crypto.randomUUID());
	remote = new ScriptedRemote();
	await store.inbox.take([{ table: TABLE, row: serverLog() }], readMark(SOUTH), false);
});
afterEach(() => store.close());

const run = () => exchange(store, remote, progress);
const failing = () => expect(run()).rejects.toThrow(Failure);

describe('pushing', () => {
	it('sends nothing where nothing waits', async () => {
		await run();
		expect(remote.pushed).toEqual([]);
		expect(progress.sending).not.toHaveBeenCalled();
	});

	it('sends a change once, and says what was sent', async () => {
		await store.write.update(TABLE, id, { people_count: 5 });
		await run();
		await run();
		expect(remote.pushed).toMatchObject([
			[{ set: { people_count: 5 }, base: { people_count: 1 } }]
		]);
		expect(progress.sent).toHaveBeenCalledExactlyOnceWith([expect.objectContaining({ id })]);
	});

	it.each([
		['the request was lost', offline],
		['the answer was lost', offline],
		['the server was busy', new Failure('unavailable')],
		['the session ran out', new Failure('signed_out')]
	])('sends the same change again where %s, whatever was typed since', async (_, failure) => {
		await store.write.insert(TABLE, logFields({ heard: 'First.' }), 'new');
		remote.verdicts.push(failure);
		await failing();
		await store.write.update(TABLE, 'new', { heard: 'First. Second.' });
		await run();
		const [lost, again, then] = remote.pushed;
		expect(again).toEqual(lost);
		expect(then).toMatchObject([{ op: 'update', set: { heard: 'First. Second.' } }]);
		expect(await store.outbox()).toEqual([]);
	});

	it('keeps a change apart that is typed while another is under way', async () => {
		await store.write.insert(TABLE, logFields({ heard: 'First.' }), 'new');
		remote.verdicts.push(async () => {
			await store.write.update(TABLE, 'new', { heard: 'First. Second.' });
			return (remote.pushed.at(-1) ?? []).map((mutation) =>
				applied(mutation, serverLog({ id: 'new', heard: 'First.' }))
			);
		});
		await run();
		expect(remote.pushed).toMatchObject([
			[{ op: 'insert' }],
			[{ op: 'update', set: { heard: 'First. Second.' }, base: { heard: 1 } }]
		]);
	});

	it('goes on with what the answer left out', async () => {
		await store.write.insert(TABLE, logFields(), 'one');
		await store.write.insert(TABLE, logFields(), 'two');
		remote.verdicts.push(() => (remote.pushed[0] ?? []).slice(0, 1).map((each) => applied(each)));
		await run();
		expect(remote.mids).toEqual([[expect.any(Number), expect.any(Number)], [remote.mids[0]?.[1]]]);
		expect(await store.outbox()).toEqual([]);
	});

	it('gives up for now where an answer says nothing', async () => {
		await store.write.insert(TABLE, logFields());
		remote.verdicts.push([]);
		await failing();
		expect(await store.outbox()).toMatchObject([{ state: 'waiting' }]);
	});

	it('sends on beside a refused change, but not the same record', async () => {
		await store.write.insert(TABLE, logFields(), 'refused');
		await store.write.insert(TABLE, logFields(), 'good');
		remote.verdicts.push(() => {
			const [bad, good] = remote.pushed[0] ?? [];
			return [
				{ mid: bad?.mid ?? 0, verdict: 'rejected', code: 'not_allowed', row: null },
				applied({ mid: good?.mid ?? 0 })
			];
		});
		await run();
		await store.write.insert(TABLE, logFields(), 'later');
		await run();
		expect(remote.pushed.map((call) => call.map((each) => each.id))).toEqual([
			['refused', 'good'],
			['later']
		]);
		expect(await store.outbox()).toMatchObject([{ id: 'refused', state: 'attention' }]);
	});

	it('sends merged text in the same exchange, under a new number', async () => {
		await store.write.update(TABLE, id, { heard: 'The bus stops at six. Mine.' });
		const conflict = { theirs: 'Theirs. The bus stops at six.', version: 2, by: null, at: null };
		const row = serverLog({ row_version: 2, heard: conflict.theirs }, ['heard']);
		remote.verdicts.push(() => [
			{
				mid: remote.mids[0]?.[0] ?? 0,
				verdict: 'conflict',
				conflicts: { heard: conflict },
				row
			}
		]);
		await run();
		expect(remote.pushed[1]).toMatchObject([
			{ set: { heard: 'Theirs. The bus stops at six. Mine.' }, base: { heard: 2 } }
		]);
		expect(remote.mids[1]?.[0]).toBeGreaterThan(remote.mids[0]?.[0] ?? 0);
	});
});

describe('pulling', () => {
	const other = serverLog({ id: '00000000-0000-4000-8000-000000000102' });

	it('reads page after page, and says how far it is while the first read lasts', async () => {
		store = new Store(crypto.randomUUID());
		const firstReads: Promise<unknown>[] = [];
		progress.receiving.mockImplementationOnce(() => firstReads.push(store.inbox.mark()));
		remote.pages.push(
			page(
				{ [SOUTH]: [{ table: TABLE, row: serverLog() }] },
				{ more: true, cursor: 'a', total: 2 }
			),
			page({ [SOUTH]: [{ table: TABLE, row: other }] }, { cursor: 'b' })
		);
		expect(await run()).toEqual([SOUTH]);
		expect(remote.pulled).toEqual([{}, { [SOUTH]: 'a' }]);
		expect(await store.records(TABLE).all()).toHaveLength(2);
		expect(progress.receiving).toHaveBeenCalledOnce();
		expect(await Promise.all(firstReads)).toMatchObject([
			{ complete: false, firstRead: { received: 1, total: 2 } }
		]);
		expect(await store.inbox.mark()).toMatchObject({
			complete: true,
			heardAt: '2026-11-17T10:00:00+00:00'
		});
	});

	it('asks for the next page while one is written, and from the start of that one if it cannot be', async () => {
		const unfit = { table: TABLE, row: { ...serverLog({ row_version: 2 }), occurred_on: () => 0 } };
		remote.pages.push(
			page({ [SOUTH]: [unfit as never] }, { more: true, cursor: 'a' }),
			new Failure('offline')
		);
		await expect(run()).rejects.toThrow(/clone/);
		await run();
		expect(remote.pulled).toEqual([{ [SOUTH]: '7' }, { [SOUTH]: 'a' }, { [SOUTH]: '7' }]);
	});

	it('goes on where it was interrupted', async () => {
		store = new Store(crypto.randomUUID());
		remote.pages.push(
			page(
				{ [SOUTH]: [{ table: TABLE, row: serverLog() }] },
				{ more: true, cursor: 'a', total: 2 }
			),
			offline
		);
		await failing();
		expect(await store.inbox.mark()).toMatchObject({ complete: false, heardAt: null });
		remote.pages.push(page({ [SOUTH]: [{ table: TABLE, row: other }] }, { cursor: 'b' }));
		await run();
		expect(await store.inbox.mark()).toMatchObject({ firstRead: { received: 2, total: 2 } });
		expect(remote.pulled).toEqual([{}, { [SOUTH]: 'a' }, { [SOUTH]: 'a' }]);
		expect(await store.records(TABLE).all()).toHaveLength(2);
		expect(await store.inbox.mark()).toMatchObject({ complete: true });
	});

	it.each([
		['the browser took the storage back', () => Dexie.delete(databaseName(store.userId))],
		['the person had all read again', () => store.inbox.readEverythingAgain()]
	])('brings everything where %s while a page was on its way', async (_, lose) => {
		remote.pages.push(
			() => lose().then(() => page({}, { scopes: [SOUTH] })),
			page({ [SOUTH]: [{ table: TABLE, row: other }] }, { reset: true })
		);
		await run();
		expect(remote.pulled).toEqual([{ [SOUTH]: '7' }, {}]);
		expect(await store.records(TABLE).get(other.id)).toEqual(other);
	});

	it('is ready for offline work while a further scope is read, and not while all is read again', async () => {
		const first = { table: TABLE, row: other } as const;
		remote.pages.push(page({ [NORTH]: [first] }, { scopes: [SOUTH], more: true }), offline);
		await failing();
		expect(await store.inbox.mark()).toMatchObject({ complete: true });
		remote.pages.push(page({ [SOUTH]: [first] }, { reset: true, more: true }), offline);
		await failing();
		expect(await store.inbox.mark()).toMatchObject({ complete: false });
		remote.pages.push(page({}, { scopes: [SOUTH], more: true }), offline);
		await failing();
		expect(await store.inbox.mark()).toMatchObject({ complete: false });
	});

	it('keeps its outbox through a reset', async () => {
		await store.write.update(TABLE, id, { people_count: 5 });
		remote.verdicts.push(offline);
		await failing();
		remote.verdicts.push(() => [
			{ mid: remote.mids[1]?.[0] ?? 0, verdict: 'rejected', code: 'not_found', row: null }
		]);
		remote.pages.push(page({ [SOUTH]: [] }, { reset: true }));
		await run();
		expect(await store.outbox()).toMatchObject([{ id, state: 'attention' }]);
		expect(await store.records(TABLE).get(id)).toMatchObject({ people_count: 5 });
	});
});

it('lets two tabs send the same change without harm', async () => {
	await store.write.update(TABLE, id, { people_count: 5 });
	const tab = new Store(store.userId);
	const row = serverLog({ row_version: 2, people_count: 5 }, ['people_count']);
	remote.verdicts.push(
		async () => {
			// The other tab runs through while this one waits for its answer.
			await exchange(tab, remote, progress);
			await tab.write.update(TABLE, id, { people_count: 6 });
			return (remote.pushed[0] ?? []).map((each) => applied(each, row));
		},
		() => (remote.pushed[1] ?? []).map((each) => applied(each, row))
	);
	await run();
	expect(remote.mids[1]).toEqual(remote.mids[0]);
	expect(remote.pushed[2]).toMatchObject([{ set: { people_count: 6 }, base: { people_count: 2 } }]);
	expect((await store.outbox()).map(changeOf)).toEqual([]);
	tab.close();
});
