/** What comes from the server: verdicts on what was sent, and pages of what changed. Each is applied whole or not at all. */
import Dexie, { type Table } from 'dexie';
import { recordTables, type RecordTable, type Row } from '$lib/records/registry';
import { RECORD_LAYOUT, recordsOf, type DeviceDatabase, type StoredRecord } from './database';
import { digestsOf, type Digests } from './digest';
import { dropOrphans } from './files';
import type { OutboxEntry } from './outbox';
import { outOfSight, serverRow, toStored } from './rebuild';
import { withRoom } from './room';
import { settle, settleDone, type Done, type Outcome } from './settle';

/** How far this device has read. `cursors` holds one opaque mark per scope. */
export interface ReadMark {
	epoch: string;
	cursors: Record<string, string>;
	/** The first read of everything is complete: the device is ready for work offline. */
	complete: boolean;
	/** When the device last heard everything the server had, by the server's clock. */
	heardAt: string | null;
	/** Of the first read: rows received so far, and rows to come in all. */
	firstRead: { received: number; total: number };
}

export const NOTHING_READ: ReadMark = {
	epoch: '',
	cursors: {},
	complete: false,
	heardAt: null,
	firstRead: { received: 0, total: 0 }
};

/** No server has this epoch: it answers with a reset, and everything is read again. */
const READ_AGAIN: ReadMark = { ...NOTHING_READ, epoch: 'read again' };

/** One thing that changed on the server: a row, or the news that a row left the scope. */
export type ServerChange =
	| { table: RecordTable; row: Row }
	| { table: RecordTable; id: string; exit: true; row_version: number };

export class Inbox {
	constructor(
		private readonly database: DeviceDatabase,
		private readonly author: string
	) {}

