import { describe, expect, it } from 'vitest';
import { readWholeNumber, stepped } from './whole-number';

describe('readWholeNumber', () => {
	it.each([
		['', null],
		['  ', null],
		['6', 6],
		[' 1,200 ', 1200],
		['12 000', 12_000],
		['-3', -3]
	])('reads %j', (text, number) => expect(readWholeNumber(text)).toBe(number));

	it.each(['six', '1.5', '1,2', '1e3', '0x10', '5 6'])('refuses %j', (text) =>
		expect(readWholeNumber(text)).toBeNaN()
	);
});

describe('stepped', () => {
	const limits = { min: 0, max: 100 };

	it('counts from nothing', () => {
		expect(stepped('', 1, limits)).toBe('1');
		expect(stepped('', -1, limits)).toBe('0');
	});

	it('counts on from what is typed, within the limits', () => {
		expect(stepped('6', 1, limits)).toBe('7');
		expect(stepped('100', 1, limits)).toBe('100');
		expect(stepped('0', -1, limits)).toBe('0');
		expect(stepped('999', -1, limits)).toBe('100');
	});

	it('starts again where there is no number', () => expect(stepped('a few', 1, limits)).toBe('1'));
});
