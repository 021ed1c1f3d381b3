/** Calls sync_push and sync_pull as somebody, the way a phone does. */
import type { TransactionSql } from 'postgres';
import type { Speaker } from '../../tests/support/database';

export interface Mutation {
	mid: number;
	table: string;
	op: 'insert' | 'update' | 'delete';
	id: string;
	set?: Record<string, unknown>;
	base?: Record<string, number>;
	schema?: number;
	at?: string;
}

export interface Verdict {
	mid: number;
	verdict: 'applied' | 'conflict' | 'rejected';
	code?: string;
	message?: string;
	column?: string;
	conflicts?: Record<string, { theirs: unknown; version: number; by: string | null; at: string }>;
	row: SyncedRow | null;
}

export type SyncedRow = Record<string, unknown> & {
	id: string;
	scope: string;
	row_version: number;
	field_versions: Record<string, number>;
	deleted_at: string | null;
};

export type Change =
	| { table: string; row: SyncedRow }
	| { table: string; id: string; exit: true; row_version: number };

export interface Pulled {
	epoch: string;
	reset: boolean;
	server_time: string;
	scopes: Record<string, { changes: Change[]; cursor: string; more: boolean; total?: number }>;
}

export type Cursors = Record<string, string>;

/** Pushes in a transaction that somebody has opened. */
export async function pushIn(
	tx: TransactionSql,
	client: string,
	mutations: readonly Mutation[]
): Promise<Verdict[]> {
	const [answer] = await tx<{ verdicts: Verdict[] }[]>`
		select sync_push(${client}, ${tx.json(mutations as never)}) -> 'verdicts' as verdicts`;
	return answer?.verdicts ?? [];
}

/** Pushes in a transaction of its own. */
export function push(
	speaker: Speaker,
	client: string,
	mutations: readonly Mutation[]
): Promise<Verdict[]> {
	return speaker((tx) => pushIn(tx, client, mutations));
}

/** One page. */
export async function pull(
	speaker: Speaker,
	{
		epoch = '',
		cursors = {},
		size = 1000
	}: { epoch?: string; cursors?: Cursors; size?: number } = {}
): Promise<Pulled> {
	const [answer] = await speaker(
		(tx) => tx<{ pulled: Pulled }[]>`
			select sync_pull(${epoch}, ${tx.json(cursors)}, ${size}) as pulled`
	);
	if (!answer) throw new Error('sync_pull gave nothing');
	return answer.pulled;
}

/** The cursors to go on from. */
export function cursorsOf(pulled: Pulled): Cursors {
	return Object.fromEntries(
		Object.entries(pulled.scopes).map(([scope, { cursor }]) => [scope, cursor])
	);
}

/** Page after page until there is no more. */
export async function pullAll(
	speaker: Speaker,
	from: { epoch?: string; cursors?: Cursors; size?: number } = {}
): Promise<{ changes: Change[]; epoch: string; cursors: Cursors; pages: number }> {
	// A walk may bring the same again, where another database's transaction holds the horizon back.
	const seen = new Map<string, Change>();
	let { epoch = '', cursors = {} } = from;
	for (let pages = 1; ; pages++) {
		const pulled = await pull(speaker, { ...from, epoch, cursors });
		for (const change of Object.values(pulled.scopes).flatMap((scope) => scope.changes))
			seen.set(JSON.stringify(change), change);
		cursors = cursorsOf(pulled);
		epoch = pulled.epoch;
		if (!Object.values(pulled.scopes).some(({ more }) => more))
			return { changes: [...seen.values()], epoch, cursors, pages };
		if (pages > 1000) throw new Error('the pages never end');
	}
}

/**
 * Pulls until nothing more comes. Transactions of other tests, in other databases of the same server, hold the horizon
 * back for a moment, and rows are repeated until they end.
 */
export async function catchUp(
	speaker: Speaker,
	from: { epoch?: string; cursors?: Cursors } = {}
): Promise<{ epoch: string; cursors: Cursors }> {
	for (let held = from, tries = 0; tries < 200; tries++) {
		const { changes, epoch, cursors } = await pullAll(speaker, held);
		held = { epoch, cursors };
		if (changes.length === 0) return { epoch, cursors };
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error('the same rows come again and again');
}

/** The ids of the rows (not exits) of one table among some changes. */
export function rowIds(changes: readonly Change[], table: string): string[] {
	return changes.flatMap((change) =>
		change.table === table && 'row' in change ? [change.row.id] : []
	);
}
