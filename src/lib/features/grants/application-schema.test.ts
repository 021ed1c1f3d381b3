import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { applicationSchema } from './application-schema';
import { emptyApplication, valuesOf } from './application-values';

const TODAY = '2026-11-17';
const schema = applicationSchema(TODAY);
const start = { round_id: '', organisation_id: '', objective_id: '', action_id: '' };
const id = crypto.randomUUID();
const whole = sampleRow('grants', { round_id: id, organisation_id: id, objective_id: id });

function errorsOf(values: object): Record<string, string> {
	const read = schema.safeParse({ ...valuesOf(whole), ...values });
	return Object.fromEntries(
		(read.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message])
	);
}

describe('the form of an application', () => {
	it('says all that is missing of a new one, in the order of the page', () => {
		const read = schema.safeParse(emptyApplication(start, TODAY));
		expect(read.error?.issues.map(({ message }) => message)).toEqual([
			'Select the round',
			'Select who applies',
			'Enter the title',
			'Enter what the money is for',
			'Enter the amount they ask for',
			'Select the priority that it serves'
		]);
	});

	it('reads back what it was given', () => {
		expect(whole).toMatchObject(schema.parse(valuesOf(whole)));
	});

	it('reads pounds into pence', () => {
		expect(schema.parse({ ...valuesOf(whole), requested: '£2,400.50' }).requested_pence).toBe(
			240_050
		);
	});

	it.each([
		[
			{ requested: 'a lot' },
			{ requested: 'The amount they ask for must be in pounds, like 2,400 or 2,400.50' }
		],
		[{ requested: '0' }, { requested: 'The amount they ask for must be £0.01 or more' }],
		[
			{ received_on: '2026-11-18' },
			{ received_on: 'The date it was received must be today or in the past' }
		],
		[
			{ starts_on: '2027-02-01', ends_on: '2027-01-31' },
			{ ends_on: 'The last day must be after the first' }
		],
		[{ title: 'x'.repeat(201) }, { title: 'The title must be 200 characters or fewer' }]
	])('says of %j: %j', (values, errors) => {
		expect(errorsOf(values)).toEqual(errors);
	});
});
