/** A dispute between two people's changes of one record: what each made of it, and what a person decides. */
import { registry } from '$lib/records/registry';
import { fullTitleOf } from '$lib/records/titles';
import { unseal } from '$lib/store/codec';
import type { OutboxEntry, Theirs, Values } from '$lib/store/outbox';
import type { Store } from '$lib/store/store';
import { bothTexts } from '$lib/text/merge';
import { formatDateTime } from '$lib/time/dates';
import { lineOf } from '../in-words';

/** What one of the two made of a column. */
export interface Side {
	value: unknown;
	text: string;
	/** "Daniel Hughes, 17 November 2026 at 10:12am" */
	whose: string;
}

export interface DisputedColumn {
	column: string;
	label: string;
	mine: Side;
	theirs: Side;
	/** Of a long text: both in one, to be tidied. */
	both: string | null;
}

export interface Dispute {
	entry: OutboxEntry;
	title: string;
	columns: DisputedColumn[];
	/** The record's first long text, where it is not in dispute: room for a word on the decision. */
	note: { column: string; label: string; now: string } | null;
}

/** The form's values: a choice by column, the text of both by `<column>-text`, and the `note`. */
export type Decision = Record<string, string>;

/**
 * The dispute over a waiting change; null where there is none (any more).
 * @param nameOf a person's name
 */
export async function disputeOf(
	store: Store,
	mid: number,
	nameOf: (userId: string | null) => string
): Promise<Dispute | null> {
	const entry = (await store.outbox()).find((entry) => entry.mid === mid);
	if (entry?.problem?.verdict !== 'conflict') return null;
	const { table, id, problem } = entry;
	const row = await store.records(table).get(id);
	const seen = { ...(row ?? unseal(entry.body).set) } as Values;
	const columns = await Promise.all(
		Object.entries(problem.conflicts ?? {}).map(async ([column, their]) => {
			const mine = await lineOf(store, table, column, seen[column]);
			const theirs = await lineOf(store, table, column, their.theirs);
			return {
				column,
				label: mine.label,
				mine: { ...mine, whose: `You, on this device, ${when(entry.at)}` },
				theirs: { ...theirs, whose: whose(their, nameOf) },
				both: isText(table, column)
					? bothTexts(
							asText(unseal(entry.body).was[column]),
							asText(seen[column]),
							asText(their.theirs)
						)
					: null
			};
		})
	);
	return {
		entry,
		title: fullTitleOf(entry.table, row),
		columns,
		note: await noteOf(store, entry, seen)
	};
}

async function noteOf(store: Store, { table, problem }: OutboxEntry, seen: Values) {
	const column = Object.keys(registry[table].merge).find((column) => isText(table, column));
	if (column === undefined || column in (problem?.conflicts ?? {})) return null;
	const { label } = await lineOf(store, table, column, null);
	return { column, label, now: asText(seen[column]) };
}

/** An undecided form. */
export function undecided({ columns }: Dispute): Decision {
	const choices = columns.flatMap(({ column, both }) => [
		[column, ''],
		...(both === null ? [] : [[`${column}-text`, both]])
	]);
	return { ...(Object.fromEntries(choices) as Decision), note: '' };
}

function whose({ by, at }: Theirs, nameOf: (userId: string | null) => string): string {
	return at ? `${nameOf(by)}, ${when(at)}` : nameOf(by);
}

function when(at: string): string {
	return formatDateTime(new Date(at));
}

function isText(table: OutboxEntry['table'], column: string): boolean {
	return (registry[table].merge as Record<string, string>)[column] === 'text';
}

function asText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
