/** A piece of a text, in UTF-16 units: `text.slice(start, end)`. */
export interface Span {
	start: number;
	end: number;
}

/** The spans that a pattern matches, or those of its group named `it`, where they pass a test. */
export function spansOf(
	text: string,
	pattern: RegExp,
	passes: (span: Span, match: RegExpExecArray) => boolean
): Span[] {
	return [...text.matchAll(pattern)]
		.map((match) => {
			const it = match.groups?.it ?? match[0];
			const start = match.index + match[0].lastIndexOf(it);
			return { span: { start, end: start + it.length }, match };
		})
		.filter(({ span, match }) => passes(span, match))
		.map(({ span }) => span);
}

/** The text before a span, at most `length` characters of it, of the same sentence as far as one can tell. */
export function wordsBefore(text: string, { start }: Span, length: number): string {
	const words = text.slice(Math.max(0, start - length), start);
	return words.split(/[!?\n]|(?<=\w{3})\.\s+(?=[A-Z])/).at(-1) ?? '';
}

/** The text after a span, at most `length` characters of it, of the same sentence. */
export function wordsAfter(text: string, { end }: Span, length: number): string {
	return text.slice(end, end + length).split(/[!?\n]|\.\s/, 1)[0] ?? '';
}

/** A reference of the council's or another's comes straight before: no phone, no NHS or NI number. */
export function isReference(text: string, { start }: Span): boolean {
	return /(?:\b(?:ref(?:erence)?|case|claim|invoice|order|po|job|ticket|booking|grant|charity|company|account|acc|permit|licen[cs]e|sensor|device|router|planning|application|crime|incident|log|urn|uprn|usrn|id|asset|enquiry|complaint|foi|tracking|serial|barcode|isbn|item|batch|project|contract|budget|cost code|lamp ?post|column|meter)s?\s*(?:ref(?:erence)?|code|nos?|number|num|id)?\s*[.:#-]?(?: [A-Z]{2,5})?|#)\s*(?:is |was )?$/i.test(
		text.slice(Math.max(0, start - 40), start)
	);
}
