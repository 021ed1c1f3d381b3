import { describe, expect, it } from 'vitest';
import { firstErrors } from '$lib/forms/error-list';
import { sampleRow } from '$lib/records/sample-rows';
import { actionFormSchema } from './action-schema';
import { emptyAction, valuesOf, type ActionKind } from './action-values';

const priority = sampleRow('objectives', { plan_id: crypto.randomUUID() });
const action = sampleRow('actions', {
	plan_id: priority.plan_id,
	objective_id: priority.id,
	due_on: '2026-11-30',
	due_working_days: 1,
	programmes: ['Youth Ambition'],
	assessment_id: null
});
const around = (id: string) => () => ({ id, objectives: [priority], actions: [action] });

const read = (values: object, kind: ActionKind = 'action', id = 'new') =>
	actionFormSchema(kind, around(id)).safeParse({ ...emptyAction(), ...values });
const faultsOf = (...given: Parameters<typeof read>) =>
	firstErrors(read(...given).error?.issues ?? []);

const whole = {
	reference: ' EDI-15 ',
	title: ' Plant trees ',
	objective_id: priority.id,
	service: 'Parks'
};

describe('the form for an action', () => {
	it('that changes nothing is the action as it is', () => {
		expect(action).toMatchObject(
			actionFormSchema('action', around(action.id)).parse(valuesOf(action))
		);
	});

	it('reads what was typed, trimmed, under the plan of its priority', () => {
		expect(read(whole).data).toMatchObject({
			plan_id: priority.plan_id,
			reference: 'EDI-15',
			title: 'Plant trees',
			owner_id: null,
			due_on: null,
			due_working_days: null
		});
	});

	it('says all that is missing in one go', () => {
		expect(faultsOf({})).toEqual({
			reference: 'Enter the reference',
			title: 'Enter the title',
			objective_id: 'Select the priority it serves',
			service: 'Enter the service'
		});
	});

	it.each([
		[{ due_on: '2026-02-30' }, { due_on: 'The due date must be a real date' }],
		[
			{ due_working_days: '0' },
			{ due_working_days: 'The number of working days must be 1 or more' }
		],
		[
			{ due_working_days: 'one' },
			{ due_working_days: 'The number of working days must be a whole number, like 15' }
		],
		[{ title: 'x'.repeat(501) }, { title: 'The title must be 500 characters or fewer' }],
		[
			{ further_programme: 'x'.repeat(61) },
			{ further_programme: 'The programme must be 60 characters or fewer' }
		],
		[
			{ programmes: Array.from({ length: 16 }, (_, n) => `P${n}`) },
			{ programmes: 'Select 15 programmes or fewer' }
		]
	])('refuses %j', (values, faults) => {
		expect(faultsOf({ ...whole, ...values })).toEqual(faults);
	});

	it('keeps references apart within a plan, and lets an action keep its own', () => {
		const taken = { ...whole, reference: 'EDI-14' };
		expect(faultsOf(taken)).toEqual({
			reference: 'EDI-14 is the reference of “Review equality impact assessments”'
		});
		expect(faultsOf(taken, 'action', action.id)).toEqual({});
	});

	it('adds a programme that is new, once, and does not serve an objective twice', () => {
		const { data } = read({
			...whole,
			programmes: ['Youth Ambition'],
			further_programme: ' Youth Ambition ',
			further_objective_ids: [priority.id]
		});
		expect(data).toMatchObject({ programmes: ['Youth Ambition'], further_objective_ids: [] });
	});
});

describe('the form for a proposal', () => {
	it('asks for a title and a priority alone', () => {
		expect(faultsOf({}, 'proposal')).toEqual({
			title: 'Enter the title',
			objective_id: 'Select the priority it serves'
		});
		expect(read({ ...whole, service: '' }, 'proposal').data).toMatchObject({
			reference: '',
			service: ''
		});
		expect(faultsOf({ ...whole, reference: 'EDI-14' }, 'proposal')).toEqual({});
	});
});
