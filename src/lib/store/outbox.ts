/** What waits to be sent: one entry per change, in the order it was made. */
import { RECORD_SCHEMA, type RecordTable, type Row } from '$lib/records/registry';
import { seal, unseal, type Sealed } from './codec';

export type Operation = 'insert' | 'update' | 'delete';

/** Column -> value. */
export type Values = Record<string, unknown>;

/** What another person made of a column in the meantime. */
export interface Theirs {
	theirs: unknown;
	version: number;
	by: string | null;
	at: string | null;
}

/** Why the server did not take a change as it was. */
export interface Problem {
	verdict: 'rejected' | 'conflict';
	code: string;
	message: string;
	column?: string;
	conflicts?: Record<string, Theirs>;
}

export interface Change {
	/** The columns that change, with their new values. */
	set: Values;
	/** The server's version of each of those columns that the change stands on. None means the first: a new record's. */
	base: Record<string, number>;
	/** What the long texts among those columns held in that version: the common ancestor for merging. */
	was: Values;
}

export interface OutboxEntry {
	/** Number of the change on this device; it never comes back, so the server can tell a retry from a new change. */
	mid: number;
	table: RecordTable;
	id: string;
	op: Operation;
	schema: number;
	/** When the person made the change, by the device's clock. Data, not order. */
	at: string;
	/** `waiting` to be sent, or needing a person's `attention`. */
	state: 'waiting' | 'attention';
	/** How often it was sent. Once sent, an entry is never rewritten: the server may have taken it. */
	attempts: number;
	lastAttemptAt: string | null;
	problem: Problem | null;
	body: Sealed<Change>;
}

/** An entry that has never been sent. Its number is given when it is added. */
export type NewEntry = Omit<OutboxEntry, 'mid'>;

export function newEntry(table: RecordTable, id: string, op: Operation, change: Change): NewEntry {
	return {
		table,
		id,
		op,
		schema: RECORD_SCHEMA,
		at: new Date().toISOString(),
		state: 'waiting',
		attempts: 0,
		lastAttemptAt: null,
		problem: null,
		body: seal(change)
	};
}

/** Lays waiting changes over the server's row. Null: there is no such record (never made, or the server took it away). */
export function overlay(
	server: Row | null,
	entries: readonly NewEntry[],
	author: string
): Row | null {
	let row = server;
	for (const entry of entries) {
		const { set } = unseal(entry.body);
		if (entry.op === 'delete') row = row && { ...row, deleted_at: entry.at };
		else if (row) row = { ...row, ...set };
		else if (entry.op === 'insert') row = unsentRow(entry, set, author);
	}
	return row;
}

/** A record that the server has not seen yet; it will fill in the scope and the versions. */
function unsentRow(entry: NewEntry, set: Values, author: string): Row {
	return {
		id: entry.id,
		scope: '',
		row_version: 0,
		field_versions: {},
		created_by: author,
		created_at: entry.at,
		updated_by: author,
		updated_at: entry.at,
		deleted_at: null,
		...set
	} as Row;
}
