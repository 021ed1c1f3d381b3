/** The columns of a record as people read them; what a record type declares of them is in its definition. */
import type { ColumnWords } from './define-record';
import { definitions } from './definitions';
import type { RecordTable } from './registry';

/** The columns of a record type that people read, with their words, in the order of the page. */
export function columnsOf(table: RecordTable): [column: string, words: ColumnWords][] {
	const { columns, schema } = definitions[table];
	if (columns) return Object.entries<ColumnWords>(columns);
	return Object.keys(schema.def.shape).map((column) => [column, { label: sentenceCase(column) }]);
}

/** One column's words. One that this build does not know, or keeps to itself, goes by its own name. */
export function columnWords(table: RecordTable, column: string): ColumnWords {
	const found = columnsOf(table).find(([name]) => name === column);
	return found?.[1] ?? { label: sentenceCase(column) };
}

/** "progress_note" -> "Progress note" */
function sentenceCase(column: string): string {
	const words = column.replace(/_id$/, '').replaceAll('_', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}
