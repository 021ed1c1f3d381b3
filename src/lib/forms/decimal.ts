/** Numbers as people type them: "1,200", "1 200", "12.5", "12,5", "64%". A field's value is the text as typed; '' is nothing. */

/** The number in a text; null for nothing entered, NaN for anything that is not a number. */
export function readDecimal(text: string): number | null {
	const bare = text
		.trim()
		.replace(/\s*%$/, '')
		// Between thousands; before fewer than three digits at the end a comma is a decimal point.
		.replace(/(?<=\d)[,\s](?=\d{3}(?!\d))/g, '')
		.replace(/^(-?\d+),(\d{1,2})$/, '$1.$2');
	if (bare === '') return null;
	return /^-?(\d+(\.\d+)?|\.\d+)$/.test(bare) ? Number(bare) : NaN;
}
