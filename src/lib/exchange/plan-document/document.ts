/**
 * What every reader makes of a file: blocks in the order in which somebody would read them. Readers know formats and
 * nothing of plans; understand.ts knows plans and nothing of formats.
 */

/** Where a block begins: the line of the file (for Word and HTML: the block of text), from 1, and the page if known. */
export interface Place {
	line: number;
	page: number | null;
}

export interface Heading {
	kind: 'heading';
	/** 1 to 6 where the file says so. */
	level: number | null;
	text: string;
	at: Place;
}

export interface Paragraph {
	kind: 'paragraph';
	text: string;
	/** All of it is bold. */
	strong: boolean;
	/** It stands on a line of its own, with room around it: a heading may look like that. */
	alone: boolean;
	at: Place;
}

export interface Item {
	kind: 'item';
	text: string;
	/** The number or letter as printed ("1.", "(a)"), null for a bullet. */
	marker: string | null;
	/** 0 for an item, 1 for an item of an item, and so on. */
	depth: number;
	at: Place;
}

export interface Table {
	kind: 'table';
	rows: Row[];
	at: Place;
}

/** What belongs to the page and not to the text: page numbers, running headers, menus, the table of contents. */
export interface Furniture {
	kind: 'furniture';
	text: string;
	at: Place;
}

export interface Row {
	cells: Cell[];
	at: Place;
}

export interface Cell {
	/** The paragraphs and list items in it. */
	content: (Paragraph | Item)[];
	/** The cell goes on from the row above (a merged cell). */
	fromAbove: boolean;
	/** The cell goes on from the column before. */
	fromLeft: boolean;
}

export type Block = Heading | Paragraph | Item | Table | Furniture;

export interface PlanDocument {
	/** The title that the file carries outside its text, if any. */
	title: string | null;
	blocks: Block[];
}

export function paragraph(text: string, at: Place, more: Partial<Paragraph> = {}): Paragraph {
	return { kind: 'paragraph', text, strong: false, alone: false, at, ...more };
}

/** A cell that holds a plain text, '' for an empty one. */
export function cellOf(text: string, at: Place): Cell {
	return {
		content: text === '' ? [] : [paragraph(text, at)],
		fromAbove: false,
		fromLeft: false
	};
}

/** All that a cell says, on one line. */
export function textOf(cell: Cell | undefined): string {
	return (
		cell?.content
			.map((part) =>
				part.kind === 'item' && part.marker ? `${part.marker} ${part.text}` : part.text
			)
			.join(' ') ?? ''
	);
}

/** Blanks of every kind as one blank; what cannot be seen is gone. Line breaks and tabs count as blanks. */
export function tidy(text: string): string {
	return text
		.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}
