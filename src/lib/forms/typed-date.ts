/**
 * A date while it is being typed. A date field's value is text: '' for nothing, `YYYY-MM-DD` once it is a real day,
 * and until then whatever stands in the three boxes in that order ("2026-feb-30", "--17"), so that a draft loses nothing.
 */
import { dateFromParts, isDate, partsOf } from '$lib/time/dates';

export interface DateBoxes {
	day: string;
	month: string;
	year: string;
}

export type DateBox = keyof DateBoxes;

/** What stands in the three boxes for a value. A real day is shown without leading noughts. */
export function boxesOf(value: string): DateBoxes {
	if (isDate(value)) {
		const { day, month, year } = partsOf(value);
		return { day: String(day), month: String(month), year: String(year) };
	}
	const [year = '', month = '', day = ''] = value.split('-');
	return { day, month, year };
}

/** The value for what stands in the three boxes. */
export function valueOf({ day, month, year }: DateBoxes): string {
	const date = dateFromParts(day, month, year);
	if (date) return date;
	const kept = [year, month, day].map((text) => text.replaceAll('-', '').trim());
	return kept.some((text) => text !== '') ? kept.join('-') : '';
}

/** The boxes that are empty while another is not. */
export function missingBoxes(value: string): DateBox[] {
	if (value === '' || isDate(value)) return [];
	const boxes = boxesOf(value);
	return (['day', 'month', 'year'] as const).filter((box) => boxes[box] === '');
}

/** The boxes to mark when the field is at fault: the empty ones, a year that is not four figures, else all three. */
export function boxesAtFault(value: string): DateBox[] {
	const missing = missingBoxes(value);
	if (missing.length > 0) return missing;
	const { year } = boxesOf(value);
	return value !== '' && !/^\d{4}$/.test(year) ? ['year'] : ['day', 'month', 'year'];
}
