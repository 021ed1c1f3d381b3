/** The bytes of pictures on the device leave it with what they are pictures of. */
import Dexie, { type Collection } from 'dexie';
import { unseal } from './codec';
import { recordsOf, type DeviceDatabase, type StoredFile } from './database';

/** The files of one record; of some state, where one is given. */
export function filesOf(
	{ files }: DeviceDatabase,
	rowId: string,
	state?: StoredFile['state']
): Collection<StoredFile, string> {
	const by = files.where('[row_id+state]');
	return state
		? by.equals([rowId, state])
		: by.between([rowId, Dexie.minKey], [rowId, Dexie.maxKey]);
}

/** Drops pictures with their bytes. */
export async function dropFiles(database: DeviceDatabase, ids: string[]): Promise<void> {
	await Promise.all([database.files.bulkDelete(ids), database.bytes.bulkDelete(ids)]);
}

/** Drops a record's pictures and what waits to be sent of them: the record was never sent, and never will be. */
export async function dropPicturesOf(database: DeviceDatabase, rowId: string): Promise<void> {
	const attachments = await recordsOf(database, 'attachments')
		.where('row_id')
		.equals(rowId)
		.primaryKeys();
	await recordsOf(database, 'attachments').bulkDelete(attachments);
	await database.outbox
		.where('[table+id]')
		.anyOf(attachments.map((id) => ['attachments', id]))
		.delete();
	// The record may be an attachment itself.
	await dropFiles(database, [rowId, ...(await filesOf(database, rowId).primaryKeys())]);
}

/**
 * Drops the copies of sent pictures whose attachment is no longer on the device, or was deleted. The bytes of a deleted
 * one are removed from the server by the device of whoever took it.
 */
export async function dropOrphans(database: DeviceDatabase, userId: string): Promise<void> {
	const sent = await database.files.where('state').equals('sent').toArray();
	const attachments = await recordsOf(database, 'attachments').bulkGet(sent.map(({ id }) => id));
	for (const [index, file] of sent.entries()) {
		const stored = attachments[index];
		if (stored && unseal(stored.body).deleted_at === null) continue;
		await dropFiles(database, [file.id]);
		if (stored && file.folder?.endsWith(userId))
			await database.files.put({ ...file, state: 'removing' });
	}
}
