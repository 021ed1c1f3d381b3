/** A page of a website, or what a word processor made of its document, as blocks. */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import {
	paragraph,
	tidy,
	type Block,
	type Cell,
	type Item,
	type Paragraph,
	type PlanDocument,
	type Row
} from './document';
import { headerKinds } from './columns';
import { splitMarker } from './markers';
import { PlanFileError } from './plan-file-error';

/** Never text. */
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'img', 'iframe', 'head']);
/** Text that belongs to the website. */
const FURNITURE = new Set(['nav', 'footer', 'aside', 'button', 'dialog', 'label', 'select']);
const BLOCKS = new Set(
	'address article blockquote body center dd details div dl dt fieldset figure figcaption form h1 h2 h3 h4 h5 h6 hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
		' '
	)
);
/** Line breaks survive the tidying of blanks as this. */
const BREAK = '\n';

/**
 * @param source HTML, whole or in part; broken HTML is read as browsers do (parse5)
 * @throws PlanFileError when it is no document
 */
export function readHtml(source: string): PlanDocument {
	const reader = new HtmlReader();
	const root = parse(source);
	try {
		reader.read(root);
	} catch (error) {
		// The stack is full: thousands of elements within each other are no document that anybody wrote.
		if (error instanceof RangeError)
			throw new PlanFileError(
				'This page is built in a way that cannot be read. Copy its text, and paste it.'
			);
		throw error;
	}
	const title = find(root, 'title');
	return { title: title ? tidy(rawText(title)) || null : null, blocks: reader.blocks };
}

class HtmlReader {
	blocks: Block[] = [];
	private line = 0;
	private depth = -1;
	private insideMain = false;

	private place() {
		return { line: ++this.line, page: null };
	}

	/** Reads what is inside a node, gathering loose text between block elements into paragraphs. */
	read(node: Tree.ParentNode): void {
		let loose: Tree.ChildNode[] = [];
		const flush = () => {
			this.text(loose);
			loose = [];
		};
		for (const child of node.childNodes) {
			if (isElement(child) && (BLOCKS.has(child.tagName) || FURNITURE.has(child.tagName))) {
				flush();
				this.element(child);
			} else if (isElement(child) && containsBlock(child)) {
				flush();
				this.read(child);
			} else loose.push(child);
		}
		flush();
	}

	private element(element: Tree.Element): void {
		const { tagName } = element;
		if (FURNITURE.has(tagName) && !this.insideMain) return this.furniture(element);
		const heading = /^h([1-6])$/.exec(tagName);
		if (heading) {
			const text = tidy(inlineText([element]));
			if (text)
				this.blocks.push({ kind: 'heading', level: Number(heading[1]), text, at: this.place() });
		} else if (tagName === 'summary' || tagName === 'dt' || tagName === 'legend')
			this.strong(element);
		else if (tagName === 'ul' || tagName === 'ol') this.list(element);
		else if (tagName === 'table') this.table(element);
		else if (tagName === 'main') {
			this.insideMain = true;
			this.read(element);
			this.insideMain = false;
		} else this.read(element);
	}

	private furniture(element: Tree.Element): void {
		const text = tidy(rawText(element));
		if (text) this.blocks.push({ kind: 'furniture', text, at: this.place() });
	}

	private strong(element: Tree.Element): void {
		const text = tidy(inlineText([element]));
		if (text) this.blocks.push(paragraph(text, this.place(), { strong: true, alone: true }));
	}

	/** Loose text: a paragraph, or the list that somebody typed with bullets and line breaks. */
	private text(nodes: Tree.ChildNode[]): void {
		const raw = inlineText(nodes);
		if (tidy(raw) === '') return;
		this.blocks.push(...paragraphsOf(raw, () => this.place(), isStrong(nodes)));
	}

