import { describe, expect, it } from 'vitest';
import { standingOf } from './report-standing';

const report = (due_on: string, received_on: string | null = null) => ({ due_on, received_on });

describe('a report on a grant', () => {
	it.each([
		// 14 March 2027 is a Sunday.
		['2027-03-14', 'due_soon', 0],
		['2027-03-15', 'overdue', 1],
		['2027-03-19', 'overdue', 5],
		// Ten working days before: Monday 1 March is the first with ten left.
		['2027-03-01', 'due_soon', 9],
		['2027-02-27', 'due_soon', 10],
		['2027-02-26', 'due_soon', 10],
		['2027-02-25', 'later', 11]
	] as const)(
		'due on 14 March 2027 is on %s %s by %i working days',
		(today, state, workingDays) => {
			expect(standingOf(report('2027-03-14'), today, 10)).toEqual({ state, workingDays });
		}
	);

	it('leaves bank holidays out', () => {
		// Good Friday and Easter Monday 2027: 26 and 29 March.
		expect(standingOf(report('2027-03-30'), '2027-03-25', 10).workingDays).toBe(1);
		expect(standingOf(report('2027-03-25'), '2027-03-30', 10)).toEqual({
			state: 'overdue',
			workingDays: 1
		});
	});

	it('is not due once it has come, however late', () => {
		expect(standingOf(report('2027-03-14', '2027-04-20'), '2027-05-01', 10).state).toBe('received');
	});
});
