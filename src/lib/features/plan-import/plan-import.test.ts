import { describe, expect, it } from 'vitest';
import { readPlanText } from '$lib/exchange/plan-document/read-file';
import { understand } from '$lib/exchange/plan-document/understand';
import { sampleRow } from '$lib/records/sample-rows';
import { compare, type Existing } from './compare';
import { faultsOf } from './import-schema';
import { actionFrom, valuesOf, type ImportValues } from './import-values';
import { periodIn, readDue } from './plan-dates';
import { ratingIn, statusIn } from './status-words';

const PLAN = 'a5c0e4b2-0000-4000-8000-000000000001';
const nothing: Existing = { objectives: [], actions: [] };
const valuesFor = async (text: string, target = '') =>
	valuesOf(understand(await readPlanText(text)), 'plan.txt', target);

const county = `Fairness Policy – Action Plan 2015/16

We set ourselves the following objectives:

1. Knowing our communities
2. Services that people can reach

Housing Services' Actions

Action\tObjective
Review the letters that we send to tenants.\t2
Ask tenants what they need, on visits and by text message.\t1

Council-wide Actions

Action\tObjective
Publish what we know of our communities every year.\t1
`;

const city = `Priority areas for action

Knowing our communities

Priorities

• inclusive services: finding barriers and removing them

Actions

• review how we consult
• hold events

Rate this page
`;

/** What a save makes of values, as later imports find it. */
function saved(values: ImportValues): Existing {
	return {
		objectives: values.objectives.map((row, at) =>
			sampleRow('objectives', {
				id: row.id,
				plan_id: PLAN,
				kind: row.kind,
				parent_id: row.parent || null,
				reference: row.reference || String(at + 1),
				title: row.title,
				description: row.description || null
			})
		),
		actions: values.actions.map((row, at) =>
			sampleRow('actions', {
				id: row.id,
				plan_id: PLAN,
				objective_id: row.objective,
				reference: row.reference || `A${at + 1}`,
				title: row.title,
				service: row.service,
				owner: row.owner || null,
				description: row.description || null,
				further_objective_ids: row.further,
				source_ref: row.printed,
				...readDue(row.due)
			})
		)
	};
}

describe('a document as a form', () => {
	it('takes services from headings, objectives from the list, the period from the title', async () => {
		const values = await valuesFor(county);
		expect(values).toMatchObject({
			title: 'Fairness Policy – Action Plan 2015/16',
			startsOn: '2015-04-01',
			endsOn: '2016-03-31'
		});
		const titleOf = (id: string) => values.objectives.find((row) => row.id === id)?.title;
		expect(values.actions.map(({ service, objective }) => [service, titleOf(objective)])).toEqual([
			['Housing Services', 'Services that people can reach'],
			['Housing Services', 'Knowing our communities'],
			['Council-wide', 'Knowing our communities']
		]);
	});

	it('makes themes objectives, with their priorities under them', async () => {
		const values = await valuesFor(city);
		const [theme, priority] = values.objectives;
		expect(theme).toMatchObject({
			kind: 'objective',
			title: 'Knowing our communities',
			parent: ''
		});
		expect(priority).toMatchObject({
			kind: 'priority',
			parent: theme?.id,
			title: 'Inclusive services',
			description: 'Inclusive services: finding barriers and removing them'
		});
		expect(
			values.actions.map(({ title, objective, service }) => [title, objective, service])
		).toEqual([
			['Review how we consult', theme?.id, ''],
			['Hold events', theme?.id, '']
		]);
	});

	it('keeps the whole text of a title that is too long', async () => {
		const long =
			`Review our letters. ${'We will ask tenants what they think of them. '.repeat(15)}`.trim();
		const values = await valuesFor(`Plan\n\nHousing\n\nActions\n\n• ${long}\n`);
		expect(values.actions[0]?.title.length).toBeLessThanOrEqual(500);
		expect(values.actions[0]?.description).toBe(long);
		expect(faultsOf(values, nothing)).toEqual([]);
	});
});

