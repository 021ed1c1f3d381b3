/** Which reports an award asks for. The server makes them by the same rule (private.expected_reports). */
import { addMonths } from '$lib/time/dates';
import type { Enums } from '../database.types';

export interface ExpectedReport {
	kind: Enums<'grant_report_kind'>;
	due_on: string;
}

const MONTHS_APART = 6;
const MONTHS_BEFORE_LAST = 2;

/**
 * One every six months while the grant runs, and the last when it ends, though not sooner than six months after the
 * award. In the two months before the last none is asked for but the first. Days are `YYYY-MM-DD`.
 */
export function expectedReports(awardedOn: string, endsOn: string): ExpectedReport[] {
	const first = addMonths(awardedOn, MONTHS_APART);
	const reports: ExpectedReport[] = [];
	for (let half = 1, due_on = first; due_on < endsOn && half <= 60;) {
		if (half === 1 || addMonths(due_on, MONTHS_BEFORE_LAST) <= endsOn)
			reports.push({ kind: 'interim', due_on });
		half += 1;
		due_on = addMonths(awardedOn, half * MONTHS_APART);
	}
	return [...reports, { kind: 'final', due_on: endsOn > first ? endsOn : first }];
}
