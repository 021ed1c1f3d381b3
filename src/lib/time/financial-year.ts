/** Local government's year, from 1 April. A year is called by the number of the calendar year in which it begins. */
import { partsOf } from './dates';

/** The year that a day, `YYYY-MM-DD`, is in. */
export function financialYearOf(day: string): number {
	const { year, month } = partsOf(day);
	return month < 4 ? year - 1 : year;
}

/** Its first and its last day. */
export function financialYear(year: number): { since: string; until: string } {
	return { since: `${year}-04-01`, until: `${year + 1}-03-31` };
}

/** "2026/27" */
export function yearInWords(year: number): string {
	return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}
