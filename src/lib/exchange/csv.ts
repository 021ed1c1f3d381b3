/** Comma-separated values (RFC 4180) that a spreadsheet opens as they are meant. */
import { csvFormatRow } from 'd3-dsv';

/** A number stays one; text is text, whatever a spreadsheet might make of it. */
export type Cell = string | number | null;

/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A spreadsheet would run a text that begins like this as a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n]/;

/** The rows as a file's text, the first one being the headings. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
	return BYTE_ORDER_MARK + rows.map((row) => `${csvFormatRow(row.map(written))}\r\n`).join('');
}

function written(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell);
	return FORMULA.test(cell) ? `'${cell}` : cell;
}
