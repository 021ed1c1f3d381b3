/** Tables that lost their shape when they were copied: the headings of the columns, then every cell, a line for each. */
import { columnKind, headerKinds } from './columns';
import { cellOf, type Block, type Paragraph, type PlanDocument, type Row } from './document';
import { fieldIn } from './fields';
import { meaningOf } from './headings';

const MAX_COLUMNS = 12;

export function unflatten({ title, blocks }: PlanDocument): PlanDocument {
	const done: Block[] = [];
	for (let at = 0; at < blocks.length;) {
		const cells = flattened(blocks, at);
		const first = cells?.rows[0];
		if (cells && first) done.push({ kind: 'table', rows: cells.rows, at: first.at });
		else done.push(blocks[at] as Block);
		at += cells?.length ?? 1;
	}
	return { title, blocks: done };
}

/** The rows of a table that begins at a block, or null: as many cells as fill whole rows, and at least one row. */
function flattened(
	blocks: readonly Block[],
	start: number
): { rows: Row[]; length: number } | null {
	const header = headerFrom(blocks, start);
	const width = header.length;
	if (width < 2 || width > MAX_COLUMNS || new Set(header).size < width || !headerKinds(header))
		return null;
	const run = paragraphsFrom(blocks, start);
	const cells = run.slice(0, run.length - (run.length % width));
	if (run.length % width > 0 || cells.length <= width) return null;
	const rows = Array.from({ length: cells.length / width }, (_, row): Row => {
		const own = cells.slice(row * width, (row + 1) * width);
		const at = (own[0] as Paragraph).at;
		return { at, cells: own.map(({ text }) => cellOf(text, at)) };
	});
	return { rows, length: cells.length };
}

/** The names of columns that stand below each other from a block on. */
function headerFrom(blocks: readonly Block[], start: number): string[] {
	const names: string[] = [];
	for (let at = start; names.length <= MAX_COLUMNS; at++) {
		const block = blocks[at];
		if (block?.kind !== 'paragraph' || columnKind(block.text) === null || fieldIn(block.text))
			break;
		names.push(block.text);
	}
	return names;
}

function paragraphsFrom(blocks: readonly Block[], start: number): Paragraph[] {
	const run: Paragraph[] = [];
	for (let at = start; at < blocks.length; at++) {
		const block = blocks[at];
		if (block?.kind !== 'paragraph' || (run.length > 0 && endsTable(block))) break;
		run.push(block);
	}
	return run;
}

function endsTable({ text, strong }: Paragraph): boolean {
	const meaning = meaningOf(text);
	const named =
		meaning.kind === 'objective' || meaning.kind === 'theme' || meaning.kind === 'priority';
	return strong || (named && meaning.reference !== null);
}
