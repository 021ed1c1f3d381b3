/** What administrators do with plans. The database holds to it that nobody else does. */
import { action as actionDefinition } from '$lib/records/action/action';
import { isOpen } from '$lib/records/action/action-rules';
import { objective as objectiveDefinition } from '$lib/records/plan/objective';
import { plan as planDefinition } from '$lib/records/plan/plan';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import type { ObjectiveChange, PlanChange } from './plan-values';

/** Adds a plan, or changes the one that was opened. */
export async function savePlan(
	store: Store,
	councilId: string,
	id: string,
	opened: Row<'plans'> | null,
	plan: PlanChange
): Promise<void> {
	if (opened) await store.write.update('plans', id, plan, opened);
	else
		await store.write.insert('plans', { council_id: councilId, carried_from: null, ...plan }, id);
}

/** Where a new objective belongs. */
export type ObjectivePlace = Pick<Row<'objectives'>, 'plan_id' | 'parent_id' | 'kind' | 'position'>;

/** Adds an objective or priority in its place, or changes the one that was opened. */
export async function saveObjective(
	store: Store,
	councilId: string,
	id: string,
	opened: Row<'objectives'> | null,
	objective: ObjectiveChange,
	place: ObjectivePlace
): Promise<void> {
	if (opened) await store.write.update('objectives', id, objective, opened);
	else
		await store.write.insert('objectives', { council_id: councilId, ...place, ...objective }, id);
}

/** Opens a closed plan again. */
export async function reopenPlan(store: Store, plan: Row<'plans'>): Promise<void> {
	await store.write.update('plans', plan.id, { status: 'current' }, plan);
}

export interface CarryOver {
	title: string;
	starts_on: string | null;
	ends_on: string | null;
	/** The actions that go on, by id. */
	actions: ReadonlySet<string>;
	/** Whether the old plan closes now. */
	close: boolean;
}

/**
 * Begins the plan that continues another: the same objectives and priorities, and the actions that go on, each naming
 * the one that it continues. Ratings and progress begin anew; what was is in the old plan, which stays as it is.
 */
export async function carryOver(
	store: Store,
	plan: Row<'plans'>,
	newId: string,
	{ title, starts_on, ends_on, actions, close }: CarryOver
): Promise<void> {
	const { council_id } = plan;
	const objectives = await store.records('objectives').where('plan_id', plan.id);
	const going = (await store.records('actions').where('plan_id', plan.id)).filter(({ id }) =>
		actions.has(id)
	);
	await store.write.insert(
		'plans',
		{
			...planDefinition.schema.parse(plan),
			council_id,
			title,
			starts_on,
			ends_on,
			status: 'draft',
			published_on: null,
			review_on: null,
			carried_from: plan.id
		},
		newId
	);
	const ids = new Map(objectives.map(({ id }) => [id, crypto.randomUUID()]));
	const idOf = (id: string) => ids.get(id) ?? id;
	// An objective goes out before the priorities that name it.
	for (const objective of [...objectives].sort(parentsFirst))
		await store.write.insert(
			'objectives',
			{
				...objectiveDefinition.schema.parse(objective),
				council_id,
				plan_id: newId,
				parent_id: objective.parent_id && idOf(objective.parent_id),
				closed_on: null
			},
			idOf(objective.id)
		);
	for (const action of going)
		await store.write.insert('actions', {
			...actionDefinition.schema.parse(action),
			council_id,
			plan_id: newId,
			objective_id: idOf(action.objective_id),
			further_objective_ids: action.further_objective_ids.map(idOf),
			rag: null,
			rag_reason: null,
			progress_note: null,
			carried_from: action.id
		});
	if (close) await store.write.update('plans', plan.id, { status: 'closed' }, plan);
}

/** An action that can go on in the next plan: not done, and not given up. */
export const canGoOn = isOpen;

function parentsFirst(a: Row<'objectives'>, b: Row<'objectives'>): number {
	return Number(a.parent_id !== null) - Number(b.parent_id !== null);
}
