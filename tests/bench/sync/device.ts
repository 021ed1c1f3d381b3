/** The page's half of the sync bench: the app's own sync, and what one would write without it, against a real server. */
import { createRandom } from '../../../seeds/demo/random';
import { recordTables } from '../../../src/lib/records/registry';
import { databaseName, openDatabase, recordsOf } from '../../../src/lib/store/database';
import { toStored } from '../../../src/lib/store/rebuild';
import { Store } from '../../../src/lib/store/store';
import { supabaseClient } from '../../../src/lib/supabase/client';
import { SupabaseRemote } from '../../../src/lib/supabase/remote';
import { session } from '../../../src/lib/supabase/session';
import { exchange } from '../../../src/lib/sync/exchange';
import { fields } from '../logs';

/** What the bench calls in the page, as `window.phone`. Times are in milliseconds. */
export interface Phone {
	signIn(email: string, password: string): Promise<void>;
	/** Queues so many logs on a device that is up to date. */
	queue(count: number): Promise<void>;
	/** Exchanges: pushes what is queued, and pulls after it. */
	flush(): Promise<number>;
	/** Sends so many logs with one upsert each. */
	upsertEach(count: number): Promise<number>;
	/** A new device's first exchange. `gzipped`: bytes of all that it brought, as one gzipped JSON array. */
	firstSync(): Promise<{ time: number; logs: number; gzipped: number }>;
	/** All logs by selects of 1,000, into the same tables of a new device. */
	pagedSelects(by: 'offset' | 'key'): Promise<{ time: number; logs: number }>;
}

declare global {
	interface Window {
		phone: Phone;
	}
}

const PAGE_ROWS = 1_000;
const silent = { sending: () => {}, sent: () => {}, receiving: () => {} };
const random = createRandom(7);

let remote: SupabaseRemote;
let queue: Store;
let devices = 0;

async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

/** Logs that this server takes: of its council, its wards and its open priorities. */
async function newLogs(count: number): Promise<ReturnType<typeof fields>[]> {
	const wards = await queue.records('areas').all();
	const priorities = (await queue.records('objectives').all()).filter(
		({ kind, closed_on }) => kind === 'priority' && closed_on === null
	);
	return Array.from({ length: count }, (_, index) => {
		const ward = wards[index % wards.length];
		const priority = priorities[index % priorities.length];
		if (!ward || !priority) throw new Error('This server has no demonstration');
		return {
			...fields(random),
			council_id: ward.council_id,
			ward_code: ward.code,
			objective_id: priority.id,
			place_id: null,
			action_id: null
		};
	});
}

async function gzippedSize(text: string): Promise<number> {
	const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
	return (await new Response(stream).arrayBuffer()).byteLength;
}

function remove(name: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.deleteDatabase(databaseName(name));
		request.onsuccess = () => resolve();
		request.onerror = () => reject(new Error(`${name} was not deleted`));
	});
}

window.phone = {
	signIn: async (email, password) => {
		const { userId } = await session.signInWithPassword(email, password);
		remote = new SupabaseRemote(userId);
		queue = new Store('queue');
		await exchange(queue, remote, silent);
	},
	queue: async (count) => {
		await exchange(queue, remote, silent);
		for (const log of await newLogs(count)) await queue.write.insert('engagement_logs', log);
	},
	flush: async () => {
		const time = await timed(() => exchange(queue, remote, silent));
		if ((await queue.outbox()).length > 0) throw new Error('Not everything was taken');
		return time;
	},
	upsertEach: async (count) => {
		const client = await supabaseClient();
		const logs = await newLogs(count);
		return timed(async () => {
			for (const log of logs) {
				const row = { ...log, id: crypto.randomUUID() };
				const { error } = await client
					.from('engagement_logs')
					.upsert(row, { ignoreDuplicates: true });
				if (error) throw new Error(error.message);
			}
		});
	},
	firstSync: async () => {
		const name = `device-${(devices += 1)}`;
		const store = new Store(name);
		const time = await timed(() => exchange(store, remote, silent));
		const rows = await Promise.all(recordTables.map((table) => store.records(table).all()));
		const logs = await store.records('engagement_logs').all();
		store.close();
		await remove(name);
		return { time, logs: logs.length, gzipped: await gzippedSize(JSON.stringify(rows.flat())) };
	},
	pagedSelects: async (by) => {
		const name = `device-${(devices += 1)}`;
		const client = await supabaseClient();
		const database = openDatabase(name);
		let logs = 0;
		const time = await timed(async () => {
			for (let last = ''; ;) {
				const page = client.from('engagement_logs').select('*').order('id').limit(PAGE_ROWS);
				const { data, error } = await (by === 'offset'
					? page.range(logs, logs + PAGE_ROWS - 1)
					: last
						? page.gt('id', last)
						: page);
				if (error) throw new Error(error.message);
				await recordsOf(database, 'engagement_logs').bulkPut(
					data.flatMap((row) => toStored('engagement_logs', row as never, [], '') ?? [])
				);
				logs += data.length;
				last = data.at(-1)?.id ?? '';
				if (data.length < PAGE_ROWS) return;
			}
		});
		database.close();
		await remove(name);
		return { time, logs };
	}
};
