/** One exchange with the server: push what waits, then pull what changed. When that happens is engine.ts's business. */
import { Failure } from '$lib/errors/failure';
import { unseal } from '$lib/store/codec';
import type { ReadMark } from '$lib/store/inbox';
import type { OutboxEntry } from '$lib/store/outbox';
import type { Store } from '$lib/store/store';
import { outcomeOf } from './merge';
import type { Mutation, Page, Remote } from './remote';

/** At most this many changes, and about this much text, in one call: the server takes 200. */
const BATCH_ENTRIES = 200;
const BATCH_CHARACTERS = 500_000;
const PAGE_ROWS = 1_000;

/** Who hears how far an exchange is. */
export interface Progress {
	sending(): void;
	sent(entries: readonly OutboxEntry[]): void;
	/** Of the first read: rows so far, and rows to come in all. */
	receiving(progress: { received: number; total: number }): void;
}

/**
 * Sends everything that can go and fetches everything there is. It may be broken off anywhere and begun again.
 * @returns the scopes that the person holds
 * @throws Failure as the remote does; what was settled and taken until then stays
 */
export async function exchange(
	store: Store,
	remote: Remote,
	progress: Progress,
	pageRows = PAGE_ROWS
): Promise<string[]> {
	await push(store, remote, progress);
	return pull(store, remote, progress, pageRows);
}

async function push(store: Store, remote: Remote, progress: Progress): Promise<void> {
	const clientId = await store.clientId();
	for (;;) {
		const entries = await store.claim(batch);
		if (entries.length === 0) return;
		progress.sending();
		const verdicts = await remote.push(clientId, entries.map(toMutation));
		const settled = entries.flatMap((entry) => {
			const verdict = verdicts.find(({ mid }) => mid === entry.mid);
			return verdict ? [{ entry, outcome: outcomeOf(entry, verdict), row: verdict.row }] : [];
		});
		if (settled.length === 0) throw new Failure('unavailable', 'an answer without verdicts');
		await store.inbox.settle(
			settled.map(({ entry, outcome, row }) => ({ mid: entry.mid, outcome, row }))
		);
		progress.sent(
			settled.flatMap(({ entry, outcome }) => (outcome.kind === 'applied' ? [entry] : []))
		);
	}
}

async function pull(
	store: Store,
	remote: Remote,
	progress: Progress,
	pageRows: number
): Promise<string[]> {
	let mark = await store.inbox.mark();
	const seen = { received: 0, total: 0 };
	for (;;) {
		const page = await remote.pull(mark.epoch, mark.cursors, pageRows);
		const parts = Object.values(page.scopes);
		mark = nextMark(mark, page);
		const changes = parts.flatMap((part) => part.changes);
		await store.inbox.take(changes, mark, page.reset);
		seen.received += changes.length;
		seen.total += parts.reduce((sum, part) => sum + (part.total ?? 0), 0);
		if (!mark.complete) progress.receiving({ ...seen });
		if (!parts.some(({ more }) => more)) return Object.keys(page.scopes);
	}
}

function nextMark(mark: ReadMark, { epoch, reset, server_time, scopes }: Page): ReadMark {
	const more = Object.values(scopes).some((part) => part.more);
	return {
		epoch,
		cursors: Object.fromEntries(
			Object.entries(scopes).map(([scope, { cursor }]) => [scope, cursor])
		),
		complete: !more || (mark.complete && !reset),
		heardAt: more ? mark.heardAt : server_time
	};
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
