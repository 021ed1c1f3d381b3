/**
 * The on-device store: what screens read and write. It is the app's source of truth; the sync engine
 * reconciles it with the server (docs/sync.md). Only this folder knows Dexie.
 */
import { recordTables, type RecordTable } from '$lib/records/registry';
import { Collection } from './collection';
import { openDatabase, recordsOf, type DeviceDatabase } from './database';
import { Drafts } from './drafts';
import { Inbox } from './inbox';
import { News } from './news';
import type { OutboxEntry } from './outbox';
import { Photos } from './photos';
import { Writer } from './write';

/** A figure or picture that the server worked out, kept for when there is no signal. */
export interface Snapshot<V> {
	value: V;
	/** When the device received it. */
	at: string;
}

/** A record's place on its way to the server. */
export type SendState = 'sent' | 'waiting' | 'attention';

/** What is not on the server yet. */
export interface Unsent {
	/** Changes that wait to be sent. */
	waiting: number;
	/** Changes and pictures that a person must see to. */
	attention: number;
	/** Pictures that wait to be sent. */
	photos: number;
}

export class Store {
	readonly drafts: Drafts;
	readonly inbox: Inbox;
	readonly news: News;
	readonly photos: Photos;
	readonly write: Writer;
	readonly #database: DeviceDatabase;
	readonly #listeners = new Set<() => void>();

	/** Opens the database of one person on this device. */
	constructor(readonly userId: string) {
		this.#database = openDatabase(userId);
		this.drafts = new Drafts(this.#database);
		this.inbox = new Inbox(this.#database, userId);
		this.news = new News(this.#database);
		this.write = new Writer(this.#database, userId, () => {
			for (const listener of this.#listeners) listener();
		});
		this.photos = new Photos(this.#database, userId, this.write);
	}

	/** The records of one type. */
	records<T extends RecordTable>(table: T): Collection<T> {
		return new Collection(this.#database, table);
	}

	/** Calls back after every local write; returns the way to stop. */
	onWrite(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Everything that waits or needs attention, in the order it was made. */
	outbox(): Promise<OutboxEntry[]> {
		return this.#database.outbox.orderBy('mid').toArray();
	}

	async unsent(): Promise<Unsent> {
		const entries = await this.outbox();
		const attention = entries.filter(({ state }) => state === 'attention').length;
		const { queued, refused } = await this.photos.count();
		// A picture counts once, not as a change as well.
		const pictures = entries.filter(
			({ table, op, state }) => table === 'attachments' && op === 'insert' && state === 'waiting'
		);
		const waiting = entries.length - attention - pictures.length;
		return { waiting, attention: attention + refused, photos: queued };
	}

	/** How many records of each type the device holds, and how many pictures. */
	async holdings(): Promise<{ records: Record<RecordTable, number>; photos: number }> {
		const counts = recordTables.map(async (table) => {
			const records = recordsOf(this.#database, table);
			return [table, (await records.count()) - (await records.where('gone').equals(1).count())];
		});
		return {
			records: Object.fromEntries(await Promise.all(counts)) as Record<RecordTable, number>,
			photos: await this.#database.bytes.count()
		};
	}

	async sendState(table: RecordTable, id: string): Promise<SendState> {
		const entries = await this.#database.outbox.where('[table+id]').equals([table, id]).toArray();
		if (entries.some((entry) => entry.state === 'attention')) return 'attention';
		return entries.length > 0 ? 'waiting' : 'sent';
	}

	/**
	 * Picks what goes out next and marks it as sent, before it is: from here on the server may have taken it, and
	 * no write rewrites it. One transaction, so that no write comes in between.
	 */
	claim(choose: (outbox: OutboxEntry[]) => OutboxEntry[]): Promise<OutboxEntry[]> {
		const { outbox } = this.#database;
		return this.#database.transaction('rw', outbox, async () => {
			const lastAttemptAt = new Date().toISOString();
			const entries = choose(await this.outbox()).map((entry) => ({
				...entry,
				attempts: entry.attempts + 1,
				lastAttemptAt
			}));
			await outbox.bulkPut(entries);
			return entries;
		});
	}

	/** The identity of this database in the sync protocol: made with it, and gone with it. */
	clientId(): Promise<string> {
		return this.#database.transaction('rw', this.#database.meta, async () => {
			const held = await this.#database.meta.get('client');
			if (held) return held.value as string;
			const value = crypto.randomUUID();
			await this.#database.meta.put({ key: 'client', value });
			return value;
		});
	}

	async snapshot<V>(name: string): Promise<Snapshot<V> | undefined> {
		return (await this.#database.meta.get(`snapshot:${name}`))?.value as Snapshot<V> | undefined;
	}

	async keepSnapshot<V>(name: string, value: V): Promise<void> {
		const snapshot: Snapshot<V> = { value, at: new Date().toISOString() };
		await this.#database.meta.put({ key: `snapshot:${name}`, value: snapshot });
	}

	close(): void {
		this.#database.close();
	}
}
