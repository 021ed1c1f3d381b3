/** What comes from the server: verdicts on what was sent, and pages of what changed. Each is applied whole or not at all. */
import { recordTables, type RecordTable, type Row } from '$lib/records/registry';
import { seal, unseal } from './codec';
import { recordsOf, type DeviceDatabase, type StoredRecord } from './database';
import type { Change, OutboxEntry, Problem } from './outbox';
import { entriesOf, rebuild, serverRow, toStored } from './rebuild';
import { newEntry, textOf, versionsOf } from './write';

/** How far this device has read. `cursors` holds one opaque mark per scope. */
export interface ReadMark {
	epoch: string;
	cursors: Record<string, string>;
	/** The first read of everything is complete: the device is ready for work offline. */
	complete: boolean;
	/** When the device last heard everything the server had, by the server's clock. */
	heardAt: string | null;
}

export const NOTHING_READ: ReadMark = { epoch: '', cursors: {}, complete: false, heardAt: null };

/** One thing that changed on the server: a row, or the news that a row left the scope. */
export type ServerChange =
	| { table: RecordTable; row: Row }
	| { table: RecordTable; id: string; exit: true; row_version: number };

/** What became of one change that was sent. */
export type Outcome =
	| { kind: 'applied' }
	/** Columns were merged on the phone and go out again. */
	| { kind: 'again'; change: Change }
	| { kind: 'attention'; problem: Problem };

export class Inbox {
	constructor(
		private readonly database: DeviceDatabase,
		private readonly author: string
	) {}

	/** Takes an entry out of the outbox together with the server's row, or marks what a person must decide. */
	async settle(
		settled: readonly { mid: number; outcome: Outcome; row: Row | null }[]
	): Promise<void> {
		const { database } = this;
		await database.transaction('rw', [...database.tables], async () => {
			for (const { mid, outcome, row } of settled) {
				const entry = await database.outbox.get(mid);
				if (entry) await this.#settle(entry, outcome, row);
			}
		});
	}

