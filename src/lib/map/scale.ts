/** One ward's figure: null with `suppressed` is hidden, null without is missing. */
export interface WardValue {
	code: string;
	value: number | null;
	/** The figure in words, e.g. "12 contacts". */
	label: string;
	suppressed: boolean;
}

/** How figures become colours, and the words of the legend. */
export interface MapScale {
	/** What the map shows, e.g. "Contacts". */
	title: string;
	/** The lowest figure of each class above zero, ascending; at most 5 (see `stepsFor`). */
	steps: readonly number[];
	/** Said of zero, e.g. "No contact". */
	zero?: string;
	/** Said where there is no figure, e.g. "No figure". */
	none?: string;
	/** Writes a figure; with the separators of British English unless given. */
	format?: (figure: number) => string;
	/** Figures lie between whole numbers too. */
	continuous?: boolean;
}

const inDigits = (figure: number) => figure.toLocaleString('en-GB');

/** How a ward is filled: one of five colours from light to dark, or as one of three other cases. */
export type Fill = 1 | 2 | 3 | 4 | 5 | 'zero' | 'none' | 'hidden';

/** One line of the legend. */
export interface LegendEntry {
	fill: Fill;
	words: string;
	wards: number;
}

const COLOURS = 5;

/**
 * Lower bounds for up to five classes with about as many wards in each (quantiles), brought down to
 * round numbers. Zeros and missing figures are classes of their own and do not count.
 */
export function stepsFor(values: readonly Pick<WardValue, 'value'>[]): number[] {
	const figures = values
		.map(({ value }) => value ?? 0)
		.filter((value) => value > 0)
		.sort((a, b) => a - b);
	const bounds = [0, 1, 2, 3, 4].map((fifth) =>
		roundDown(figures[Math.floor((fifth * figures.length) / COLOURS)] ?? 0)
	);
	return [...new Set(bounds)].filter((bound) => bound > 0);
}

/** Down to a multiple of half its power of ten: 0.37 is 0.35, 7 stays, 23 is 20, 143 is 100, 178 is 150. */
function roundDown(value: number): number {
	if (value <= 0) return 0;
	const step = 10 ** Math.floor(Math.log10(value)) / 2;
	// What binary fractions leave behind is far below the third digit.
	return Number((Math.floor(value / step) * step).toPrecision(3));
}

/** How to fill a ward with this figure; without one at all it is `none`. */
export function fillOf(value: WardValue | undefined, steps: readonly number[]): Fill {
	if (value?.suppressed) return 'hidden';
	if (typeof value?.value !== 'number') return 'none';
	const figure = value.value;
	if (figure <= 0) return 'zero';
	const step = steps.filter((bound) => bound <= figure).length;
	return colourOf(Math.max(0, step - 1), steps.length);
}

/** Fewer classes than colours are drawn far apart: of two, the lightest and the darkest. */
function colourOf(step: number, steps: number): Fill {
	const share = steps > 1 ? step / (steps - 1) : 0.5;
	return (1 + Math.round(share * (COLOURS - 1))) as Fill;
}

/** What is written in a ward, the full form and, for want of room, a shorter one. */
export function figuresOf(value: WardValue | undefined, format = inDigits): string[] {
	// "*" is how official statistics mark a figure that is held back.
	if (value?.suppressed) return ['held back', '*'];
	return [typeof value?.value === 'number' ? format(value.value) : '–'];
}

/** The legend: zero, every class from light to dark, and what is hidden or missing, if anything. */
export function legendOf(values: readonly WardValue[], scale: MapScale): LegendEntry[] {
	const { steps, zero = '0', none = 'No figure', format = inDigits, continuous = false } = scale;
	const entry = (fill: Fill, words: string) => ({
		fill,
		words,
		wards: values.filter((value) => fillOf(value, steps) === fill).length
	});
	return [
		entry('zero', zero),
		...steps.map((bound, index) =>
			entry(colourOf(index, steps.length), range(bound, steps[index + 1], format, continuous))
		),
		entry('hidden', 'Held back, to protect people'),
		entry('none', none)
	].filter(({ fill, wards }) => typeof fill === 'number' || wards > 0);
}

function range(
	from: number,
	next: number | undefined,
	format: (figure: number) => string,
	continuous: boolean
): string {
	const start = format(from);
	if (next === undefined) return `${start} or more`;
	if (continuous) return `${start} to under ${format(next)}`;
	return next - 1 === from ? start : `${start} to ${format(next - 1)}`;
}
