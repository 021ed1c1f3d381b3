import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../time/dates';
import { periodOf, periodPresets, type PeriodPreset } from './periods';

const since = (preset: PeriodPreset, today: string) => periodOf(preset, today).since;

describe('periodOf', () => {
	it('counts today among the last days', () => {
		expect(periodOf('last_30_days', '2026-11-17')).toEqual({
			since: '2026-10-19',
			until: '2026-11-17'
		});
		expect(since('last_90_days', '2026-11-17')).toBe('2026-08-20');
		expect(since('last_12_months', '2026-11-17')).toBe('2025-11-18');
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

	it('never begins after today nor more than a year before it', () => {
		const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2020-01-01', n));
		const preset = fc.constantFrom(...periodPresets.map(({ code }) => code));
		fc.assert(
			fc.property(preset, day, (code, today) => {
				const period = periodOf(code, today);
				expect(period.until).toBe(today);
				const length = daysBetween(period.since, period.until);
				expect(length).toBeGreaterThanOrEqual(0);
				expect(length).toBeLessThanOrEqual(365);
			})
		);
	});
});
