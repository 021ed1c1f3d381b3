import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { totalsOf, treeOf } from './plan-tree';
import { evidenceInWords } from './evidence';
import { actionsInWords } from './plan-words';

const plan = sampleRow('plans');
const theme = sampleRow('objectives', { plan_id: plan.id, kind: 'objective', position: 2 });
const first = sampleRow('objectives', { plan_id: plan.id, kind: 'objective', position: 1 });
const priority = sampleRow('objectives', { plan_id: plan.id, parent_id: theme.id });
const elsewhere = sampleRow('objectives', { kind: 'objective' });
const objectives = [theme, priority, first, elsewhere];

const red = sampleRow('actions', { objective_id: priority.id, rag: 'red', position: 2 });
const done = sampleRow('actions', {
	objective_id: priority.id,
	rag: 'green',
	status: 'done',
	position: 1
});
const unrated = sampleRow('actions', { objective_id: theme.id, rag: null });
const proposed = sampleRow('actions', { objective_id: theme.id, status: 'proposed' });
const actions = [red, done, unrated, proposed];

const facts = {
	evidence: new Map([
		[red.id, { count: 2, last: '2026-11-02' }],
		[priority.id, { count: 5, last: '2026-11-14' }],
		[theme.id, { count: 1, last: '2026-06-30' }]
	]),
	measured: new Set([red.id])
};
const tree = treeOf(plan.id, objectives, actions, facts);

describe('the tree of a plan', () => {
	it('has the objectives in their order, the priorities under them, and the actions in theirs', () => {
		expect(tree.map(({ objective }) => objective)).toEqual([first, theme]);
		expect(tree[1]?.priorities.map(({ objective }) => objective)).toEqual([priority]);
		expect(tree[1]?.priorities[0]?.actions.map(({ action }) => action)).toEqual([done, red]);
		expect(tree[1]?.actions.map(({ action }) => action)).toEqual([unrated]);
	});

	it('adds up: ratings, what is done, what has no measure', () => {
		expect(tree[1]?.totals).toMatchObject({
			actions: 3,
			done: 1,
			rag: { red: 1, amber: 0, green: 1, unrated: 1 },
			unmeasured: 1
		});
		expect(totalsOf([], tree)).toEqual(tree[1]?.totals);
	});

	it('counts a log once, though it names a priority and an action', () => {
		expect(tree[1]?.priorities[0]?.totals.evidence).toEqual({ count: 5, last: '2026-11-14' });
		expect(tree[1]?.totals.evidence).toEqual({ count: 6, last: '2026-11-14' });
		expect(tree[0]?.totals.evidence).toEqual({ count: 0, last: null });
	});
});

describe('the words for it', () => {
	it('say what there is, and leave out what there is not', () => {
		expect(tree.map(({ totals }) => actionsInWords(totals))).toEqual([
			'No actions',
			'3 actions: 1 red, 1 green, 1 not rated'
		]);
		expect(tree.map(({ totals }) => evidenceInWords(totals.evidence))).toEqual([
			'No evidence yet',
			'6 pieces of evidence, the latest of 14 November 2026'
		]);
	});
});
