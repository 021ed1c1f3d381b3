/** Visits to the demonstration's grants, and reports on them, as rows of the database. */
import type { TablesInsert } from '../src/lib/records/database.types';
import { momentOf, timestampOf } from '../src/lib/time/dates';
import { monitoring } from './files';
import { grantId } from './grant-rows';
import { seedId } from './ids';
import { COUNCIL_ID, userOf, type UserIds } from './rows';

export function grantVisitRows(userIds: UserIds): TablesInsert<'grant_visits'>[] {
	return monitoring.visits.map(({ grant, by, ...visit }) => ({
		...visit,
		id: seedId('grant visit', `${grant} ${visit.visited_on}`),
		council_id: COUNCIL_ID,
		created_by: userOf(userIds, by),
		created_at: timestampOf(momentOf(visit.visited_on, '16:00')),
		grant_id: grantId(grant),
		quote_consent: visit.quote !== ''
	}));
}

export function grantReportRows(): TablesInsert<'grant_reports'>[] {
	return monitoring.reports.map(({ grant, people, spent, ...report }) => ({
		...report,
		id: seedId('grant report', `${grant} ${report.due_on}`),
		council_id: COUNCIL_ID,
		grant_id: grantId(grant),
		people_count: people,
		spent_pence: spent && spent * 100
	}));
}
