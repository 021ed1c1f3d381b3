import { describe, expect, it } from 'vitest';
import { readTime } from './typed-time';

describe('a time as it is typed', () => {
	it.each([
		['5:30pm', '17:30'],
		['5.30 PM', '17:30'],
		['9am', '09:00'],
		['12am', '00:00'],
		['12:05pm', '12:05'],
		['17:30', '17:30'],
		['1730', '17:30'],
		['930', '09:30'],
		[' midday ', '12:00'],
		['midnight', '00:00'],
		['5 p.m.', '17:00']
	])('%s is %s', (text, time) => {
		expect(readTime(text)).toBe(time);
	});

	it.each(['', '5', '25:00', '13pm', '0am', '5:75pm', 'soon', '5:3'])('“%s” is none', (text) => {
		expect(readTime(text)).toBeNull();
	});
});
