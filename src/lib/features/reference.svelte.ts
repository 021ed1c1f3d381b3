/** The lists that forms and screens choose from, live from the device. The app reads them once; see app-context. */
import { isClosed, servable } from '$lib/records/plan/servable';
import type { Row } from '$lib/records/registry';
import { live } from '$lib/store/live.svelte';
import type { Store } from '$lib/store/store';

export interface Reference {
	areas: Row<'areas'>[];
	localities: Row<'localities'>[];
	plans: Row<'plans'>[];
	objectives: Row<'objectives'>[];
	/** What field work may serve: priorities of plans in force, and their objectives without any, in plan order. */
	priorities: Row<'objectives'>[];
	actions: Row<'actions'>[];
	organisations: Row<'organisations'>[];
	places: Row<'places'>[];
	people: Row<'profiles'>[];
}

/**
 * Reads the lists once and keeps them true. Undefined until the device has answered.
 * @param today the day that decides which priorities are closed, `YYYY-MM-DD`
 */
export function liveReference(
	store: Store,
	today: () => string
): { readonly current: Reference | undefined } {
	return live((day) => readReference(store, day), today);
}

async function readReference(store: Store, today: string): Promise<Reference> {
	const [areas, localities, plans, objectives, actions, organisations, places, people] =
		await Promise.all([
			store.records('areas').all(),
			store.records('localities').all(),
			store.records('plans').all(),
			store.records('objectives').all(),
			store.records('actions').all(),
			store.records('organisations').all(),
			store.records('places').all(),
			store.records('profiles').all()
		]);
	const current = new Set(plans.filter(({ status }) => status === 'current').map(({ id }) => id));
	return {
		areas: areas.sort(byName),
		localities: localities.sort(byName),
		plans,
		objectives: objectives.sort((a, b) => a.position - b.position),
		priorities: servable(objectives).filter(
			(objective) => current.has(objective.plan_id) && !isClosed(objective, today)
		),
		actions,
		organisations: organisations.sort(byName),
		places: places.sort(byName),
		people
	};
}

function byName(a: { name: string }, b: { name: string }): number {
	return a.name.localeCompare(b.name, 'en-GB');
}

/** A person's name as colleagues see it. */
export function nameOf(people: readonly Row<'profiles'>[], userId: string | null): string {
	return people.find((person) => person.user_id === userId)?.full_name ?? 'Somebody';
}
