/** The year of the council's accounts that a list of grants is of. */

/** The year that an address asks for, of those that there are; null for all of them, which is also what stands at first. */
export function yearFrom(query: URLSearchParams, years: readonly number[]): number | null {
	return years.find((year) => String(year) === query.get('year')) ?? null;
}
