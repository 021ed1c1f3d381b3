/** Waiting changes as the sync page shows them. */
import { registry, type Row } from '$lib/records/registry';
import { sentenceForRefusal } from '$lib/errors/sentences';
import { unseal } from '$lib/store/codec';
import { entryTitle, type OutboxEntry, type Theirs } from '$lib/store/outbox';
import type { Store } from '$lib/store/store';

export interface WaitingChange {
	entry: OutboxEntry;
	title: string;
	/** Where the record can be put right; null for types that have no form. */
	href: string | null;
	row: Row | undefined;
}

/** Everything that is not on the server yet, in the order it was made. */
export async function waitingChanges(store: Store): Promise<WaitingChange[]> {
	const entries = await store.outbox();
	return Promise.all(
		entries.map(async (entry) => {
			const row = await store.records(entry.table).get(entry.id);
			return { entry, row, title: entryTitle(entry, row), href: formOf(entry) };
		})
	);
}

function formOf({ table, id, op }: OutboxEntry): string | null {
	return table === 'engagement_logs' && op !== 'delete' ? `/logs/${id}/edit` : null;
}

/** What the person was doing, in a word. */
export function actOf({ op }: OutboxEntry): string {
	return { insert: 'New', update: 'Changed', delete: 'Deleted' }[op];
}

/** Why a change came back, in words. */
export function reasonOf({ problem }: OutboxEntry): string {
	if (!problem) return '';
	if (problem.verdict === 'conflict') return 'Somebody else changed this at the same time.';
	return sentenceForRefusal(problem);
}

export interface Dispute {
	column: string;
	/** The column's name in words. */
	label: string;
	mine: string;
	theirs: Theirs;
	theirsText: string;
}

/** The columns that a person must decide: mine beside theirs. */
export function disputesOf(entry: OutboxEntry): Dispute[] {
	const { set } = unseal(entry.body);
	const merge = registry[entry.table].merge as Record<string, string>;
	return Object.entries(entry.problem?.conflicts ?? {})
		.filter(([column]) => merge[column] !== undefined)
		.map(([column, theirs]) => ({
			column,
			label: column === 'heard' ? 'What we heard' : sentenceCase(column),
			mine: inWords(set[column]),
			theirs,
			theirsText: inWords(theirs.theirs)
		}));
}

function sentenceCase(column: string): string {
	const words = column.replace(/_/g, ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

function inWords(value: unknown): string {
	if (value === null || value === undefined || value === '') return 'Nothing';
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The unsent records as a file: nothing that was written can be lost with the phone's browser. */
export function copyOf(changes: readonly WaitingChange[]): string {
	return JSON.stringify(
		changes.map(({ entry, row, title }) => ({
			what: title,
			change: actOf(entry),
			made_at: entry.at,
			reason: reasonOf(entry) || undefined,
			// A record that others deleted or that left the device has no row any more; what was typed is here.
			typed: unseal(entry.body).set,
			record: row ?? null,
			table: entry.table,
			id: entry.id
		})),
		null,
		'\t'
	);
}
