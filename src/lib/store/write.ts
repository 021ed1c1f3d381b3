/** Writing: the record and its outbox entry in one transaction. The screen has its answer when that commits. */
import { registry, RECORD_SCHEMA, type RecordTable, type Row } from '$lib/records/registry';
import type { FieldsOf } from '$lib/records/define-record';
import { seal, unseal } from './codec';
import { recordsOf, type DeviceDatabase } from './database';
import type { Change, Operation, OutboxEntry, Values } from './outbox';
import { entriesOf, rebuild, serverRow } from './rebuild';

/** A change on its way into the outbox. */
interface Intent {
	table: RecordTable;
	id: string;
	op: Operation;
	set: Values;
}

export class Writer {
	constructor(
		private readonly database: DeviceDatabase,
		private readonly author: string,
		private readonly told: () => void
	) {}

	/**
	 * Makes a record and returns its id. `id` may be given, so that saving a draft twice makes one record.
	 * @throws QuotaExceededError (by Dexie) where the device is full; nothing is written then.
	 */
	async insert<T extends RecordTable>(
		table: T,
		fields: FieldsOf<T> & { council_id: string },
		id: string = crypto.randomUUID()
	): Promise<string> {
		await this.#queue({ table, id, op: 'insert', set: fields });
		return id;
	}

	/** Changes columns of a record; columns that already hold the value are left out. */
	async update<T extends RecordTable>(
		table: T,
		id: string,
		changes: Partial<FieldsOf<T>>
	): Promise<void> {
		await this.#queue({ table, id, op: 'update', set: changes });
	}

	/** Deletes a record. One that the server has never seen is gone at once, with its outbox entries. */
	async remove(table: RecordTable, id: string): Promise<void> {
		await this.#queue({ table, id, op: 'delete', set: {} });
	}

	/** Drops a waiting change for good. Without its insert a record's later changes mean nothing: they go too. */
	async discard(mid: number): Promise<void> {
		await this.#transaction(async () => {
			const entry = await this.database.outbox.get(mid);
			if (!entry) return;
			const { table, id } = entry;
			if (entry.op === 'insert')
				await this.database.outbox.where('[table+id]').equals([table, id]).delete();
			else await this.database.outbox.delete(mid);
			await rebuild(this.database, this.author, table, id);
		});
		this.told();
	}

	/** Sends a change again that came back, as it stands, on top of what the server holds now. */
	async sendAgain(mid: number): Promise<void> {
		await this.#transaction(async () => {
			const entry = await this.database.outbox.get(mid);
			if (entry) await this.#write({ ...entry, set: {} });
		});
		this.told();
	}

	async #queue(intent: Intent): Promise<void> {
		await this.#transaction(() => this.#write(intent));
		this.told();
	}

	#transaction(work: () => Promise<void>): Promise<void> {
		const { database } = this;
		return database.transaction('rw', [...database.tables], work);
	}

	async #write({ table, id, op, set }: Intent): Promise<void> {
		const { database } = this;
		const stored = await recordsOf(database, table).get(id);
		const entries = await entriesOf(database, table, id);
		// Saving the same draft twice (a double tap, a reload in between) is one record.
		const operation = op === 'insert' && stored ? 'update' : op;
		const changed = stored ? differences(unseal(stored.body), set) : set;
		// What the server cannot have taken yet is folded into one change, so that it arrives as one.
		const unsent = entries.filter((entry) => entry.attempts === 0 || entry.state === 'attention');
		const again = unsent.some((entry) => entry.state === 'attention');
		if (operation === 'update' && (!stored || (Object.keys(changed).length === 0 && !again))) return;

		await database.outbox.bulkDelete(unsent.map((entry) => entry.mid));
		const folded = fold(unsent, operation, changed, serverRow(stored), table);
		if (folded) await database.outbox.add(newEntry(table, id, folded.op, folded.change));
		await rebuild(database, this.author, table, id);
	}
}

/** The columns of `set` whose values differ from the row's. */
function differences(row: Row, set: Values): Values {
	const held = row as unknown as Values;
	return Object.fromEntries(
		Object.entries(set).filter(
			([column, value]) => JSON.stringify(held[column]) !== JSON.stringify(value)
		)
	);
}

/** One change out of unsent ones and a new one; null where they cancel out. */
function fold(
	unsent: readonly OutboxEntry[],
	op: Operation,
	changed: Values,
	server: Row | null,
	table: RecordTable
): { op: Operation; change: Change } | null {
	const unsentInsert = unsent.some((entry) => entry.op === 'insert') || op === 'insert';
	if (op === 'delete')
		return unsentInsert ? null : { op, change: { set: {}, base: {}, was: {} } };
	const set = Object.assign({}, ...unsent.map((entry) => unseal(entry.body).set), changed) as Values;
	// A change that still waits keeps the ground it was made on; one that came back was put right
	// by a person who saw the server's row as it is now.
	const waiting = unsent
		.filter((entry) => entry.state === 'waiting')
		.map((entry) => unseal(entry.body));
	return {
		op: unsentInsert ? 'insert' : 'update',
		change: {
			set,
			base: Object.assign(
				server ? versionsOf(server, Object.keys(set)) : {},
				...waiting.map((change) => change.base)
			),
			was: Object.assign(
				server ? textOf(table, server, set) : {},
				...waiting.map((change) => change.was)
			)
		}
	};
}

/** What the server holds of the long-text columns among `set`. */
export function textOf(table: RecordTable, server: Row, set: Values): Values {
	const merge = registry[table].merge as Record<string, string>;
	const held = server as unknown as Values;
	return Object.fromEntries(
		Object.keys(set)
			.filter((column) => merge[column] === 'text')
			.map((column) => [column, held[column]])
	);
}

/** The server's versions of some columns: what a change of them is based on. */
export function versionsOf(server: Row, columns: readonly string[]): Record<string, number> {
	return Object.fromEntries(columns.map((column) => [column, server.field_versions[column] ?? 1]));
}

/** An outbox entry that has never been sent. Its number is given when it is added. */
export function newEntry(
	table: RecordTable,
	id: string,
	op: Operation,
	change: Change
): Omit<OutboxEntry, 'mid'> {
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
