import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase, recordsOf, type DeviceDatabase } from './database';
import { withRoom } from './room';
import { logFields, readMark, serverLog, SOUTH } from './samples';
import { Store } from './store';

const TABLE = 'engagement_logs';
const full = () => new DOMException('no room', 'QuotaExceededError');

let store: Store;
let database: DeviceDatabase;
beforeEach(async () => {
	store = new Store(crypto.randomUUID());
	database = openDatabase(store.userId);
	await store.inbox.take(
		[1, 2, 3, 4].map((day) => ({
			table: TABLE,
			row: serverLog({ id: `log of day ${day}`, occurred_on: `2026-11-0${day}` })
		})),
		readMark(SOUTH),
		false
	);
});
afterEach(() => {
	store.close();
	database.close();
});

const picture = { sha256: 'f', byte_size: 8, width: 1, height: 1, description: '' };
const bytes = new ArrayBuffer(8);
const held = () => recordsOf(database, TABLE).toCollection().primaryKeys();

/** Writes, on a device that is full so many times. */
async function write(times: number): Promise<string> {
	return withRoom(database, () => {
		if (times-- > 0) return Promise.reject(full());
		return Promise.resolve('written');
	});
}

it('lets go of copies of sent pictures first, and of no others', async () => {
	const [sent, unsent] = [
		await store.photos.hold(TABLE, 'a', picture, bytes),
		await store.photos.hold(TABLE, 'b', picture, bytes)
	];
	await store.photos.settle(sent, 'sent');
	expect(await write(1)).toBe('written');
	for (const table of [database.files, database.bytes])
		expect(await table.toCollection().primaryKeys()).toEqual([unsent]);
	expect(await held()).toHaveLength(4);
	expect(await store.snapshot('trimmed')).toBeUndefined();
});

it('then lets go of the older half of the records, and says so', async () => {
	expect(await write(1)).toBe('written');
	expect(await held()).toEqual(['log of day 3', 'log of day 4']);
	expect(await store.snapshot('trimmed')).toBeDefined();
	await store.inbox.readEverythingAgain();
	expect(await store.snapshot('trimmed')).toBeUndefined();
	expect(await store.inbox.mark()).toMatchObject({ complete: false, cursors: {} });
});

it('never lets go of what only this device has, and gives up then', async () => {
	await store.write.update(TABLE, 'log of day 1', { people_count: 5 });
	const unsent = await store.write.insert(TABLE, logFields({ occurred_on: '2026-01-01' }));
	await store.drafts.save('draft', TABLE, { heard: 'Begun' });
	for (let round = 0; round < 4; round += 1) await expect(write(3)).rejects.toThrow('no room');
	expect((await held()).sort()).toEqual([unsent, 'log of day 1'].sort());
	expect(await store.outbox()).toHaveLength(2);
	expect(await store.drafts.list(TABLE)).toHaveLength(1);
});

it('lets go of no more than half at once', async () => {
	await expect(write(50)).rejects.toThrow('no room');
	expect(await held()).toHaveLength(2);
});

it('lets go of no record where there is no room to say so', async () => {
	const noRoom = () => {
		throw full();
	};
	database.meta.hook('creating', noRoom);
	await expect(write(1)).rejects.toThrow('no room');
	expect(await held()).toHaveLength(4);
});

it('leaves other errors alone', async () => {
	await expect(withRoom(database, () => Promise.reject(new Error('broken')))).rejects.toThrow(
		'broken'
	);
	expect(await held()).toHaveLength(4);
});
