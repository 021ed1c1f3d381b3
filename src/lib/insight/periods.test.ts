import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../time/dates';
import { periodOf, periodPresets, type PeriodPreset } from './periods';

const since = (preset: PeriodPreset, today: string) => periodOf(preset, today).since;

describe('periodOf', () => {
	it('begins with the first of a month, this one among them', () => {
		expect(periodOf('this_month', '2026-11-17')).toEqual({
			since: '2026-11-01',
			until: '2026-11-17'
		});
		expect(since('last_3_months', '2026-11-17')).toBe('2026-09-01');
		expect(since('last_3_months', '2027-01-31')).toBe('2026-11-01');
		expect(since('last_12_months', '2026-11-17')).toBe('2025-12-01');
		expect(since('last_12_months', '2028-02-29')).toBe('2027-03-01');
	});

	it('knows the quarters of the financial year', () => {
		expect(since('financial_quarter', '2026-11-17')).toBe('2026-10-01');
		expect(since('financial_quarter', '2026-12-31')).toBe('2026-10-01');
		expect(since('financial_quarter', '2027-01-01')).toBe('2027-01-01');
		expect(since('financial_quarter', '2027-03-31')).toBe('2027-01-01');
		expect(since('financial_quarter', '2026-05-31')).toBe('2026-04-01');
		expect(since('financial_quarter', '2026-08-31')).toBe('2026-07-01');
	});

	it('begins the year on 1 April', () => {
		expect(since('since_april', '2027-03-31')).toBe('2026-04-01');
		expect(since('since_april', '2027-04-01')).toBe('2027-04-01');
	});

	it('runs from the first of a month to today, a year at most', () => {
		const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2020-01-01', n));
		const preset = fc.constantFrom(...periodPresets.map(({ code }) => code));
		fc.assert(
			fc.property(preset, day, (code, today) => {
				const period = periodOf(code, today);
				expect(period.until).toBe(today);
				expect(period.since).toMatch(/-01$/);
				const length = daysBetween(period.since, period.until);
				expect(length).toBeGreaterThanOrEqual(0);
				expect(length).toBeLessThanOrEqual(365);
			})
		);
	});
});
