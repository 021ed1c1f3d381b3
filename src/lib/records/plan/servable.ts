/** What of a plan field work may serve. */
import type { Row } from '../registry';

/** What field work may name of a plan: its priorities, and objectives that have none. */
export function servable(objectives: readonly Row<'objectives'>[]): Row<'objectives'>[] {
	const parents = new Set(objectives.map(({ parent_id }) => parent_id));
	return objectives.filter(({ id, kind }) => kind === 'priority' || !parents.has(id));
}

/** Whether an objective or priority takes no new records any more. */
export function isClosed(objective: Pick<Row<'objectives'>, 'closed_on'>, today: string): boolean {
	return objective.closed_on !== null && objective.closed_on <= today;
}