	private list(list: Tree.Element): void {
		this.depth++;
		let number = Number(attribute(list, 'start') ?? 1);
		for (const child of list.childNodes) {
			if (!isElement(child)) continue;
			if (child.tagName === 'ul' || child.tagName === 'ol') this.list(child);
			else if (child.tagName === 'li')
				this.item(child, list.tagName === 'ol' ? `${number++}.` : null);
			else this.element(child);
		}
		this.depth--;
	}

	/** An item: its first text; what follows in it is beneath it. */
	private item(element: Tree.Element, marker: string | null): void {
		const inside = new HtmlReader();
		inside.line = this.line;
		inside.depth = this.depth;
		inside.insideMain = true;
		inside.read(element);
		this.line = inside.line;
		const [first, ...rest] = inside.blocks;
		if (!first) return;
		if (first.kind !== 'paragraph') return void this.blocks.push(...inside.blocks);
		// A bold item with a list in it is that list's heading.
		if (first.strong && rest.some(({ kind }) => kind === 'item')) {
			const raised = rest.map((block) =>
				block.kind === 'item' ? { ...block, depth: block.depth - inside.depth - 1 } : block
			);
			return void this.blocks.push(first, ...raised);
		}
		const typed = splitMarker(first.text);
		this.blocks.push({
			kind: 'item',
			text: typed ? typed.text : first.text,
			marker: typed ? typed.marker : marker,
			depth: this.depth,
			at: first.at
		});
		for (const block of rest)
			this.blocks.push(
				block.kind === 'paragraph'
					? { kind: 'item', text: block.text, marker: null, depth: this.depth + 1, at: block.at }
					: block
			);
	}

	private table(table: Tree.Element): void {
		const caption = find(table, 'caption');
		if (caption) this.strong(caption);
		const lines = rowsOf(table);
		const headed = lines
			.slice(0, 4)
			.some((row) => headerKinds(cellsOf(row).map((cell) => tidy(rawText(cell)))));
		const nested = !headed && lines.some((row) => cellsOf(row).some((cell) => find(cell, 'table')));
		const single = lines.every((row) => cellsOf(row).length < 2);
		// A table that only lays out the page, or a box: what is inside is read as if it stood alone.
		if (nested || single) {
			for (const row of lines) for (const cell of cellsOf(row)) this.read(cell);
			return;
		}
		const at = { line: this.line + 1, page: null };
		const rows: Row[] = [];
		let above: (Held | undefined)[] = [];
		for (const line of lines) {
			const row = this.row(line, above);
			above = row.held;
			if (row.cells.some(({ content }) => content.length > 0)) rows.push(row);
		}
		if (rows.length > 0) this.blocks.push({ kind: 'table', rows, at });
	}

	/** One row, with merged cells told in every column and row that they cover. */
	private row(line: Tree.Element, above: readonly (Held | undefined)[]) {
		const at = this.place();
		const cells: Cell[] = [];
		const held: (Held | undefined)[] = [];
		const takeHeld = () => {
			for (let from = above[cells.length]; from && from.rows > 0; from = above[cells.length]) {
				held[cells.length] = { cell: from.cell, rows: from.rows - 1 };
				cells.push({ ...from.cell, fromAbove: true });
			}
		};
		for (const element of cellsOf(line)) {
			takeHeld();
			const inside = new HtmlReader();
			inside.insideMain = true;
			inside.read(element);
			const content = inside.blocks.flatMap((block) => cellContent(block, at));
			const rows = span(element, 'rowspan') - 1;
			for (
				let column = span(element, 'colspan'), first = true;
				column > 0;
				column--, first = false
			) {
				const cell = { content, fromAbove: false, fromLeft: !first };
				held[cells.length] = { cell, rows };
				cells.push(cell);
			}
		}
		takeHeld();
		return { cells, at, held };
	}
}

/** A merged cell that goes on for some rows. */
interface Held {
	cell: Cell;
	rows: number;
}

