/** A phone as the property test drives it: the real store and exchange, a network that fails on request, sudden death. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { Failure } from '../../../src/lib/errors/failure';
import type { Digests } from '../../../src/lib/store/digest';
import { databaseName, type StoredRecord } from '../../../src/lib/store/database';
import { Store } from '../../../src/lib/store/store';
import { exchange } from '../../../src/lib/sync/exchange';
import { removeFiles, sendFiles } from '../../../src/lib/sync/files';
import type { Page, Remote, Verdict } from '../../../src/lib/sync/remote';
import { pull, pushIn, type Mutation } from '../../../supabase/tests/sync-client';
import type { Scene } from '../../../supabase/tests/scene';

/** What goes wrong in one exchange. Calls to the server and writes to the disk count from 1; 0 is never. */
export interface Weather {
	/** The call that never reaches the server. */
	requestLost: number;
	/** The call that the server carries out, but whose answer never arrives. */
	answerLost: number;
	/** The call that reaches the server twice. */
	repeated: number;
	/** The person writes while this call is under way. */
	writesDuring: number;
	/** The phone dies before this write transaction. */
	diesAt: number;
	/** The picture that never reaches the server, counted from 1. */
	uploadLost: number;
	/** Rows in a page. */
	page: number;
}

/** Breaks a store on purpose. */
export type Breakage = (store: Store, phone: Phone) => void;

/** How many more write transactions each database lives through. */
const lives = new Map<string, number>();

class Died extends Error {}

// Every database in this process may be told to die between two of its writes.
Dexie.addons.push((database: Dexie) => {
	database.use({
		stack: 'dbcore',
		create: (core) => ({
			...core,
			transaction(stores, mode, options) {
				const left = lives.get(database.name);
				if (left !== undefined && mode === 'readwrite') {
					if (left <= 1) {
						lives.set(database.name, 1);
						throw new Died();
					}
					lives.set(database.name, left - 1);
				}
				return core.transaction(stores, mode, options);
			}
		})
	});
});

const quiet = { sending: () => undefined, sent: () => undefined, receiving: () => undefined };

export class Phone {
	store: Store;
	/** The verdict on every change that the server carried out. */
	readonly verdicts = new Map<number, string>();

	constructor(
		private readonly scene: Scene,
		readonly userId: string,
		private readonly storage: Set<string>,
		private readonly breakage: Breakage | null
	) {
		this.store = this.#open();
	}

	#open(): Store {
		const store = new Store(this.userId);
		this.breakage?.(store, this);
		return store;
	}

	/** Kills the app and starts it again on what is on the disk. */
	restart(): void {
		this.store.close();
		lives.delete(databaseName(this.userId));
		this.store = this.#open();
	}

	/**
	 * One exchange in some weather; whatever goes wrong, the phone is up again afterwards.
	 * @returns whether it went through
	 */
	async sync(weather: Weather, write: () => Promise<void>): Promise<boolean> {
		if (weather.diesAt > 0) lives.set(databaseName(this.userId), weather.diesAt);
		try {
			const remote = this.#remote(weather, write);
			await exchange(this.store, remote, quiet, weather.page);
			await sendFiles(this.store, remote, () => undefined);
			await removeFiles(this.store, remote);
			return true;
		} catch (error) {
			if (!isExpected(error)) throw error;
			return false;
		} finally {
			if (weather.diesAt > 0) this.restart();
		}
	}

	#remote(weather: Weather, write: () => Promise<void>): Remote {
		let calls = 0;
		let uploads = 0;
		const call = async <T>(ask: () => Promise<T>): Promise<T> => {
			const number = ++calls;
			if (number === weather.requestLost) throw new Failure('offline', 'request lost');
			if (number === weather.repeated) await ask();
			const answer = await ask();
			if (number === weather.writesDuring) await write();
			if (number === weather.answerLost) throw new Failure('offline', 'answer lost');
			return answer;
		};
		return {
			push: (client, mutations) => call(() => this.#push(client, mutations)),
			pull: (epoch, cursors, size) =>
				call(async () => (await this.#pull(epoch, cursors, size)) as unknown as Page),
			digest: (tables) => call(() => this.serverDigests(tables)),
			upload: (path) => {
				if (++uploads === weather.uploadLost) throw new Failure('offline', 'picture lost');
				return call(() => this.#upload(path));
			},
			remove: (path) => call(() => this.#remove(path)),
			download: () => Promise.reject(new Failure('refused', 'nobody looks at pictures here')),
			listen: () => () => undefined
		};
	}

	async #push(client: string, mutations: readonly Mutation[]): Promise<Verdict[]> {
		const verdicts = await this.scene.as(this.userId)(async (tx) => {
			// A row that somebody holds is not waited for: the call fails as a whole, as a statement timeout would make it.
			await tx`set local lock_timeout = '50ms'`;
			return pushIn(tx, client, mutations);
		});
		for (const { row: _, ...verdict } of verdicts) {
			const before = this.verdicts.get(verdict.mid);
			const now = JSON.stringify(verdict);
			if (before !== undefined && before !== now)
				throw new Error(`two verdicts on ${verdict.mid}: ${before} and ${now}`);
			this.verdicts.set(verdict.mid, now);
		}
		return verdicts as unknown as Verdict[];
	}

	/** As the policies of Storage have it: the record is there first. */
	async #upload(path: string): Promise<void> {
		if (!(await this.#isNeeded(path))) throw new Failure('refused', 'no record of it');
		this.storage.add(path);
	}

	/** What a record still needs stays. */
	async #remove(path: string): Promise<void> {
		if (!(await this.#isNeeded(path))) this.storage.delete(path);
	}

	async #isNeeded(path: string): Promise<boolean> {
		const [, author = '', sha256 = ''] = path.split('/');
		const records = await this.scene.sql`
			select 1 from attachments where created_by = ${author} and sha256 = ${sha256} and deleted_at is null`;
		return records.length > 0;
	}

	/** What the server says that this phone should hold. */
	serverDigests(tables: readonly string[]): Promise<Digests> {
		return this.scene.as(this.userId)(async (tx) => {
			const [row] = await tx<{ digests: Digests }[]>`
				select sync_digest(${[...tables]}) as digests`;
			return row?.digests ?? {};
		});
	}

	#pull(epoch: string, cursors: Record<string, string>, size: number) {
		return pull(this.scene.as(this.userId), { epoch, cursors, size });
	}

	/** What lies on the disk, table by table. */
	async disk<T>(read: (database: Dexie) => Promise<T>): Promise<T> {
		const database = await new Dexie(databaseName(this.userId)).open();
		try {
			return await read(database);
		} finally {
			database.close();
		}
	}

	/** The records of one table, as they lie on the disk. */
	stored(table: string): Promise<StoredRecord[]> {
		return this.disk((database) => database.table<StoredRecord>(table).toArray());
	}

	async wipe(): Promise<void> {
		this.store.close();
		lives.delete(databaseName(this.userId));
		await Dexie.delete(databaseName(this.userId));
	}
}

/** Dexie wraps what its middleware throws; PostgreSQL gives up on locks and deadlocks. */
function isExpected(error: unknown): boolean {
	if (error instanceof Failure || error instanceof Died) return true;
	const { inner, code } = error as { inner?: unknown; code?: string };
	return inner instanceof Died || code === '55P03' || code === '40P01';
}
