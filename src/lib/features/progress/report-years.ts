/** The financial years that a report may be on. */
import type { Row } from '$lib/records/registry';
import { financialYear, financialYearOf, yearInWords } from '$lib/time/financial-year';

/** Years to choose from, the latest first: the value is the year's first day. */
export interface YearOption {
	value: string;
	label: string;
}

/** How far back there may be logs where no plan says when it started. */
const YEARS_BACK = 3;

/** From the first year of any plan to that of today. */
export function reportYears(
	plans: readonly Pick<Row<'plans'>, 'starts_on'>[],
	today: string
): YearOption[] {
	const now = financialYearOf(today);
	const starts = plans.flatMap(({ starts_on }) => (starts_on ? [financialYearOf(starts_on)] : []));
	const first = Math.min(now - YEARS_BACK, ...starts);
	return Array.from({ length: now - first + 1 }, (_, back) => ({
		value: financialYear(now - back).since,
		label: yearInWords(now - back)
	}));
}

/** The year that an address asks for, of those; today's where it asks for none. */
export function yearFrom(query: URLSearchParams, years: readonly YearOption[]): string {
	const asked = query.get('year');
	return (years.find(({ value }) => value === asked) ?? years[0])?.value ?? '';
}
