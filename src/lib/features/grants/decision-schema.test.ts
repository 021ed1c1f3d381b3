import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { decisionSchema } from './decision-schema';
import { startOf } from './decision-values';

const TODAY = '2026-11-17';
const grant = sampleRow('grants', { requested_pence: 270_000, recommended_pence: 240_000 });
const start = startOf(grant, TODAY);

interface About {
	isScored?: boolean;
	cap?: number | null;
}

function read(values: object, { isScored = true, cap = 300_000 }: About = {}) {
	const found = decisionSchema(isScored, cap, TODAY).safeParse({ ...start, ...values });
	return found.success ? found.data : found.error.issues.map(({ message }) => message);
}

describe('the form that decides', () => {
	it('begins with what is recommended, else with what was asked for, and no answer', () => {
		expect(start).toMatchObject({ answer: '', awarded: '2,400', decided_on: TODAY });
		expect(startOf({ ...grant, recommended_pence: 0 }, TODAY).awarded).toBe('2,700');
		expect(read({})).toEqual(['Select whether to approve or decline it']);
	});

	it('approves an amount', () => {
		expect(read({ answer: 'approve', decline_reason: 'typed before' })).toEqual({
			status: 'approved',
			awarded_pence: 240_000,
			over_cap_reason: '',
			decline_reason: '',
			decided_on: TODAY
		});
		expect(read({ answer: 'approve', awarded: '' })).toEqual(['Enter the amount']);
		expect(read({ answer: 'approve' }, { isScored: false })).toEqual([
			'Score it before you approve it'
		]);
	});

	it('asks why it is more than the round gives, where it has a limit', () => {
		const more = { answer: 'approve', awarded: '3,000.01' };
		expect(read(more)).toEqual(['The round gives £3,000 at most. Enter why this is more']);
		expect(read(more, { cap: null })).toMatchObject({ awarded_pence: 300_001 });
		expect(read({ ...more, over_cap_reason: 'Two staff.' })).toMatchObject({
			over_cap_reason: 'Two staff.'
		});
		expect(read({ answer: 'approve', over_cap_reason: 'Not needed.' })).toMatchObject({
			over_cap_reason: ''
		});
	});

	it('declines with a reason, whatever stands in the field for the amount', () => {
		expect(read({ answer: 'decline', awarded: 'rubbish' })).toEqual(['Enter why it is declined']);
		expect(read({ answer: 'decline', awarded: 'rubbish', decline_reason: 'Spent.' })).toEqual({
			status: 'declined',
			awarded_pence: null,
			over_cap_reason: '',
			decline_reason: 'Spent.',
			decided_on: TODAY
		});
	});
});
