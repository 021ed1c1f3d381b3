/** Names that are probably one and the same, however somebody wrote them. */

/** Letters and digits alone: "The St. Clement’s Trust" and "St Clements  Trust" come to the same. */
function bare(name: string): string {
	return name
		.normalize('NFD')
		.toLowerCase()
		.replaceAll('&', ' and ')
		.replace(/^\s*the\b/, '')
		.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The first of some named things that is called the same but for case, spacing, punctuation, accents and "the". */
export function likeName<T extends { name: string }>(
	name: string,
	things: readonly T[]
): T | undefined {
	const sought = bare(name);
	return sought === '' ? undefined : things.find((thing) => bare(thing.name) === sought);
}
