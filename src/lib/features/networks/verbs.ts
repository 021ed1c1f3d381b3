/**
 * What people do with networks. Managers keep them and make packs; whoever works for one logs what it does. An issue that is
 * raised may become a proposal of an action, which the whole council sees: the network is named there, and nobody in it.
 */
import type { NetworkFields } from '$lib/records/network/network';
import type { NetworkSnapshotFields } from '$lib/records/network/network-snapshot';
import type { SteeringPackFields } from '$lib/records/network/steering-pack';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import { formatDate } from '$lib/time/dates';
import { insertAction } from '../insert-action';
import type { ActivityOutput } from './activity-values';
import type { PointOutput } from './point-values';

/** The record that a form is over: the draft's id becomes its own. */
interface Formed<R> {
	id: string;
	/** As the form found it; null for a new one. */
	opened: R | null;
}

/** Adds a network, or changes one. */
export async function keepNetwork(
	store: Store,
	councilId: string,
	{ id, opened }: Formed<Row<'networks'>>,
	network: NetworkFields
): Promise<void> {
	if (opened) await store.write.update('networks', id, network, opened);
	else await store.write.insert('networks', { council_id: councilId, ...network }, id);
}

/** Adds a count of members, or corrects one. */
export async function keepCount(
	store: Store,
	councilId: string,
	{ id, opened, networkId }: Formed<Row<'network_snapshots'>> & { networkId: string },
	count: Omit<NetworkSnapshotFields, 'network_id'>
): Promise<void> {
	if (opened) await store.write.update('network_snapshots', id, count, opened);
	else
		await store.write.insert(
			'network_snapshots',
			{ council_id: councilId, network_id: networkId, ...count },
			id
		);
}

/** Logs an activity with the issue that was raised there, or corrects one. */
export async function keepActivity(
	store: Store,
	councilId: string,
	{ id, opened }: Formed<Row<'network_activities'>>,
	{ activity, issue, propose }: ActivityOutput
): Promise<void> {
	if (opened) {
		const { network_id: _, ...changes } = activity;
		await store.write.update('network_activities', id, changes, opened);
		return;
	}
	await store.write.insert('network_activities', { council_id: councilId, ...activity }, id);
	if (issue !== '')
		await keepPoint(
			store,
			councilId,
			{ id: crypto.randomUUID(), opened: null, activity: { ...activity, id } },
			{ kind: 'issue', what: issue, to_steering: propose, propose, status: 'open', answer: '' }
		);
}

/** What a point has to know of the activity at which it came up. */
type Occasion = Pick<
	Row<'network_activities'>,
	'id' | 'network_id' | 'title' | 'held_on' | 'objective_id'
>;

/** Adds a point of an activity, or changes one, with the proposal that it becomes. */
export async function keepPoint(
	store: Store,
	councilId: string,
	{ id, opened, activity }: Formed<Row<'network_points'>> & { activity: Occasion },
	{ propose, ...point }: PointOutput
): Promise<void> {
	const action_id =
		opened?.action_id ??
		(propose ? await proposeAction(store, councilId, activity, point.what) : null);
	if (opened) await store.write.update('network_points', id, { ...point, action_id }, opened);
	else
		await store.write.insert(
			'network_points',
			{
				council_id: councilId,
				activity_id: activity.id,
				network_id: activity.network_id,
				...point,
				action_id
			},
			id
		);
}

/** The longest title of an action that the server takes. */
const TITLE_MAX = 500;

/** Proposes an action for what a network raised. @returns its id */
async function proposeAction(
	store: Store,
	councilId: string,
	{ network_id, title, held_on, objective_id }: Occasion,
	what: string
): Promise<string> {
	const [network, objective] = await Promise.all([
		store.records('networks').get(network_id),
		store.records('objectives').get(objective_id)
	]);
	const id = crypto.randomUUID();
	const whole = what.length > TITLE_MAX ? `${what}\n\n` : '';
	await insertAction(store, councilId, id, {
		status: 'proposed',
		plan_id: objective?.plan_id ?? '',
		objective_id,
		title: what.slice(0, TITLE_MAX),
		description: `${whole}Raised by ${network?.name ?? 'a network'}: ${title}, ${formatDate(held_on)}.`,
		reference: '',
		further_objective_ids: [],
		service: '',
		owner_id: null,
		owner: null,
		partner_ids: [],
		programmes: [],
		due_on: null,
		due_rule: null,
		due_working_days: null,
		assessment_id: null
	});
	return id;
}

/** Keeps a steering pack as it is now. @returns its id */
export async function keepPack(
	store: Store,
	councilId: string,
	pack: SteeringPackFields
): Promise<string> {
	const id = crypto.randomUUID();
	await store.write.insert('steering_packs', { council_id: councilId, ...pack }, id);
	return id;
}

/** Deletes a record of a network, and what was begun on it. */
export async function remove(
	store: Store,
	table:
		'networks' | 'network_snapshots' | 'network_activities' | 'network_points' | 'steering_packs',
	id: string
): Promise<void> {
	await store.write.remove(table, id);
	await store.drafts.discard(id);
}
