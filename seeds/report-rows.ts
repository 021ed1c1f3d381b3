/** The demonstration's progress report on the running year, as a row of the database. */
import type { TablesInsert } from '../src/lib/records/database.types';
import { momentOf, timestampOf } from '../src/lib/time/dates';
import { financialYear, financialYearOf } from '../src/lib/time/financial-year';
import { holding } from './demo/authors';
import { currentPlan, report } from './files';
import { seedId } from './ids';
import { COUNCIL_ID, userOf, type UserIds } from './rows';

export function reportRows(userIds: UserIds, today: string): TablesInsert<'progress_reports'>[] {
	const [author] = holding('manager');
	if (!author) throw new Error('The demonstration has no manager');
	const { note: _, ...words } = report;
	return [
		{
			id: seedId('progress report', currentPlan.title),
			council_id: COUNCIL_ID,
			created_by: userOf(userIds, author.email),
			created_at: timestampOf(momentOf(today, '09:00')),
			plan_id: seedId('plan', currentPlan.title),
			year_from: financialYear(financialYearOf(today)).since,
			...words
		}
	];
}
