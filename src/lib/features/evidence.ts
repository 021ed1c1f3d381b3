/** What shows that something of the plan happened: records that name it, as far as they are on this device. */
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import { dateOf, formatDate, later } from '$lib/time/dates';
import { readWorkDone } from './work-done';

/** Records that name an action, an objective or a priority. */
export interface Evidence {
	count: number;
	/** The day of the newest, `YYYY-MM-DD`. */
	last: string | null;
}

/** No evidence. */
export const NONE: Evidence = { count: 0, last: null };

/** Several amounts of evidence as one. */
export function added(parts: readonly Evidence[]): Evidence {
	return parts.reduce(
		(sum, { count, last }) => ({ count: sum.count + count, last: later(sum.last, last) }),
		NONE
	);
}

/**
 * How much evidence names each of these actions and objectives, and how recent it is: logs, events, networks' activities
 * and grants, and assessments from the day they were begun or signed off. An assessment of an action counts for the action's objective too, as a log does.
 */
export async function readEvidence(
	store: Store,
	actions: readonly Row<'actions'>[],
	objectives: readonly Row<'objectives'>[] = []
): Promise<Map<string, Evidence>> {
	const logs = store.records('engagement_logs');
	const [assessments, work, ...tallies] = await Promise.all([
		store.records('assessments').all(),
		readWorkDone(store),
		...actions.map(
			async ({ id }) => [id, await logs.tally('[action_id+occurred_on]', id)] as const
		),
		...objectives.map(
			async ({ id }) => [id, await logs.tally('[objective_id+occurred_on]', id)] as const
		)
	]);
	const evidence = new Map<string, Evidence>(tallies);
	const objectiveOf = new Map(actions.map(({ id, objective_id }) => [id, objective_id]));
	const count = (id: string, last: string) =>
		evidence.set(id, added([evidence.get(id) ?? NONE, { count: 1, last }]));
	for (const { action_id, objective_id, on } of work)
		for (const id of [action_id, objective_id]) if (id) count(id, on);
	for (const { action_id, objective_id, signed_off_on, created_at } of assessments) {
		const last = signed_off_on ?? dateOf(new Date(created_at));
		const served = objective_id ?? (action_id && objectiveOf.get(action_id));
		for (const id of [action_id, served]) if (id) count(id, last);
	}
	return evidence;
}

/** "124 pieces of evidence, the latest of 14 November 2026" */
export function evidenceInWords({ count, last }: Evidence): string {
	if (count === 0 || last === null) return 'No evidence yet';
	return `${count.toLocaleString('en-GB')} ${count === 1 ? 'piece' : 'pieces'} of evidence, the latest of ${formatDate(last)}`;
}
