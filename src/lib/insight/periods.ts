import { addMonths, partsOf } from '../time/dates';

/** The periods to choose from, in the order they are offered. Each is a run of whole months, the running one so far. */
export const periodPresets = [
	{ code: 'this_month', label: 'This month' },
	{ code: 'last_3_months', label: 'Last 3 months' },
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

/** The period that a preset means on a day; it begins on the first of a month and ends on that day. */
export function periodOf(preset: PeriodPreset, today: string): Period {
	return { since: addMonths(firstOfMonth(today), -monthsBefore(preset, today)), until: today };
}

/** How many whole months there are before the running one. */
function monthsBefore(preset: PeriodPreset, today: string): number {
	const { month } = partsOf(today);
	switch (preset) {
		case 'this_month':
			return 0;
		case 'last_3_months':
			return 2;
		case 'financial_quarter':
			// Quarters of the financial year begin in April, July, October and January.
			return (month - 1) % 3;
		case 'since_april':
			// Local government's year begins on 1 April.
			return (month + 8) % 12;
		case 'last_12_months':
			return 11;
	}
}

function firstOfMonth(iso: string): string {
	return `${iso.slice(0, 7)}-01`;
}
