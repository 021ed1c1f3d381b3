import { expect, it } from 'vitest';
import { yearFrom, yearInWords } from './grant-years';

it('writes a year of accounts as the council does', () => {
	expect([1999, 2008, 2026].map(yearInWords)).toEqual(['1999/00', '2008/09', '2026/27']);
});

it('takes the year of the address, where there are grants of it', () => {
	const asked = (year: string) => yearFrom(new URLSearchParams({ year }), [2026, 2025]);
	expect([asked('2025'), asked('1066'), asked('all'), asked('')]).toEqual([2025, null, null, null]);
});
