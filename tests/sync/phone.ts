/** A simulated phone, as simple as the contract allows: what it holds, what it has to send, and where it stands. */
import { randomUUID } from 'node:crypto';
import type { Speaker } from '../support/database';
import {
	cursorsOf,
	pull,
	pushIn,
	type Change,
	type Cursors,
	type Mutation,
	type Pulled,
	type SyncedRow,
	type Verdict
} from '../../supabase/tests/sync-client';

/** What the network does to a push. */
export type Luck = 'fine' | 'request lost' | 'response lost';

export class Phone {
	readonly client = randomUUID();
	readonly held = new Map<string, SyncedRow>();
	readonly verdicts = new Map<number, Verdict[]>();
	readonly sent: Mutation[] = [];
	outbox: Mutation[] = [];
	#tombstones = new Map<string, number>();
	#cursors: Cursors = {};
	#epoch = '';

	constructor(
		readonly name: string,
		private readonly speaker: Speaker
	) {}

	/** The logs on this phone, in an order that does not depend on chance. */
	get logs(): SyncedRow[] {
		return [...this.held]
			.filter(([key]) => key.startsWith('engagement_logs '))
			.map(([, row]) => row)
			.sort((a, b) => a.id.localeCompare(b.id));
	}

	/** Puts a change into the outbox. */
	queue(op: Mutation['op'], id: string, set: Record<string, unknown> = {}): void {
		const versions = this.held.get(`engagement_logs ${id}`)?.field_versions ?? {};
		const base = Object.fromEntries(
			Object.keys(set).map((column) => [column, versions[column] ?? 1])
		);
		const mutation = {
			mid: this.sent.length + 1,
			table: 'engagement_logs',
			op,
			id,
			set,
			base,
			schema: 1
		};
		this.sent.push(mutation);
		this.outbox.push(mutation);
	}

	/** Sends the oldest changes. Returns false where the server could not answer and the phone will try again. */
	async push(luck: Luck): Promise<boolean> {
		const batch = this.outbox.slice(0, 5);
		if (batch.length === 0 || luck === 'request lost') return true;
		const answer = await this.#call((tx) => pushIn(tx, this.client, batch));
		if (!answer || luck === 'response lost') return answer !== null;
		for (const verdict of answer) {
			this.verdicts.set(verdict.mid, [...(this.verdicts.get(verdict.mid) ?? []), verdict]);
			this.outbox = this.outbox.filter(({ mid }) => mid !== verdict.mid);
			// A scope whose reading has not begun would never say that the row has left it again.
			if (verdict.row && this.#cursors[verdict.row.scope])
				this.#put('engagement_logs', verdict.row);
		}
		return true;
	}

	/** Pulls a number of pages, or fewer where there are no more. Returns whether there are. */
	async pull(pages: number, size: number): Promise<boolean> {
		for (let page = 0; page < pages; page++) {
			const pulled = await pull(this.speaker, { epoch: this.#epoch, cursors: this.#cursors, size });
			if (pulled.reset) this.held.clear();
			this.#letGo(pulled.scopes);
			for (const { changes } of Object.values(pulled.scopes))
				changes.forEach((change) => this.#apply(change));
			this.#cursors = cursorsOf(pulled);
			this.#epoch = pulled.epoch;
			if (!Object.values(pulled.scopes).some(({ more }) => more)) return false;
		}
		return true;
	}

	/**
	 * Drops rows of scopes that are gone, and of scopes that begin anew: a first walk brings what is there, not what
	 * has left, and the phone may hold a row of the scope from a verdict.
	 */
	#letGo(scopes: Pulled['scopes']): void {
		for (const [key, row] of this.held) {
			const scope = scopes[row.scope];
			if (!scope || scope.total !== undefined) this.held.delete(key);
		}
	}

	#apply(change: Change): void {
		if ('row' in change) return this.#put(change.table, change.row);
		const key = `${change.table} ${change.id}`;
		const held = this.held.get(key);
		if (held && held.row_version < change.row_version) this.held.delete(key);
	}

	#put(table: string, row: SyncedRow): void {
		const key = `${table} ${row.id}`;
		const known = this.held.get(key)?.row_version ?? this.#tombstones.get(key) ?? 0;
		if (known > row.row_version) return;
		if (row.deleted_at === null) this.held.set(key, row);
		else {
			this.held.delete(key);
			this.#tombstones.set(key, row.row_version);
		}
	}

	/** A call that does not wait long for a lock; null where it gave up. */
	async #call<T>(work: Parameters<typeof this.speaker<T>>[0]): Promise<T | null> {
		return this.speaker<T>(async (tx) => {
			await tx`set local lock_timeout = '20ms'`;
			return work(tx);
		}).catch((error: Error & { code?: string }) => {
			if (error.code === '55P03') return null;
			throw error;
		});
	}
}
