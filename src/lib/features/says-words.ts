/**
 * Whether every word that is typed into a search occurs in some texts, wherever it stands, in either case.
 * @param typed nothing typed: always
 */
export function saysWords(typed: string, texts: readonly string[]): boolean {
	const words = typed.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean);
	if (words.length === 0) return true;
	const said = texts.join(' ').toLocaleLowerCase('en-GB');
	return words.every((word) => said.includes(word));
}
