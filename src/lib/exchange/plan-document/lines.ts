/** A text file as lines, with what belongs to its pages told apart from its text. */
import type { Place } from './document';

export interface Line {
	/** Without blanks at both ends; tabs and runs of blanks inside are kept. '' for an empty line. */
	text: string;
	/** The same with the blanks in front: tabs there may be empty cells. */
	raw: string;
	/** Columns before the text; a tab counts as four. */
	indent: number;
	at: Place;
	/** A page number, a running header or footer. */
	furniture: boolean;
}

const PAGE_NUMBER =
	/^([-–—\s]*\d{1,3}[-–—\s]*|(page|pg\.?)\s*\|?\s*\d+(\s*(of|\/)\s*\d+)?|\d+\s*(of|\/)\s*\d+|\d+\s*\|\s*page|page\s*\|\s*\d+)$/i;

/** Every line of a text, numbered from 1; pages are counted where form feeds part them. */
export function linesOf(text: string): Line[] {
	const paged = text.includes('\f');
	let page = 1;
	const lines: Line[] = [];
	text
		.replace(/^\uFEFF/, '')
		.split(/\r\n|[\r\n\v\u0085\u2028\u2029]/)
		.forEach((whole, index) => {
			// A form feed stands before the first line of the next page, or alone.
			for (const [part, raw] of whole.split('\f').entries()) {
				if (part > 0) page++;
				const visible = raw
					.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
					.replace(/[^\S\t]/g, ' ');
				const indent = /^\s*/.exec(visible)?.[0].replaceAll('\t', '    ').length ?? 0;
				lines.push({
					text: visible.trim(),
					raw: visible.trimEnd(),
					indent,
					at: { line: index + 1, page: paged ? page : null },
					furniture: false
				});
			}
		});
	markFurniture(lines);
	return lines;
}

function markFurniture(lines: Line[]): void {
	const written = lines.filter(({ text }) => text !== '');
	const numbers = new Set(written.filter(({ text }) => PAGE_NUMBER.test(text)));
	// One number alone is no page number if it stands amid other text without a blank line.
	lines.forEach((line, at) => {
		if (numbers.has(line) && standsAlone(line, at, lines)) line.furniture = true;
	});
	const atEdges = written.filter((line, at) => isAtEdge(line, at, written));
	const seen = new Map<string, Line[]>();
	for (const line of atEdges) {
		const key = line.text.toLowerCase().replace(/\d+/g, '#');
		if (key.length <= 100 && !key.includes('\t'))
			seen
				.set(key, seen.get(key) ?? [])
				.get(key)
				?.push(line);
	}
	for (const same of seen.values())
		if (same.length >= 3)
			for (const line of same) line.furniture = !written.slice(0, 3).includes(line);
}

function standsAlone({ at, text }: Line, index: number, lines: readonly Line[]): boolean {
	if (/[a-z]/i.test(text)) return true;
	const empty = (line: Line | undefined) => !line || line.text === '' || line.at.page !== at.page;
	return empty(lines[index - 1]) || empty(lines[index + 1]);
}

/** Next to a page's begin or end, or to a page number. */
function isAtEdge(line: Line, index: number, written: readonly Line[]): boolean {
	if (line.furniture) return false;
	return [-2, -1, 1, 2].some((away) => {
		const other = written[index + away];
		return !other || other.furniture || other.at.page !== line.at.page;
	});
}
