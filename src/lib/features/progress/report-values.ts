/** What the form of a progress report holds. How it is read: report-schema.ts. */
import type { ProgressReportFields } from '$lib/records/report/progress-report';

/** In the order of the page: errors are listed so. */
export type ReportValues = ProgressReportFields;

/** @param yearFrom the first day of the year that it begins with */
export function emptyReport(planId: string, yearFrom: string): ReportValues {
	return {
		plan_id: planId,
		year_from: yearFrom,
		foreword: '',
		achieved: '',
		setbacks: '',
		next_steps: ''
	};
}

export function reportValuesOf(report: ProgressReportFields): ReportValues {
	const { plan_id, year_from, foreword, achieved, setbacks, next_steps } = report;
	return { plan_id, year_from, foreword, achieved, setbacks, next_steps };
}