function cellContent(block: Block, at: Row['at']): (Paragraph | Item)[] {
	if (block.kind === 'table')
		return block.rows.flatMap(({ cells }) => cells.flatMap(({ content }) => content));
	if (block.kind === 'item' || block.kind === 'paragraph') return [{ ...block, at }];
	return [paragraph(block.text, at, { strong: true })];
}

/** A text with line breaks in it: typed bullets become items, other breaks are blanks. */
function paragraphsOf(raw: string, place: () => Row['at'], strong: boolean): (Paragraph | Item)[] {
	const lines = raw.split(BREAK).map(tidy).filter(Boolean);
	const blocks: (Paragraph | Item)[] = [];
	for (const line of lines) {
		const typed = splitMarker(line);
		const last = blocks.at(-1);
		// A number at the start of a paragraph of its own may be a heading's; among line breaks it is a list's.
		if (typed && (typed.marker === null || lines.length > 1))
			blocks.push({ kind: 'item', ...typed, depth: 0, at: place() });
		else if (last) last.text += ` ${line}`;
		else blocks.push(paragraph(line, place(), { strong, alone: true }));
	}
	return blocks;
}

function isElement(node: Tree.Node): node is Tree.Element {
	return 'tagName' in node;
}

function attribute(element: Tree.Element, name: string): string | undefined {
	return element.attrs.find((each) => each.name === name)?.value;
}

/** How many columns or rows a cell covers; more than a page has is somebody's mistake. */
function span(element: Tree.Element, name: string): number {
	return Math.min(200, Math.max(1, Number.parseInt(attribute(element, name) ?? '1', 10) || 1));
}

function find(node: Tree.ParentNode, tagName: string): Tree.Element | null {
	for (const child of node.childNodes) {
		if (!isElement(child)) continue;
		const found = child.tagName === tagName ? child : find(child, tagName);
		if (found) return found;
	}
	return null;
}

function containsBlock(element: Tree.Element): boolean {
	if (SILENT.has(element.tagName)) return false;
	return element.childNodes.some(
		(child) =>
			isElement(child) &&
			(BLOCKS.has(child.tagName) || FURNITURE.has(child.tagName) || containsBlock(child))
	);
}

/** The rows of a table, not those of tables inside it. */
function rowsOf(table: Tree.Element): Tree.Element[] {
	return table.childNodes
		.filter(isElement)
		.flatMap((child) =>
			child.tagName === 'tr'
				? [child]
				: /^t(head|body|foot)$/.test(child.tagName)
					? rowsOf(child)
					: []
		);
}

function cellsOf(row: Tree.Element): Tree.Element[] {
	return row.childNodes.filter(isElement).filter(({ tagName }) => /^t[dh]$/.test(tagName));
}

/** Text as it reads on a line: blanks of the source are one, `br` is a break. */
function inlineText(nodes: readonly Tree.Node[]): string {
	return nodes
		.map((node) => {
			if ('value' in node) return node.value.replace(/\s+/g, ' ');
			if (!isElement(node) || SILENT.has(node.tagName)) return '';
			if (node.tagName === 'br') return BREAK;
			// A footnote's number is not part of the sentence.
			if (node.tagName === 'sup' && /^\s*\[?\d+\]?\s*$/.test(rawText(node))) return '';
			return inlineText(node.childNodes);
		})
		.join('');
}

function rawText(node: Tree.ParentNode): string {
	return node.childNodes
		.map((child) => {
			if ('value' in child) return child.value;
			return isElement(child) && !SILENT.has(child.tagName) ? ` ${rawText(child)} ` : '';
		})
		.join('');
}

/** All of the text is bold. */
function isStrong(nodes: readonly Tree.Node[]): boolean {
	return nodes.every((node) => {
		if ('value' in node) return node.value.trim() === '';
		if (!isElement(node)) return true;
		return (
			/^(strong|b)$/.test(node.tagName) || tidy(rawText(node)) === '' || isStrong(node.childNodes)
		);
	});
}
