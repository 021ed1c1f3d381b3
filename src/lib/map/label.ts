/** A line of writing in a ward: its baseline `y` and its box are measured from the ward's centre. */
export interface LabelLine {
	text: string;
	kind: 'name' | 'figure';
	/** Font size in pixels. */
	size: number;
	y: number;
	box: Box;
}

/** A box centred left to right, in pixels from the ward's centre, y down. */
export interface Box {
	width: number;
	top: number;
	bottom: number;
}

/** What is to be written in a ward. */
export interface LabelText {
	name: string;
	/** The figure as it should be and, if there is no room, as it may be: "under 5", "<5". */
	figures: readonly string[];
	/** Font sizes in pixels. */
	nameSize: number;
	figureSize: number;
}

/**
 * The fullest writing for which there is room: the whole name, part of it, a shorter form, or the
 * figure alone; nothing when not even that fits.
 *
 * @param fits whether there is room for a line
 * @param taken short names that other wards have; the one that is used here is added
 */
export function fitLabel(
	{ name, figures, nameSize, figureSize }: LabelText,
	fits: (box: Box) => boolean,
	taken: Set<string>
): LabelLine[] {
	for (const nameLines of nameForms(name)) {
		const short = nameLines.join(' ');
		if (short !== '' && taken.has(short)) continue;
		for (const figure of figures) {
			const lines = layLines([
				...nameLines.map((text) => ({ text, kind: 'name' as const, size: nameSize })),
				{ text: figure, kind: 'figure' as const, size: figureSize }
			]);
			if (!lines.every(({ box }) => fits(box))) continue;
			if (short !== '') taken.add(short);
			return lines;
		}
	}
	return [];
}

/**
 * Ways to write a ward's name, the fullest first, each split into one or two lines: the whole name,
 * the part before "&", words cut short ("Black. Leys"), initials, and no name at all.
 */
export function nameForms(name: string): string[][] {
	const whole = name
		.trim()
		.replace(/\band\b/gi, '&')
		.split(/\s+/);
	const main =
		name
			.split(/\s+(?:&|and)\s+|,/i)[0]
			?.trim()
			.split(/\s+/) ?? whole;
	const cut = [8, 7, 6, 5, 4, 3].map((letters) => main.map((word) => cutShort(word, letters)));
	const initials = main.length > 1 ? [[main.map((word) => word.charAt(0)).join('')]] : [];
	const forms = [whole, main, ...cut].flatMap(inLines);
	return [...withoutRepeats([...forms, ...initials]), []];
}

/** "Littlemore" in 7 letters is "Littlem.": never cut after a vowel, and never to save one letter. */
function cutShort(word: string, letters: number): string {
	if (word.length <= letters + 1) return word;
	return `${word.slice(0, letters).replace(/[^\p{L}]+$|(?<=..)[aeiou]+$/u, '')}.`;
}

/** The words on one line or on two, the evener the better. */
function inLines(words: string[]): string[][] {
	const breaks = words.slice(1).map((_, index) => index + 1);
	const inTwo = breaks
		.map((at) => [words.slice(0, at).join(' '), words.slice(at).join(' ')])
		.filter(([, second]) => second !== '&')
		.sort((a, b) => widest(a) - widest(b));
	return [[words.join(' ')], ...inTwo.slice(0, 1)];
}

function withoutRepeats(forms: string[][]): string[][] {
	const seen = new Set<string>();
	return forms.filter((lines) => {
		const key = lines.join('\n');
		return !seen.has(key) && seen.add(key);
	});
}

function widest(lines: readonly string[]): number {
	return Math.max(...lines.map(textWidth));
}

/** Line height; writing this small reads best close together. */
const LEADING = 1.08;
/** Height of a capital letter or a figure. */
const CAPITAL = 0.72;

/** Sets lines under each other, the block of them centred. */
function layLines(lines: Pick<LabelLine, 'text' | 'kind' | 'size'>[]): LabelLine[] {
	const height = lines.reduce((sum, { size }) => sum + size * LEADING, 0);
	let top = -height / 2;
	return lines.map((line) => {
		const slack = (line.size * (LEADING - CAPITAL)) / 2;
		const baseline = top + slack + line.size * CAPITAL;
		const box = {
			width: textWidth(line.text) * line.size,
			top: top + slack,
			bottom: baseline
		};
		top += line.size * LEADING;
		return { ...line, y: baseline, box };
	});
}

/** The systems' sans-serif fonts differ; writing may come out this much wider than Arial's. */
const FONT_TOLERANCE = 1.08;

/** How wide a text is in a bold sans-serif, in its own font size (em), on the generous side. */
export function textWidth(text: string): number {
	let width = 0;
	for (const letter of text) width += letterWidth(letter);
	return width * FONT_TOLERANCE;
}

/** Arial Bold's widths, in steps. */
function letterWidth(letter: string): number {
	if (/[ijlI.,:;'’|!\s]/.test(letter)) return 0.3;
	if (/[frt()\-/[\]]/.test(letter)) return 0.37;
	if (/[mMWw@]/.test(letter)) return 0.88;
	if (/[A-Z&]/.test(letter)) return 0.72;
	return 0.6;
}
