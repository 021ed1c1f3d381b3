/** What shows that a plan is being carried out, as far as it is on this device. */
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import { dateOf } from '$lib/time/dates';
import { added, NONE, type Evidence, type Facts } from './plan-tree';

/**
 * How much evidence names each of these actions and objectives, and how recent it is: logs, and assessments from the day
 * they were begun or signed off. An assessment of an action counts for the action's objective too, as a log does.
 */
export async function readFacts(
	store: Store,
	actions: readonly Row<'actions'>[],
	objectives: readonly Row<'objectives'>[]
): Promise<Facts> {
	const logs = store.records('engagement_logs');
	const [assessments, measures, ...tallies] = await Promise.all([
		store.records('assessments').all(),
		store.records('measures').all(),
		...actions.map(
			async ({ id }) => [id, await logs.tally('[action_id+occurred_on]', id)] as const
		),
		...objectives.map(
			async ({ id }) => [id, await logs.tally('[objective_id+occurred_on]', id)] as const
		)
	]);
	const evidence = new Map<string, Evidence>(tallies);
	const objectiveOf = new Map(actions.map(({ id, objective_id }) => [id, objective_id]));
	for (const { action_id, objective_id, signed_off_on, created_at } of assessments) {
		const last = signed_off_on ?? dateOf(new Date(created_at));
		const served = objective_id ?? (action_id && objectiveOf.get(action_id));
		for (const id of [action_id, served])
			if (id) evidence.set(id, added([evidence.get(id) ?? NONE, { count: 1, last }]));
	}
	return { evidence, measured: new Set(measures.flatMap(({ action_id }) => action_id ?? [])) };
}

/** The newest logs that serve any of these objectives. */
export async function newestLogs(
	store: Store,
	objectiveIds: readonly string[],
	limit: number
): Promise<Row<'engagement_logs'>[]> {
	const logs = store.records('engagement_logs');
	const newest = await Promise.all(
		objectiveIds.map((equals) => logs.newest({ by: '[objective_id+occurred_on]', equals, limit }))
	);
	return newest
		.flat()
		.sort((a, b) => b.occurred_on.localeCompare(a.occurred_on))
		.slice(0, limit);
}
