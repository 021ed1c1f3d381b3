import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NORTH, readMark, serverLog, SOUTH } from '$lib/store/samples';
import { Store } from '$lib/store/store';
import { exchange } from './exchange';
import { page, ScriptedRemote } from './scripted-remote';

const TABLE = 'engagement_logs';
const DAY_MS = 24 * 60 * 60 * 1_000;
const log = serverLog({ id: '00000001-0000-4000-8000-000000000101', row_version: 3 });
/** 0x00000001 + 3 * 2654435761, modulo 2^32. */
const DIGEST = { count: 1, digest: (1 + 3 * 2654435761) % 2 ** 32 };

let store: Store;
let remote: ScriptedRemote;
beforeEach(async () => {
	vi.useFakeTimers({ toFake: ['Date'] });
	store = new Store(crypto.randomUUID());
	remote = new ScriptedRemote();
	await store.inbox.take([{ table: TABLE, row: log }], readMark(SOUTH, NORTH), false);
	await run();
});
afterEach(() => {
	store.close();
	vi.useRealTimers();
});

const quiet = { sending: () => undefined, sent: () => undefined, receiving: () => undefined };
const run = () => exchange(store, remote, quiet);
const wait = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const drift = async () => (await store.snapshot<string[]>('drift'))?.value;

describe('a day later', () => {
	beforeEach(() => {
		wait(DAY_MS + 1);
		remote.pulled.splice(0);
	});

	it('finds that it holds what the server has', async () => {
		remote.digests.push({ [SOUTH]: DIGEST, [NORTH]: { count: 0, digest: 0 } });
		await run();
		expect(await drift()).toEqual([]);
		expect(remote.pulled).toHaveLength(1);
	});

	it('takes the news of a moment ago for no drift', async () => {
		remote.digests.push({ [SOUTH]: { count: 2, digest: 9 } }, { [SOUTH]: DIGEST });
		await run();
		expect(await drift()).toEqual([]);
		expect(remote.pulled).toHaveLength(2);
		expect(await store.records(TABLE).get(log.id)).toEqual(log);
	});

	it.each([
		['a row too few', { [SOUTH]: { count: 2, digest: 9 } }],
		['a row too many', { [SOUTH]: { count: 0, digest: 0 } }],
		['another version of a row', { [SOUTH]: { count: 1, digest: 9 } }]
	])('reads a scope again of which it holds %s', async (_, theirs) => {
		remote.digests.push(theirs, theirs);
		const mended = serverLog({ id: log.id, row_version: 3, heard: 'As the server has it.' });
		remote.pages.push(
			page({}, { scopes: [SOUTH, NORTH] }),
			page({}, { scopes: [SOUTH, NORTH] }),
			page({ [SOUTH]: [{ table: TABLE, row: mended }] }, { scopes: [NORTH] })
		);
		await run();
		expect(remote.pulled.at(-1)).toEqual({ [NORTH]: '8' });
		expect(await store.records(TABLE).get(log.id)).toEqual(mended);
		expect(await drift()).toEqual([SOUTH]);
		expect(await store.inbox.mark()).toMatchObject({ complete: true });
	});

	it('keeps what is not sent while it reads a scope again', async () => {
		await store.write.update(TABLE, log.id, { people_count: 5 });
		remote.verdicts.push(() => [
			{ mid: remote.mids[0]?.[0] ?? 0, verdict: 'rejected', code: 'not_allowed', row: null }
		]);
		const theirs = { [SOUTH]: { count: 2, digest: 9 } };
		remote.digests.push(theirs, theirs);
		await run();
		expect(await store.records(TABLE).get(log.id)).toMatchObject({ people_count: 5 });
	});

	it('compares nothing on a device that let go of records on purpose', async () => {
		await store.keepSnapshot('trimmed', null);
		remote.digests.push(new Error('nobody asked'));
		await run();
		expect(remote.digests).toHaveLength(1);
	});
});

it('compares once a day, and when the clock was set back', async () => {
	const counted = vi.spyOn(remote, 'digest');
	await run();
	wait(DAY_MS - 1_000);
	await run();
	expect(counted).not.toHaveBeenCalled();
	wait(-3 * DAY_MS);
	await run();
	expect(counted).toHaveBeenCalledOnce();
});
