/** What an import would do: which rows are records already, what would change in them, and what is new. */
import { normalTitle } from '$lib/exchange/plan-document/references';
import type { ActionFields } from '$lib/records/action/action';
import type { FieldsOf } from '$lib/records/define-record';
import type { Row } from '$lib/records/registry';
import type { ActionRow, ImportValues, ObjectiveRow } from './import-values';
import { readDue } from './plan-dates';
import { ratingIn, statusIn } from './status-words';

/** What the device holds of the plan that is brought up to date; empty lists for a new one. */
export interface Existing {
	objectives: readonly Row<'objectives'>[];
	actions: readonly Row<'actions'>[];
}

/** One row against what is there. */
export interface Comparison<R, E, F> {
	row: R;
	/** `unsure`: it may be the record, and a person has to say. */
	state: 'new' | 'changed' | 'same' | 'unsure';
	/** The record that it is, or may be. */
	existing: E | null;
	/** The columns that change. */
	changes: Partial<F>;
}

export interface Comparisons {
	objectives: Comparison<ObjectiveRow, Row<'objectives'>, FieldsOf<'objectives'>>[];
	actions: Comparison<ActionRow, Row<'actions'>, ActionFields>[];
	/** Actions of the plan that the document does not have: they stay as they are. */
	missing: Row<'actions'>[];
}

/** @param values rows that are left out are compared with nothing */
export function compare(values: ImportValues, existing: Existing): Comparisons {
	const kept = values.objectives.filter(({ leaveOut }) => !leaveOut);
	const objectiveMatches = matches(kept, existing.objectives);
	const idOf = (row: string) => {
		const found = objectiveMatches.get(row);
		return found?.record && !found.unsure ? found.record.id : row;
	};
	const objectives = kept.map((row) =>
		compared(row, objectiveMatches.get(row.id), (record) => objectiveChanges(row, record, idOf))
	);
	const actionRows = values.actions.filter(({ leaveOut }) => !leaveOut);
	const actionMatches = matches(actionRows, existing.actions);
	const actions = actionRows.map((row) =>
		compared(row, actionMatches.get(row.id), (record) => actionChanges(row, record, idOf))
	);
	const found = new Set([...actionMatches.values()].map(({ record }) => record?.id));
	return { objectives, actions, missing: existing.actions.filter(({ id }) => !found.has(id)) };
}

function compared<R, E, F extends object>(
	row: R,
	match: Match<E> | undefined,
	changesOf: (record: E) => Partial<F>
): Comparison<R, E, F> {
	const existing = match?.record ?? null;
	if (!existing) return { row, state: 'new', existing: null, changes: {} };
	if (match?.unsure) return { row, state: 'unsure', existing, changes: {} };
	const changes = changesOf(existing);
	return { row, state: Object.keys(changes).length > 0 ? 'changed' : 'same', existing, changes };
}

// Which record a row is

interface Match<E> {
	record: E | null;
	unsure: boolean;
}

interface Comparable {
	id: string;
	reference: string;
	title: string;
}

/** Titles that share so many of their words are probably one. */
const NEAR = 0.6;

/**
 * By the person's word, else by a reference that is unique on both sides, else by title; a title that is nearly the same
 * is offered. No record is two rows.
 */
function matches<
	R extends Comparable & { match: string; printed?: string },
	E extends Comparable & { source_ref?: string | null }
>(rows: readonly R[], records: readonly E[]): Map<string, Match<E>> {
	const found = new Map<string, Match<E>>();
	const left = new Set(records);
	const take = (row: R, record: E | undefined, unsure = false) => {
		if (!record || found.has(row.id)) return;
		found.set(row.id, { record, unsure });
		left.delete(record);
	};
	for (const row of rows)
		if (row.match === 'new') found.set(row.id, { record: null, unsure: false });
		else
			take(
				row,
				[...left].find(({ id }) => id === row.match)
			);
	for (const row of rows) take(row, sameReference(row, rows, records, left));
	for (const row of rows)
		take(
			row,
			[...left].find((record) => sameTitle(row, record))
		);
	for (const row of rows) {
		const [nearest] = [...left]
			.map((record) => ({ record, likeness: likeness(row.title, record.title) }))
			.sort((a, b) => b.likeness - a.likeness);
		if (nearest && nearest.likeness >= NEAR) take(row, nearest.record, true);
	}
	return found;
}

function sameReference<R extends Comparable, E extends Comparable>(
	row: R,
	rows: readonly R[],
	records: readonly E[],
	left: ReadonlySet<E>
): E | undefined {
	const key = row.reference.toLowerCase();
	const same = (each: Comparable) => each.reference.toLowerCase() === key;
	if (key === '' || rows.filter(same).length > 1) return undefined;
	const [record, second] = records.filter(same);
	return record && !second && left.has(record) ? record : undefined;
}

function sameTitle(
	row: Comparable & { printed?: string },
	record: Comparable & { source_ref?: string | null }
): boolean {
	const titles = [row.title, ...(row.printed ? [row.printed] : [])].map(normalTitle);
	return (
		titles.includes(normalTitle(record.title)) ||
		(Boolean(record.source_ref) && titles.includes(normalTitle(record.source_ref ?? '')))
	);
}

/** How many of their words two titles share, from 0 to 1 (Dice). */
export function likeness(one: string, other: string): number {
	const words = (text: string) =>
		new Set(
			normalTitle(text)
				.split(' ')
				.filter((word) => word.length > 2)
		);
	const [a, b] = [words(one), words(other)];
	const shared = [...a].filter((word) => b.has(word)).length;
	return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

// What changes

function objectiveChanges(
	row: ObjectiveRow,
	record: Row<'objectives'>,
	idOf: (row: string) => string
) {
	return differences<FieldsOf<'objectives'>>(record, {
		title: row.title,
		...(row.reference && { reference: row.reference }),
		...(row.description && !record.description && { description: row.description }),
		...(row.kind === record.kind && { parent_id: row.parent ? idOf(row.parent) : null })
	});
}

/**
 * What the document says and the record does not. Status, rating and progress of an action that is already here are the
 * people's who work on it; so is a title that was put right after the last import of the same words.
 */
function actionChanges(row: ActionRow, record: Row<'actions'>, idOf: (row: string) => string) {
	const unchanged =
		record.source_ref === row.printed && row.title.startsWith(row.printed.slice(1, 40), 1);
	const due = readDue(row.due);
	return differences<ActionFields>(record, {
		...(!unchanged && { title: row.title, source_ref: row.printed }),
		...(row.reference && { reference: row.reference }),
		...(row.objective && { objective_id: idOf(row.objective) }),
		...(row.further.length > 0 && { further_objective_ids: row.further.map(idOf) }),
		...(row.service && { service: row.service }),
		...(row.owner && { owner: row.owner }),
		...(row.description && !record.description && { description: row.description }),
		...(row.due && due)
	});
}

function differences<F extends object>(record: object, said: Partial<F>): Partial<F> {
	const now = record as Record<string, unknown>;
	return Object.fromEntries(
		Object.entries(said).filter(
			([column, value]) => JSON.stringify(now[column]) !== JSON.stringify(value)
		)
	) as Partial<F>;
}

/** The columns of a new action that come from the document. */
export function newActionFields(row: ActionRow) {
	return {
		title: row.title,
		description: row.description || null,
		service: row.service,
		owner: row.owner || null,
		...readDue(row.due),
		status: statusIn(row.status) ?? 'not_started',
		rag: ratingIn(row.rag),
		progress_note: row.progress || null,
		source_ref: row.printed
	};
}
