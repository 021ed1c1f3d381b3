import { expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { planToShow } from './plan-to-show';

it('shows the plan in force unless another was chosen', () => {
	const plan = sampleRow('plans');
	const closed = sampleRow('plans', { status: 'closed' });
	expect(planToShow([closed, plan], '')).toBe(plan);
	expect(planToShow([closed, plan], closed.id)).toBe(closed);
	expect(planToShow([], '')).toBeUndefined();
});
