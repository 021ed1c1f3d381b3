import { expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { byObjective, planToShow } from './action-list';

const plan = sampleRow('plans');
const theme = sampleRow('objectives', { plan_id: plan.id, kind: 'objective' });
const priority = sampleRow('objectives', { plan_id: plan.id, parent_id: theme.id });
const ofTheme = sampleRow('actions', { plan_id: plan.id, objective_id: theme.id, position: 2 });
const ofPriority = sampleRow('actions', {
	plan_id: plan.id,
	objective_id: priority.id,
	position: 1,
	reference: 'EDI-01',
	title: 'Audit green spaces'
});
const all = { status: '', text: '' };

it('shows the plan in force unless another was chosen', () => {
	const closed = sampleRow('plans', { status: 'closed' });
	expect(planToShow([closed, plan], '')).toBe(plan);
	expect(planToShow([closed, plan], closed.id)).toBe(closed);
	expect(planToShow([], '')).toBeUndefined();
});

it('gathers actions under their objective, through its priorities, in plan order', () => {
	const groups = byObjective([ofTheme, ofPriority], [theme, priority], plan.id, all);
	expect(groups).toEqual([{ objective: theme, actions: [ofPriority, ofTheme] }]);
});

it('finds actions by every word typed', () => {
	const found = (text: string) =>
		byObjective([ofTheme, ofPriority], [theme, priority], plan.id, { ...all, text }).flatMap(
			({ actions }) => actions
		);
	expect(found('GREEN edi-01')).toEqual([ofPriority]);
	expect(found('green purple')).toEqual([]);
});
