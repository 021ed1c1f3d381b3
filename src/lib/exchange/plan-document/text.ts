/** Plain text and Markdown as blocks: wrapped lines are joined, bullets and numbers become items, columns tables. */
import {
	paragraph,
	tidy,
	type Block,
	type Item,
	type Paragraph,
	type PlanDocument
} from './document';
import { linesOf, type Line } from './lines';
import { markerKind, splitMarker } from './markers';
import { isRule, tableAt, type TextTable } from './text-tables';

/** A page is not wider than this; longer lines are paragraphs that nobody wrapped. */
const WIDEST_PAGE = 140;
/** Nor narrower: lines that all are shorter end where they do for another reason. */
const NARROWEST_PAGE = 40;

export function readText(text: string): PlanDocument {
	const lines = linesOf(text);
	return { title: null, blocks: new TextReader(lines).blocks() };
}

class TextReader {
	private readonly done: Block[] = [];
	/** The paragraph or item that the next line may go on with, and the line that was last put into it. */
	private open: Paragraph | Item | null = null;
	private last: Line | null = null;
	private gap = true;
	private lastTable: TextTable | null = null;
	/** Kinds of markers of the list being read, outermost first, with their indents. */
	private levels: { kind: string; indent: number }[] = [];
	private readonly width: number;

	constructor(private readonly lines: readonly Line[]) {
		this.width = pageWidth(lines);
	}

	blocks(): Block[] {
		for (let at = 0; at < this.lines.length;) at += this.take(at);
		return this.done;
	}

	/** Reads the block or line that begins at a line, and says how many lines it took. */
	private take(at: number): number {
		const line = this.lines[at] as Line;
		if (line.text === '') {
			this.gap = true;
			return 1;
		}
		if (line.furniture) {
			this.furniture(line);
			this.gap = true;
			return 1;
		}
		return (
			this.underlined(at) ?? this.markdownHeading(line) ?? this.table(at) ?? this.textLine(line, at)
		);
	}

	private push(block: Block): void {
		this.done.push(block);
		this.open = block.kind === 'paragraph' || block.kind === 'item' ? block : null;
		if (block.kind !== 'item') this.levels = [];
	}

	private furniture({ text, at }: Line): void {
		this.done.push({ kind: 'furniture', text: tidy(text), at });
	}

	private underlined(at: number): number | null {
		const line = this.lines[at] as Line;
		const next = this.lines[at + 1];
		if (isRule(line)) {
			this.open = null;
			this.gap = true;
			return 1;
		}
		if (
			!next ||
			!/^([=\-_~*])\1{2,}$/.test(next.text) ||
			!this.gap ||
			splitMarker(line.text)?.marker === null
		)
			return null;
		if (line.text.length > 120 || line.text.includes('\t') || line.text.includes('|')) return null;
		this.push({ kind: 'heading', level: null, text: plain(line.text), at: line.at });
		this.gap = true;
		return 2;
	}

