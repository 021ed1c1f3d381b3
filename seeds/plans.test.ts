import { describe, expect, it } from 'vitest';
import { closedPlan, currentPlan, measures, readings } from './files';
import type { PlanSeed } from './schema';

/** How many actions of each section of the published document are here. */
function actionsBySection(plan: PlanSeed): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { source } of plan.actions) counts[source.section] = (counts[source.section] ?? 0) + 1;
	return counts;
}

function find(plan: PlanSeed, reference: string) {
	const action = plan.actions.find((action) => action.reference === reference);
	if (!action) throw new Error(`No action ${reference}`);
	return action;
}

describe.each([currentPlan, closedPlan])('$title', (plan) => {
	it('gives every action its own reference', () => {
		expect(new Set(plan.actions.map(({ reference }) => reference)).size).toBe(plan.actions.length);
	});

	it('places every action under an objective of the plan', () => {
		const references = plan.objectives.map(({ reference }) => reference);
		for (const { objective } of plan.actions) expect(references).toContain(objective);
	});

	it('leaves out no action of a section: the pointers count 1, 2, 3 …', () => {
		const last: Record<string, number> = {};
		for (const { source } of plan.actions) {
			expect(source.paragraph).toBe((last[source.section] ?? 0) + 1);
			last[source.section] = source.paragraph;
		}
	});
});

describe('EDI Action Plan 2026-30', () => {
	it('has every action that the strategy lists', () => {
		expect(actionsBySection(currentPlan)).toEqual({
			'Understanding and Working with our Communities': 12,
			'Leadership and Organisational Commitment': 14,
			'Responsive Services and Customer Care': 8,
			'Diverse and Engaged Workforce': 4
		});
	});

	it('has the four themes of the LGA framework, and eleven priorities', () => {
		expect(currentPlan.objectives.map(({ lga_module }) => lga_module)).toEqual([
			'communities',
			'leadership',
			'services',
			'workforce'
		]);
		expect(currentPlan.objectives.map(({ priorities }) => priorities.length)).toEqual([3, 2, 3, 3]);
	});

	it('puts every action under a priority of its own objective', () => {
		for (const { objective, priority } of currentPlan.actions) {
			const priorities = currentPlan.objectives.find(
				({ reference }) => reference === objective
			)?.priorities;
			expect(priorities?.map(({ reference }) => reference)).toContain(priority);
		}
	});

	it('numbers its actions from EDI-01 to EDI-38', () => {
		expect(currentPlan.actions.map(({ reference }) => reference)).toEqual(
			Array.from({ length: 38 }, (_, index) => `EDI-${String(index + 1).padStart(2, '0')}`)
		);
	});

	it('keeps the hard figures of the strategy', () => {
		expect(currentPlan.actions.flatMap(({ figures }) => figures)).toEqual([
			{ kind: 'age_below', age: 17, of: 'free swimming' },
			{ kind: 'since_year', year: 2019, of: 'Residents Panel' },
			{ kind: 'working_days', within: 1, of: 'offensive graffiti removed' },
			{ kind: 'all', of: 'hate crime reports' },
			{ kind: 'target_year', year: 2040, of: 'Zero Carbon Oxford' }
		]);
		expect(find(currentPlan, 'EDI-19').due_rule).toBe('Within one working day');
	});

	it('has no action due after the plan ends', () => {
		for (const { due_on } of currentPlan.actions)
			if (due_on) expect(due_on <= currentPlan.ends_on).toBe(true);
	});
});

describe('Equality Policy action plan 2015/16', () => {
	it('has every action of every service', () => {
		expect(actionsBySection(closedPlan)).toEqual({
			'Council-wide Actions': 3,
			'Children, Education and Families': 2,
			"Social and Community Services' Actions": 3,
			'Public Health': 3,
			'Environment and Economy': 4,
			'Fire and Rescue Service': 3,
			'Gypsy and Traveller Service': 1,
			'Trading Standards': 1,
			"Chief Executive's Office": 6
		});
	});

	it('keeps the objective that the source prints beside each action', () => {
		expect(closedPlan.actions.map(({ objective }) => objective).join('')).toBe(
			'11231322234141442332134444'
		);
	});

	it('keeps the reference that the source prints', () => {
		expect(find(closedPlan, 'CA14').title).toContain('Local Transport Plan');
	});

	it('keeps 425 fewer deaths over eight years, and 6% above the overall target by 2018', () => {
		expect(closedPlan.actions.find(({ title }) => title.startsWith('365 Alive'))?.figures).toEqual([
			expect.objectContaining({ kind: 'baseline', value: 425, over_years: 8 }),
			expect.objectContaining({ kind: 'beyond_target', percent: 6, by_year: 2018 })
		]);
	});

	it('keeps 20% more safety messages each year', () => {
		expect(closedPlan.actions.flatMap(({ figures }) => figures)).toContainEqual({
			kind: 'compound_growth',
			percent: 20,
			every: 'year',
			of: 'safety messages'
		});
	});

	it('names what is promised for all', () => {
		const all = closedPlan.actions
			.flatMap(({ figures }) => figures)
			.filter(({ kind }) => kind === 'all')
			.map(({ of }) => of);
		expect(all).toContain('staff completed Respect for People');
		expect(all).toContain('budget proposals');
	});

	it('is closed, so that nothing new may name it', () => {
		expect(closedPlan.status).toBe('closed');
		for (const { closed_on } of closedPlan.objectives) expect(closed_on).toBe('2016-03-31');
	});
});

describe('the measures', () => {
	const all = [...measures.current, ...measures.closed];
	const named = (name: string) => all.find((measure) => measure.name.startsWith(name));

	it('are of every action that states a figure', () => {
		for (const [plan, ofPlan] of [
			[currentPlan, measures.current],
			[closedPlan, measures.closed]
		] as const)
			for (const { reference, figures } of plan.actions)
				if (figures.length > 0)
					expect(
						ofPlan.map(({ action }) => action),
						reference
					).toContain(reference);
	});

	it('have the hard figures of the sources', () => {
		expect(named('365 Alive')).toMatchObject({
			baseline: 425,
			baseline_note: 'Over eight years',
			target_rule: 'beyond_overall',
			rate_percent: 6,
			target: null,
			due_on: '2018-12-31'
		});
		expect(named('Safety messages to young people')).toMatchObject({
			target_rule: 'growth_per_year',
			rate_percent: 20,
			baseline: null
		});
		for (const name of ['Staff who completed Respect', 'Offensive graffiti', 'Budget proposals'])
			expect(named(name)).toMatchObject({ kind: 'percentage', target: 100 });
	});

	it('have no outcome that nobody published: readings are of the demonstration’s plan, and say so', () => {
		const demonstrated = measures.current.map(({ name }) => name);
		for (const { measure, note } of readings) {
			expect(demonstrated).toContain(measure);
			expect(note).toContain('Invented');
		}
	});
});
