/** Narrowing a long list of choices by what is typed, the way people half-remember names. */
import type { Option } from './option';

/** Lower case, no accents, no punctuation: "St Clement's" is found by "st clements". */
function folded(text: string): string {
	return text
		.normalize('NFD')
		.replace(/[\u0300-\u036f'’.]/g, '')
		.replace(/&/g, ' and ')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/**
 * The options in which every typed word begins some word of the label or hint. Labels that begin with what is typed
 * come first; otherwise the order is kept. Nothing typed: all of them.
 */
export function matching(options: readonly Option[], query: string): readonly Option[] {
	const sought = folded(query);
	if (sought === '') return options;
	const words = sought.split(' ');
	const found = options.filter(({ label, hint = '' }) => {
		const inOption = folded(`${label} ${hint}`).split(' ');
		return words.every((word) => inOption.some((other) => other.startsWith(word)));
	});
	const first = (option: Option) => (folded(option.label).startsWith(sought) ? 0 : 1);
	return found.toSorted((a, b) => first(a) - first(b));
}

/** At most `limit` of the options, with the chosen one first when it would not be among them: a choice is never lost from sight. */
export function shortlist(
	options: readonly Option[],
	found: readonly Option[],
	chosen: string,
	limit: number
): readonly Option[] {
	const short = found.slice(0, limit);
	if (chosen === '' || short.some(({ value }) => value === chosen)) return short;
	const kept = options.find(({ value }) => value === chosen);
	return kept ? [kept, ...short] : short;
}

/** Whether a name stands in the list already, however it is written. */
export function isListed(options: readonly Option[], name: string): boolean {
	return options.some(({ label }) => folded(label) === folded(name));
}

/**
 * How many options are found, in a sentence: "8 of 38 wards shown. Search to find the others.", "2 wards match".
 * Empty where all of them are shown.
 */
export function foundInWords(
	found: number,
	query: string,
	limit: number,
	noun: { one: string; many: string }
): string {
	const things = `${found} ${found === 1 ? noun.one : noun.many}`;
	const name = query.trim();
	if (name === '')
		return found > limit ? `${limit} of ${things} shown. Search to find the others.` : '';
	if (found === 0) return `No ${noun.many} match “${name}”`;
	const match = `${things} ${found === 1 ? 'matches' : 'match'}`;
	return found > limit ? `${match}, the first ${limit} shown` : match;
}
