/** NHS numbers: ten digits, the last of which checks the others (NHS Data Dictionary, modulus 11). */
import { isReference, spansOf, wordsAfter, wordsBefore, type Span } from './span';

const tenDigits = /(?<![\w£$€.,+-])\d{3}([ .-]?)\d{3}([ .-]?)\d{4}(?![\d-]|[.,]\d)/g;
const spokenOf = /\bnhs\b|\bhealth (?:no|number)\b/i;
const aboutPhone = /\b(?:tel|phone|mob|mobile|ring|call|text|whatsapp|number is|on)\W{0,3}$/i;

export function findNhsNumbers(text: string): Span[] {
	return spansOf(text, tenDigits, (span, [number, gap, same]) => {
		const digits = number.replace(/\D/g, '');
		if (!passesCheck(digits)) return false;
		const before = wordsBefore(text, span, 40);
		if (spokenOf.test(before) || spokenOf.test(wordsAfter(text, span, 20))) return true;
		// Without a word for it: only as England issues and writes them, and no mobile that lost its zero.
		if (!/^[4679]/.test(digits) || isReference(text, span) || aboutPhone.test(before)) return false;
		return gap === same && (gap !== '' || !digits.startsWith('7'));
	});
}

/** The check digit is 11 less the remainder of the sum of the nine others, weighted 10 to 2; ten is never issued. */
function passesCheck(digits: string): boolean {
	const sum = [...digits.slice(0, 9)].reduce(
		(total, digit, at) => total + Number(digit) * (10 - at),
		0
	);
	return (11 - (sum % 11)) % 11 === Number(digits[9]) && /[^0]/.test(digits);
}
