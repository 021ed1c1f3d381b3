import { describe, expect, it } from 'vitest';
import { assessment } from '$lib/records/assessment/assessment';
import { sampleRow } from '$lib/records/sample-rows';
import { assessmentSchema } from './assessment-schema';
import { emptyAssessment, valuesOf } from './assessment-values';

const schema = assessmentSchema();

/** The sentences by field. */
function errorsOf(values: object): Record<string, string> {
	const read = schema.safeParse({ ...valuesOf(sampleRow('assessments')), ...values });
	return Object.fromEntries(
		(read.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message])
	);
}

describe('the forms over an assessment', () => {
	it('say all that is missing of a new one', () => {
		const read = schema.safeParse(emptyAssessment());
		expect(read.error?.issues.map(({ message }) => message)).toEqual([
			'Select the kind of assessment',
			'Enter the title',
			'Enter the service',
			'Select why it is made'
		]);
	});

	it('read back what they were given', () => {
		const row = sampleRow('assessments', { impact_age: 'negative', due_on: '2026-12-01' });
		const read = schema.parse(valuesOf(row));
		expect(read).toEqual(assessment.schema.parse(row));
	});

	it('trim what is typed', () => {
		expect(schema.parse({ ...valuesOf(sampleRow('assessments')), title: ' Parks ' }).title).toBe(
			'Parks'
		);
	});

	it('refuse what no council could mean', () => {
		expect(errorsOf({ due_on: '2026-02-30' })).toEqual({
			due_on: 'The due date must be a real date'
		});
		expect(errorsOf({ title: 'x'.repeat(301), findings: 'x'.repeat(10_001) })).toEqual({
			title: 'The title must be 300 characters or fewer',
			findings: 'The findings must be 10,000 characters or fewer'
		});
	});
});
