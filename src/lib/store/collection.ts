/** Reading records as screens see them: the server's row with waiting changes laid over it, deleted ones left out. */
import Dexie, { type Collection as DexieCollection } from 'dexie';
import type { RecordTable, Row } from '$lib/records/registry';
import { unseal } from './codec';
import { recordsOf, type DeviceDatabase, type StoredRecord } from './database';

/** Which records, and in which order: an index of the record type, newest (highest) first. */
export interface Query<R> {
	/** An index of the record type, such as `occurred_on` or `[created_by+occurred_on]`. */
	by: string;
	/** For a compound index: the value of its first column. */
	equals?: string;
	limit?: number;
	where?: (row: R) => boolean;
}

export class Collection<T extends RecordTable> {
	constructor(
		private readonly database: DeviceDatabase,
		private readonly table: T
	) {}

	async get(id: string): Promise<Row<T> | undefined> {
		const stored = await recordsOf(this.database, this.table).get(id);
		const row = stored && open<T>(stored);
		return row?.deleted_at ? undefined : row;
	}

	/** Every record of this type on the device. For reference data and lists that are searched by word. */
	async all(): Promise<Row<T>[]> {
		return rows<T>(await recordsOf(this.database, this.table).toArray());
	}

	/** Records whose indexed column equals a value. */
	async where(column: string, value: string): Promise<Row<T>[]> {
		return rows<T>(
			await recordsOf(this.database, this.table).where(column).equals(value).toArray()
		);
	}

	/** The newest records by an index, read not much further than the limit asks. */
	async newest(query: Query<Row<T>>): Promise<Row<T>[]> {
		const { limit = Infinity, where = () => true } = query;
		// So many rows in one go are several times faster than one by one. Where too few of them count, it takes more.
		for (let count = limit; ; count *= 2) {
			const stored = await this.#range(query).reverse().limit(count).toArray();
			const found = rows<T>(stored).filter(where);
			if (found.length >= limit || stored.length < count) return found.slice(0, limit);
		}
	}

	/**
	 * How many records share a value, and the highest of another column among them. Read from the index alone, so that a
	 * year of logs is counted as fast as a day of them.
	 * @param by a compound index of the record type: the shared column, then the other, such as `[action_id+occurred_on]`
	 */
	async tally(by: string, equals: string): Promise<{ count: number; last: string | null }> {
		const [count, [last]] = await Promise.all([
			this.#range({ by, equals }).count(),
			this.#range({ by, equals }).reverse().limit(1).keys()
		]);
		return { count, last: (last as [string, string] | undefined)?.[1] ?? null };
	}

	#range({ by, equals }: Query<Row<T>>): DexieCollection<StoredRecord, string> {
		const records = recordsOf(this.database, this.table);
		if (equals === undefined) return records.orderBy(by);
		return records.where(by).between([equals, Dexie.minKey], [equals, Dexie.maxKey]);
	}
}

function open<T extends RecordTable>(stored: StoredRecord): Row<T> {
	return unseal(stored.body) as unknown as Row<T>;
}

function rows<T extends RecordTable>(stored: readonly StoredRecord[]): Row<T>[] {
	return stored.map(open<T>).filter((row) => row.deleted_at === null);
}
