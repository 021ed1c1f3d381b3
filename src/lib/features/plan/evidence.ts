/** What shows that a plan is being carried out, as far as it is on this device. */
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import type { Evidence, Facts } from './plan-tree';

/** How recent the evidence of each of these actions and objectives is, and how much there is of it. */
export async function readFacts(
	store: Store,
	actions: readonly Row<'actions'>[],
	objectives: readonly Row<'objectives'>[]
): Promise<Facts> {
	const logs = store.records('engagement_logs');
	const tallies = [
		...actions.map(
			async ({ id }) => [id, await logs.tally('[action_id+occurred_on]', id)] as const
		),
		...objectives.map(
			async ({ id }) => [id, await logs.tally('[objective_id+occurred_on]', id)] as const
		)
	];
	const evidence = new Map<string, Evidence>(await Promise.all(tallies));
	return { evidence, measured: new Set() };
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
