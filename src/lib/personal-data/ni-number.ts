/** National Insurance numbers (HMRC's NIM39110): two letters, six digits in pairs, and A, B, C or D. */
import { isReference, spansOf, wordsAfter, wordsBefore, type Span } from './span';

const candidates =
	/(?<![\w£-])(?<letters>[a-z]{2})(?<gap>[ .-]?)(?<digits>\d\d(?:[ .-]?\d){4})(?<beforeLast>[ .-]?)(?<last>[a-d])?(?![a-z0-9])/gi;
/** Prefixes never issued; QQ is what examples are written with. */
const unissued = /^(?:bg|gb|nk|kn|tn|nt|zz|[dfiuv].|.[dfiouv])/i;
const words = /^(?:am|an|as|at|by|go|ha|he|hi|if|in|is|it|me|my|no|of|ok|on|or|so|to|up|us|we)$/i;
const spokenOf = /\bn\.? ?i\.?(?:n\.?o\.?|\b)(?! ?\d)|\bnat(?:ional|'?l)? ?ins(?:urance)?\b/i;

export function findNiNumbers(text: string): Span[] {
	return spansOf(text, candidates, (span, { groups }) => {
		const { letters = '', gap, digits = '', beforeLast, last } = groups ?? {};
		if (spokenOf.test(wordsBefore(text, span, 40)) || spokenOf.test(wordsAfter(text, span, 25)))
			return true;
		if (!last || unissued.test(letters) || isReference(text, span)) return false;
		const small = letters === letters.toLowerCase();
		// "at 10 15 20 a" and the article after a grid reference are no NI numbers.
		if (gap && small && words.test(letters)) return false;
		if (beforeLast && (small !== (last === last.toLowerCase()) || (small && !gap))) return false;
		return /^\d{6}$|^\d\d([ .-])\d\d\1\d\d$|^\d{3}[ .-]?\d{3}$/.test(digits);
	});
}
