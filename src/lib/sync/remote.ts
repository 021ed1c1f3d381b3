/** What the engine needs of a server. `supabase/` implements it; tests may put another in its place. */
import type { RecordTable, Row } from '$lib/records/registry';
import type { Digests } from '$lib/store/digest';
import type { ServerChange } from '$lib/store/inbox';
import type { Operation, Theirs, Values } from '$lib/store/outbox';

/** A change as it travels. */
export interface Mutation {
	mid: number;
	table: RecordTable;
	op: Operation;
	id: string;
	set: Values;
	base: Record<string, number>;
	schema: number;
	at: string;
}

/** The server's answer to one mutation. */
export interface Verdict {
	mid: number;
	verdict: 'applied' | 'conflict' | 'rejected';
	code?: string;
	message?: string;
	column?: string;
	conflicts?: Record<string, Theirs>;
	row: Row | null;
}

export interface Page {
	epoch: string;
	/** The server started anew, or has forgotten what this device missed: everything is read again. */
	reset: boolean;
	server_time: string;
	scopes: Record<
		string,
		{ changes: ServerChange[]; cursor: string; more: boolean; total?: number }
	>;
}

export interface Remote {
	/**
	 * Sends up to 200 changes; answers with one verdict each, in order.
	 * @throws Failure offline | signed_out | unavailable | refused: nothing is known, send again.
	 */
	push(clientId: string, mutations: readonly Mutation[]): Promise<Verdict[]>;
	/** @throws Failure as `push`. */
	pull(epoch: string, cursors: Record<string, string>, pageSize: number): Promise<Page>;
	/** What the device should hold of some tables, by scope, in one number each. @throws Failure as `push`. */
	digest(tables: readonly RecordTable[]): Promise<Digests>;
	/**
	 * Stores a file under a path. One that is there already is the same: its name is its checksum.
	 * @throws Failure as `push`
	 */
	upload(path: string, bytes: ArrayBuffer, type: string): Promise<void>;
	/** Removes a file. One that is not there, or that is still needed, is left as it is. @throws Failure as `push` */
	remove(path: string): Promise<void>;
	/** @throws Failure as `push`; refused where there is no such file for this person */
	download(path: string): Promise<ArrayBuffer>;
	/**
	 * Calls `changed` when something changed in a scope; `live` tells whether all scopes are heard just now, as
	 * connections come and go; `closed` that nothing more will come, unless it is called again.
	 * Returns the way to stop, after which nothing is called.
	 */
	listen(scopes: readonly string[], on: Listener): () => void;
}

export interface Listener {
	changed: () => void;
	live: (live: boolean) => void;
	closed: () => void;
}
