import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalPayments, paidOf, scheduleInWords, totalOf } from './payments';

describe('payments', () => {
	it('in equal parts add up to the award, whatever it is', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 60, max: 1_000_000_000 }),
				fc.integer({ min: 1, max: 60 }),
				(pence, count) => {
					const schedule = equalPayments(pence, count, '2026-09-14', 6);
					expect(schedule).toHaveLength(count);
					expect(totalOf(schedule)).toBe(pence);
					for (const payment of schedule) expect(payment.pence).toBeGreaterThan(0);
				}
			)
		);
	});

	it('lie so many months apart, odd pence with the first', () => {
		expect(equalPayments(100, 3, '2026-08-31', 6)).toEqual([
			{ due_on: '2026-08-31', pence: 34, paid_on: null },
			{ due_on: '2027-02-28', pence: 33, paid_on: null },
			{ due_on: '2027-08-31', pence: 33, paid_on: null }
		]);
	});

	it('are said in words, and what is paid is added up', () => {
		const schedule = [
			{ due_on: '2026-09-14', pence: 120_000, paid_on: '2026-09-16' },
			{ due_on: '2027-03-14', pence: 120_050, paid_on: null }
		];
		expect(paidOf(schedule)).toBe(120_000);
		expect(scheduleInWords(schedule)).toBe(
			'£1,200 due 14 September 2026, paid 16 September 2026; £1,200.50 due 14 March 2027'
		);
	});
});
