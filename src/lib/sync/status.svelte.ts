/** What the sync engine is doing, in a form that screens can show. */
import { Failure, type FailureCode } from '$lib/errors/failure';
import { isQuotaExceeded } from '$lib/errors/sentences';
import type { OutboxEntry } from '$lib/store/outbox';

export type Phase = 'idle' | 'sending' | 'receiving';

export class SyncStatus {
	phase = $state<Phase>('idle');
	/** What stopped the last try; null when it went through. */
	problem = $state<FailureCode | null>(navigator.onLine ? null : 'offline');
	/** The server tells of changes by itself; otherwise the app asks from time to time. */
	live = $state(false);
	/** The picture that is on its way just now. */
	fileOnItsWay = $state<string | null>(null);
	/** Counts completed exchanges, so that a picture made by the server knows when to ask again. */
	exchanges = $state(0);

	constructor(
		private readonly announce: {
			sent: (entries: readonly OutboxEntry[]) => void;
			sentPhotos: (count: number) => void;
		}
	) {}

	get online(): boolean {
		return this.problem !== 'offline';
	}

	sending(): void {
		this.phase = 'sending';
	}

	receiving(): void {
		this.phase = 'receiving';
	}

	sent(entries: readonly OutboxEntry[]): void {
		// A picture is sent when its bytes are.
		const records = entries.filter(({ table, op }) => table !== 'attachments' || op !== 'insert');
		if (records.length > 0) this.announce.sent(records);
	}

	sentPhotos(count: number): void {
		if (count > 0) this.announce.sentPhotos(count);
	}

	sendingFile(id: string | null): void {
		this.fileOnItsWay = id;
	}

	done(): void {
		this.phase = 'idle';
		this.problem = null;
		this.exchanges += 1;
	}

	failed(error: unknown): void {
		this.phase = 'idle';
		if (error instanceof Failure) this.problem = error.code;
		else {
			this.problem = isQuotaExceeded(error) ? 'storage_full' : 'unavailable';
			console.error(error);
		}
	}

	offline(): void {
		this.problem = 'offline';
	}

	setLive(live: boolean): void {
		this.live = live;
	}
}
