import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { emptyMeasure, measureSchema, valuesOfMeasure, type MeasureValues } from './measure-values';

const filled: MeasureValues = {
	...emptyMeasure('2026-04-01', '2030-03-31'),
	name: 'Staff trained',
	target: '1,200'
};
const problems = (values: Partial<MeasureValues>) =>
	measureSchema
		.safeParse({ ...filled, ...values })
		.error?.issues.map(({ path, message }) => [path[0], message]);

describe('the form for a measure', () => {
	it('reads a measure back as it was', () => {
		const { objective_id: _, action_id: __, position: ___, ...fields } = sampleRow('measures');
		expect(measureSchema.parse(valuesOfMeasure(sampleRow('measures')))).toEqual(
			Object.fromEntries(
				Object.entries(fields).filter(([name]) => name in emptyMeasure('2026-04-01', ''))
			)
		);
	});

	it('reads numbers as people type them', () => {
		expect(measureSchema.parse({ ...filled, baseline: '12,5' })).toMatchObject({
			target: 1200,
			baseline: 12.5
		});
	});

	it('keeps only what the answers ask for', () => {
		const whole = {
			...filled,
			whole: 'all staff',
			fed_by: 'logs',
			accumulates: true,
			target: '95'
		};
		expect(measureSchema.parse({ ...whole, kind: 'percentage' })).toMatchObject({
			whole: 'all staff',
			fed_by: null,
			accumulates: false
		});
		expect(measureSchema.parse(whole)).toMatchObject({ whole: null, fed_by: 'logs' });
		expect(measureSchema.parse({ ...filled, target_rule: 'none' })).toMatchObject({ target: null });
	});

	it('finds everything that is wrong in one go', () => {
		expect(problems({ name: ' ', target: '', due_on: '2026-03-31' })).toEqual([
			['name', 'Enter what is measured'],
			['target', 'Enter the target']
		]);
		expect(problems({ due_on: '2026-03-31' })).toEqual([
			['due_on', 'The deadline must be after the date it starts']
		]);
	});

	it.each([
		[{ target_rule: 'growth_per_year' }, 'rate_percent', 'Enter the percentage'],
		[{ kind: 'percentage', target: '120' }, 'target', 'The target must be 100 or less'],
		[
			{ fed_by: 'logs', frequency: 'once' },
			'frequency',
			'Records feed a measure every month, quarter, half year or year'
		]
	])('refuses %j', (values, field, message) => {
		expect(problems(values)).toEqual([[field, message]]);
	});
});
