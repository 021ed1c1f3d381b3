/** What is due from the groups that were given grants, and whom nobody has visited yet. */
import { isAwarded } from '$lib/records/grant/grant-moves';
import { standingOf, type ReportStanding } from '$lib/records/grant/report-standing';
import type { Row } from '$lib/records/registry';

export const VIEWS = {
	overdue: 'Overdue',
	due_soon: 'Due soon',
	later: 'Later',
	received: 'Received',
	unvisited: 'Not visited yet'
} as const;
export type View = keyof typeof VIEWS;

export function viewFrom(query: URLSearchParams): View {
	const view = query.get('view');
	return (Object.keys(VIEWS) as View[]).find((known) => known === view) ?? 'overdue';
}

export interface DueReport {
	report: Row<'grant_reports'>;
	grant: Row<'grants'>;
	standing: ReportStanding;
}

/**
 * Reports of grants that are on the device, the one that is due first at the top; those that have come, the latest first.
 * @param today `YYYY-MM-DD`
 * @param remindDays working days
 */
export function dueReports(
	reports: readonly Row<'grant_reports'>[],
	grants: readonly Row<'grants'>[],
	today: string,
	remindDays: number
): Record<Exclude<View, 'unvisited'>, DueReport[]> {
	const byId = new Map(grants.map((grant) => [grant.id, grant]));
	const lists: Record<Exclude<View, 'unvisited'>, DueReport[]> = {
		overdue: [],
		due_soon: [],
		later: [],
		received: []
	};
	for (const report of reports.toSorted((a, b) => a.due_on.localeCompare(b.due_on))) {
		const grant = byId.get(report.grant_id);
		const standing = standingOf(report, today, remindDays);
		if (grant) lists[standing.state].push({ report, grant, standing });
	}
	lists.received.sort((a, b) =>
		(b.report.received_on ?? '').localeCompare(a.report.received_on ?? '')
	);
	return lists;
}

/** Grants that run and that nobody has visited, the one awarded first at the top. */
export function unvisited(
	grants: readonly Row<'grants'>[],
	visits: readonly Row<'grant_visits'>[]
): Row<'grants'>[] {
	const visited = new Set(visits.map(({ grant_id }) => grant_id));
	return grants
		.filter((grant) => isAwarded(grant) && grant.status !== 'closed' && !visited.has(grant.id))
		.sort((a, b) => (a.awarded_on ?? '').localeCompare(b.awarded_on ?? ''));
}
