/** Arithmetic on the changes of one record: what they stand on, and making one out of several. */
import { registry, type RecordTable, type Row } from '$lib/records/registry';
import { unseal } from './codec';
import type { Change, Operation, OutboxEntry, Values } from './outbox';

/** A change and what it does to the record. */
export interface Step {
	op: Operation;
	change: Change;
}

const NOTHING: Change = { set: {}, base: {}, was: {} };

/**
 * Several steps of one record as one; null where they cancel out. Of values the last counts, of the ground that a
 * column stands on the first: what was built on an earlier step stands where that one stood.
 */
export function fold(steps: readonly Step[]): Step | null {
	const made = steps.some(({ op }) => op === 'insert');
	if (steps.at(-1)?.op === 'delete') return made ? null : { op: 'delete', change: NOTHING };
	const change = steps.reduce(
		(all, { change: next }) => ({ ...laidOver(next, all), set: { ...all.set, ...next.set } }),
		NOTHING
	);
	return { op: made ? 'insert' : 'update', change };
}

/**
 * A new change with the ground that each of its columns stands on: that of the first waiting change of the column,
 * or what the server holds. An unsent insert has no ground.
 */
export function standing(
	table: RecordTable,
	set: Values,
	server: Row | null,
	waiting: readonly OutboxEntry[]
): Change {
	const change: Change = { set, base: {}, was: {} };
	for (const column of Object.keys(set)) {
		const first = waiting.map(changeOf).find((earlier) => column in earlier.set);
		if (first) copyGround(change, first, column);
		else if (server) {
			change.base[column] = versionOf(server, column);
			if (isText(table, column)) change.was[column] = valueOf(server, column);
		}
	}
	return change;
}

/**
 * A waiting change after an earlier one of the same record was applied: the columns that both set now stand on what
 * the earlier one made of them.
 * @param row the record as the server shows it now; if somebody has changed a column again since, the version that the
 * later change stands on stays, so that the server sees the clash
 */
export function rebased(
	table: RecordTable,
	later: Change,
	applied: Values,
	row: Row | null
): Change {
	const next: Change = { set: later.set, base: { ...later.base }, was: { ...later.was } };
	for (const [column, value] of Object.entries(applied)) {
		if (!(column in later.set)) continue;
		if (isText(table, column)) next.was[column] = value;
		if (row && same(valueOf(row, column), value)) next.base[column] = versionOf(row, column);
	}
	return next;
}

/**
 * What a person decided of a dispute, standing on what they were shown of the others' work.
 * @param values what each column shall be; what is theirs needs no sending
 */
export function decided({ table, problem }: OutboxEntry, values: Values): Change {
	const change: Change = { set: {}, base: {}, was: {} };
	for (const [column, { theirs, version }] of Object.entries(problem?.conflicts ?? {})) {
		if (!(column in values) || same(values[column], theirs)) continue;
		change.set[column] = values[column];
		change.base[column] = version;
		if (isText(table, column)) change.was[column] = theirs;
	}
	return change;
}

/** Two changes as one, where the later one's columns stand on their own ground. */
export function laidOver(earlier: Change, later: Change): Change {
	return {
		set: { ...earlier.set, ...later.set },
		base: { ...earlier.base, ...later.base },
		was: { ...earlier.was, ...later.was }
	};
}

/** The columns of `set` whose values differ from the row's. */
export function differences(row: Row, set: Values): Values {
	return Object.fromEntries(
		Object.entries(set).filter(([column, value]) => !same(valueOf(row, column), value))
	);
}

/** The columns of `values` that `others` does not have. */
export function without<V>(values: Record<string, V>, others: object): Record<string, V> {
	return Object.fromEntries(Object.entries(values).filter(([column]) => !(column in others)));
}

/** A change but for some columns. */
export function except({ set, base, was }: Change, columns: object): Change {
	return { set: without(set, columns), base: without(base, columns), was: without(was, columns) };
}

export function changeOf(entry: OutboxEntry): Change {
	return unseal(entry.body);
}

function copyGround(change: Change, first: Change, column: string): void {
	const base = first.base[column];
	if (base !== undefined) change.base[column] = base;
	if (column in first.was) change.was[column] = first.was[column];
}

function isText(table: RecordTable, column: string): boolean {
	return (registry[table].merge as Record<string, string>)[column] === 'text';
}

function valueOf(row: Row, column: string): unknown {
	return (row as unknown as Values)[column];
}

function versionOf(row: Row, column: string): number {
	return row.field_versions[column] ?? 1;
}

function same(one: unknown, other: unknown): boolean {
	if (one === other) return true;
	return isObject(one) && isObject(other) && inOrder(one) === inOrder(other);
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

/** As text, whatever order the keys come in: PostgreSQL gives those of jsonb back in its own. */
function inOrder(value: object): string {
	return JSON.stringify(value, (_, part: unknown) =>
		isObject(part) && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part
	);
}
