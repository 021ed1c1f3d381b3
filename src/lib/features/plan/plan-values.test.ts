import { describe, expect, it } from 'vitest';
import { firstErrors } from '$lib/forms/error-list';
import { sampleRow } from '$lib/records/sample-rows';
import {
	emptyPlan,
	nextReference,
	objectiveSchema,
	planSchema,
	valuesOfObjective,
	valuesOfPlan
} from './plan-values';

const faultsOf = (values: object) =>
	firstErrors(planSchema.safeParse({ ...emptyPlan(), ...values }).error?.issues ?? []);

describe('the plan form', () => {
	const plan = sampleRow('plans');

	it('reads a plan back as it is', () => {
		expect(plan).toMatchObject(planSchema.parse(valuesOfPlan(plan)));
	});

	it('leaves open what is not known yet', () => {
		expect(planSchema.parse({ ...emptyPlan(), title: ' Next plan ' })).toEqual({
			title: 'Next plan',
			status: 'draft',
			starts_on: null,
			ends_on: null,
			published_on: null,
			information_published_on: null,
			review_on: null,
			source: null
		});
	});

	it('says what is wrong', () => {
		expect(faultsOf({})).toEqual({ title: 'Enter the title of the plan' });
		expect(faultsOf({ title: 'Next', starts_on: '2030-04-01', ends_on: '2030-03-31' })).toEqual({
			ends_on: 'The day it ends must be on or after 1 April 2030'
		});
		expect(faultsOf({ title: 'Next', published_on: '2026--01' })).toEqual({
			published_on: 'The day the objectives were published must include a month'
		});
	});
});

it('reads an objective back as it is', () => {
	const objective = sampleRow('objectives', { lga_module: 'services' });
	expect(objective).toMatchObject(objectiveSchema.parse(valuesOfObjective(objective)));
});

it('suggests the next reference', () => {
	expect(nextReference([])).toBe('1');
	expect(nextReference(['1', '2', '4'])).toBe('5');
	expect(nextReference(['2.1', '2.2'], '2')).toBe('2.3');
	expect(nextReference([], '3')).toBe('3.1');
});
