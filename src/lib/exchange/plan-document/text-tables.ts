/** Tables in plain text: cells parted by tabs, by pipes (Markdown and drawn ones), or standing in columns. */
import { headerKinds, type ColumnKind } from './columns';
import { cellOf, paragraph, textOf, tidy, type Cell, type Row } from './document';
import type { Line } from './lines';
import { splitMarker } from './markers';

/** Lines of which a table is made, from the first one given; null when none begins there. */
export interface TextTable {
	rows: Row[];
	/** How many lines it took. */
	length: number;
	/** Where its columns stand on the page, when blanks part them. */
	layout?: Layout;
}

/** The columns of a page on which a table is set, by its header line. */
interface Layout {
	starts: number[];
	kinds: ColumnKind[];
}

/** A line that only draws: "---", "|---|:-:|", "+----+", "---<tab>---". */
export function isRule({ text }: Line): boolean {
	return /^[\s|+:=_\-–—─*]+$/.test(text) && /([-–—─=_*])[\s|+:]*\1[\s|+:]*\1/.test(text);
}

/** @param before the last table: its columns go on beneath the next heading, without a header line of their own */
export function tableAt(
	lines: readonly Line[],
	start: number,
	before: TextTable | null
): TextTable | null {
	return pipes(lines, start) ?? tabs(lines, start) ?? columns(lines, start, before?.layout ?? null);
}

// Tabs

function hasTabs({ text }: Line): boolean {
	if (!text.includes('\t')) return false;
	// "•<tab>text" is an item, and so is "1.<tab>text".
	const [first = '', ...rest] = text.split('\t');
	return !(rest.length === 1 && splitMarker(`${first} x`)?.text === 'x');
}

