/** Which priority a new log most likely serves. */
import { isClosed } from '../plan/servable';
import type { Row } from '../registry';
import type { EngagementLogFields } from './engagement-log';

/**
 * The priority to suggest for a new log: the one that its action serves, or the one used last.
 * Null where neither is open.
 */
export function suggestPriority(
	priorities: readonly Row<'objectives'>[],
	today: string,
	from: {
		action?: Pick<Row<'actions'>, 'objective_id'>;
		lastLog?: Pick<EngagementLogFields, 'objective_id'>;
	}
): string | null {
	const open = new Set(
		priorities.filter((priority) => !isClosed(priority, today)).map(({ id }) => id)
	);
	const wanted = [from.action?.objective_id, from.lastLog?.objective_id];
	return wanted.find((id) => id !== undefined && open.has(id)) ?? null;
}
