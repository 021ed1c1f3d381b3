import { expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { targetFields, targetSchema, targetValuesOf } from './targets';

const council = sampleRow('councils');

it('the targets go through the form as they were', () => {
	const read = targetSchema().parse(targetValuesOf(council));
	expect(council).toMatchObject(read);
	expect(Object.keys(read)).toHaveLength(targetFields.length + 1);
});

it('and are read with sentences', () => {
	const result = targetSchema().safeParse({
		...targetValuesOf(council),
		office_closes_at: 'late',
		lighting_days: '61'
	});
	expect(result.error?.issues.map(({ message }) => message)).toEqual([
		'The time the office closes must be a time, like 9:30am or 5:30pm',
		'Working days for street lighting must be 60 or fewer'
	]);
});
