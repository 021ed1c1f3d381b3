/**
 * What a record type is, declared once: how it is kept (registry.ts), what its columns hold (its own file, listed in
 * definitions.ts) and its short name (titles.ts). Everything generic (the store on the device, the outbox, push, pull, export and the
 * contract test) runs from these declarations; see CONTRIBUTING, "How to add a record type".
 */
import * as z from 'zod/mini';
import type { CodeListName } from './code-lists';
import type { Database } from './database.types';

/** The columns that every synced table shares; the server writes them, nobody edits them. */
export const syncedColumnsSchema = z.object({
	id: z.uuid(),
	council_id: z.uuid(),
	scope: z.string(),
	row_version: z.int(),
	field_versions: z.record(z.string(), z.int()),
	created_by: z.nullable(z.uuid()),
	created_at: z.string(),
	updated_by: z.nullable(z.uuid()),
	updated_at: z.string(),
	deleted_at: z.nullable(z.string())
});

export type SyncedColumns = z.infer<typeof syncedColumnsSchema>;

type Tables = Database['public']['Tables'];

/** Tables that carry the shared columns, and so can be kept on a phone. */
export type SyncedTable = {
	[T in keyof Tables]: 'field_versions' extends keyof Tables[T]['Row'] ? T : never;
}[keyof Tables];

/** A table's own columns, as the migrations declare them. */
export type FieldsOf<T extends SyncedTable> = Omit<Tables[T]['Row'], keyof SyncedColumns | 'xid'>;

/**
 * What happens to a column that two people changed:
 * `text` is merged by sentence, `ask` waits for a person (status, money). Every other column takes the last arrival.
 */
export type MergeRule = 'text' | 'ask';

/** How people read a column: its name, and where the words for its values come from where those are not plain text. */
export interface ColumnWords {
	readonly label: string;
	/** The list that has the words for its codes. */
	readonly list?: CodeListName;
	/** A day, `YYYY-MM-DD`. */
	readonly date?: true;
	/** A day and a time, as the database writes them. */
	readonly moment?: true;
	/** The record type that it names (or those that it may), by its id or by the code in another of its indexed columns. */
	readonly names?: SyncedTable | readonly SyncedTable[];
	readonly by?: string;
	/** Says the value, where it is neither plain nor a code; '' where there is nothing to say. */
	readonly says?: (value: never) => string | Promise<string>;
}

/** How a record type is called, kept and merged. */
export interface RecordType<T extends SyncedTable = SyncedTable, Fields = FieldsOf<T>> {
	/** What an officer calls it, in the singular and the plural. */
	readonly name: { readonly one: string; readonly many: string };
	/** Dexie indexes besides id and scope. Only what may lie in the clear on a phone: ids, wards, dates, states. */
	readonly indexes: readonly string[];
	/** The index by which records leave a device that is full, the oldest first. Those without one stay. */
	readonly age?: string;
	readonly merge: Partial<Record<keyof Fields & string, MergeRule>>;
}

/** What a record type's columns hold. */
export interface RecordDefinition<T extends SyncedTable = SyncedTable, Fields = FieldsOf<T>> {
	/** The table in the schema `public`, and the name in the sync protocol. */
	readonly table: T;
	/** The record's own columns, with the sentence a person reads where one is wrong. */
	readonly schema: z.ZodMiniObject & z.ZodMiniType<Fields>;
	/**
	 * What people read of a record, in the order of the page; other columns are the app's business. Left out: every
	 * column, under its own name (records/columns.ts).
	 */
	readonly columns?: { readonly [C in keyof Fields & string]?: ColumnWords };
}

/** Declares a record type's columns; the compiler holds its schema to the table's generated row type. */
export function defineRecord<T extends SyncedTable>(
	definition: RecordDefinition<T>
): RecordDefinition<T> {
	return definition;
}
