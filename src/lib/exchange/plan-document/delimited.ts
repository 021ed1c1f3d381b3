/** Comma-, semicolon- or tab-separated values: one table. */
import { dsvFormat } from 'd3-dsv';
import { cellOf, tidy, type PlanDocument } from './document';

/** @param text the file, without a byte order mark */
export function readDelimited(text: string, delimiter: string): PlanDocument {
	let line = 1;
	const rows = dsvFormat(delimiter)
		.parseRows(text)
		.map((values) => {
			const at = { line, page: null };
			// A quoted value may hold line breaks of its own.
			line += 1 + values.join('').split(/\r\n|\r|\n/).length - 1;
			return { at, cells: values.map((value) => cellOf(tidy(value), at)) };
		})
		.filter(({ cells }) => cells.some(({ content }) => content.length > 0));
	const at = { line: 1, page: null };
	return { title: null, blocks: rows.length > 0 ? [{ kind: 'table', rows, at }] : [] };
}

/** The delimiter of a file that is separated values throughout, judged by its first line of several values; else null. */
export function delimiterOf(text: string, extension: string): string | null {
	if (extension === 'tsv' || extension === 'tab') return '\t';
	if (extension !== 'csv') return null;
	const head = text.slice(0, 4000);
	const count = (delimiter: string) => head.split(delimiter).length;
	return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
