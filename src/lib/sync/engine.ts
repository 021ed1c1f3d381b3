/**
 * Keeps this device and the server in step: says when to exchange, one at a time across tabs.
 * The rules it follows are in docs/sync.md; what an exchange does is in exchange.ts.
 */
import { Failure } from '$lib/errors/failure';
import type { Attached } from '$lib/store/photos';
import type { Store } from '$lib/store/store';
import { exchange } from './exchange';
import { fetchPhoto, removeFiles, sendFiles } from './files';
import type { Remote } from './remote';
import { retryDelay } from './schedule';
import type { SyncStatus } from './status.svelte';

/** How often to ask while the app is on screen: with news from the server, and without it. */
const TICK_LIVE_MS = 60_000;
const TICK_BLIND_MS = 15_000;

export class SyncEngine {
	#running: Promise<void> | null = null;
	#again = false;
	#stopped = false;
	#failures = 0;
	#sendingFiles = false;
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

	/** Ends for good. What is on its way is not waited for: it goes out again with the next start. */
	stop(): void {
		this.#stopped = true;
		for (const stop of this.#stops) stop();
		this.#listening?.stop();
		clearTimeout(this.#timer);
	}

	/** Sends and fetches now. A call while one runs makes it run once more; it never rejects, status tells. */
	sync(): Promise<void> {
		this.#again = true;
		this.#running ??= this.#run();
		return this.#running;
	}

	/** A picture that is not on the device. @throws Failure as `Remote.download` */
	fetchPhoto(photo: Attached): Promise<Blob> {
		return fetchPhoto(this.store, this.remote, photo);
	}

	async #run(): Promise<void> {
		while (this.#again && !this.#stopped) {
			this.#again = false;
			clearTimeout(this.#timer);
			await this.#attempt();
		}
		this.#running = null;
	}

	async #attempt(): Promise<void> {
		try {
			const scopes = await oneTabAtATime(`sync-${this.store.userId}`, () =>
				exchange(this.store, this.remote, this.status)
			);
			this.#failures = 0;
			this.status.done();
			void this.#sendFiles();
			this.#listen(scopes);
			this.#tick();
		} catch (error) {
			if (this.#stopped) return;
			this.#failures += 1;
			this.status.failed(error);
			this.#later(retryDelay(this.#failures));
		}
	}

	/**
	 * Pictures follow by themselves, so that no record waits behind one. What could not go now goes after the next
	 * exchange.
	 */
	async #sendFiles(): Promise<void> {
		if (this.#sendingFiles) return;
		this.#sendingFiles = true;
		try {
			await oneTabAtATime(`files-${this.store.userId}`, async () => {
				const { store, remote, status } = this;
				status.sentPhotos(await sendFiles(store, remote, (id) => status.sendingFile(id)));
				await removeFiles(store, remote);
			});
		} catch (error) {
			if (!this.#stopped && !(error instanceof Failure)) console.error(error);
		} finally {
			this.#sendingFiles = false;
			this.status.sendingFile(null);
		}
	}

	#listen(scopes: readonly string[]): void {
		const key = [...scopes].sort().join();
		if (this.#stopped || this.#listening?.scopes === key) return;
		this.#listening?.stop();
		const stop = this.remote.listen(scopes, {
			changed: () => void this.sync(),
			live: (live) => this.#hear(live),
			// The next exchange listens again.
			closed: () => {
				this.#listening?.stop();
				this.#listening = null;
				this.#hear(false);
			}
		});
		this.#listening = { scopes: key, stop };
	}

	/** Whether news come by themselves. What changed before they did nobody told us, so that is fetched. */
	#hear(live: boolean): void {
		if (live === this.status.live) return;
		this.status.setLive(live);
		if (live) void this.sync();
		else if (!this.#running && this.#failures === 0) this.#tick();
	}

	#tick(): void {
		this.#later(this.status.live ? TICK_LIVE_MS : TICK_BLIND_MS);
	}

	/** Asks later, if the app is on screen then; if not, it asks when it comes back. */
	#later(milliseconds: number): void {
		clearTimeout(this.#timer);
		if (this.#stopped) return;
		this.#timer = setTimeout(() => {
			if (document.visibilityState === 'visible') void this.sync();
		}, milliseconds);
	}
}

/**
 * Web Locks keep two tabs from sending the same entries at once. Browsers without them may do so: the server answers
 * the second with the first one's verdicts, and what is settled is not settled twice.
 */
function oneTabAtATime<V>(name: string, work: () => Promise<V>): Promise<V> {
	if (!('locks' in navigator)) return work();
	return navigator.locks.request(`common-ground-${name}`, work);
}

function listenTo(target: EventTarget, event: string, listener: () => void): () => void {
	target.addEventListener(event, listener);
	return () => target.removeEventListener(event, listener);
}
