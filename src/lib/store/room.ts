/** What to do when the device is full: what the server has leaves first, what only this device has never. */
import type { Table } from 'dexie';
import { isQuotaExceeded } from '$lib/errors/sentences';
import type { RecordDefinition } from '$lib/records/define-record';
import { recordTables, registry } from '$lib/records/registry';
import { recordsOf, type DeviceDatabase, type StoredRecord } from './database';
import { dropFiles } from './files';

/**
 * Runs a write. Where the device is full, it lets go of copies of sent pictures, then of old records, and tries again.
 * @throws QuotaExceededError (by Dexie) where nothing is left to let go of
 */
export async function withRoom<V>(database: DeviceDatabase, write: () => Promise<V>): Promise<V> {
	for (;;) {
		try {
			return await write();
		} catch (error) {
			if (!isQuotaExceeded(error) || !(await makeRoom(database))) throw error;
		}
	}
}

/** Whether anything could be let go of. */
async function makeRoom(database: DeviceDatabase): Promise<boolean> {
	return (await dropSentPictures(database)) || (await dropOldRecords(database));
}

async function dropSentPictures(database: DeviceDatabase): Promise<boolean> {
	const sent = await database.files.where('state').equals('sent').primaryKeys();
	await dropFiles(database, sent);
	return sent.length > 0;
}

/** Drops the older half of the records that have an age, and notes that the device is incomplete. */
async function dropOldRecords(database: DeviceDatabase): Promise<boolean> {
	let dropped = 0;
	for (const table of recordTables) {
		const { age } = registry[table] as RecordDefinition;
		if (age !== undefined) dropped += await dropOlderHalf(recordsOf(database, table), age);
	}
	if (dropped > 0)
		await database.meta.put({
			key: 'snapshot:trimmed',
			value: { value: null, at: new Date().toISOString() }
		});
	return dropped > 0;
}

/** Records with unsent changes stay. */
async function dropOlderHalf(records: Table<StoredRecord, string>, age: string): Promise<number> {
	const older = await records
		.orderBy(age)
		.limit(Math.ceil((await records.count()) / 2))
		.filter(({ server }) => server === undefined)
		.primaryKeys();
	await records.bulkDelete(older);
	return older.length;
}
