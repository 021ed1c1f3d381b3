import { expect, it } from 'vitest';
import { financialYear, financialYearOf, yearInWords } from './financial-year';

it('begins on 1 April', () => {
	expect(['2026-03-31', '2026-04-01', '2027-01-01'].map(financialYearOf)).toEqual([
		2025, 2026, 2026
	]);
	expect(financialYear(2026)).toEqual({ since: '2026-04-01', until: '2027-03-31' });
});

it('is written as the council does', () => {
	expect([1999, 2008, 2026].map(yearInWords)).toEqual(['1999/00', '2008/09', '2026/27']);
});
