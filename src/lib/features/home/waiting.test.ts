import { expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { waitingFor } from './waiting';

const plan = sampleRow('plans');
const closed = sampleRow('plans', { status: 'closed' });
const me = crypto.randomUUID();
const inPlan = (columns: object) => sampleRow('actions', { plan_id: plan.id, ...columns });
const around = {
	actions: [
		inPlan({ owner_id: me }),
		inPlan({ owner_id: me, status: 'done' }),
		inPlan({ status: 'proposed' }),
		inPlan({ status: 'proposed' }),
		sampleRow('actions', { plan_id: closed.id, owner_id: me })
	],
	assessments: [
		sampleRow('assessments', { status: 'screening', due_on: '2026-11-01' }),
		sampleRow('assessments', { status: 'screening', due_on: '2027-11-01' })
	],
	issues: [
		sampleRow('issues', { owner_id: me, due_on: '2026-11-16' }),
		sampleRow('issues', { owner_id: me, due_on: '2026-11-17' }),
		sampleRow('issues', { due_on: '2026-11-16' })
	],
	plans: [plan, closed],
	userId: me,
	decides: true,
	today: '2026-11-17'
};

it('is the person’s open actions, and for whoever decides what is to be decided', () => {
	expect(waitingFor(around)).toEqual([
		{ title: '2 issues of yours due or late', href: '/issues?view=mine' },
		{ title: '1 open action of yours', href: '/actions?view=mine' },
		{ title: '2 proposals to decide', href: '/actions?view=proposals' },
		{ title: '2 issues late', href: '/issues?view=late' },
		{ title: '1 assessment overdue', href: '/assessments?overdue=yes' }
	]);
	expect(waitingFor({ ...around, decides: false })).toEqual([
		{ title: '2 issues of yours due or late', href: '/issues?view=mine' },
		{ title: '1 open action of yours', href: '/actions?view=mine' }
	]);
});

it('is nothing where there is nothing', () => {
	expect(waitingFor({ ...around, actions: [], assessments: [], issues: [] })).toEqual([]);
});
