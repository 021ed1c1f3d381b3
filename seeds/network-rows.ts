/** The demonstration's networks and what they did, as rows of the database. */
import type { TablesInsert } from '../src/lib/records/database.types';
import { addDays, momentOf, timestampOf } from '../src/lib/time/dates';
import { holding } from './demo/authors';
import { currentPlan, networks } from './files';
import { seedId } from './ids';
import {
	actionId,
	COUNCIL_ID,
	networkId,
	objectiveId,
	organisationId,
	placeId,
	userOf,
	type UserIds
} from './rows';

type Network = (typeof networks)[number];
type Activity = Network['activities'][number];

const activityId = (network: Network, { title, days }: Activity) =>
	seedId('network activity', [network.name, title, days].join('/'));
const served = (action: string | null) => (action ? actionId(currentPlan, action) : null);

export function networkRows(): TablesInsert<'networks'>[] {
	return networks.map((network) => ({
		id: networkId(network.name),
		council_id: COUNCIL_ID,
		name: network.name,
		kind: network.kind,
		characteristic: network.characteristic,
		purpose: network.purpose,
		lead_post: network.lead_post,
		meets: network.meets,
		reports_to: network.reports_to ? networkId(network.reports_to) : null,
		objective_id: objectiveId(currentPlan, network.priority)
	}));
}

/** Written by the network's champion on the day, or by a manager where it has none; what is to come, a month before. */
function stampOf(userIds: UserIds, { name }: Network, day: string, today: string) {
	const champion = holding('champion').find(({ memberships }) =>
		memberships.some(({ network }) => network === name)
	);
	const [author] = [...(champion ? [champion] : []), ...holding('manager')];
	if (!author) throw new Error('The demonstration has no manager');
	return {
		council_id: COUNCIL_ID,
		created_by: userOf(userIds, author.email),
		created_at: timestampOf(momentOf(day > today ? addDays(today, -30) : day, '16:00'))
	};
}

export function networkCountRows(
	userIds: UserIds,
	today: string
): TablesInsert<'network_snapshots'>[] {
	return networks.flatMap((network) =>
		network.counts.map(([days, members]) => {
			const counted_on = addDays(today, -days);
			return {
				id: seedId('network count', [network.name, days].join('/')),
				...stampOf(userIds, network, counted_on, today),
				network_id: networkId(network.name),
				counted_on,
				members
			};
		})
	);
}

export function networkActivityRows(
	userIds: UserIds,
	today: string
): TablesInsert<'network_activities'>[] {
	return networks.flatMap((network) =>
		network.activities.map((activity) => {
			const held_on = addDays(today, -activity.days);
			return {
				id: activityId(network, activity),
				...stampOf(userIds, network, held_on, today),
				network_id: networkId(network.name),
				kind: activity.kind,
				title: activity.title,
				status: activity.status,
				held_on,
				place_id: activity.place ? placeId(activity.place) : null,
				objective_id: objectiveId(currentPlan, activity.priority ?? network.priority),
				action_id: served(activity.action),
				attendance: activity.attendance,
				completions: activity.completions,
				headcount: activity.headcount,
				note: activity.note,
				partner_ids: activity.partners.map(organisationId)
			};
		})
	);
}

export function networkPointRows(
	userIds: UserIds,
	today: string
): TablesInsert<'network_points'>[] {
	return networks.flatMap((network) =>
		network.activities.flatMap((activity) =>
			activity.points.map(({ action, ...point }) => ({
				id: seedId('network point', point.what),
				...stampOf(userIds, network, addDays(today, -activity.days), today),
				activity_id: activityId(network, activity),
				network_id: networkId(network.name),
				...point,
				action_id: served(action)
			}))
		)
	);
}
