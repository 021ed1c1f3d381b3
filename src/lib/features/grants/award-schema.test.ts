import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { awardSchema } from './award-schema';
import { paymentsSoFar, startOf } from './award-values';

const TODAY = '2026-11-17';
const approved = sampleRow('grants', { status: 'approved', awarded_pence: 240_000 });
const start = startOf(approved, TODAY);

function read(values: object, grant = approved) {
	const found = awardSchema(grant, TODAY).safeParse({ ...startOf(grant, TODAY), ...values });
	return found.success ? found.data : found.error.issues.map(({ message }) => message);
}

describe('the form that awards', () => {
	it('begins with one payment of all of it, for a year from today', () => {
		expect(start).toEqual({
			awarded_on: TODAY,
			starts_on: TODAY,
			ends_on: '2027-11-16',
			payments: [{ due_on: TODAY, amount: '2,400', paid_on: null }],
			conditions: ''
		});
		expect(read({})).toMatchObject({
			status: 'awarded',
			schedule: [{ due_on: TODAY, pence: 240_000, paid_on: null }]
		});
	});

	it('changes an award without moving it back, and keeps what was paid', () => {
		const schedule = [{ due_on: TODAY, pence: 240_000, paid_on: TODAY }];
		const monitored = { ...approved, status: 'monitored' as const, awarded_on: TODAY, schedule };
		expect(read({ conditions: 'A report.' }, monitored)).toMatchObject({
			status: 'monitored',
			schedule,
			conditions: 'A report.'
		});
	});

	it('wants payments that can be read and that add up', () => {
		const payment = { due_on: TODAY, amount: '1,000', paid_on: null };
		expect(read({ payments: [payment] })).toEqual([
			'The payments come to £1,000. They must add up to the award, £2,400'
		]);
		expect(read({ payments: [] })).toEqual(['Add a payment']);
		expect(read({ payments: [{ ...payment, due_on: '', amount: 'half' }] })).toEqual([
			'Enter the date of payment 1',
			'The amount of payment 1 must be in pounds, like 2,400 or 2,400.50'
		]);
		expect(paymentsSoFar([payment, { ...payment, amount: 'half' }])).toHaveLength(1);
	});

	it('wants an award that has come, and a last day after the first', () => {
		expect(read({ awarded_on: '2026-11-18', ends_on: '2026-11-16' })).toEqual([
			'The last day must be after the first',
			'The date of the award must be today or in the past'
		]);
	});
});