	private markdownHeading(line: Line): number | null {
		const match = /^(#{1,6})\s+(.+?)\s*#*$/.exec(line.text);
		if (!match?.[1] || !match[2]) return null;
		this.push({ kind: 'heading', level: match[1].length, text: plain(match[2]), at: line.at });
		this.gap = true;
		return 1;
	}

	private table(at: number): number | null {
		const table = tableAt(this.lines, at, this.lastTable);
		if (!table) return null;
		this.lastTable = table;
		this.push({ kind: 'table', rows: table.rows, at: (this.lines[at] as Line).at });
		for (const line of this.lines.slice(at, at + table.length))
			if (line.furniture) this.furniture(line);
		this.gap = true;
		return table.length;
	}

	private textLine(line: Line, at: number): number {
		const marked = splitMarker(line.text);
		const strong = /^(\*\*|__)(.+)\1:?$/.exec(line.text);
		if (strong?.[2]) this.push(paragraph(plain(strong[2]), line.at, { strong: true, alone: true }));
		else if (marked || /^[•·▪●o*–-]$/.test(line.text))
			this.push({
				kind: 'item',
				text: plain(marked?.text ?? ''),
				marker: marked?.marker ?? null,
				depth: this.depthOf(line),
				at: line.at
			});
		else if (this.open && this.goesOn(this.open, line))
			this.open.text = this.open.text
				? joined(this.open.text, this.last?.text ?? '', plain(line.text))
				: plain(line.text);
		else {
			const alone = this.gap && (this.lines[at + 1]?.text ?? '') === '';
			this.push(paragraph(plain(line.text), line.at, { alone }));
		}
		this.last = line;
		this.gap = false;
		return 1;
	}

	/** Items of one kind are on one level; a kind not seen yet is beneath the one before. Indents decide first. */
	private depthOf(line: Line): number {
		const kind = markerKind(line.text);
		let known = this.levels.findIndex(
			(level) => level.kind === kind && level.indent === line.indent
		);
		if (known < 0) known = this.levels.findIndex(({ indent }) => indent > line.indent);
		if (known < 0)
			known = this.levels.findIndex(
				(level) => level.kind === kind && Math.abs(level.indent - line.indent) < 2
			);
		if (known < 0)
			known =
				/^1/.test(kind) && this.levels.some((level) => /^[ai]$/.test(level.kind))
					? 0
					: this.levels.length;
		this.levels = [...this.levels.slice(0, known), { kind, indent: line.indent }];
		return known;
	}

	/** Whether a line goes on with the sentence before it. */
	private goesOn(open: Paragraph | Item, line: Line): boolean {
		// A bullet on a line of its own, its text on the next.
		if (open.text === '') return true;
		const before = this.last;
		if (!before) return false;
		const startsLow = /^[a-z(&£“‘'"]/.test(line.text) && !/^["“‘'(][A-Z]/.test(line.text);
		const full = this.width > 0 && isFull(before, line, this.width);
		// The line, not the text so far, which may be long: a paragraph of many lines would take their square.
		const finished = /[.!?:;]["”’)]?$/.test(before.text.slice(-2));
		// "Lead: Head of Housing" and "Objective: Fair pay" begin something.
		if (/^[A-Z]\w*( \w+){0,2}:\s/.test(line.text) && open.kind === 'paragraph') return false;
		// Over a page's end or between the lines of a double-spaced text.
		if (this.gap) return full && startsLow && !finished;
		if (open.kind === 'item' && line.indent > before.indent && line.indent >= 2) return true;
		if (
			open.kind === 'item' &&
			before.at !== open.at &&
			line.indent === before.indent &&
			line.indent >= 2
		)
			return true;
		// Centred lines, and a heading above a text that is set in.
		if (open.kind === 'paragraph' && Math.abs(line.indent - before.indent) > 4) return false;
		if (full) return true;
		const unfinished = startsLow && !finished && open.text.length > 25;
		if (this.width === 0)
			return open.kind === 'item' && unfinished && open.text.length < WIDEST_PAGE;
		return unfinished || /[,–-]$|\b(and|or|of|the|to|with|for|in|a|by)$/.test(before.text);
	}
}

/**
 * The width at which the lines of a text were broken, 0 for a text with a line for each paragraph. Lines that follow
 * each other without a gap tell: in a broken text most of them are as long as they could be.
 */
function pageWidth(lines: readonly Line[]): number {
	const prose = (line: Line | undefined): line is Line =>
		line !== undefined &&
		line.text !== '' &&
		!line.furniture &&
		!/\t|\||\S {3,}\S|\.{4,}/.test(line.text);
	const ends = lines
		.filter(prose)
		.map(endOf)
		.sort((a, b) => a - b);
	const usual = ends[Math.floor(ends.length * 0.95)] ?? 0;
	const width = ends.findLast((end) => end <= Math.max(usual, 40)) ?? 0;
	if (width < NARROWEST_PAGE || width > WIDEST_PAGE) return 0;
	const pairs = lines.flatMap((line, at): [Line, Line][] => {
		const next = lines[at + 1];
		return prose(line) && prose(next) && !splitMarker(next.text) ? [[line, next]] : [];
	});
	const full = pairs.filter(([line, next]) => isFull(line, next, width));
	const broken = pairs.filter(
		(pair) => full.includes(pair) || (/^[a-z]/.test(pair[1].text) && !/[.!?:;]$/.test(pair[0].text))
	);
	// Broken sentences mostly go on with a small letter; long items of a list do not.
	const low = full.filter(([, next]) => /^[a-z(]/.test(next.text));
	return low.length * 3 >= full.length && full.length > 0 && broken.length * 2 >= pairs.length
		? width
		: 0;
}

function endOf({ text, indent }: Line): number {
	return indent + text.length;
}

/** The next word had no room on the line before; letters of a printed page are not all of one width. */
function isFull(line: Line, next: Line, width: number): boolean {
	const word = /^\S+/.exec(next.text)?.[0].length ?? 0;
	return endOf(line) + 1 + word > width * 0.93;
}

/** A word that was broken at a line's end comes together again. */
function joined(before: string, lastLine: string, after: string): string {
	return /[a-z]-$/.test(lastLine) && /^[a-z]/.test(after)
		? `${before}${after}`
		: `${before} ${after}`;
}

/** Without Markdown's signs for bold, links, quotations and boxes to tick. */
function plain(text: string): string {
	return tidy(
		text
			.replace(/(?:\*\*(?=\S)([^*]+)(?<=\S)\*\*|__(?=\S)([^_]+)(?<=\S)__)/g, '$1$2')
			.replace(/^(>\s*)+|^\[[ x]\]\s+/i, '')
			.replace(/\[([^[\]]+)\]\((?:https?:|\/|#)[^)]*\)/g, '$1')
	);
}