	/** Takes entries out of the outbox together with the server's rows, or marks what a person must decide. */
	async settle(
		settled: readonly { mid: number; outcome: Outcome; row: Row | null }[]
	): Promise<void> {
		const { database } = this;
		await this.#transaction(async () => {
			const { cursors } = await this.mark();
			const waiting = await database.outbox.orderBy('mid').toArray();
			const byRecord = groupByRecord(waiting);
			const done: Done[] = [];
			for (const { mid, outcome, row } of settled) {
				const entry = waiting.find((each) => each.mid === mid);
				if (!entry) continue;
				// A person may see more than their devices hold, such as the register: only what is pulled here stays here.
				// A scope that has not begun to be read would never hear that the row left it again.
				const mine = row && cursors[row.scope] ? row : null;
				const alone = byRecord.get(`${entry.table}/${entry.id}`)?.length === 1;
				if (outcome.kind === 'applied' && !outcome.replaced && alone)
					done.push({ entry, row: mine });
				else await settle(database, this.author, entry, outcome, mine);
			}
			await settleDone(database, this.author, done);
		});
	}

	/**
	 * Applies one page of a pull: rows and mark in one transaction. Rows arrive in any order and may repeat;
	 * a row is taken only where its version is newer. Scopes that the person no longer holds leave the device,
	 * except for records with unsent changes. After a `reset` everything is read again from the start.
	 * @param asked the mark that the page was asked with
	 * @returns false, with nothing taken, where the device has read less by now than the page builds on: the browser took
	 *   its storage back, or everything is to be read again. A mark kept then would hide for good what is missing.
	 */
	async take(
		changes: readonly ServerChange[],
		mark: ReadMark,
		reset: boolean,
		asked?: ReadMark
	): Promise<boolean> {
		const { database } = this;
		return this.#transaction(async () => {
			const before = await this.mark();
			if (asked && !readAlike(before, asked)) return false;
			const waiting = groupByRecord(await database.outbox.orderBy('mid').toArray());
			const gone = Object.keys(before.cursors).filter((scope) => !(scope in mark.cursors));
			if (reset) await this.#forget(waiting, null);
			else if (gone.length > 0) await this.#forget(waiting, gone);
			for (const table of recordTables) {
				const latest = latestOf(changes.filter((change) => change.table === table));
				if (latest.size === 0) continue;
				// What a first read brings is new to the device but for little: it is added, without a look at what is there.
				const left = before.complete && !reset ? latest : await this.#add(table, latest, waiting);
				await this.#takeTable(table, left, waiting);
			}
			await this.#keepMark(mark);
			// Not while everything is read again: what the pictures belong to may still come.
			if (mark.complete) await dropOrphans(database, this.author);
			return true;
		});
	}

	/**
	 * Lets go of some scopes and of how far they were read, so that the next pull brings them anew. Records with
	 * unsent changes stay.
	 */
	async readAgain(scopes: readonly string[]): Promise<void> {
		const { database } = this;
		await this.#transaction(async () => {
			const mark = await this.mark();
			const cursors = Object.fromEntries(
				Object.entries(mark.cursors).filter(([scope]) => !scopes.includes(scope))
			);
			const waiting = groupByRecord(await database.outbox.orderBy('mid').toArray());
			await this.#forget(waiting, scopes);
			await this.#keepMark({ ...mark, cursors });
		});
	}

	/** Reads everything again, whatever was let go of for want of room. What is on the device stays until the answer comes. */
	async readEverythingAgain(): Promise<void> {
		const { database } = this;
		await database.transaction('rw', database.meta, async () => {
			await this.#keepMark(READ_AGAIN);
			await database.meta.delete('snapshot:trimmed');
		});
	}

	/** What the device holds of each scope, in one number. */
	digests(): Promise<Digests> {
		return digestsOf(this.database);
	}

	async mark(): Promise<ReadMark> {
		const held = (await this.database.meta.get('mark'))?.value as
			(ReadMark & { layout: string }) | undefined;
		if (!held) return NOTHING_READ;
		return held.layout === RECORD_LAYOUT ? held : READ_AGAIN;
	}

	async #transaction<V>(work: () => Promise<V>): Promise<V> {
		const { database } = this;
		return withRoom(database, () => database.transaction('rw', [...database.tables], work));
	}

	async #keepMark(mark: ReadMark): Promise<void> {
		await this.database.meta.put({ key: 'mark', value: { ...mark, layout: RECORD_LAYOUT } });
	}

	/** Adds the rows of records that the device does not have; returns the other changes. */
	async #add(
		table: RecordTable,
		changes: ReadonlyMap<string, ServerChange>,
		waiting: ReadonlyMap<string, OutboxEntry[]>
	): Promise<Map<string, ServerChange>> {
		const left = new Map(changes);
		const records = [...changes].flatMap(([id, change]) =>
			'row' in change && !waiting.has(`${table}/${id}`)
				? (toStored(table, change.row, [], this.author) ?? [])
				: []
		);
		const held = await addNew(recordsOf(this.database, table), records);
		for (const { id } of records) if (!held.has(id)) left.delete(id);
		return left;
	}

	/** Puts, replaces and takes away records, as far as the changes are newer than what the device has. */
	async #takeTable(
		table: RecordTable,
		latest: ReadonlyMap<string, ServerChange>,
		waiting: ReadonlyMap<string, OutboxEntry[]>
	): Promise<void> {
		const records = recordsOf(this.database, table);
		const ids = [...latest.keys()];
		const held = await records.bulkGet(ids);
		const puts: StoredRecord[] = [];
		const deletes: string[] = [];
		[...latest].forEach(([id, change], index) => {
			const stored = held[index];
			if (stored && versionOf(change) <= stored.row_version) return;
			const server = 'row' in change ? change.row : outOfSight(serverRow(stored));
			const next = toStored(table, server, waiting.get(`${table}/${id}`) ?? [], this.author);
			if (next) puts.push(next);
			else if (stored) deletes.push(id);
		});
		await records.bulkPut(puts);
		await records.bulkDelete(deletes);
	}

	/** Takes the records of some scopes (null: all) off the device. One with unsent changes stays: they belong to the person. */
	async #forget(
		waiting: ReadonlyMap<string, OutboxEntry[]>,
		scopes: readonly string[] | null
	): Promise<void> {
		for (const table of recordTables) {
			const records = recordsOf(this.database, table);
			const ids = [...waiting.values()].flatMap(([entry]) =>
				entry?.table === table ? [entry.id] : []
			);
			const kept = (await records.bulkGet(ids)).flatMap((stored) => {
				if (!stored || (scopes && !scopes.includes(stored.scope))) return [];
				const entries = waiting.get(`${table}/${stored.id}`) ?? [];
				return toStored(table, outOfSight(serverRow(stored)), entries, this.author) ?? [];
			});
			if (scopes) await records.where('scope').anyOf(scopes).delete();
			else await records.clear();
			await records.bulkPut(kept);
		}
	}
}

/** Whether two marks stand at the same place. */
function readAlike(mark: ReadMark, other: ReadMark): boolean {
	const scopes = Object.entries(mark.cursors);
	return (
		mark.epoch === other.epoch &&
		scopes.length === Object.keys(other.cursors).length &&
		scopes.every(([scope, cursor]) => other.cursors[scope] === cursor)
	);
}

/** Adds records; returns the ids of those that were there already, which stay as they are. */
async function addNew(
	table: Table<StoredRecord, string>,
	records: readonly StoredRecord[]
): Promise<Set<string>> {
	try {
		await table.bulkAdd(records);
		return new Set();
	} catch (error) {
		if (!(error instanceof Dexie.BulkError)) throw error;
		const failures = Object.entries(error.failuresByPos);
		for (const [, failure] of failures) if (failure.name !== 'ConstraintError') throw failure;
		return new Set(failures.flatMap(([at]) => records[Number(at)]?.id ?? []));
	}
}

/** The one change of each record that counts. */
function latestOf(changes: readonly ServerChange[]): Map<string, ServerChange> {
	const latest = new Map<string, ServerChange>();
	for (const change of changes) {
		const before = latest.get(idOf(change));
		if (!before || wins(change, before)) latest.set(idOf(change), change);
	}
	return latest;
}

function groupByRecord(entries: readonly OutboxEntry[]): Map<string, OutboxEntry[]> {
	const groups = new Map<string, OutboxEntry[]>();
	for (const entry of entries) {
		const key = `${entry.table}/${entry.id}`;
		const group = groups.get(key);
		if (group) group.push(entry);
		else groups.set(key, [entry]);
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
