/**
 * Networks: whose business each is. Grace, the scene's champion, works for the disability network; a second champion for none.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeRights, NOT_ALLOWED, outcome } from './rights';
import { giveRoles, setScene, type PersonName, type Scene } from './scene';
import { pull, push } from './sync-client';

const readOnly = ['read'] as const;
const manages = ['read', 'add', 'change', 'change own'] as const;
const OUTSIDE = { viewer: [], stranger: [], neighbour: [], anon: [] };

describeRights('networks', {
	record: ({ council, priority }) => ({
		council_id: council,
		name: 'Multi-faith forum',
		kind: 'forum',
		objective_id: priority
	}),
	change: { meets: 'First Tuesday of the month' },
	rights: {
		aisha: readOnly,
		tom: readOnly,
		champion: readOnly,
		manager: manages,
		cleared: manages,
		admin: manages,
		...OUTSIDE
	}
});

let scene: Scene;
/** A champion of no network. */
const newcomer = randomUUID();
let network: string;
let forum: string;
let steering: string;
let activity: string;
beforeAll(async () => {
	scene = await setScene();
	await giveRoles(scene.sql, scene.council, [[newcomer, 'champion', null]]);
	const named = (name: string, kind: string) =>
		addRow('networks', { name, kind, objective_id: scene.priority });
	steering = await named('Equalities Steering Group', 'steering_group');
	forum = await named('Multi-faith forum', 'forum');
	network = await named('Disability network', 'staff_network');
	await scene.sql`update memberships set network_id = ${network} where user_id = ${scene.people.champion}`;
	activity = await addRow('network_activities', activityFields());
});
afterAll(() => scene.drop());

const as = (person: PersonName | 'newcomer' | 'anon') =>
	scene.as(person === 'anon' ? null : person === 'newcomer' ? newcomer : scene.people[person]);

async function addRow(table: string, columns: Record<string, unknown>): Promise<string> {
	const id = randomUUID();
	const row = { id, council_id: scene.council, ...columns };
	await scene.sql`insert into ${scene.sql(table)} ${scene.sql(row)}`;
	return id;
}

const activityFields = (fields: Record<string, unknown> = {}) => ({
	council_id: scene.council,
	network_id: network,
	kind: 'meeting',
	title: 'Autumn meeting',
	held_on: '2026-01-15',
	objective_id: scene.priority,
	attendance: 12,
	...fields
});
const pointFields = (fields: Record<string, unknown> = {}) => ({
	council_id: scene.council,
	activity_id: activity,
	network_id: network,
	kind: 'issue',
	what: 'The lift is out of order.',
	...fields
});
const countFields = (fields: Record<string, unknown> = {}) => ({
	council_id: scene.council,
	network_id: network,
	counted_on: '2026-01-15',
	members: 41,
	...fields
});

/** What becomes of a record that somebody sends. */
async function send(person: PersonName, table: string, row: Record<string, unknown>) {
	const set = { council_id: scene.council, ...row };
	const [verdict] = await push(as(person), randomUUID(), [
		{ mid: 1, table, op: 'insert', id: randomUUID(), set }
	]);
	return verdict;
}

async function scopeOf(table: string, id: string): Promise<string | undefined> {
	const [row] = await scene.sql<{ scope: string }[]>`
		select scope from ${scene.sql(table)} where id = ${id}`;
	return row?.scope;
}

describe('what a staff network does is for its champions and for managers', () => {
	const whole = ['read', 'log', 'change', 'raise', 'count'];
	test.each<[PersonName | 'newcomer' | 'anon', string[]]>([
		['aisha', []],
		['tom', []],
		['champion', whole],
		['newcomer', []],
		['manager', whole],
		['cleared', whole],
		['admin', whole],
		['viewer', []],
		['stranger', []],
		['neighbour', []],
		['anon', []]
	])('%s may %j', async (person, granted) => {
		expect(await tryAll(person, network, activity)).toEqual(granted);
	});
});

describe('what a forum does is for everybody who works in the field', () => {
	const whole = ['read', 'log', 'change', 'raise', 'count'];
	test.each<[PersonName | 'newcomer' | 'anon', string[]]>([
		['aisha', whole],
		['champion', whole],
		['newcomer', whole],
		['manager', whole],
		['viewer', []],
		['stranger', []],
		['neighbour', []],
		['anon', []]
	])('%s may %j', async (person, granted) => {
		const meeting = await addRow('network_activities', activityFields({ network_id: forum }));
		expect(await tryAll(person, forum, meeting)).toEqual(granted);
	});
});

