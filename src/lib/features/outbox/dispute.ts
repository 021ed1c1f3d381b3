/** A dispute between two people's changes of one record: what each made of it, and what a person decides. */
import * as z from 'zod/mini';
import { definitions } from '$lib/records/definitions';
import { registry } from '$lib/records/registry';
import { unseal } from '$lib/store/codec';
import { entryTitle, type OutboxEntry, type Theirs, type Values } from '$lib/store/outbox';
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
	return { entry, title: entryTitle(entry, row), columns, note: await noteOf(store, entry, seen) };
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

/** Reads a decided form into the columns' values, or finds what is still undecided. */
export function decisionSchema({
	entry: { table },
	columns,
	note
}: Dispute): z.ZodMiniType<Values, Decision> {
	return z.pipe(
		z.custom<Decision>(),
		z.transform((decision, context) => {
			const decided: Values = {};
			const fault = (field: string, message: string) =>
				context.issues.push({ code: 'custom', message, path: [field], input: decision });
			for (const { column, label, mine, theirs } of columns) {
				const choice = decision[column];
				if (choice === 'mine') decided[column] = mine.value;
				else if (choice === 'theirs') decided[column] = theirs.value;
				else if (choice === 'both') decided[column] = decision[`${column}-text`]?.trim() ?? '';
				else fault(column, `${label}: choose which one stays`);
				const wrong = choice === 'both' && faultOf(table, column, decided[column]);
				if (wrong) fault(`${column}-text`, wrong);
			}
			const added = decision.note?.trim();
			if (note && added) {
				decided[note.column] = [note.now, added].filter(Boolean).join('\n');
				const wrong = faultOf(table, note.column, decided[note.column]);
				if (wrong) fault('note', wrong);
			}
			return decided;
		})
	);
}

/** The sentence for a value that its column does not take. */
function faultOf(table: OutboxEntry['table'], column: string, value: unknown): string | undefined {
	const shape = definitions[table].schema.def.shape as Record<string, z.ZodMiniType>;
	return shape[column]?.safeParse(value).error?.issues[0]?.message;
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
