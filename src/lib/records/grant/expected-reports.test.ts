import { describe, expect, it } from 'vitest';
import { expectedReports } from './expected-reports';

describe('the reports of an award', () => {
	it.each([
		['2026-10-31', ['final 2027-03-14']],
		['2027-03-14', ['final 2027-03-14']],
		['2027-03-31', ['interim 2027-03-14', 'final 2027-03-31']],
		['2027-09-14', ['interim 2027-03-14', 'final 2027-09-14']],
		['2027-09-30', ['interim 2027-03-14', 'final 2027-09-30']],
		['2027-11-13', ['interim 2027-03-14', 'final 2027-11-13']],
		['2027-11-14', ['interim 2027-03-14', 'interim 2027-09-14', 'final 2027-11-14']],
		['2028-03-31', ['interim 2027-03-14', 'interim 2027-09-14', 'final 2028-03-31']]
	])('awarded on 14 September 2026, running to %s: %j', (endsOn, reports) => {
		const made = expectedReports('2026-09-14', endsOn);
		expect(made.map(({ kind, due_on }) => `${kind} ${due_on}`)).toEqual(reports);
	});

	it('falls on the last day of a month that is too short', () => {
		expect(expectedReports('2026-08-31', '2027-12-31')[0]?.due_on).toBe('2027-02-28');
	});
});