/** What somebody can do of all that there is to do with an activity; each is undone. */
async function tryAll(
	person: PersonName | 'newcomer' | 'anon',
	network_id: string,
	activity_id: string
): Promise<string[]> {
	const speaker = as(person);
	const results = {
		read: await outcome(
			speaker,
			(tx) => tx`select id from network_activities where id = ${activity_id}`
		),
		log: await outcome(
			speaker,
			(tx) => tx`insert into network_activities ${tx(activityFields({ network_id }))}`
		),
		change: await outcome(
			speaker,
			(tx) => tx`update network_activities set attendance = 13 where id = ${activity_id}`
		),
		raise: await outcome(
			speaker,
			(tx) => tx`insert into network_points ${tx(pointFields({ activity_id, network_id }))}`
		),
		count: await outcome(
			speaker,
			(tx) => tx`insert into network_snapshots ${tx(countFields({ network_id }))}`
		)
	};
	for (const result of Object.values(results))
		expect([1, 0, NOT_ALLOWED, 'CG001']).toContain(result);
	return Object.entries(results)
		.filter(([, result]) => result === 1)
		.map(([verb]) => verb);
}

describe('whose phones have it', () => {
	test('a staff network’s activities go to its champion and to managers, and the network to everybody', async () => {
		const holds = async (person: PersonName | 'newcomer') => {
			const { scopes } = await pull(as(person));
			const ids = Object.values(scopes).flatMap(({ changes }) =>
				changes.map((change) => ('row' in change ? change.row.id : ''))
			);
			return [ids.includes(network), ids.includes(activity)];
		};
		expect(await holds('champion')).toEqual([true, true]);
		expect(await holds('manager')).toEqual([true, true]);
		expect(await holds('newcomer')).toEqual([true, false]);
		expect(await holds('aisha')).toEqual([true, false]);
	});

	test('a network that becomes a forum opens what it did, and closes it again', async () => {
		const point = await addRow('network_points', pointFields());
		const count = await addRow('network_snapshots', countFields());
		await scene.sql`update networks set kind = 'forum' where id = ${network}`;
		const council = `council:${scene.council}`;
		expect(await scopeOf('network_activities', activity)).toBe(council);
		expect(await scopeOf('network_points', point)).toBe(council);
		expect(await scopeOf('network_snapshots', count)).toBe(council);
		await scene.sql`update networks set kind = 'staff_network' where id = ${network}`;
		expect(await scopeOf('network_activities', activity)).toBe(`network:${network}`);
		expect(await scopeOf('network_points', point)).toBe(`network:${network}`);
	});

	test('only a champion works for a network', async () => {
		await expect(
			scene.sql`update memberships set network_id = ${network} where user_id = ${scene.people.aisha}`
		).rejects.toThrow('memberships_network_id_not_valid');
	});
});

describe('an activity', () => {
	test.each([
		['of a network that is not there', () => ({ network_id: randomUUID() }), 'network_id'],
		['held tomorrow week', () => ({ held_on: inDays(8) }), 'held_on'],
		['planned, with people who came', () => ({ status: 'planned' }), 'attendance'],
		['finished by people, but no training', () => ({ completions: 3 }), 'completions'],
		[
			'finished by more than it is meant for',
			() => ({ kind: 'training', completions: 4, headcount: 3 }),
			'completions'
		],
		['for a priority that closed', () => ({ objective_id: scene.closedPriority }), 'objective_id'],
		['with a partner that is not there', () => ({ partner_ids: [randomUUID()] }), 'partner_ids']
	])('%s is refused', async (_, fields, column) => {
		const verdict = await send('manager', 'network_activities', activityFields(fields()));
		expect(verdict).toMatchObject({ verdict: 'rejected', column });
	});

	test('may be planned ahead, and held tomorrow by a phone whose clock is wrong', async () => {
		const planned = { status: 'planned', attendance: null, held_on: inDays(40) };
		for (const fields of [planned, { held_on: inDays(1) }])
			expect(await send('champion', 'network_activities', activityFields(fields))).toMatchObject({
				verdict: 'applied'
			});
	});

	test('of another’s staff network is refused in words', async () => {
		expect(await send('aisha', 'network_activities', activityFields())).toMatchObject({
			verdict: 'rejected',
			code: 'not_your_network'
		});
	});

	test('that is deleted takes its points along', async () => {
		const meeting = await addRow('network_activities', activityFields());
		const point = await addRow('network_points', pointFields({ activity_id: meeting }));
		await as('champion')(
			(tx) => tx`update network_activities set deleted_at = now() where id = ${meeting}`
		);
		const [row] = await scene.sql`select deleted_at from network_points where id = ${point}`;
		expect(row?.deleted_at).not.toBeNull();
	});
});

