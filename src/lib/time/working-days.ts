/**
 * Working days in England and Wales: Monday to Friday without bank holidays, worked out for any year, offline.
 *
 * Rules: Banking and Financial Dealings Act 1971, schedule 1, and the proclamations since. What a proclamation moved or
 * added once is listed by year; the next one is added here. Source of all dates: gov.uk/bank-holidays (England and Wales).
 */
import { addDays, partsOf } from './dates';

/** Holidays that were proclaimed for one year, and the ordinary ones that they took the place of. */
const PROCLAIMED: Readonly<Record<number, { added: string[]; moved: string[] }>> = {
	2020: { added: ['2020-05-08'], moved: ['2020-05-04'] },
	2022: { added: ['2022-06-02', '2022-06-03', '2022-09-19'], moved: ['2022-05-30'] },
	2023: { added: ['2023-05-08'], moved: [] }
};

const SUNDAY = 0;
const MONDAY = 1;
const SATURDAY = 6;

/** The bank holidays of a year in England and Wales, the earliest first; a substitute day stands for one at a weekend. */
export function bankHolidays(year: number): string[] {
	const easter = easterSunday(year);
	const fixed = [
		`${year}-01-01`,
		addDays(easter, -2),
		addDays(easter, 1),
		onOrAfter(`${year}-05-01`, MONDAY),
		addDays(onOrAfter(`${year}-06-01`, MONDAY), -7),
		addDays(onOrAfter(`${year}-09-01`, MONDAY), -7),
		`${year}-12-25`,
		`${year}-12-26`
	];
	const { added = [], moved = [] } = PROCLAIMED[year] ?? {};
	const ordinary = fixed.filter((day) => !moved.includes(day));
	const onWeekdays = ordinary.filter((day) => !isWeekend(day));
	for (const day of ordinary.filter(isWeekend)) {
		let substitute = addDays(day, 1);
		while (isWeekend(substitute) || onWeekdays.includes(substitute))
			substitute = addDays(substitute, 1);
		onWeekdays.push(substitute);
	}
	return [...onWeekdays, ...added].sort();
}

/** Whether offices are open on a day, `YYYY-MM-DD`. */
export function isWorkingDay(day: string): boolean {
	return !isWeekend(day) && !bankHolidays(partsOf(day).year).includes(day);
}

/**
 * The last day of a deadline of so many working days. The day it begins with is not counted: what is reported on a
 * Friday, or at the weekend, and is due within one working day is due on Monday.
 */
export function addWorkingDays(day: string, count: number): string {
	let reached = day;
	for (let left = count; left > 0;) {
		reached = addDays(reached, 1);
		if (isWorkingDay(reached)) left -= 1;
	}
	return reached;
}

/** How many working days come after one day, up to another; 0 where that is not later. */
export function workingDaysBetween(day: string, until: string): number {
	let count = 0;
	for (let next = addDays(day, 1); next <= until; next = addDays(next, 1))
		if (isWorkingDay(next)) count += 1;
	return count;
}

function weekdayOf(day: string): number {
	return new Date(`${day}T12:00:00Z`).getUTCDay();
}

function isWeekend(day: string): boolean {
	return weekdayOf(day) === SATURDAY || weekdayOf(day) === SUNDAY;
}

function onOrAfter(day: string, weekday: number): string {
	return addDays(day, (weekday - weekdayOf(day) + 7) % 7);
}

/** The Gregorian computus (Meeus, Jones and Butcher). */
function easterSunday(year: number): string {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const d =
		(19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
	const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
	const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
	const month = Math.floor(f / 31);
	return `${year}-${String(month).padStart(2, '0')}-${String((f % 31) + 1).padStart(2, '0')}`;
}
