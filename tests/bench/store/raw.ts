/** IndexedDB by hand, as fast as we know how: no versions, no overlay, no observers of ranges. The floor. */
import { unsentLog, type Contender } from './contender';
import { measured } from './device';

let database: IDBDatabase;
let channel: BroadcastChannel;
const listeners = new Set<() => void>();
const strict = { durability: 'strict' } as const;

function answer<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(new Error('request failed', { cause: request.error }));
	});
}

function committed(transaction: IDBTransaction): Promise<void> {
	transaction.commit();
	return new Promise((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(new Error('aborted', { cause: transaction.error }));
	});
}

/** Newer browsers read backwards in one go; for the others it is a cursor. */
interface ReadsBackwards {
	getAll(options: { query: IDBKeyRange; count: number; direction: 'prev' }): IDBRequest<unknown[]>;
}

function newest(ward: string): Promise<{ heard: string }[]> {
	const index = database.transaction('logs').objectStore('logs').index('[ward_code+occurred_on]');
	const query = IDBKeyRange.bound([ward], [ward, []]);
	if ('getAllRecords' in IDBIndex.prototype)
		return answer(
			(index as unknown as ReadsBackwards).getAll({ query, count: 50, direction: 'prev' })
		) as Promise<{ heard: string }[]>;
	return new Promise((resolve) => {
		const rows: { heard: string }[] = [];
		const request = index.openCursor(query, 'prev');
		request.onsuccess = () => {
			const cursor = request.result;
			if (cursor) rows.push(cursor.value as { heard: string });
			if (cursor && rows.length < 50) cursor.continue();
			else resolve(rows);
		};
	});
}

const raw: Contender = {
	open: async (name) => {
		const request = indexedDB.open(name, 1);
		request.onupgradeneeded = () => {
			const logs = request.result.createObjectStore('logs', { keyPath: 'id' });
			for (const columns of [
				['created_by', 'occurred_on'],
				['ward_code', 'occurred_on']
			])
				logs.createIndex(`[${columns.join('+')}]`, columns);
			for (const column of ['scope', 'occurred_on', 'objective_id', 'action_id'])
				logs.createIndex(column, column);
			// What waits of one record.
			request.result
				.createObjectStore('outbox', { autoIncrement: true })
				.createIndex('[table+id]', ['table', 'id']);
			request.result.createObjectStore('meta');
		};
		database = await answer(request);
		channel = new BroadcastChannel(name);
	},
	close: async () => {
		database.close();
		channel.close();
	},
	apply: (rows, cursor) => {
		const transaction = database.transaction(['logs', 'meta'], 'readwrite', strict);
		const logs = transaction.objectStore('logs');
		for (const row of rows) logs.put(row);
		transaction.objectStore('meta').put(cursor, 'mark');
		return committed(transaction);
	},
	write: async (log) => {
		const at = new Date().toISOString();
		const row = unsentLog(log, at);
		const { id } = row;
		const transaction = database.transaction(['logs', 'outbox'], 'readwrite', strict);
		transaction.objectStore('logs').put(row);
		transaction.objectStore('outbox').add({ table: 'logs', id, op: 'insert', at, set: log });
		await committed(transaction);
		channel.postMessage(id);
		for (const listener of listeners) listener();
	},
	newest,
	subscribe: (ward, told) => {
		const listener = () => void newest(ward).then(told);
		listeners.add(listener);
		channel.onmessage = listener;
		listener();
		return () => listeners.delete(listener);
	}
};

measured(raw);