describe('a point', () => {
	test('is of its activity’s network, whatever was sent', async () => {
		const point = await addRow('network_points', pointFields({ network_id: forum }));
		expect(await scopeOf('network_points', point)).toBe(`network:${network}`);
	});

	test('that is a decision is settled from the start', async () => {
		const open = pointFields({ kind: 'decision' });
		expect(await send('champion', 'network_points', open)).toMatchObject({ column: 'status' });
		expect(await send('champion', 'network_points', { ...open, status: 'settled' })).toMatchObject({
			verdict: 'applied'
		});
	});

	test('goes with the proposal that it was made into, sent together', async () => {
		const action = randomUUID();
		const verdicts = await push(as('champion'), randomUUID(), [
			{
				mid: 1,
				table: 'actions',
				op: 'insert',
				id: action,
				set: {
					council_id: scene.council,
					plan_id: scene.plan,
					objective_id: scene.priority,
					reference: '',
					title: 'Repair the lift',
					service: '',
					status: 'proposed',
					position: 9
				}
			},
			{
				mid: 2,
				table: 'network_points',
				op: 'insert',
				id: randomUUID(),
				set: pointFields({ action_id: action, to_steering: true })
			}
		]);
		expect(verdicts.map(({ verdict }) => verdict)).toEqual(['applied', 'applied']);
	});
});

describe('a network', () => {
	test('that has done something is not deleted', async () => {
		const gone = as('manager')(
			(tx) => tx`update networks set deleted_at = now() where id = ${network}`
		);
		await expect(gone).rejects.toThrow('network_in_use');
	});

	test('reports to one that is there', async () => {
		const row = { name: 'Women', kind: 'staff_network', objective_id: scene.priority };
		expect(await send('manager', 'networks', { ...row, reports_to: randomUUID() })).toMatchObject({
			column: 'reports_to'
		});
		expect(await send('manager', 'networks', { ...row, reports_to: steering })).toMatchObject({
			verdict: 'applied'
		});
	});
});

describe('a count of members', () => {
	test('is of a day that has been', async () => {
		const ahead = countFields({ counted_on: inDays(3) });
		expect(await send('manager', 'network_snapshots', ahead)).toMatchObject({
			verdict: 'rejected',
			column: 'counted_on'
		});
	});
});

describe('a steering pack', () => {
	const pack = () => ({
		council_id: scene.council,
		network_id: steering,
		meeting_on: '2026-12-02',
		since: '2026-09-02',
		made_on: '2026-11-25',
		content: {}
	});

	test.each<[PersonName, boolean, boolean]>([
		['aisha', true, false],
		['champion', true, false],
		['manager', true, true],
		['admin', true, true],
		['viewer', false, false],
		['stranger', false, false],
		['neighbour', false, false]
	])('is for %s: read %s, keep %s', async (person, reads, keeps) => {
		const id = await addRow('steering_packs', pack());
		const speaker = as(person);
		const read = await outcome(speaker, (tx) => tx`select id from steering_packs where id = ${id}`);
		expect(read === 1).toBe(reads);
		const kept = await outcome(speaker, (tx) => tx`insert into steering_packs ${tx(pack())}`);
		expect(kept).toBe(keeps ? 1 : NOT_ALLOWED);
		const taken = await outcome(
			speaker,
			(tx) => tx`update steering_packs set deleted_at = now() where id = ${id}`
		);
		expect(taken).toBe(keeps ? 1 : 0);
	});

	test('is never changed, by anybody', async () => {
		const id = await addRow('steering_packs', pack());
		expect(
			await outcome(
				as('admin'),
				(tx) => tx`update steering_packs set meeting_on = '2026-12-03' where id = ${id}`
			)
		).toBe(NOT_ALLOWED);
	});

	test('is a steering group’s', async () => {
		expect(await send('manager', 'steering_packs', { ...pack(), network_id: forum })).toMatchObject(
			{ verdict: 'rejected', column: 'network_id' }
		);
	});
});

const inDays = (days: number) =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
