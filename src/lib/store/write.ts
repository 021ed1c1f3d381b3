/** Writing: the record and its outbox entry in one transaction. The screen has its answer when that commits. */
import Dexie from 'dexie';
import { recordTables, type RecordTable, type Row } from '$lib/records/registry';
import type { FieldsOf } from '$lib/records/define-record';
import {
	changeOf,
	decided,
	differences,
	except,
	fold,
	standing,
	without,
	type Step
} from './change';
import { unseal } from './codec';
import { recordsOf, type DeviceDatabase } from './database';
import { dropPicturesOf } from './files';
import { newEntry, type Operation, type OutboxEntry, type Values } from './outbox';
import { entriesOf, keep, rebuild, serverRow } from './rebuild';
import { withRoom } from './room';

/** What holds the pictures of a record. */
const PICTURES = ['attachments', 'files', 'bytes'];
const EVERYTHING = [...recordTables, 'drafts', 'files', 'bytes'];

/** A change on its way into the outbox. */
interface Intent {
	table: RecordTable;
	id: string;
	op: Operation;
	set: Values;
	/** The record as the person found it, where that was a while ago. */
	opened?: Row | undefined;
}

/** What the device holds of a record. */
interface Held {
	table: RecordTable;
	id: string;
	/** As screens see it. */
	row: Row | null;
	/** As the server has it. */
	server: Row | null;
	/** What waits, oldest first. */
	entries: OutboxEntry[];
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
		await this.#transaction([table], () => this.#write({ table, id, op: 'insert', set: fields }));
		return id;
	}

	/**
	 * Changes columns of a record; columns that already hold the value are left out. A refused change of the record
	 * goes out again with them. A record that has left the device meanwhile is changed all the same: the server
	 * answers for it, and nothing that was typed is lost.
	 * @param opened the record as a form found it when it was opened. Only what the person changed since then counts,
	 * and it stands on that: what a colleague has changed meanwhile is neither undone nor overwritten unseen.
	 */
	async update<T extends RecordTable>(
		table: T,
		id: string,
		changes: Partial<FieldsOf<T>>,
		opened?: Row<T>
	): Promise<void> {
		await this.#transaction([table], () =>
			this.#write({ table, id, op: 'update', set: changes, opened })
		);
	}

	/** Deletes a record. One that the server has never seen is gone at once, with its outbox entries. */
	async remove(table: RecordTable, id: string): Promise<void> {
		await this.#transaction([table, ...PICTURES], () =>
			this.#write({ table, id, op: 'delete', set: {} })
		);
	}

	/**
	 * Drops a change for good that needs attention or was never sent. Without its insert a record's later changes
	 * mean nothing: they go too. One that is on its way stays, for the server may have taken it.
	 */
	async discard(mid: number): Promise<void> {
		await this.#transaction(EVERYTHING, async () => {
			const entry = await this.database.outbox.get(mid);
			if (!entry || isOnItsWay(entry)) return;
			const { table, id } = entry;
			if (entry.op === 'insert') {
				await this.database.outbox.where('[table+id]').equals([table, id]).delete();
				await dropPicturesOf(this.database, id);
			} else await this.database.outbox.delete(mid);
			await rebuild(this.database, this.author, table, id);
		});
	}

	/** Sends a refused change again as it was, with those that wait behind it. */
	async sendAgain(mid: number): Promise<void> {
		await this.#transaction(EVERYTHING, async () => {
			const entry = await this.database.outbox.get(mid);
			if (entry?.problem?.verdict !== 'rejected') return;
			const held = await this.#read(entry.table, entry.id);
			await this.#replace(held, held.entries, held.entries.map(stepOf));
		});
	}

	/**
	 * Settles a dispute by the person's word, which also counts for what they wrote into its columns since. It goes out
	 * on what they were shown of the others' work: if that has changed again meanwhile, they are asked again.
	 * @param values what the columns in dispute shall be; one that is left out stays as the others made it. Further
	 * columns may be set with them, such as a note on the decision.
	 */
	async decide(mid: number, values: Values): Promise<void> {
		await this.#transaction(EVERYTHING, async () => {
			const entry = await this.database.outbox.get(mid);
			if (entry?.problem?.verdict !== 'conflict') return;
			const held = await this.#read(entry.table, entry.id);
			const said = storable(values);
			const inDispute = entry.problem.conflicts ?? {};
			const later = held.entries
				.filter((other) => other.mid !== mid)
				.map((other) => ({ op: other.op, change: except(changeOf(other), inDispute) }));
			const further = standing(entry.table, without(said, inDispute), held.server, held.entries);
			await this.#replace(held, held.entries, [
				{ op: 'update', change: decided(entry, said) },
				...later,
				{ op: 'update', change: further }
			]);
		});
	}

	/** Makes several writes one: all of them are on the disk, or none. */
	async together(work: () => Promise<void>): Promise<void> {
		await this.#transaction(EVERYTHING, work);
	}

	/**
	 * Runs `work` in a transaction, or in the one that is open already.
	 * @param tables those that `work` may touch, besides the outbox
	 */
	async #transaction(tables: readonly string[], work: () => Promise<void>): Promise<void> {
		if (Dexie.currentTransaction) return work();
		await withRoom(this.database, () =>
			// Dexie follows a transaction through native awaits only where it is handed an async function.
			this.database.transaction('rw', [...tables, 'outbox'], async () => {
				await work();
			})
		);
		this.told();
	}

	async #write({ table, id, op, set, opened }: Intent): Promise<void> {
		const held = await this.#read(table, id);
		const { row, server, entries } = held;
		// What the server cannot have taken is folded into one change, so that it arrives as one. A dispute waits for
		// the person's word on exactly that; only a deletion settles it.
		const open = entries.filter(
			(entry) => !isOnItsWay(entry) && (op === 'delete' || entry.problem?.verdict !== 'conflict')
		);
		const found = opened ?? row;
		const changed = found ? differences(found, storable(set)) : storable(set);
		if (op === 'delete' && (!row || row.deleted_at)) return;
		const refused = open.some(({ state }) => state === 'attention');
		if (op !== 'delete' && isEmpty(changed) && !refused) return;

		const step: Step = {
			// Saving the same draft twice (a double tap, a reload in between) is one record.
			op: op === 'insert' && row ? 'update' : op,
			change: standing(table, changed, opened ?? server, entries)
		};
		await this.#replace(held, open, [...open.map(stepOf), step]);
	}

	async #read(table: RecordTable, id: string): Promise<Held> {
		// Whatever can be asked at once is: every answer to wait for takes as long as the write itself.
		const [stored, entries] = await Promise.all([
			recordsOf(this.database, table).get(id),
			entriesOf(this.database, table, id)
		]);
		return {
			table,
			id,
			row: stored ? unseal(stored.body) : null,
			server: serverRow(stored),
			entries
		};
	}

	/** Puts one entry in the place of some that are open. */
	async #replace(
		{ table, id, server, entries }: Held,
		open: readonly OutboxEntry[],
		steps: readonly Step[]
	): Promise<void> {
		const { database, author } = this;
		const { outbox } = database;
		const step = fold(steps);
		// What was changed and changed back needs no sending.
		if (step?.op === 'update' && server && open.length === entries.length)
			step.change.set = differences(server, step.change.set);
		const entry =
			step && (step.op !== 'update' || !isEmpty(step.change.set))
				? [newEntry(table, id, step.op, step.change)]
				: [];
		const left = entries.filter((each) => !open.includes(each));
		await Promise.all([
			open.length > 0 && outbox.bulkDelete(open.map(({ mid }) => mid)),
			...entry.map((each) => outbox.add(each)),
			keep(database, author, table, id, server, [...left, ...entry])
		]);
		if (!step) await dropPicturesOf(database, id);
	}
}

function stepOf(entry: OutboxEntry): Step {
	return { op: entry.op, change: changeOf(entry) };
}

function isEmpty(values: Values): boolean {
	return Object.keys(values).length === 0;
}

/** Sent, and without a verdict: the server may have taken it, so it is never rewritten. */
function isOnItsWay({ state, attempts }: OutboxEntry): boolean {
	return state === 'waiting' && attempts > 0;
}

/**
 * Values as they travel. PostgreSQL refuses a NUL and half of a surrogate pair (an emoji that was cut), and with it the
 * whole call; both are nothing that a person typed.
 */
function storable(set: Values): Values {
	return JSON.parse(
		JSON.stringify(set, (_, value: unknown) =>
			typeof value === 'string' ? value.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '') : value
		)
	) as Values;
}
