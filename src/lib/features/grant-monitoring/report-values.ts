/** What the form of a report holds. */
import { moneyText } from '$lib/money';
import { talliesOf, type Tally } from '$lib/records/engagement/tallies';
import type { GrantReportFields } from '$lib/records/grant/grant-report';

/** In the order of the page: errors are listed so. Nothing is ''. */
export interface ReportValues {
	grant_id: string;
	kind: string;
	due_on: string;
	/** '' until it has come; the rest is asked only then. */
	received_on: string;
	outcome: string;
	people_count: string;
	tallies: Tally[];
	spent_pence: string;
}

export function emptyReport(grantId: string): ReportValues {
	return {
		grant_id: grantId,
		kind: 'interim',
		due_on: '',
		received_on: '',
		outcome: '',
		people_count: '',
		tallies: [],
		spent_pence: ''
	};
}

export function reportValuesOf(report: GrantReportFields): ReportValues {
	return {
		grant_id: report.grant_id,
		kind: report.kind,
		due_on: report.due_on,
		received_on: report.received_on ?? '',
		outcome: report.outcome,
		people_count: report.people_count?.toString() ?? '',
		tallies: talliesOf(report),
		spent_pence: moneyText(report.spent_pence)
	};
}
