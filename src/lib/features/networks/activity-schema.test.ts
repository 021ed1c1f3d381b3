import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { activitySchema } from './activity-schema';
import { activityValuesOf, emptyActivity, type ActivityValues } from './activity-values';

const TODAY = '2026-11-23';
const id = crypto.randomUUID();
const launch = emptyActivity(TODAY, {
	network_id: id,
	kind: 'campaign',
	title: ' Disability History Month launch ',
	held_on: '2026-11-18',
	attendance: '23',
	issue: 'Lift at St Aldate’s entrance',
	objective_id: id
});
const read = (change: Partial<ActivityValues> = {}) =>
	activitySchema(TODAY).safeParse({ ...launch, ...change });
const faultsOf = (change: Partial<ActivityValues>) =>
	Object.fromEntries(
		(read(change).error?.issues ?? []).map(({ path, message }) => [path[0], message])
	);

describe('the form of an activity', () => {
	it('reads an activity with its issue', () => {
		expect(read().data).toMatchObject({
			activity: { title: 'Disability History Month launch', attendance: 23, place_id: null },
			issue: 'Lift at St Aldate’s entrance',
			propose: true
		});
	});

	it.each([
		[{ title: ' ' }, { title: 'Enter what it was called' }],
		[{ kind: '' }, { kind: 'Select what kind of activity it is' }],
		[{ network_id: '' }, { network_id: 'Select the network' }],
		[{ objective_id: '' }, { objective_id: 'Select the priority it serves' }],
		[
			{ held_on: '2026-11-24' },
			{ held_on: 'The date must be today or in the past, unless it is planned' }
		],
		[
			{ attendance: 'many' },
			{ attendance: 'The number of people who came must be a whole number, like 15' }
		],
		[
			{ kind: 'training', completions: '4', headcount: '3' },
			{ completions: 'More people finished than it is meant for' }
		]
	])('%j: %j', (change, faults) => {
		expect(faultsOf(change)).toEqual(faults);
	});

	it('takes a day to come of what is planned, without what nobody can know yet', () => {
		const planned = read({
			status: 'planned',
			held_on: '2026-12-09',
			kind: 'training',
			completions: '3',
			headcount: '40'
		});
		expect(planned.data).toMatchObject({
			activity: { attendance: null, completions: null, headcount: 40 },
			issue: ''
		});
	});

	it('does not ask a meeting who finished it, whatever was typed before', () => {
		expect(
			read({ kind: 'meeting', completions: 'x', headcount: 'y' }).data?.activity
		).toMatchObject({
			completions: null,
			headcount: null
		});
	});

	it('shows an activity as it is kept', () => {
		const row = sampleRow('network_activities', { network_id: id, objective_id: id });
		const { activity } = activitySchema(TODAY).parse(activityValuesOf(row));
		expect(row).toMatchObject(activity);
	});
});