describe('comparing with the plan that is there', () => {
	it('finds everything new in a new plan, and everything unchanged the second time', async () => {
		const first = await valuesFor(county);
		expect(compare(first, nothing).actions.map(({ state }) => state)).toEqual([
			'new',
			'new',
			'new'
		]);
		const again = compare(await valuesFor(county, PLAN), saved(first));
		expect([...again.objectives, ...again.actions].map(({ state }) => state)).toEqual(
			Array(5).fill('same')
		);
		expect(again.missing).toEqual([]);
	});

	it('says what has changed, and finds the action by its title in other capitals and signs', async () => {
		const existing = saved(await valuesFor(county));
		const next = county
			.replace(
				'Review the letters that we send to tenants.\t2',
				'REVIEW the letters, that we send to tenants\t1'
			)
			.replace(/Council-wide[^]*/, '');
		const { actions, missing } = compare(await valuesFor(next, PLAN), existing);
		expect(actions.map(({ state, changes }) => [state, Object.keys(changes)])).toEqual([
			['changed', ['title', 'source_ref', 'objective_id']],
			['same', []]
		]);
		expect(missing.map(({ title }) => title)).toEqual([
			'Publish what we know of our communities every year.'
		]);
	});

	it('knows an action whose title was put right after the last import, and leaves the title alone', async () => {
		const existing = saved(await valuesFor(county));
		const corrected = existing.actions.map((row, at) =>
			at === 0 ? { ...row, title: 'Letters to tenants' } : row
		);
		const { actions } = compare(await valuesFor(county, PLAN), { ...existing, actions: corrected });
		expect(actions.map(({ state }) => state)).toEqual(['same', 'same', 'same']);
	});

	it('goes by reference before title', async () => {
		const table = (title: string) =>
			`Plan\n\nObjective 1: Fairness\n\nRef\tAction\nH1\t${title}\nH2\tAsk tenants\n`;
		const existing = saved(await valuesFor(table('Review letters')));
		const { actions } = compare(
			await valuesFor(table('Write to everybody afresh'), PLAN),
			existing
		);
		expect(actions.map(({ state, changes }) => [state, changes.title])).toEqual([
			['changed', 'Write to everybody afresh'],
			['same', undefined]
		]);
	});

	it('asks where a title is nearly the same, and takes the person’s word', async () => {
		const existing = saved(await valuesFor(county));
		const values = await valuesFor(
			county.replace(
				'Ask tenants what they need, on visits and by text message.',
				'Ask tenants and leaseholders what they need on visits and by text.'
			),
			PLAN
		);
		const row = values.actions[1];
		if (!row) throw new Error('No such row');
		expect(compare(values, existing).actions[1]).toMatchObject({
			state: 'unsure',
			existing: { title: /^Ask tenants what/ }
		});
		expect(faultsOf(values, existing).map(({ field }) => field)).toEqual([`match-${row.id}`]);
		row.match = 'new';
		expect(compare(values, existing).actions[1]?.state).toBe('new');
		row.match = existing.actions[1]?.id ?? '';
		expect(compare(values, existing).actions[1]?.state).toBe('changed');
		expect(faultsOf(values, existing)).toEqual([]);
	});
});

describe('before it is saved', () => {
	it('wants an objective for each action, at its row', async () => {
		const values = await valuesFor(county);
		values.actions.push(actionFrom({ id: 'x', text: 'Do more', place: 'line 3' }));
		const added = values.actions.at(-1);
		expect(faultsOf(values, nothing)).toEqual([
			{ field: `objective-${added?.id}`, message: 'Select the objective that “Do more” serves' }
		]);
		if (added) added.leaveOut = true;
		expect(faultsOf(values, nothing)).toEqual([]);
	});

	it('does not let an action serve an objective that is left out', async () => {
		const values = await valuesFor(county);
		const [first] = values.objectives;
		if (first) first.leaveOut = true;
		expect(faultsOf(values, nothing)).toHaveLength(2);
	});

	it('wants titles, real dates in order, and something to save', async () => {
		const values = await valuesFor(county);
		for (const row of [...values.objectives, ...values.actions]) row.leaveOut = true;
		const faults = faultsOf(
			{ ...values, title: ' ', startsOn: '2026-13-01', endsOn: '2026-04-01' },
			nothing
		);
		expect(faults.map(({ field }) => field)).toEqual(['title', 'startsOn', '']);
		expect(
			faultsOf({ ...values, startsOn: '2027-04-01', endsOn: '2026-04-01' }, nothing)[0]?.field
		).toBe('endsOn');
	});
});

describe('words and dates', () => {
	it.each([
		['Plan 2015/16', '2015-04-01', '2016-03-31'],
		['Scheme 2022-26', '2022-04-01', '2026-03-31'],
		['Strategy 2021 to 2025', '2021-04-01', '2025-03-31'],
		['Plan 2024', '', ''],
		['Plan 2026-24', '', '']
	])('reads the period of %s', (title, startsOn, endsOn) => {
		expect(periodIn(title)).toEqual({ startsOn, endsOn });
	});

	it.each([
		['31/12/2025', '2025-12-31'],
		['1.4.25', '2025-04-01'],
		['30 June 2026', '2026-06-30'],
		['by end of Feb 2028', '2028-02-29'],
		['Sept 2022', '2022-09-30'],
		['Mar-24', '2024-03-31'],
		['2026-03-31', '2026-03-31']
	])('reads the deadline %s', (text, due_on) => {
		expect(readDue(text)).toEqual({ due_on, due_rule: null });
	});

	it.each(['Ongoing', 'by 2018', '31/02/2025', 'Annually in March'])(
		'keeps %s as words',
		(text) => {
			expect(readDue(text)).toEqual({ due_on: null, due_rule: text });
		}
	);

	it('reads status and rating', () => {
		expect(['Complete', 'On track', 'Not started', 'Cancelled', 'see note'].map(statusIn)).toEqual([
			'done',
			'in_progress',
			'not_started',
			'stopped',
			null
		]);
		expect(['Green', 'AMBER – late', 'R', 'n/a', ''].map(ratingIn)).toEqual([
			'green',
			'amber',
			'red',
			null,
			null
		]);
	});
});
