import { describe, expect, it } from 'vitest';
import { readDecimal } from './decimal';
import { decimalField } from './field-schemas';

describe('a number as typed', () => {
	it.each([
		['12', 12],
		['12.5', 12.5],
		['12,5', 12.5],
		['1,200', 1200],
		['1 200', 1200],
		['1,200,000.25', 1_200_000.25],
		[' 64% ', 64],
		['.5', 0.5],
		['-3', -3],
		['', null],
		['  ', null]
	])('%j is %j', (text, number) => expect(readDecimal(text)).toBe(number));

	it.each(['twelve', '1.2.3', '1,20,3', '12,', '1e3', '--1', '£5'])('%j is none', (text) => {
		expect(readDecimal(text)).toBeNaN();
	});
});

describe('a field for one', () => {
	const field = decimalField({ name: 'the reading', min: 0, max: 100 });
	it.each([
		['', 'Enter the reading'],
		['many', 'The reading must be a number, like 12.5'],
		['-1', 'The reading must be 0 or more'],
		['100.5', 'The reading must be 100 or less']
	])('says of %j: %s', (text, sentence) => {
		expect(field.safeParse(text).error?.issues.map(({ message }) => message)).toEqual([sentence]);
	});
	it('gives the number', () => expect(field.parse('12,5')).toBe(12.5));
	it('may be left empty where it is optional', () => {
		expect(decimalField({ name: 'the baseline', optional: true }).parse('')).toBeNull();
	});
});