function tabs(lines: readonly Line[], start: number): TextTable | null {
	const first = lines[start];
	if (!first) return null;
	const header = headerKinds(first.text.split('\t').map(tidy)) !== null;
	if (!hasTabs(first)) return null;
	const rows: Row[] = [];
	let at = start;
	for (; at < lines.length; at++) {
		const line = lines[at];
		if (!line || line.text === '') break;
		if (line.furniture || isRule(line)) continue;
		// Beneath headings of columns, "1.<tab>text" is a row.
		if (line.raw.startsWith('\t') && goesOnBelow(rows.at(-1), line)) continue;
		if (completes(rows, line)) continue;
		if (hasTabs(line) || (header && line.raw.includes('\t'))) rows.push(tabRow(line));
		else if (/^[a-z(&]/.test(line.text) && !splitMarker(line.text)) continueRow(rows.at(-1), line);
		else break;
	}
	return { rows, length: at - start };
}

/** A line that was broken inside a cell, with empty cells in front of it and behind. */
function goesOnBelow(row: Row | undefined, line: Line): boolean {
	const values = line.raw.split('\t').map(tidy);
	const column = values.findIndex(Boolean);
	const alone = values.filter(Boolean).length === 1 && /^[a-z(&]/.test(values[column] ?? '');
	if (!alone || !row?.cells[column]?.content.length) return false;
	addTo(row.cells[column], values[column] ?? '', line);
	return true;
}

/** A row that was broken inside a cell, with its last cells on the next line. */
function completes(rows: readonly Row[], line: Line): boolean {
	const [header] = rows;
	const row = rows.at(-1);
	const [first, ...rest] = tabRow(line).cells;
	if (
		!header ||
		!row ||
		row === header ||
		!/^[a-z(&]/.test(line.text) ||
		!first ||
		rest.length === 0
	)
		return false;
	if (row.cells.length + rest.length !== header.cells.length) return false;
	addTo(row.cells.at(-1), tidy(textOf(first)), line);
	row.cells.push(...rest);
	return true;
}

function tabRow({ raw, at }: Line): Row {
	return {
		at,
		cells: raw
			.replace(/^ +/, '')
			.split('\t')
			.map((value) => cellOf(unquoted(value), at))
	};
}

/** What a spreadsheet puts round a value with quotation marks or commas in it. */
function unquoted(value: string): string {
	const text = tidy(value);
	return /^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
}

/** A line that was broken inside the last cell. */
function continueRow(row: Row | undefined, line: Line): void {
	addTo(
		row?.cells.findLast(({ content }) => content.length > 0),
		tidy(line.text),
		line
	);
}

// Pipes

function isPiped({ text }: Line): boolean {
	return /^\|.*\|/.test(text) || /^\+[-=+]+\+$/.test(text) || text.split(/\s\|\s/).length > 1;
}

function pipes(lines: readonly Line[], start: number): TextTable | null {
	let end = start;
	while (end < lines.length && lines[end]?.text !== '' && isPiped(lines[end] as Line)) end++;
	const group = lines.slice(start, end).filter(({ furniture }) => !furniture);
	if (group.length === 0 || !group.some((line) => !isRule(line))) return null;
	const first = group.find((line) => !isRule(line));
	// One line with a pipe in it is a sentence, or a website's way home.
	if (group.length < 2 && !first?.text.startsWith('|')) return null;
	const drawn = group.some(({ text }) => text.startsWith('+'));
	const rows: Row[] = [];
	let open = false;
	for (const line of group) {
		if (isRule(line)) {
			open = false;
			continue;
		}
		const values = pipeValues(line.text);
		const row = rows.at(-1);
		if (drawn && open && row)
			values.forEach((value, column) => addTo(row.cells[column], value, line));
		else rows.push({ at: line.at, cells: values.map((value) => cellOf(value, line.at)) });
		open = true;
	}
	return { rows, length: end - start };
}

function pipeValues(text: string): string[] {
	return text
		.replace(/^\|/, '')
		.replace(/\|$/, '')
		.split(/(?<!\\)\|/)
		.map((value) =>
			tidy(
				value
					.replaceAll('\\|', '|')
					.replace(/<br\s*\/?>/gi, ' ')
					.replace(/\*\*/g, '')
			)
		);
}

// Columns

interface Chunk {
	text: string;
	from: number;
}

/** The texts on a line that stand apart, with the columns of the page at which they begin. */
function chunksOf({ text, indent }: Line): Chunk[] {
	return [...text.matchAll(/\S+(?: \S+)*/g)].map((match) => ({
		text: match[0],
		from: indent + match.index
	}));
}

/** Columns that a header line promises ("Ref   Action   Lead"), as far as lines keep to them. */
function columns(lines: readonly Line[], start: number, before: Layout | null): TextTable | null {
	const first = lines[start];
	if (!first || first.text.includes('\t')) return null;
	const chunks = chunksOf(first);
	const header = headerOf(chunks);
	const layout = header ?? (before && keepsTo(chunks, before) ? before : null);
	if (!layout) return null;
	const { starts, kinds } = layout;
	const rows: Row[] = header
		? [
				rowOf(
					first,
					chunks.map(({ text }) => text)
				)
			]
		: [];
	const heads = rows.length;
	let at = start + heads;
	let gap = false;
	let parted = false;
	for (; at < lines.length; at++) {
		const line = lines[at];
		if (!line || line.furniture) continue;
		if (line.text === '') {
			gap = true;
			continue;
		}
		if (isRule(line)) {
			gap = true;
			// The rule below the header parts no rows.
			parted ||= rows.length > heads;
			continue;
		}
		const values = valuesIn(chunksOf(line), starts);
		if (!values || (gap && isProse(line, values, starts))) break;
		const row = rows.at(-1);
		if (row && rows.length > heads && !beginsRow(values, kinds, gap, parted))
			values.forEach((value, column) => addTo(row.cells[column], value, line));
		else rows.push(rowOf(line, values));
		parted ||= gap && rows.length > heads + 1;
		gap = false;
	}
	// Blank lines at the end are not the table's.
	while (at > start + 1 && lines[at - 1]?.text === '') at--;
	return rows.length > heads ? { rows, length: at - start, layout } : null;
}

function headerOf(chunks: readonly Chunk[]): Layout | null {
	const kinds = chunks.length < 2 ? null : headerKinds(chunks.map(({ text }) => text));
	return kinds && { starts: chunks.map(({ from }) => from), kinds };
}

/** A text in every column, or several that all begin where columns do. */
function keepsTo(chunks: readonly Chunk[], { starts }: Layout): boolean {
	if (chunks.length === starts.length) return true;
	const begins = ({ from }: Chunk) => starts.some((start) => Math.abs(from - start) <= 1);
	return chunks.length > 1 && chunks.every(begins);
}

/** What stands in each column, or null when a text begins between two of them. */
function valuesIn(chunks: readonly Chunk[], starts: readonly number[]): string[] | null {
	// As many texts as columns: they are the columns, wherever long texts have pushed them.
	if (chunks.length === starts.length) return chunks.map(({ text }) => text);
	const values = starts.map(() => '');
	for (const { text, from } of chunks) {
		const column = starts.findLastIndex((begin) => from >= begin - 3);
		if (column < 0) return null;
		values[column] = values[column] ? `${values[column]} ${text}` : text;
	}
	return values;
}

/** A line that ends a table: a text from the margin that runs over the columns, or a heading after a blank line. */
function isProse(
	{ text, indent }: Line,
	values: readonly string[],
	starts: readonly number[]
): boolean {
	const filled = values.filter(Boolean).length;
	return filled === 1 && indent <= (starts[0] ?? 0) + 1 && values[0] !== '' && !/^[a-z]/.test(text);
}

/**
 * Whether a line begins a row. Where blank lines or rules part the rows, they say so; else a reference in the first
 * column does, or a capital there with something beside it.
 */
function beginsRow(
	values: readonly string[],
	kinds: readonly string[],
	gap: boolean,
	parted: boolean
): boolean {
	if (gap) return true;
	if (parted) return false;
	if (kinds[0] === 'reference') return values[0] !== '';
	return /^[A-Z0-9•]/.test(values[0] ?? '') && values.filter(Boolean).length > 1;
}

function rowOf({ at }: Line, values: readonly string[]): Row {
	return { at, cells: values.map((value) => cellOf(tidy(value), at)) };
}

function addTo(cell: Cell | undefined, text: string, { at }: Line): void {
	if (!cell || text === '') return;
	const marked = splitMarker(text);
	const last = cell.content.at(-1);
	if (marked?.marker === null)
		cell.content.push({ kind: 'item', text: marked.text, marker: null, depth: 0, at });
	else if (last) last.text += ` ${text}`;
	else cell.content.push(paragraph(text, at));
}
