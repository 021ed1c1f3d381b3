/** Actions as a list: which of them, in which order, and the address that says so. */
import { isOf, isOpen, isOverdue, isQuiet, isUndecided } from '$lib/records/action/action-rules';
import type { Row } from '$lib/records/registry';
import type { Evidence } from '../evidence';

type Action = Row<'actions'>;

/** What the list may be narrowed to by one press, with the words for it. Proposals are in no list but theirs and mine. */
export const VIEWS = {
	all: 'All',
	mine: 'Mine',
	proposals: 'Proposals',
	overdue: 'Overdue',
	quiet: 'No evidence in 90 days'
} as const;
export type View = keyof typeof VIEWS;

export const SORTS = {
	plan: 'As in the plan',
	due: 'Due soonest first',
	fresh: 'Freshest evidence first'
} as const;

/** What the list shows, as its address says it: `?view=mine&rag=red`. Empty values are left out. */
export interface ActionFilter {
	view: View;
	plan: string;
	status: string;
	rag: string;
	service: string;
	/** An objective or a priority. */
	objective: string;
	programme: string;
	text: string;
	sort: keyof typeof SORTS;
}

export const NO_FILTER: ActionFilter = {
	view: 'all',
	plan: '',
	status: '',
	rag: '',
	service: '',
	objective: '',
	programme: '',
	text: '',
	sort: 'plan'
};

/** Reads an address; what it does not know is left out. */
export function filterFrom(query: URLSearchParams): ActionFilter {
	const filter: ActionFilter = { ...NO_FILTER };
	for (const key of ['plan', 'status', 'rag', 'service', 'objective', 'programme', 'text'] as const)
		filter[key] = query.get(key) ?? '';
	const view = query.get('view') ?? '';
	if (Object.hasOwn(VIEWS, view)) filter.view = view as View;
	const sort = query.get('sort') ?? '';
	if (Object.hasOwn(SORTS, sort)) filter.sort = sort as ActionFilter['sort'];
	return filter;
}

/** The address of a list. */
export function addressOf(filter: ActionFilter): string {
	const query = new URLSearchParams(
		Object.entries(filter).filter(
			([key, value]) => value !== '' && value !== NO_FILTER[key as keyof ActionFilter]
		)
	);
	return query.size === 0 ? '/actions' : `/actions?${query}`;
}

/** What a list is made from. */
export interface Surroundings {
	plan: Row<'plans'>;
	objectives: readonly Row<'objectives'>[];
	userId: string;
	/** `YYYY-MM-DD` */
	today: string;
	/** By the action's id. */
	evidence: ReadonlyMap<string, Evidence>;
}

/** Whether an action belongs to a view. A closed plan is the record of what was: nothing in it is overdue. */
export function isInView(view: View, action: Action, around: Surroundings): boolean {
	if (action.plan_id !== around.plan.id) return false;
	const running = around.plan.status !== 'closed';
	switch (view) {
		case 'all':
			return !isUndecided(action.status);
		case 'mine':
			return isOf(action, around.userId);
		case 'proposals':
			return isUndecided(action.status);
		case 'overdue':
			return running && isOverdue(action, around.today);
		case 'quiet':
			return running && isQuiet(action, around.evidence.get(action.id)?.last ?? null, around.today);
	}
}

/** The actions that a filter leaves, in its order. */
export function matching(
	actions: readonly Action[],
	filter: ActionFilter,
	around: Surroundings
): Action[] {
	const under = new Set(
		around.objectives
			.filter(({ id, parent_id }) => [id, parent_id].includes(filter.objective))
			.map(({ id }) => id)
	);
	const words = wordsOf(filter.text);
	return actions
		.filter(
			(action) =>
				isInView(filter.view, action, around) &&
				(!filter.status || action.status === filter.status) &&
				(!filter.rag || (action.rag ?? 'unrated') === filter.rag) &&
				(!filter.service || action.service === filter.service) &&
				(!filter.programme || action.programmes.includes(filter.programme)) &&
				(!filter.objective || served(action).some((id) => under.has(id))) &&
				says(action, words)
		)
		.sort(orders[filter.sort](around));
}

/** The objectives and priorities that an action serves, the lead one first. */
function served({ objective_id, further_objective_ids }: Action): string[] {
	return [objective_id, ...further_objective_ids];
}

const byPosition = (a: Action, b: Action) => a.position - b.position;

/** How actions are ordered; those without the day in question come last. */
const orders: Record<
	ActionFilter['sort'],
	(around: Surroundings) => (a: Action, b: Action) => number
> = {
	plan: () => byPosition,
	due: () => (a, b) => {
		// What is done or stopped is due no more.
		const due = (action: Action) => (isOpen(action) && action.due_on) || '9999';
		return due(a).localeCompare(due(b)) || byPosition(a, b);
	},
	fresh:
		({ evidence }) =>
		(a, b) => {
			const last = ({ id }: Action) => evidence.get(id)?.last ?? '';
			return last(b).localeCompare(last(a)) || byPosition(a, b);
		}
};

function wordsOf(text: string): string[] {
	return text.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean);
}

function says(action: Action, words: readonly string[]): boolean {
	const { reference, title, service, owner, description, programmes } = action;
	const said = [reference, title, service, owner, description, ...programmes]
		.join(' ')
		.toLocaleLowerCase('en-GB');
	return words.every((word) => said.includes(word));
}

/** Actions under their objectives, through its priorities; objectives without one are left out. */
export function byObjective(
	actions: readonly Action[],
	objectives: readonly Row<'objectives'>[]
): { objective: Row<'objectives'>; actions: Action[] }[] {
	const parents = new Map(objectives.map(({ id, parent_id }) => [id, parent_id]));
	return objectives
		.filter(({ kind }) => kind === 'objective')
		.map((objective) => ({
			objective,
			actions: actions.filter(
				({ objective_id: id }) => id === objective.id || parents.get(id) === objective.id
			)
		}))
		.filter(({ actions }) => actions.length > 0);
}
