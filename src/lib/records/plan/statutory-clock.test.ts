import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '$lib/time/dates';
import { deadlinesOf, endOfPeriod, reviewsTooLate } from './statutory-clock';

const plan = {
	published_on: '2026-04-01',
	information_published_on: null,
	review_on: null
};

describe('the statutory clock', () => {
	it('begins with the day of publication', () => {
		expect(deadlinesOf(plan, '2026-11-17')).toEqual([
			{ duty: 'information', due: '2027-03-31', days: 134, state: 'later' },
			{ duty: 'objectives', due: '2030-03-31', days: 1230, state: 'later' }
		]);
	});

	it('begins anew for information with each publication, and not for objectives', () => {
		const later = { ...plan, information_published_on: '2027-03-12' };
		expect(deadlinesOf(later, '2027-04-01').map(({ due }) => due)).toEqual([
			'2028-03-11',
			'2030-03-31'
		]);
		const earlier = { ...plan, information_published_on: '2025-03-12' };
		expect(deadlinesOf(earlier, '2026-11-17')[0]?.due).toBe('2027-03-31');
	});

	it('has the last day still in time, and the next one overdue', () => {
		expect(deadlinesOf(plan, '2027-03-31')[0]).toMatchObject({ days: 0, state: 'soon' });
		expect(deadlinesOf(plan, '2027-04-01')[0]).toMatchObject({ days: -1, state: 'overdue' });
	});

	it('says when to begin', () => {
		expect(deadlinesOf(plan, '2026-12-30')[0]?.state).toBe('later');
		expect(deadlinesOf(plan, '2026-12-31')[0]?.state).toBe('soon');
	});

	it('does not run before anything is published', () => {
		expect(deadlinesOf({ ...plan, published_on: null }, '2026-11-17')).toEqual([]);
	});

	it('counts a review that the council has set itself, and says when that is too late', () => {
		const reviewed = { ...plan, review_on: '2028-04-01' };
		expect(deadlinesOf(reviewed, '2026-11-17').map(({ duty }) => duty)).toEqual([
			'information',
			'review',
			'objectives'
		]);
		expect(reviewsTooLate(reviewed)).toBe(false);
		expect(reviewsTooLate({ ...plan, review_on: '2030-04-01' })).toBe(true);
	});
});

describe('a period of years', () => {
	it('ends the day before the anniversary, also over 29 February', () => {
		expect(endOfPeriod('2026-04-01', 1)).toBe('2027-03-31');
		expect(endOfPeriod('2027-03-01', 1)).toBe('2028-02-29');
		expect(endOfPeriod('2028-02-29', 1)).toBe('2029-02-28');
		expect(endOfPeriod('2028-02-29', 4)).toBe('2032-02-28');
	});

	it('is never longer than its years, and never a day short of the next one', () => {
		const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n));
		fc.assert(
			fc.property(day, fc.integer({ min: 1, max: 8 }), (first, years) => {
				const length = daysBetween(first, endOfPeriod(first, years)) + 1;
				expect(length).toBeGreaterThanOrEqual(365 * years + Math.floor(years / 4) - 1);
				expect(length).toBeLessThanOrEqual(366 + 365 * (years - 1) + Math.ceil((years - 1) / 4));
			})
		);
	});
});
