import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import {
	addressOf,
	byObjective,
	filterFrom,
	isInView,
	matching,
	NO_FILTER,
	type ActionFilter,
	type View
} from './action-list';

const plan = sampleRow('plans');
const theme = sampleRow('objectives', { plan_id: plan.id, kind: 'objective' });
const priority = sampleRow('objectives', { plan_id: plan.id, parent_id: theme.id });
const other = sampleRow('objectives', { plan_id: plan.id, kind: 'objective' });
const objectives = [theme, priority, other];
const userId = crypto.randomUUID();

const action = (columns: Parameters<typeof sampleRow<'actions'>>[1]) =>
	sampleRow('actions', { plan_id: plan.id, objective_id: theme.id, rag: null, ...columns });
const mine = action({ owner_id: userId, due_on: '2026-12-31', position: 3, rag: 'red' });
const late = action({ due_on: '2026-09-30', position: 2, objective_id: priority.id });
const done = action({ due_on: '2026-01-31', position: 1, status: 'done', rag: 'green' });
const proposal = action({ status: 'proposed', created_by: userId, position: 4 });
const elsewhere = sampleRow('actions', { owner_id: userId });
const actions = [mine, late, done, proposal, elsewhere];

const around = {
	plan,
	objectives,
	userId,
	today: '2026-11-17',
	evidence: new Map([
		[mine.id, { count: 1, last: '2026-11-16' }],
		[late.id, { count: 1, last: '2026-08-18' }]
	])
};
const found = (filter: Partial<ActionFilter>) =>
	matching(actions, { ...NO_FILTER, ...filter }, around);

describe('a list of actions', () => {
	it.each([
		['all', [done, late, mine]],
		['mine', [mine, proposal]],
		['proposals', [proposal]],
		['overdue', [late]],
		['quiet', [late]]
	] as const)('%s', (view, expected) => {
		expect(found({ view })).toEqual(expected);
	});

	it('has nothing overdue and nothing to chase in a closed plan', () => {
		const closed = { ...around, plan: { ...plan, status: 'closed' as const } };
		const left = (view: View) => actions.filter((one) => isInView(view, one, closed));
		expect(left('overdue')).toEqual([]);
		expect(left('quiet')).toEqual([]);
		expect(left('all')).toHaveLength(3);
	});

	it('is narrowed by status, rating, service, programme and objective', () => {
		expect(found({ status: 'done' })).toEqual([done]);
		expect(found({ rag: 'red' })).toEqual([mine]);
		expect(found({ rag: 'unrated' })).toEqual([late]);
		expect(found({ service: 'Nobody’s' })).toEqual([]);
		expect(found({ objective: priority.id })).toEqual([late]);
		expect(found({ objective: theme.id })).toEqual([done, late, mine]);
		const shared = action({ programmes: ['Youth Ambition'], further_objective_ids: [other.id] });
		const narrow = (filter: Partial<ActionFilter>) =>
			matching([...actions, shared], { ...NO_FILTER, ...filter }, around);
		expect(narrow({ programme: 'Youth Ambition' })).toEqual([shared]);
		expect(narrow({ objective: other.id })).toEqual([shared]);
	});

	it('is found by every word typed', () => {
		const green = action({ reference: 'EDI-01', title: 'Audit green spaces' });
		const search = (text: string) => matching([green], { ...NO_FILTER, text }, around);
		expect(search('GREEN edi-01')).toEqual([green]);
		expect(search('green purple')).toEqual([]);
	});

	it('comes in the order of the plan, by what is due, or by fresh evidence', () => {
		expect(found({ sort: 'plan' })).toEqual([done, late, mine]);
		expect(found({ sort: 'due' })).toEqual([late, mine, done]);
		expect(found({ sort: 'fresh' })).toEqual([mine, late, done]);
	});

	it('is gathered under objectives, through their priorities', () => {
		expect(byObjective([done, late], objectives)).toEqual([
			{ objective: theme, actions: [done, late] }
		]);
	});
});

describe('the address of a list', () => {
	it('says what is not ordinary, and is read back', () => {
		const filter = { ...NO_FILTER, view: 'mine', rag: 'red', text: 'a & b' } as const;
		const address = addressOf(filter);
		expect(address).toBe('/actions?view=mine&rag=red&text=a+%26+b');
		expect(filterFrom(new URL(address, 'http://x').searchParams)).toEqual(filter);
		expect(addressOf(NO_FILTER)).toBe('/actions');
	});

	it('that says something unknown is that of the whole list', () => {
		const query = new URLSearchParams('view=constructor&sort=backwards&colour=red');
		expect(filterFrom(query)).toEqual(NO_FILTER);
	});
});
