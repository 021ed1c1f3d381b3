/** Cells of a report's tables: text, and numbers in digits, so that a spreadsheet can add them up. */

/** Stands for a number that is held back: confidential, by the Government Statistical Service's symbols for tables. */
export const HELD_BACK = '[c]';

/** The number that a cell holds; null where it holds anything else. */
export function numberIn(cell: string): number | null {
	return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : null;
}

/** A number as people read it: "12,345". Any other text is left as it is. */
export function cellInWords(cell: string): string {
	const number = numberIn(cell);
	if (number === null) return cell;
	const decimals = cell.split('.')[1]?.length ?? 0;
	return number.toLocaleString('en-GB', { minimumFractionDigits: decimals }).replace('-', '−');
}
