/** Actions as a plan sets them out. */
import type { Row } from '$lib/records/registry';

/** The plan that was chosen, or else the one in force. */
export function planToShow(
	plans: readonly Row<'plans'>[],
	chosen: string
): Row<'plans'> | undefined {
	return (
		plans.find(({ id }) => id === chosen) ??
		plans.find(({ status }) => status === 'current') ??
		plans[0]
	);
}

export interface ActionFilter {
	status: string;
	text: string;
}

/** The plan's actions under their objectives; objectives without a matching action are left out. */
export function byObjective(
	actions: readonly Row<'actions'>[],
	objectives: readonly Row<'objectives'>[],
	planId: string,
	filter: ActionFilter
): { objective: Row<'objectives'>; actions: Row<'actions'>[] }[] {
	const parents = new Map(objectives.map(({ id, parent_id }) => [id, parent_id]));
	const matching = actions
		.filter((action) => action.plan_id === planId && matches(action, filter))
		.sort((a, b) => a.position - b.position);
	return objectives
		.filter(({ plan_id, kind }) => plan_id === planId && kind === 'objective')
		.map((objective) => ({
			objective,
			actions: matching.filter(
				({ objective_id: id }) => id === objective.id || parents.get(id) === objective.id
			)
		}))
		.filter(({ actions }) => actions.length > 0);
}

function matches(action: Row<'actions'>, { status, text }: ActionFilter): boolean {
	if (status && action.status !== status) return false;
	const words = text.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean);
	const said = [action.reference, action.title, action.service, action.owner ?? '']
		.join(' ')
		.toLocaleLowerCase('en-GB');
	return words.every((word) => said.includes(word));
}
