/** A plan as a tree: objectives, the priorities under them, their actions, and what each adds up to. */
import { isOpen, isUndecided } from '$lib/records/action/action-rules';
import type { Row } from '$lib/records/registry';
import { added, NONE, type Evidence } from './evidence';

/** What is known of a plan besides its own records. */
export interface Facts {
	/** What names an action, or an objective or priority itself, by its id. */
	evidence: ReadonlyMap<string, Evidence>;
	/** The actions that have a measure. */
	measured: ReadonlySet<string>;
}

export interface Leaf {
	action: Row<'actions'>;
	evidence: Evidence;
	measured: boolean;
}

export type Rating = NonNullable<Row<'actions'>['rag']> | 'unrated';

/** What a branch, or a whole plan, adds up to. */
export interface Totals {
	actions: number;
	done: number;
	/** Actions by rating. */
	rag: Record<Rating, number>;
	evidence: Evidence;
	/** Actions without a measure. */
	unmeasured: number;
}

export interface Branch {
	objective: Row<'objectives'>;
	priorities: Branch[];
	actions: Leaf[];
	totals: Totals;
}

/** The objectives of one plan in their order, with everything under them. What is only proposed is not in the plan. */
export function treeOf(
	planId: string,
	objectives: readonly Row<'objectives'>[],
	actions: readonly Row<'actions'>[],
	facts: Facts
): Branch[] {
	const ours = inOrder(objectives.filter(({ plan_id }) => plan_id === planId));
	const branch = (objective: Row<'objectives'>): Branch => {
		const priorities = ours.filter(({ parent_id }) => parent_id === objective.id).map(branch);
		const leaves = inOrder(
			actions.filter(
				(action) => action.objective_id === objective.id && !isUndecided(action.status)
			)
		).map((action) => ({
			action,
			evidence: facts.evidence.get(action.id) ?? NONE,
			measured: facts.measured.has(action.id)
		}));
		const own = facts.evidence.get(objective.id) ?? NONE;
		return { objective, priorities, actions: leaves, totals: totalsOf(leaves, priorities, own) };
	};
	return ours.filter(({ parent_id }) => parent_id === null).map(branch);
}

/** The branch of one objective or priority, wherever it is in the tree. */
export function branchOf(tree: readonly Branch[], id: string): Branch | undefined {
	return tree
		.flatMap((branch) => [branch, ...branch.priorities])
		.find(({ objective }) => objective.id === id);
}

/** Several branches as one: a whole plan. */
export function totalsOf(
	leaves: readonly Leaf[],
	branches: readonly Branch[],
	own: Evidence = NONE
): Totals {
	const below = branches.map(({ totals }) => totals);
	const sum = (pick: (totals: Totals) => number) =>
		below.reduce((total, totals) => total + pick(totals), 0);
	const rated = (rating: Rating) =>
		leaves.filter(({ action }) => (action.rag ?? 'unrated') === rating).length +
		sum(({ rag }) => rag[rating]);
	return {
		actions: leaves.length + sum(({ actions }) => actions),
		done: leaves.filter(({ action }) => action.status === 'done').length + sum(({ done }) => done),
		rag: {
			red: rated('red'),
			amber: rated('amber'),
			green: rated('green'),
			unrated: rated('unrated')
		},
		// A log names the priority that it serves whether or not it names an action: the actions' are counted with it.
		evidence: added([own, ...below.map(({ evidence }) => evidence)]),
		unmeasured:
			leaves.filter(({ action, measured }) => !measured && isOpen(action)).length +
			sum(({ unmeasured }) => unmeasured)
	};
}

function inOrder<R extends { position: number; reference: string }>(rows: readonly R[]): R[] {
	return [...rows].sort(
		(a, b) => a.position - b.position || a.reference.localeCompare(b.reference, 'en-GB')
	);
}
