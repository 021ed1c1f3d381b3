import { describe, expect, it } from 'vitest';
import { addWorkingDays, bankHolidays, isWorkingDay, workingDaysBetween } from './working-days';

/** As gov.uk/bank-holidays has them for England and Wales, month and day. */
const PUBLISHED: Record<number, string> = {
	2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
	2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
	2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
	2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
	2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
	2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
	2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
	2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
	2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
	2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'
};

describe('bank holidays', () => {
	it.each(Object.entries(PUBLISHED))('of %s are those that were published', (year, days) => {
		expect(bankHolidays(Number(year))).toEqual(days.split(' ').map((day) => `${year}-${day}`));
	});

	it('are eight in every other year, all of them on weekdays', () => {
		for (let year = 2029; year <= 2060; year += 1) {
			const days = bankHolidays(year);
			expect(new Set(days).size, String(year)).toBe(8);
			for (const day of days)
				expect([1, 2, 3, 4, 5], day).toContain(new Date(`${day}T12:00:00Z`).getUTCDay());
		}
	});
});

describe('a working day', () => {
	it.each([
		['2026-12-24', true],
		['2026-12-25', false],
		['2026-12-26', false],
		['2026-12-28', false],
		['2026-12-29', true],
		['2027-01-01', false],
		['2026-11-22', false],
		['2026-11-23', true]
	])('%s: %s', (day, is) => {
		expect(isWorkingDay(day)).toBe(is);
	});
});

describe('working days between two days', () => {
	it.each([
		['2026-11-20', '2026-11-23', 1],
		['2026-11-20', '2026-11-22', 0],
		['2026-12-24', '2026-12-30', 2],
		['2026-11-23', '2026-11-20', 0]
	])('from %s to %s: %i', (day, until, count) => {
		expect(workingDaysBetween(day, until)).toBe(count);
	});
});

describe('a deadline in working days', () => {
	it.each([
		['a Monday', '2026-11-23', 1, '2026-11-24'],
		['a Friday', '2026-11-20', 1, '2026-11-23'],
		['a Sunday', '2026-11-22', 1, '2026-11-23'],
		['Christmas Eve', '2026-12-24', 1, '2026-12-29'],
		['Christmas Eve, two days', '2026-12-24', 2, '2026-12-30'],
		['over the new year', '2026-12-31', 1, '2027-01-04'],
		['Maundy Thursday, ten days', '2026-04-02', 10, '2026-04-20'],
		['nothing to count', '2026-11-22', 0, '2026-11-22']
	])('from %s', (_, from, count, due) => {
		expect(addWorkingDays(from, count)).toBe(due);
	});
});
