/** Sends what waits. */
import { Failure } from '$lib/errors/failure';
import { unseal } from '$lib/store/codec';
import type { OutboxEntry, Problem } from '$lib/store/outbox';
import type { Store } from '$lib/store/store';
import { outcomeOf } from './merge';
import type { Mutation, Remote, Verdict } from './remote';

/** At most this many changes, and about this much text, in one call: the server takes 200. */
const BATCH_ENTRIES = 200;
const BATCH_CHARACTERS = 500_000;

/**
 * A server that fails this often without taking anything is in trouble itself. Halving 200 changes down to the one
 * that it fails over takes nine calls.
 */
const FAILURES_IN_A_ROW = 10;

/** A change that the server failed over and that nothing else went out with is given up after so many tries. */
const ENOUGH_TRIES = 5;

/** Who hears what is being sent. */
export interface Sending {
	sending(): void;
	sent(entries: readonly OutboxEntry[]): void;
}

/** A change over which the server fails, by itself. */
interface Stuck {
	entry: OutboxEntry;
	failure: Failure;
}

/** What a push could not send. */
export interface Unsent {
	/** Changes over which the server fails, one by one. */
	stuck: Stuck[];
	/** Whether the server took others, so that the fault is in those. */
	othersWent: boolean;
}

/**
 * Sends everything that can go. Where the server fails over a batch, it is halved until what it fails over stands
 * alone, so that one bad record holds up nothing else.
 * @throws Failure as the remote does; what was settled until then stays
 */
export async function push(store: Store, remote: Remote, progress: Sending): Promise<Unsent> {
	const clientId = await store.clientId();
	const unsent: Unsent = { stuck: [], othersWent: false };
	let failuresInARow = 0;

	async function send(entries: readonly OutboxEntry[]): Promise<void> {
		let verdicts: Verdict[];
		try {
			verdicts = await remote.push(clientId, entries.map(toMutation));
		} catch (error) {
			if (!hasAnswered(error) || ++failuresInARow === FAILURES_IN_A_ROW) throw error;
			const [entry] = entries;
			if (entry && entries.length === 1) return void unsent.stuck.push({ entry, failure: error });
			const half = Math.ceil(entries.length / 2);
			await send(entries.slice(0, half));
			return send(entries.slice(half));
		}
		failuresInARow = 0;
		await settle(entries, verdicts);
		unsent.othersWent = true;
	}

	async function settle(
		entries: readonly OutboxEntry[],
		verdicts: readonly Verdict[]
	): Promise<void> {
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

	for (;;) {
		const tried = new Set(unsent.stuck.map(({ entry }) => entry.mid));
		const entries = await store.claim((outbox) => batch(outbox, tried));
		if (entries.length === 0) return unsent;
		progress.sending();
		await send(entries);
	}
}

/**
 * Hands what the server fails over to the person, where the fault is not the server's: others went out, or it was
 * tried often while the server answered otherwise.
 * @throws Failure where it is to be tried again
 */
export async function giveUp(store: Store, { stuck, othersWent }: Unsent): Promise<void> {
	for (const { entry, failure } of stuck) {
		if (!othersWent && entry.attempts < ENOUGH_TRIES) throw failure;
		const problem: Problem = {
			verdict: 'rejected',
			code: 'server_error',
			message: failure.message
		};
		await store.inbox.settle([
			{ mid: entry.mid, outcome: { kind: 'rejected', problem }, row: null }
		]);
	}
}

/** The server answered, and could not or would not carry out the call. */
function hasAnswered(error: unknown): error is Failure {
	return error instanceof Failure && (error.code === 'unavailable' || error.code === 'refused');
}

/**
 * The entries that may go out together: the oldest change of each record, unless that record waits for a person.
 * A record's second change goes with the next batch, on the version that the first one made; and what names a record
 * that the server does not have yet waits until it does. None waits for itself, such as the first of a series that goes by
 * its name.
 * @param tried the numbers of entries to leave out
 */
export function batch(
	outbox: readonly OutboxEntry[],
	tried: ReadonlySet<number> = new Set()
): OutboxEntry[] {
	const unmade = new Set(outbox.flatMap(({ op, id }) => (op === 'insert' ? [id] : [])));
	const seen = new Set<string>();
	const entries: OutboxEntry[] = [];
	let characters = 0;
	for (const entry of outbox) {
		const record = `${entry.table}/${entry.id}`;
		if (seen.has(record)) continue;
		seen.add(record);
		const { set } = unseal(entry.body);
		if (entry.state !== 'waiting' || tried.has(entry.mid)) continue;
		if (names(set, unmade, entry.id)) continue;
		characters += JSON.stringify(set).length;
		if (entries.length > 0 && characters > BATCH_CHARACTERS) break;
		entries.push(entry);
		if (entries.length === BATCH_ENTRIES) break;
	}
	return entries;
}

/** Whether one of the values is the id of another of some records, or a list that has one. */
function names(set: Record<string, unknown>, records: ReadonlySet<string>, own: string): boolean {
	return Object.values(set)
		.flat()
		.some((value) => typeof value === 'string' && value !== own && records.has(value));
}

function toMutation({ mid, table, op, id, schema, at, body }: OutboxEntry): Mutation {
	const { set, base } = unseal(body);
	return { mid, table, op, id, set, base, schema, at };
}
