/** What is not on the server yet, as people read it: on the sync page, at sign-out, and in the copy they save. */
import { sentenceForRefusal } from '$lib/errors/sentences';
import { csvOf, type Cell } from '$lib/exchange/csv';
import { registry, type Row } from '$lib/records/registry';
import { fullTitleOf } from '$lib/records/titles';
import { unseal } from '$lib/store/codec';
import type { OutboxEntry } from '$lib/store/outbox';
import type { Store } from '$lib/store/store';
import { formatDateTime } from '$lib/time/dates';
import { lineOf, linesOf, type Line } from './in-words';

export interface UnsentChange {
	entry: OutboxEntry;
	title: string;
	/** The record as the person sees it; undefined where it has left the device. */
	row: Row | undefined;
	/** All that is filled in, or what was typed where the record has left the device. */
	lines: Line[];
	/** What the server found fault with, where it named a column. */
	fault: Line | undefined;
	/** How many later changes of the record wait for this one. */
	behind: number;
	/** It waits for an earlier change of the record that needs attention. */
	held: boolean;
}

/** Everything that is not on the server yet, in the order it was made. */
export async function unsentChanges(store: Store): Promise<UnsentChange[]> {
	const outbox = await store.outbox();
	return Promise.all(outbox.map((entry) => unsentChange(store, entry, outbox)));
}

async function unsentChange(
	store: Store,
	entry: OutboxEntry,
	outbox: readonly OutboxEntry[]
): Promise<UnsentChange> {
	const { table, id, mid, problem } = entry;
	const row = await store.records(table).get(id);
	const record = { ...(row ?? unseal(entry.body).set) } as Record<string, unknown>;
	const others = outbox.filter((other) => other.table === table && other.id === id);
	return {
		entry,
		row,
		title: fullTitleOf(entry.table, row),
		lines: await linesOf(store, table, record),
		fault: problem?.column
			? await lineOf(store, table, problem.column, record[problem.column])
			: undefined,
		behind: others.filter((other) => other.mid > mid).length,
		held: others.some((other) => other.mid < mid && other.state === 'attention')
	};
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

/** "2 logs", "1 change": how many records they are about, whatever was done to each. */
export function recordsInWords(entries: readonly OutboxEntry[]): string {
	const records = new Map(entries.map(({ table, id }) => [`${table}/${id}`, table]));
	const tables = new Set(records.values());
	const [table] = tables;
	const name =
		tables.size === 1 && table ? registry[table].name : { one: 'record', many: 'records' };
	return `${records.size} ${records.size === 1 ? name.one : name.many}`;
}

/** The changes as a file that another program reads: whole, as the device holds them. */
export function copyAsJson(changes: readonly UnsentChange[]): string {
	return JSON.stringify(
		changes.map(({ entry, row, title }) => ({
			what: title,
			change: actOf(entry),
			made_at: entry.at,
			reason: reasonOf(entry) || undefined,
			// A record that others deleted or that left the device has no row any more; what was typed is here.
			typed: unseal(entry.body).set,
			theirs: entry.problem?.conflicts,
			record: row ?? null,
			table: entry.table,
			id: entry.id
		})),
		null,
		'\t'
	);
}

/** The changes as a file for a spreadsheet: a row each, in words. */
export function copyAsCsv(changes: readonly UnsentChange[]): string {
	const labels = [...new Set(changes.flatMap(({ lines }) => lines.map(({ label }) => label)))];
	return csvOf([
		['Record', 'Change', 'Made', 'Why it was not taken', ...labels, 'Id'],
		...changes.map(({ entry, title, lines }) => [
			title,
			actOf(entry),
			formatDateTime(new Date(entry.at)),
			reasonOf(entry),
			...labels.map((label) => cellOf(lines.find((line) => line.label === label))),
			entry.id
		])
	]);
}

function cellOf(line: Line | undefined): Cell {
	if (!line) return null;
	return typeof line.value === 'number' ? line.value : line.text;
}
