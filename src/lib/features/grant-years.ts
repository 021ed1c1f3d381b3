/** The year of the council's accounts that a list of grants is of. */

/** "2026/27", from 1 April 2026 to 31 March 2027. */
export function yearInWords(year: number): string {
	return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

/** The year that an address asks for, of those that there are; null for all of them, which is also what stands at first. */
export function yearFrom(query: URLSearchParams, years: readonly number[]): number | null {
	return years.find((year) => String(year) === query.get('year')) ?? null;
}
