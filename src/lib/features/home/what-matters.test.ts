import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { dueSoon, lastContact, quietWards } from './what-matters';

const today = '2026-11-17';

describe('quiet wards', () => {
	const near = sampleRow('areas', { code: 'E05000001' });
	const far = sampleRow('areas', { code: 'E05000002' });
	const lastOn = (day: string) =>
		new Map([
			[near.code, day],
			[far.code, today]
		]);

	it('are the wards that nobody has been to for 90 days', () => {
		expect(quietWards([near, far], lastOn('2026-08-18'), today)).toEqual([
			{ area: near, last: '2026-08-18' }
		]);
		expect(quietWards([near, far], lastOn('2026-08-19'), today)).toEqual([]);
	});

	it('say when there has been no contact at all', () => {
		expect(quietWards([near], new Map(), today)).toEqual([{ area: near, last: null }]);
		expect(lastContact(null)).toBe('No contact recorded yet.');
	});
});

describe('actions due soon', () => {
	const plan = sampleRow('plans');
	const over = sampleRow('plans', { status: 'closed' });
	const dueOn = (due_on: string, columns = {}) =>
		sampleRow('actions', { plan_id: plan.id, due_on, ...columns });

	it('are the open ones of a plan in force, the most pressing first', () => {
		const late = dueOn('2026-09-30');
		const soon = dueOn('2026-12-17');
		const actions = [
			soon,
			dueOn('2026-12-18'),
			dueOn('2026-10-01', { status: 'done' }),
			dueOn('2026-10-01', { plan_id: over.id }),
			late
		];
		const due = dueSoon(actions, [plan, over], today);
		expect(due.map(({ action }) => action)).toEqual([late, soon]);
		expect(due[0]?.words).toBe('Overdue since 30 September 2026');
	});
});
