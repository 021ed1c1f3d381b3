/**
 * Carries changes between this device and the server: push, then pull, one runner at a time across tabs.
 * The rules it follows are in docs/sync.md; what it knows of the server is in remote.ts.
 */
import { Failure } from '$lib/errors/failure';
import { unseal } from '$lib/store/codec';
import type { ReadMark } from '$lib/store/inbox';
import type { OutboxEntry } from '$lib/store/outbox';
import type { Store } from '$lib/store/store';
import { outcomeOf } from './merge';
import type { Mutation, Remote } from './remote';
import { retryDelay } from './schedule';
import type { SyncStatus } from './status.svelte';

/** At most this many changes, and about this much text, in one call: the server takes 200. */
const BATCH_ENTRIES = 200;
const BATCH_CHARACTERS = 500_000;
const PAGE_ROWS = 1_000;
/** How often to ask while the app is on screen: with news from the server, and without it. */
const TICK_LIVE_MS = 60_000;
const TICK_BLIND_MS = 15_000;

export class SyncEngine {
	#running: Promise<void> | null = null;
	#again = false;
	#failures = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#listening: { scopes: string; stop: () => void } | null = null;
	#stops: (() => void)[] = [];

	constructor(
		private readonly store: Store,
		private readonly remote: Remote,
		readonly status: SyncStatus
	) {}

	/** Begins: now, after every write, when the network or the person comes back, and from time to time. */
	start(): void {
		const soon = () => void this.sync();
		const visible = () => document.visibilityState === 'visible' && soon();
		const offline = () => this.status.offline();
		this.#stops = [
			this.store.onWrite(soon),
			listenTo(window, 'online', soon),
			listenTo(window, 'offline', offline),
			listenTo(window, 'focus', soon),
			listenTo(document, 'visibilitychange', visible)
		];
		soon();
	}

	stop(): void {
		for (const stop of this.#stops) stop();
		this.#listening?.stop();
		this.#listening = null;
		clearTimeout(this.#timer);
		this.#stops = [];
	}

	/** Sends and fetches now. A call while one runs makes it run once more; it never rejects, status tells. */
	sync(): Promise<void> {
		this.#again = true;
		this.#running ??= this.#run().finally(() => (this.#running = null));
		return this.#running;
	}

	async #run(): Promise<void> {
		clearTimeout(this.#timer);
		while (this.#again) {
			this.#again = false;
			try {
				await oneTabAtATime(this.store.userId, () => this.#exchange());
				this.#failures = 0;
				this.#tick();
			} catch (error) {
				this.#failures += 1;
				this.status.failed(error);
				// A change made meanwhile waits for the same next try.
				this.#again = false;
				if (!(error instanceof Failure && error.code === 'signed_out'))
					this.#later(retryDelay(this.#failures));
			}
		}
	}

	async #exchange(): Promise<void> {
		await this.#push();
		await this.#pull();
		// A record that came back merged goes out in the same run.
		await this.#push();
		this.status.done();
	}

	async #push(): Promise<void> {
		const clientId = await this.store.clientId();
		for (;;) {
			const entries = batch(await this.store.outbox());
			if (entries.length === 0) return;
			this.status.sending();
			await this.store.markSent(entries.map((entry) => entry.mid));
			const verdicts = await this.remote.push(clientId, entries.map(toMutation));
			const settled = entries.flatMap((entry) => {
				const verdict = verdicts.find((verdict) => verdict.mid === entry.mid);
				if (!verdict) return [];
				return [{ mid: entry.mid, outcome: outcomeOf(entry, verdict), row: verdict.row }];
			});
			if (settled.length === 0) throw new Failure('unavailable', 'an answer without verdicts');
			await this.store.inbox.settle(settled);
			this.status.sent(
				settled.flatMap(({ mid, outcome }) => {
					const entry = entries.find((entry) => entry.mid === mid);
					return entry && outcome.kind === 'applied' ? [entry] : [];
				})
			);
		}
	}

	async #pull(): Promise<void> {
		let mark = await this.store.inbox.mark();
		let more = true;
		const progress = { received: 0, total: 0 };
		while (more) {
			const page = await this.remote.pull(mark.epoch, mark.cursors, PAGE_ROWS);
			const scopes = Object.keys(page.scopes);
			const parts = Object.values(page.scopes);
			more = parts.some((part) => part.more);
			const next: ReadMark = {
				epoch: page.epoch,
				cursors: Object.fromEntries(
					Object.entries(page.scopes).map(([scope, part]) => [scope, part.cursor])
				),
				complete: !more || (mark.complete && !page.reset),
				heardAt: more ? mark.heardAt : page.server_time
			};
			const changes = parts.flatMap((part) => part.changes);
			await this.store.inbox.take(changes, next, page.reset);
			progress.received += changes.length;
			progress.total += parts.reduce((sum, part) => sum + (part.total ?? 0), 0);
			if (!next.complete) this.status.receiving(progress);
			mark = next;
			this.#listen(scopes);
		}
	}

	#listen(scopes: readonly string[]): void {
		const key = [...scopes].sort().join();
		if (this.#listening?.scopes === key) return;
		this.#listening?.stop();
		const stop = this.remote.listen(scopes, {
			changed: () => {
				this.status.poked();
				void this.sync();
			},
			live: (live) => this.status.setLive(live)
		});
		this.#listening = { scopes: key, stop };
	}

	#tick(): void {
		this.#later(this.status.live ? TICK_LIVE_MS : TICK_BLIND_MS);
	}

	#later(milliseconds: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			if (document.visibilityState === 'visible') void this.sync();
		}, milliseconds);
	}
}

/**
 * The entries that may go out together: the oldest change of each record, unless that record waits for a person.
 * A record's second change goes with the next batch, on the version that the first one made.
 */
export function batch(outbox: readonly OutboxEntry[]): OutboxEntry[] {
	const seen = new Set<string>();
	const entries: OutboxEntry[] = [];
	let characters = 0;
	for (const entry of outbox) {
		const record = `${entry.table}/${entry.id}`;
		if (seen.has(record)) continue;
		seen.add(record);
		if (entry.state !== 'waiting') continue;
		characters += JSON.stringify(unseal(entry.body).set).length;
		if (entries.length > 0 && characters > BATCH_CHARACTERS) break;
		entries.push(entry);
		if (entries.length === BATCH_ENTRIES) break;
	}
	return entries;
}

function toMutation({ mid, table, op, id, schema, at, body }: OutboxEntry): Mutation {
	const { set, base } = unseal(body);
	return { mid, table, op, id, set, base, schema, at };
}

/** Web Locks keep two tabs from sending the same entries; a browser without them has one tab do the work it can. */
function oneTabAtATime(userId: string, work: () => Promise<void>): Promise<void> {
	if (!('locks' in navigator)) return work();
	return navigator.locks.request(`common-ground-sync-${userId}`, work) as Promise<void>;
}

function listenTo(target: EventTarget, event: string, listener: () => void): () => void {
	target.addEventListener(event, listener);
	return () => target.removeEventListener(event, listener);
}