	async #settle(entry: OutboxEntry, outcome: Outcome, row: Row | null): Promise<void> {
		const { database } = this;
		const { table, id } = entry;
		if (outcome.kind === 'attention') {
			await database.outbox.update(entry.mid, { state: 'attention', problem: outcome.problem });
		} else {
			await database.outbox.delete(entry.mid);
			if (outcome.kind === 'again')
				await database.outbox.add(newEntry(table, id, 'update', outcome.change));
		}
		const held = serverRow(await recordsOf(database, table).get(id));
		// A row that the answer does not show is out of this person's sight; a refusal leaves things as they were.
		const server = row ? newest(held, row) : outcome.kind === 'attention' ? held : null;
		if (row && outcome.kind === 'applied') await this.#rebase(entry, row);
		await rebuild(database, this.author, table, id, server);
	}

	/** Later changes of the same columns stand on the change that was just applied, not on what was before it. */
	async #rebase(applied: OutboxEntry, row: Row): Promise<void> {
		const columns = Object.keys(unseal(applied.body).set);
		for (const later of await entriesOf(this.database, applied.table, applied.id)) {
			const change = unseal(later.body);
			const shared = columns.filter((column) => column in change.set);
			if (shared.length === 0 || later.attempts > 0) continue;
			await this.database.outbox.update(later.mid, {
				body: seal({
					...change,
					base: { ...change.base, ...versionsOf(row, shared) },
					was: { ...change.was, ...textOf(later.table, row, pick(change.set, shared)) }
				})
			});
		}
	}

	/**
	 * Applies one page of a pull: rows and mark in one transaction. Rows arrive in any order and may repeat;
	 * a row is taken only where its version is newer. Scopes that the person no longer holds leave the device,
	 * except for records with unsent changes. After a `reset` everything is read again from the start.
	 */
	async take(changes: readonly ServerChange[], mark: ReadMark, reset: boolean): Promise<void> {
		const { database } = this;
		await database.transaction('rw', [...database.tables], async () => {
			const before = await this.mark();
			const waiting = await this.#waitingByRecord();
			const gone = Object.keys(before.cursors).filter((scope) => !(scope in mark.cursors));
			if (reset) await this.#forget(waiting, () => true);
			else if (gone.length > 0)
				await this.#forget(waiting, (stored) => gone.includes(stored.scope));
			for (const table of recordTables)
				await this.#takeTable(
					table,
					changes.filter((change) => change.table === table),
					waiting
				);
			await database.meta.put({ key: 'mark', value: mark });
		});
	}

	async mark(): Promise<ReadMark> {
		const entry = await this.database.meta.get('mark');
		return (entry?.value as ReadMark | undefined) ?? NOTHING_READ;
	}

	/** Begins reading from the start; records stay on screen until their newer versions arrive. */
	async readAgain(): Promise<void> {
		await this.database.meta.delete('mark');
	}

	async #takeTable(
		table: RecordTable,
		changes: readonly ServerChange[],
		waiting: Map<string, OutboxEntry[]>
	): Promise<void> {
		if (changes.length === 0) return;
		const records = recordsOf(this.database, table);
		const latest = new Map<string, ServerChange>();
		for (const change of changes) {
			const before = latest.get(idOf(change));
			if (!before || wins(change, before)) latest.set(idOf(change), change);
		}
		const ids = [...latest.keys()];
		const held = await records.bulkGet(ids);
		const puts: StoredRecord[] = [];
		const deletes: string[] = [];
		ids.forEach((id, index) => {
			const change = latest.get(id);
			const stored = held[index];
			if (!change || (stored && !isNews(change, stored))) return;
			const entries = waiting.get(`${table}/${id}`) ?? [];
			const row = 'row' in change ? change.row : null;
			const next = toStored(table, row, entries, this.author);
			if (next) puts.push(next);
			else if (stored) deletes.push(id);
		});
		await records.bulkPut(puts);
		await records.bulkDelete(deletes);
	}

	async #waitingByRecord(): Promise<Map<string, OutboxEntry[]>> {
		const entries = await this.database.outbox.orderBy('mid').toArray();
		return groupByRecord(entries);
	}

	/** Takes records off the device. One with unsent changes stays, for they belong to the person; any version is news to it. */
	async #forget(
		waiting: Map<string, OutboxEntry[]>,
		which: (stored: StoredRecord) => boolean
	): Promise<void> {
		for (const table of recordTables)
			await recordsOf(this.database, table)
				.filter(which)
				.modify((stored, reference) => {
					if (waiting.has(`${table}/${stored.id}`)) stored.row_version = 0;
					// The way to delete inside modify(), by Dexie's documentation.
					else delete (reference as { value?: StoredRecord }).value;
				});
	}
}

function groupByRecord(entries: readonly OutboxEntry[]): Map<string, OutboxEntry[]> {
	const groups = new Map<string, OutboxEntry[]>();
	for (const entry of entries) {
		const key = `${entry.table}/${entry.id}`;
		groups.set(key, [...(groups.get(key) ?? []), entry]);
	}
	return groups;
}

function idOf(change: ServerChange): string {
	return 'row' in change ? change.row.id : change.id;
}

function versionOf(change: ServerChange): number {
	return 'row' in change ? change.row.row_version : change.row_version;
}

/** Of two changes of one record, the newer; at the same version the row has moved to a scope that is ours too. */
function wins(change: ServerChange, other: ServerChange): boolean {
	const difference = versionOf(change) - versionOf(other);
	return difference > 0 || (difference === 0 && 'row' in change);
}

function isNews(change: ServerChange, stored: StoredRecord): boolean {
	const version = versionOf(change);
	return 'row' in change ? version >= stored.row_version : version > stored.row_version;
}

function newest(held: Row | null, row: Row): Row {
	return held && held.row_version > row.row_version ? held : row;
}

function pick<V>(values: Record<string, V>, columns: readonly string[]): Record<string, V> {
	return Object.fromEntries(
		columns.filter((column) => column in values).map((column) => [column, values[column] as V])
	);
}
