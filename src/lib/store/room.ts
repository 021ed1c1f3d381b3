/** What to do when the device is full: what the server has leaves first, what only this device has never. */
import type { Table } from 'dexie';
import { isQuotaExceeded } from '$lib/errors/sentences';
import type { RecordType } from '$lib/records/define-record';
import { recordTables, registry } from '$lib/records/registry';
import { recordsOf, type DeviceDatabase, type StoredRecord } from './database';
import { dropFiles } from './files';

/**
 * Runs a write. Where the device is full, it lets go of copies of sent pictures, then of the older half of the records,
 * and tries again after each. No more than that for one write: a browser may take its time to count what was let go of.
 * @throws QuotaExceededError (by Dexie) where that is not enough
 */
export async function withRoom<V>(database: DeviceDatabase, write: () => Promise<V>): Promise<V> {
	const steps = [dropSentPictures, dropOldRecords];
	for (;;) {
		try {
			return await write();
		} catch (error) {
			if (!isQuotaExceeded(error) || !(await makeRoom(database, steps))) throw error;
		}
	}
}

/** Takes the first of the steps that lets go of anything, and those before it, off the list. False where none did. */
async function makeRoom(
	database: DeviceDatabase,
	steps: ((database: DeviceDatabase) => Promise<boolean>)[]
): Promise<boolean> {
	for (let step = steps.shift(); step; step = steps.shift()) if (await step(database)) return true;
	return false;
}

async function dropSentPictures(database: DeviceDatabase): Promise<boolean> {
	const sent = await database.files.where('state').equals('sent').primaryKeys();
	await dropFiles(database, sent);
	return sent.length > 0;
}

/**
 * Drops the older half of the records that have an age, and notes that the device is incomplete: both or neither, for
 * without the note nobody would fetch them again.
 */
function dropOldRecords(database: DeviceDatabase): Promise<boolean> {
	return database.transaction('rw', [...database.tables], async () => {
		let dropped = 0;
		for (const table of recordTables) {
			const { age } = registry[table] as RecordType;
			if (age !== undefined) dropped += await dropOlderHalf(recordsOf(database, table), age);
		}
		if (dropped > 0)
			await database.meta.put({
				key: 'snapshot:trimmed',
				value: { value: null, at: new Date().toISOString() }
			});
		return dropped > 0;
	});
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
