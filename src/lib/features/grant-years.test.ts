import { expect, it } from 'vitest';
import { yearFrom } from './grant-years';

it('takes the year of the address, where there are grants of it', () => {
	const asked = (year: string) => yearFrom(new URLSearchParams({ year }), [2026, 2025]);
	expect([asked('2025'), asked('1066'), asked('all'), asked('')]).toEqual([2025, null, null, null]);
});
