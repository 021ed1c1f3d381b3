import { describe, expect, it } from 'vitest';
import { readingSchema, valuesOfReading } from './reading-values';

const around = { today: '2026-11-22', others: ['2026-06-30'] };
const typed = { read_on: '2026-09-30', value: '12', whole_count: '', note: '' };

describe('a reading of a count', () => {
	const schema = readingSchema({ kind: 'count' }, around);
	const messages = (values: object) =>
		schema.safeParse({ ...typed, ...values }).error?.issues.map(({ message }) => message);

	it('is what was typed', () => {
		const reading = { read_on: '2026-09-30', value: 1200.5, whole_count: null, note: null };
		expect(schema.parse({ ...typed, value: '1 200.5' })).toEqual(reading);
		expect(valuesOfReading({ ...reading, measure_id: '', fed: false })).toEqual({
			...typed,
			value: '1200.5'
		});
	});

	it('is of nothing', () => {
		expect(schema.parse({ ...typed, whole_count: 'left over' })).toMatchObject({
			whole_count: null
		});
	});

	it.each([
		[{ value: 'many' }, 'The reading must be a number, like 12.5'],
		[{ value: '' }, 'Enter the reading'],
		[{ read_on: '2026-06-30' }, 'There is a reading of this day already'],
		[{ read_on: '2026-11-23' }, 'The date must be today or in the past']
	])('refuses %j', (values, message) => expect(messages(values)).toEqual([message]));
});

describe('a reading of a percentage', () => {
	const schema = readingSchema({ kind: 'percentage' }, around);
	const messages = (values: object) =>
		schema.safeParse({ ...typed, ...values }).error?.issues.map(({ message }) => message);

	it('is a percentage, or so many of so many', () => {
		expect(schema.parse({ ...typed, value: '64%' })).toMatchObject({ value: 64 });
		expect(schema.parse({ ...typed, value: '320', whole_count: '1,500' })).toMatchObject({
			value: 320,
			whole_count: 1500
		});
	});

	it.each([
		[{ value: '101' }, 'The reading must be 100 or less'],
		[{ value: '1600', whole_count: '1500' }, 'The reading must be 1,500 or less'],
		[{ value: '-1' }, 'The reading must be 0 or more'],
		[{ whole_count: '0' }, 'Out of how many must be 1 or more']
	])('refuses %j', (values, message) => expect(messages(values)).toEqual([message]));
});
