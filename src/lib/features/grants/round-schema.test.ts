import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { roundSchema } from './round-schema';
import { emptyRound, valuesOf } from './round-values';

const schema = roundSchema();
const whole = sampleRow('grant_rounds');

describe('the form of a round', () => {
	it('says all that is missing of a new one', () => {
		expect(schema.safeParse(emptyRound()).error?.issues.map(({ message }) => message)).toEqual([
			'Enter the name',
			'Enter the opening date',
			'Enter the closing date',
			'Enter the budget'
		]);
	});

	it('reads back what it was given', () => {
		expect(whole).toMatchObject(schema.parse(valuesOf(whole)));
	});

	it('wants its days in order', () => {
		const values = { ...valuesOf(whole), closes_on: '2026-05-31', decided_by: '2026-05-30' };
		expect(schema.safeParse(values).error?.issues.map(({ message }) => message)).toEqual([
			'The closing date must be after the opening date',
			'The date of the decision must be after the closing date'
		]);
	});
});
