/** A file of comma-separated values as a table, whatever spreadsheet wrote it. */
import { dsvFormat } from 'd3-dsv';

export interface CsvTable {
	headings: string[];
	/** As many cells as there are headings, without blanks around them. Empty lines are left out. */
	rows: string[][];
}

/** Says in a sentence why a file is no table. */
export class CsvTableError extends Error {}

/** What spreadsheets put between cells, by the country that they are set to. */
const SEPARATORS = [',', ';', '\t'];

/** More lines than a person looks through before saving. */
export const MOST_ROWS = 2_000;

/** How Excel's own files, and others that are packed, begin. */
const PACKED = 'PK';

/** @throws CsvTableError */
export function readCsvTable(file: string): CsvTable {
	const text = file.replace(/^\uFEFF/, '');
	if (text.startsWith(PACKED) || text.includes('\0'))
		throw new CsvTableError(
			'This is not a CSV file. In Excel, choose “Save as”, then “CSV UTF-8 (comma delimited)”.'
		);
	if (text.trim() === '') throw new CsvTableError('The file is empty.');
	const [first = ''] = text.split(/\r?\n/, 1);
	const separator = SEPARATORS.reduce((best, one) =>
		first.split(one).length > first.split(best).length ? one : best
	);
	const [headings = [], ...lines] = dsvFormat(separator)
		.parseRows(text)
		.map((line) => line.map(tidied));
	const rows = lines
		.filter((line) => line.some((cell) => cell !== ''))
		.map((line) => headings.map((_, place) => line[place] ?? ''));
	if (rows.length === 0) throw new CsvTableError('The file has no lines under its headings.');
	if (rows.length > MOST_ROWS)
		throw new CsvTableError(
			`The file has ${rows.length.toLocaleString('en-GB')} lines. Bring in ${MOST_ROWS.toLocaleString('en-GB')} at a time at most.`
		);
	return { headings, rows };
}

/** A cell that a file of ours marked as text, so that no spreadsheet runs it, is that text again. */
function tidied(cell: string): string {
	return cell.trim().replace(/^'(?=[=+\-@\t\r\n])/, '');
}
