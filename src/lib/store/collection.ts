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

/** How many records of the last day are read beyond the limit at first, so that most reads need no second. */
const REST_OF_A_DAY = 8;

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

	/** The newest records by an index, those of one day by when they were made; read not much further than the limit asks. */
	async newest(query: Query<Row<T>>): Promise<Row<T>[]> {
		const { by, limit = Infinity, where = () => true } = query;
		const valueOf = columnOf<T>(by);
		// So many rows in one go are several times faster than one by one. Where too few of them count, or the last day is not
		// seen whole, it takes more.
		for (let count = limit + REST_OF_A_DAY; ; count *= 2) {
			const read = (await this.#range(query).reverse().limit(count).toArray()).map(open<T>);
			const found = read.filter((row) => row.deleted_at === null && where(row));
			const [last, end] = [found[limit - 1], read.at(-1)];
			if (read.length < count || (last && end && valueOf(last) !== valueOf(end)))
				return found.sort((a, b) => newestFirst(valueOf, a, b)).slice(0, limit);
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

/** What the last column of an index holds of a row: what `newest` orders by. */
function columnOf<T extends RecordTable>(by: string): (row: Row<T>) => string {
	const column = /\w+(?=\]?$)/.exec(by)?.[0] ?? by;
	return (row) => String((row as Record<string, unknown>)[column]);
}

function newestFirst<T extends RecordTable>(
	valueOf: (row: Row<T>) => string,
	a: Row<T>,
	b: Row<T>
): number {
	const [ours, theirs] = [valueOf(a), valueOf(b)];
	if (ours !== theirs) return ours < theirs ? 1 : -1;
	return Date.parse(b.created_at) - Date.parse(a.created_at);
}
