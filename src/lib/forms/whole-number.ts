/** Whole numbers as people type them: "1,200", " 6 ". A number field's value is the text as typed; '' is nothing. */

/** The number in a text; null for nothing entered, NaN for anything that is not a whole number. */
export function readWholeNumber(text: string): number | null {
	const bare = text.trim().replace(/(?<=\d)[,\s](?=\d{3}\b)/g, '');
	if (bare === '') return null;
	return /^-?\d+$/.test(bare) ? Number(bare) : NaN;
}

/** The text after pressing plus or minus: never outside `min` and `max`; what is not a number starts from `min`. */
export function stepped(
	text: string,
	by: 1 | -1,
	{ min, max }: { min: number; max: number }
): string {
	const now = readWholeNumber(text);
	const next = now === null || Number.isNaN(now) ? (by > 0 ? min + 1 : min) : now + by;
	return String(Math.min(max, Math.max(min, next)));
}
