/** Keeps what screens see true to its two sources: the server's row and the changes that wait. */
import Dexie from 'dexie';
import type { RecordTable, Row } from '$lib/records/registry';
import { seal, unseal } from './codec';
import { indexValues, recordsOf, type DeviceDatabase, type StoredRecord } from './database';
import { overlay, type NewEntry, type OutboxEntry } from './outbox';

/** The waiting changes of one record, oldest first. */
export async function entriesOf(
	database: DeviceDatabase,
	table: RecordTable,
	id: string
): Promise<OutboxEntry[]> {
	const entries = await database.outbox.where('[table+id]').equals([table, id]).toArray();
	return entries.sort((a, b) => a.mid - b.mid);
}

/** The server's row of a stored record, whether or not changes lie over it. */
export function serverRow(stored: StoredRecord | undefined): Row | null {
	if (!stored) return null;
	if (stored.server !== undefined) return stored.server && unseal(stored.server);
	return unseal(stored.body);
}

/**
 * A server's row that the server shows no more: it left the person's sight. Version 0 says so; any version is news to
 * it, and it stays on the device only while changes of it wait.
 */
export function outOfSight(row: Row | null): Row | null {
	return row && { ...row, row_version: 0 };
}

/** A record as it goes to disk; null where nothing is left to keep. */
export function toStored(
	table: RecordTable,
	server: Row | null,
	entries: readonly NewEntry[],
	author: string
): StoredRecord | null {
	const row = overlay(server, entries, author);
	if (!row || (entries.length === 0 && row.row_version === 0)) return null;
	return {
		// A deleted record is found by its id alone, so that counting an index counts what is there.
		...(row.deleted_at === null ? indexValues(table, row) : { gone: 1 }),
		id: row.id,
		scope: row.scope,
		row_version: server?.row_version ?? 0,
		body: seal(row),
		...(entries.length > 0 && { server: server && seal(server) })
	};
}

/**
 * Writes one record anew from `server` (by default: what the device holds of it) and the changes that wait.
 * Runs inside the caller's transaction.
 */
export async function rebuild(
	database: DeviceDatabase,
	author: string,
	table: RecordTable,
	id: string,
	server?: Row | null
): Promise<void> {
	if (!Dexie.currentTransaction) throw new Error('rebuild() needs a transaction');
	const base = server === undefined ? serverRow(await recordsOf(database, table).get(id)) : server;
	await keep(database, author, table, id, base, await entriesOf(database, table, id));
}

/** Writes one record from what the server holds of it and the changes that wait, oldest first. */
export async function keep(
	database: DeviceDatabase,
	author: string,
	table: RecordTable,
	id: string,
	server: Row | null,
	entries: readonly NewEntry[]
): Promise<void> {
	const records = recordsOf(database, table);
	const stored = toStored(table, server, entries, author);
	if (stored) await records.put(stored);
	else await records.delete(id);
}
