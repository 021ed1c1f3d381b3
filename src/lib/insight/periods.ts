import { addDays, addMonths, partsOf } from '../time/dates';

/** The periods to choose from, in the order they are offered. */
export const periodPresets = [
	{ code: 'last_30_days', label: 'Last 30 days' },
	{ code: 'last_90_days', label: 'Last 90 days' },
	{ code: 'financial_quarter', label: 'This financial quarter' },
	{ code: 'since_april', label: 'Since 1 April' },
	{ code: 'last_12_months', label: 'Last 12 months' }
] as const;

export type PeriodPreset = (typeof periodPresets)[number]['code'];

/** Two days, `YYYY-MM-DD`, both of them included. */
export interface Period {
	since: string;
	until: string;
}

/** The period that a preset means on a day; it always ends on that day. */
export function periodOf(preset: PeriodPreset, today: string): Period {
	return { since: firstDayOf(preset, today), until: today };
}

function firstDayOf(preset: PeriodPreset, today: string): string {
	switch (preset) {
		case 'last_30_days':
			return addDays(today, -29);
		case 'last_90_days':
			return addDays(today, -89);
		case 'financial_quarter':
			return startOfQuarter(today);
		case 'since_april':
			return startOfFinancialYear(today);
		case 'last_12_months':
			return addDays(addMonths(today, -12), 1);
	}
}

/** Quarters of the financial year begin in April, July, October and January. */
function startOfQuarter(today: string): string {
	const { month } = partsOf(today);
	return addMonths(firstOfMonth(today), -((month - 1) % 3));
}

/** Local government's year begins on 1 April. */
function startOfFinancialYear(today: string): string {
	const { year, month } = partsOf(today);
	return `${month < 4 ? year - 1 : year}-04-01`;
}

function firstOfMonth(iso: string): string {
	return `${iso.slice(0, 7)}-01`;
}
