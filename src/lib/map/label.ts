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
	/** The figure as it should be and, if there is no room, as it may be: "held back", "*". */
	figures: readonly string[];
	/** Font sizes in pixels. */
	nameSize: number;
	figureSize: number;
	/** Words of the name are cut down to this many letters, if need be. */
	leastLetters: number;
}

/**
 * The fullest writing for which there is room: the whole name, part of it, a shorter form, or the
 * figure alone; nothing when not even that fits.
 *
 * @param fits whether there is room for a line
 * @param taken short names that other wards have; the one that is used here is added
 */
export function fitLabel(
	text: LabelText,
	fits: (box: Box) => boolean,
	taken: Set<string>
): LabelLine[] {
	for (const nameLines of nameForms(text.name, text.leastLetters)) {
		const short = nameLines.join(' ');
		if (short !== '' && taken.has(short)) continue;
		for (const figure of text.figures) {
			const lines = layLines([
				...nameLines.map((name) => nameLine(name, text.nameSize)),
				figureLine(figure, text.figureSize)
			]);
			if (!lines.every(({ box }) => fits(box))) continue;
			if (short !== '') taken.add(short);
			return lines;
		}
	}
	return [];
}

/**
 * Ways to write a ward's name, the fullest first, each on one line or two: the whole name, the part
 * before "&", words cut short ("Blackb. Leys"), initials where words may be that short, no name.
 */
export function nameForms(name: string, leastLetters: number): string[][] {
	const whole = wordsIn(name.replace(/\band\b/gi, '&'));
	if (whole.length === 0) return [[]];
	const end = whole.indexOf('&');
	const main = end > 0 ? whole.slice(0, end) : whole;
	const lengths = [8, 7, 6, 5, 4, 3].filter((letters) => letters >= leastLetters);
	const cut = lengths.map((letters) => main.map((word) => cutShort(word, letters)));
	const initials = main.map((word) => word.charAt(0)).join('');
	return withoutRepeats([
		...[whole, main, ...cut].flatMap(inLines),
		...(leastLetters <= 3 && main.length > 1 ? [[initials]] : []),
		[]
	]);
}

function wordsIn(name: string): string[] {
	return name.split(/\s+/).filter((word) => word !== '');
}

/** "Summertown" in 5 letters is "Summ.": it reads better cut after a consonant. */
function cutShort(word: string, letters: number): string {
	if (word.length <= letters + 1) return word;
	return `${word.slice(0, letters).replace(/(?<=...)[aeiou]+$|[^\p{L}]+$/u, '')}.`;
}

/** The words on one line, and on two as even as can be. */
function inLines(words: string[]): string[][] {
	const inTwo = words
		.slice(1)
		.map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')])
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

type UnplacedLine = Pick<LabelLine, 'text' | 'kind' | 'size'> & { width: number };

/** The systems' sans-serif fonts differ: writing may come out this much wider than reckoned. */
const FONT_TOLERANCE = 1.08;
/** A figure is bold, and so wider than a name. */
const BOLD = 1.12;
/** Words in place of a figure ("held back") are smaller than figures are. */
const WORDS = 0.72;

function nameLine(text: string, size: number): UnplacedLine {
	return { text, kind: 'name', size, width: textWidth(text) * size };
}

function figureLine(text: string, figureSize: number): UnplacedLine {
	const size = /\p{L}/u.test(text) ? figureSize * WORDS : figureSize;
	return { text, kind: 'figure', size, width: textWidth(text) * size * BOLD };
}

/** Line height; writing this small reads best close together. */
const LEADING = 1.08;
/** Height of a capital letter or a figure. */
const CAPITAL = 0.72;

/** Sets lines under each other, the block of them centred. */
function layLines(lines: UnplacedLine[]): LabelLine[] {
	const height = lines.reduce((sum, { size }) => sum + size * LEADING, 0);
	let top = -height / 2;
	return lines.map(({ width, ...line }) => {
		const slack = (line.size * (LEADING - CAPITAL)) / 2;
		const baseline = top + slack + line.size * CAPITAL;
		const box = { width, top: top + slack, bottom: baseline };
		top += line.size * LEADING;
		return { ...line, y: baseline, box };
	});
}

/** How wide a text is in a sans-serif, in its own font size (em), on the generous side. */
export function textWidth(text: string): number {
	let width = 0;
	for (const letter of text) width += letterWidth(letter);
	return width * FONT_TOLERANCE;
}

/** About the widths of Arial, in steps. */
function letterWidth(letter: string): number {
	if (/[ijlI.,:;'’|!\s]/.test(letter)) return 0.3;
	if (/[frt()\-/[\]]/.test(letter)) return 0.37;
	if (/[mMWw@]/.test(letter)) return 0.88;
	if (/[A-Z&<]/.test(letter)) return 0.72;
	return 0.6;
}
