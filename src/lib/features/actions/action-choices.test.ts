import { expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { peopleChoices } from '../choices';
import { inUse } from '../choices';
import { objectiveChoices } from './action-choices';

const current = sampleRow('plans');
const closed = sampleRow('plans', { status: 'closed' });
const draft = sampleRow('plans', { status: 'draft', title: 'Next plan' });
const theme = sampleRow('objectives', {
	plan_id: current.id,
	kind: 'objective',
	title: 'Services'
});
const open = sampleRow('objectives', { plan_id: current.id, parent_id: theme.id, title: 'Open' });
const over = sampleRow('objectives', {
	plan_id: current.id,
	parent_id: theme.id,
	title: 'Over',
	closed_on: '2026-01-01'
});
const next = sampleRow('objectives', { plan_id: draft.id, kind: 'objective', title: 'Next' });
const old = sampleRow('objectives', { plan_id: closed.id, kind: 'objective' });
const objectives = [old, next, over, open, theme];
const TODAY = '2026-11-17';

it('offers open objectives and, under each, its priorities, of plans that are not closed', () => {
	const offered = objectiveChoices({ plans: [closed, current], objectives }, TODAY, '');
	expect(offered).toEqual([
		{ value: theme.id, label: 'Services', hint: 'Objective' },
		{ value: open.id, label: 'Open', hint: 'Priority under Services' }
	]);
});

it('keeps what is chosen already, and names the plan where there are several', () => {
	const offered = objectiveChoices({ plans: [draft, current], objectives }, TODAY, over.id);
	expect(offered.map(({ label, hint }) => `${label}: ${hint}`)).toEqual([
		'Services: Objective, EDI Action Plan 2026-30',
		'Over: Priority under Services, EDI Action Plan 2026-30',
		'Open: Priority under Services, EDI Action Plan 2026-30',
		'Next: Objective, Next plan'
	]);
});

it('offers people and names in use by the alphabet, each once', () => {
	const people = ['Zoë', 'Ada'].map((full_name) =>
		sampleRow('profiles', { full_name, user_id: crypto.randomUUID() })
	);
	expect(peopleChoices(people).map(({ label }) => label)).toEqual(['Ada', 'Zoë']);
	expect(inUse(['Parks', '', 'Housing', 'Parks'])).toEqual(['Housing', 'Parks']);
});
