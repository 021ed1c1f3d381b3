/** What shows that a plan is being carried out, as far as it is on this device. */
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import { readEvidence } from '../evidence';
import type { Facts } from '../plan-tree';

/** What is known of the actions and objectives of a plan besides their own records. */
export async function readFacts(
	store: Store,
	actions: readonly Row<'actions'>[],
	objectives: readonly Row<'objectives'>[]
): Promise<Facts> {
	const [evidence, measures] = await Promise.all([
		readEvidence(store, actions, objectives),
		store.records('measures').all()
	]);
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
