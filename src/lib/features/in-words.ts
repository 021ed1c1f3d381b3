/** Records as people read them, whatever their type: for cards, histories and files. */
import { labelOf } from '$lib/records/code-lists';
import type { ColumnWords } from '$lib/records/define-record';
import { registry, type RecordTable } from '$lib/records/registry';
import { titleOf } from '$lib/records/titles';
import type { Values } from '$lib/store/outbox';
import type { Store } from '$lib/store/store';
import { formatDate, formatDateTime, isDate } from '$lib/time/dates';

/** One column of a record, in words. */
export interface Line {
	column: string;
	label: string;
	/** As a person reads it; several lines where a person wrote several. */
	text: string;
	/** As the record holds it. */
	value: unknown;
}

/**
 * How columns are called. They come with the schemas of every record type, so a page has them when it first asks. Inside a
 * live query a promise of the query's own, so that what is read after it is still watched (Dexie, liveQuery).
 */
export function loadColumns(): Promise<typeof import('$lib/records/columns')> {
	return Promise.resolve(import('$lib/records/columns'));
}

/** The columns that are filled, in the order of the page. */
export async function linesOf(store: Store, table: RecordTable, record: object): Promise<Line[]> {
	const values = record as Values;
	const { columnsOf } = await loadColumns();
	const filled = columnsOf(table).filter(([column]) => !isEmpty(values[column]));
	return Promise.all(filled.map(([column]) => lineOf(store, table, column, values[column])));
}

/** One column, filled or not. */
export async function lineOf(
	store: Store,
	table: RecordTable,
	column: string,
	value: unknown
): Promise<Line> {
	const words = (await loadColumns()).columnWords(table, column);
	return { column, label: words.label, value, text: await inWords(store, words, value) };
}

async function inWords(store: Store, words: ColumnWords, value: unknown): Promise<string> {
	if (value === false) return 'No';
	if (isEmpty(value)) return 'Nothing';
	if (value === true) return 'Yes';
	if (words.says) return words.says(value as never);
	if (Array.isArray(value))
		return (await Promise.all(value.map((item) => inWords(store, words, item)))).join(', ');
	if (typeof value === 'object') return 'Not something to read';
	const text = `${value as string | number}`;
	if (words.list) return labelOf(words.list, text);
	if (words.date && isDate(text)) return formatDate(text);
	if (words.moment) return formatDateTime(new Date(text));
	if (words.names) return nameOfRecord(store, [words.names].flat(), words.by, text);
	return text;
}

async function nameOfRecord(
	store: Store,
	tables: readonly RecordTable[],
	by: string | undefined,
	key: string
): Promise<string> {
	for (const table of tables) {
		const records = store.records(table);
		const row = by ? (await records.where(by, key))[0] : await records.get(key);
		if (row) return titleOf(table, row);
	}
	const [only, ...others] = tables;
	const what = only && others.length === 0 ? registry[only].name.one : 'record';
	return `A ${what} that is not on this device`;
}

/** A box that is not ticked says as little as one that is not filled. */
function isEmpty(value: unknown): boolean {
	return (
		value === null ||
		value === undefined ||
		value === '' ||
		value === false ||
		(Array.isArray(value) && value.length === 0)
	);
}
