/** Events, networks' activities and grants: work besides logs that serves the plan, once it has taken place. */
import { isAwarded } from '$lib/records/grant/grant-moves';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import { dateOf } from '$lib/time/dates';
import { viewOf } from './addresses';

/** One piece of work. */
export interface Work {
	id: string;
	kind: 'Event' | 'Network' | 'Grant';
	title: string;
	href: string;
	/** The day on which it took place or was awarded, `YYYY-MM-DD`. */
	on: string;
	objective_id: string;
	action_id: string | null;
}

interface Records {
	events: readonly Row<'community_events'>[];
	activities: readonly Row<'network_activities'>[];
	grants: readonly Row<'grants'>[];
}

/** All that this device holds, the newest first. */
export async function readWorkDone(store: Store): Promise<Work[]> {
	const [events, activities, grants] = await Promise.all([
		store.records('community_events').all(),
		store.records('network_activities').all(),
		store.records('grants').all()
	]);
	return workDone({ events, activities, grants });
}

/** What was done with an organisation, the newest first: it ran an event, took part, or was given a grant. */
export async function readWorkWith(store: Store, organisationId: string): Promise<Work[]> {
	const events = store.records('community_events');
	const [ran, took, activities, grants] = await Promise.all([
		events.where('organisation_id', organisationId),
		events.where('partner_ids', organisationId),
		store.records('network_activities').where('partner_ids', organisationId),
		store.records('grants').where('organisation_id', organisationId)
	]);
	const others = took.filter(({ id }) => !ran.some((event) => event.id === id));
	return workDone({ events: [...ran, ...others], activities, grants });
}

function workDone({ events, activities, grants }: Records): Work[] {
	const held = events.filter(({ status }) => status === 'delivered' || status === 'evaluated');
	const work = [
		...held.map((event) =>
			workOf('Event', 'community_events', event, dateOf(new Date(event.starts_at)))
		),
		...activities
			.filter(({ status }) => status === 'held')
			.map((activity) => workOf('Network', 'network_activities', activity, activity.held_on)),
		...grants
			.filter(isAwarded)
			.map((grant) => workOf('Grant', 'grants', grant, grant.awarded_on ?? grant.received_on))
	];
	return work.sort((a, b) => b.on.localeCompare(a.on));
}

function workOf(
	kind: Work['kind'],
	table: 'community_events' | 'network_activities' | 'grants',
	record: Pick<Work, 'id' | 'title' | 'objective_id' | 'action_id'>,
	on: string
): Work {
	const { id, title, objective_id, action_id } = record;
	return { id, kind, title, href: viewOf(table, id) ?? '', on, objective_id, action_id };
}
