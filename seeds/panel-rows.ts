/** The demonstration's counts of panels, as rows of the database. */
import type { TablesInsert } from '../src/lib/records/database.types';
import { addDays, momentOf, timestampOf } from '../src/lib/time/dates';
import { holding } from './demo/authors';
import { panels } from './files';
import { seedId } from './ids';
import { COUNCIL_ID, userOf, type UserIds } from './rows';

export function panelRows(userIds: UserIds, today: string): TablesInsert<'panel_snapshots'>[] {
	const [author] = holding('admin');
	if (!author) throw new Error('The demonstration has no administrator');
	return panels.map(({ days, ...panel }) => {
		const taken_on = addDays(today, -days);
		return {
			id: seedId('panel', `${panel.title}/${days}`),
			council_id: COUNCIL_ID,
			created_by: userOf(userIds, author.email),
			created_at: timestampOf(momentOf(taken_on, '16:00')),
			taken_on,
			...panel
		};
	});
}
