/** The device's database: one per person, so that people who share a tablet never see each other's work. */
import Dexie, { type EntityTable, type Table } from 'dexie';
import { recordTables, registry, type RecordTable, type Row } from '$lib/records/registry';
import type { Sealed } from './codec';
import type { OutboxEntry } from './outbox';

/** A record on disk: what screens see, with the server's last word kept beside it while changes wait. */
export interface StoredRecord {
	id: string;
	scope: string;
	/** The server's version; 0 where the server has not seen the record, or shows it no more: it stays while changes wait. */
	row_version: number;
	/** The server's row with the waiting changes laid over it. */
	body: Sealed<Row>;
	/** The server's row alone, present only while changes wait. */
	server?: Sealed<Row> | null;
	/** There where the record was deleted: kept, so that no older version of it comes back. */
	gone?: 1;
	/** Values of the indexed columns, copied out of the body. */
	[index: string]: unknown;
}

/** A form's page, for somebody who comes back to it. */
export interface FormPage {
	/** "Edit plan: EDI Action Plan 2026-30" */
	title: string;
	address: string;
	/** What was typed on it that its author said is no personal data. */
	notPersonal?: readonly string[];
}

/** A form that somebody began and has not saved as a record. */
export interface StoredDraft {
	id: string;
	/** The record type it will become. */
	table: RecordTable;
	updated_at: string;
	/** What the form holds, the record that it corrects as it was when the form was opened, and the form's page. */
	body: Sealed<{ values: unknown; opened: Row | null; form?: FormPage | undefined }>;
}

/** A picture on the device. What it is a picture of, and by whom, says the attachment of the same id, once there is one. */
export interface StoredFile {
	/** The attachment's. */
	id: string;
	/** The record that it belongs to. */
	table: RecordTable;
	row_id: string;
	/**
	 * `held` while its record is being written, `queued` for sending once that is saved, `sent` when the server has it
	 * (the device keeps a copy, and may let go of it), `refused` where the server would not take it, `removing` where the
	 * picture was deleted and its bytes are to leave the server too.
	 */
	state: 'held' | 'queued' | 'sent' | 'refused' | 'removing';
	/** Where its bytes lie on the server, once it is saved: `<council>/<author>`. */
	folder: string | null;
	body: Sealed<Picture>;
}

/** The bytes of a picture, apart from what is known of it, so that lists are read without them. */
export interface StoredBytes {
	/** The file's. */
	id: string;
	body: Sealed<ArrayBuffer>;
}

/** What is known of a picture. */
export interface Picture {
	/** Of its bytes, in lower-case hexadecimal. */
	sha256: string;
	byte_size: number;
	/** Pixels. */
	width: number;
	height: number;
	/** What it shows, for people who cannot see it. */
	description: string;
}

interface MetaEntry {
	key: string;
	value: unknown;
}

export type DeviceDatabase = Dexie & {
	outbox: EntityTable<OutboxEntry, 'mid'>;
	drafts: EntityTable<StoredDraft, 'id'>;
	files: Table<StoredFile, string>;
	bytes: Table<StoredBytes, string>;
	meta: EntityTable<MetaEntry, 'key'>;
};

/** Version of the layout below. A new layout migrates the outbox and the drafts. */
const LAYOUT = 5;

const recordStores = Object.fromEntries(
	recordTables.map((table) => [table, ['id', 'scope', 'gone', ...registry[table].indexes].join()])
);

/** What pulled records look like on disk. A device that read them in another layout reads them again. */
export const RECORD_LAYOUT = JSON.stringify([LAYOUT, recordStores]);

/** Opens (or makes) the database of one person. */
export function openDatabase(userId: string): DeviceDatabase {
	// Strict: a save is answered only when it is on the disk, because the phone may die in the officer's hand.
	const database = new Dexie(databaseName(userId), {
		chromeTransactionDurability: 'strict',
		// What live queries read is read from the disk: a copy in memory to be compared and cloned each time is slower.
		cache: 'disabled'
	}) as DeviceDatabase;
	database.version(LAYOUT).stores({
		...recordStores,
		outbox: '++mid, [table+id], state',
		drafts: 'id, table',
		files: 'id, [row_id+state], state',
		bytes: 'id',
		meta: 'key'
	});
	return database;
}

export function databaseName(userId: string): string {
	return `common-ground-${userId}`;
}

/** The table of one record type. */
export function recordsOf(
	database: DeviceDatabase,
	table: RecordTable
): Table<StoredRecord, string> {
	return database.table(table);
}

const indexedColumns = Object.fromEntries(
	recordTables.map((table) => [
		table,
		[...new Set(registry[table].indexes.flatMap((index) => index.match(/\w+/g) ?? []))]
	])
) as Record<RecordTable, string[]>;

/** The columns of a record that its indexes read. */
export function indexValues(table: RecordTable, row: Row): Record<string, unknown> {
	const values = row as unknown as Record<string, unknown>;
	return Object.fromEntries(indexedColumns[table].map((column) => [column, values[column]]));
}
