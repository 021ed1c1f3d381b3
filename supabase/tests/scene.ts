/**
 * The scene of the database tests: a council with two localities and a person in every role, a second council next
 * door, and somebody who works for neither.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { createDatabase, type TestDatabase } from '../../tests/support/database';

/** What happens in every test database: these ids are made anew for each. */
export interface Scene extends TestDatabase {
	council: string;
	south: string;
	north: string;
	plan: string;
	objective: string;
	/** A priority that is open, and one that closed yesterday. */
	priority: string;
	closedPriority: string;
	action: string;
	people: People;
	/** The council next door. */
	other: { council: string; locality: string; priority: string };
}

/** Wards: the officer's two, one in the other locality, and one in none. */
export const WARDS = {
	leys: 'E05000001',
	brook: 'E05000002',
	marston: 'E05000003',
	edge: 'E05000004'
};
/** A ward of the council next door. */
export const WARD_NEXT_DOOR = 'E05000009';

export interface People {
	/** Officer in the south. */
	aisha: string;
	/** Officer in the north. */
	tom: string;
	champion: string;
	manager: string;
	/** Manager, cleared for the restricted register. */
	cleared: string;
	admin: string;
	viewer: string;
	/** Signed in, with no role anywhere. */
	stranger: string;
	/** Admin, manager and officer of the council next door. */
	neighbour: string;
}

export type PersonName = keyof People;

/** A database with the scene in it. Drop it when done. */
export async function setScene(options?: { connections?: number }): Promise<Scene> {
	const database = await createDatabase(options);
	const { sql } = database;
	const { council, localities } = await makeCouncil(sql, 'E07000001', 'Southmoor', [
		'South',
		'North'
	]);
	const [south, north] = localities as [string, string];
	await sql`insert into areas ${sql([
		ward(council, WARDS.leys, 'Leys', south, 0),
		ward(council, WARDS.brook, 'Brook', south, 1),
		ward(council, WARDS.marston, 'Marston', north, 2),
		ward(council, WARDS.edge, 'Edge', null, 3)
	])}`;
	const plan = await makePlan(sql, council);
	const people = Object.fromEntries(
		[
			'aisha',
			'tom',
			'champion',
			'manager',
			'cleared',
			'admin',
			'viewer',
			'stranger',
			'neighbour'
		].map((name) => [name, randomUUID()])
	) as unknown as People;
	await giveRoles(sql, council, [
		[people.aisha, 'officer', south],
		[people.tom, 'officer', north],
		[people.champion, 'champion', null],
		[people.manager, 'manager', null],
		[people.cleared, 'manager', null],
		[people.admin, 'admin', null],
		[people.viewer, 'viewer', null]
	]);
	await sql`update memberships set cleared = true where user_id = ${people.cleared}`;
	return {
		...database,
		council,
		south,
		north,
		...plan,
		people,
		other: await nextDoor(sql, people)
	};
}

async function nextDoor(sql: Sql, people: People): Promise<Scene['other']> {
	const { council, localities } = await makeCouncil(sql, 'E07000002', 'Northmoor', ['All']);
	const locality = localities[0] as string;
	await sql`insert into areas ${sql([ward(council, WARD_NEXT_DOOR, 'Far', locality, 0)])}`;
	await giveRoles(sql, council, [
		[people.neighbour, 'officer', locality],
		[people.neighbour, 'manager', null],
		[people.neighbour, 'admin', null]
	]);
	return { council, locality, priority: (await makePlan(sql, council)).priority };
}

async function makeCouncil(sql: Sql, code: string, name: string, localityNames: string[]) {
	const council = randomUUID();
	await sql`insert into councils ${sql({ id: council, council_id: council, code, name })}`;
	const localities = localityNames.map((localityName) => ({
		id: randomUUID(),
		council_id: council,
		name: localityName
	}));
	await sql`insert into localities ${sql(localities)}`;
	return { council, localities: localities.map(({ id }) => id) };
}

function ward(council: string, code: string, name: string, locality: string | null, hex: number) {
	return {
		council_id: council,
		code,
		name,
		vintage: 'May 2026',
		latitude: 51.75 + hex / 100,
		longitude: -1.25,
		hex_q: hex,
		hex_r: 0,
		locality_id: locality
	};
}

/** A current plan: an objective, under it an open and a closed priority, and an action. */
async function makePlan(sql: Sql, council: string) {
	const [plan, objective, priority, closedPriority, action] = [1, 2, 3, 4, 5].map(() =>
		randomUUID()
	) as [string, string, string, string, string];
	const shared = { council_id: council, plan_id: plan };
	await sql`insert into plans ${sql({ id: plan, council_id: council, title: 'Plan', status: 'current' })}`;
	await sql`insert into objectives ${sql({ ...shared, id: objective, kind: 'objective', reference: '1', title: 'Fair services', position: 1 })}`;
	await sql`insert into objectives ${sql([
		{
			...shared,
			id: priority,
			parent_id: objective,
			kind: 'priority',
			reference: '1.1',
			title: 'Open',
			position: 1,
			closed_on: null
		},
		{
			...shared,
			id: closedPriority,
			parent_id: objective,
			kind: 'priority',
			reference: '1.2',
			title: 'Closed',
			position: 2,
			closed_on: '2020-01-01'
		}
	])}`;
	await sql`insert into actions ${sql({ ...shared, id: action, objective_id: priority, reference: 'A1', title: 'Act', service: 'Communities', position: 1 })}`;
	return { plan, objective, priority, closedPriority, action };
}

/** Gives roles, and everybody a profile. */
export async function giveRoles(
	sql: Sql,
	council: string,
	roles: [user: string, role: string, locality: string | null][]
): Promise<void> {
	await sql`insert into memberships ${sql(
		roles.map(([user_id, role, locality_id]) => ({
			council_id: council,
			user_id,
			role,
			locality_id
		}))
	)}`;
	const users = [...new Set(roles.map(([user]) => user))];
	await sql`insert into profiles ${sql(
		users.map((user_id) => ({ council_id: council, user_id, full_name: 'Somebody' }))
	)}`;
}

/** The columns of a plain log in a ward of the south, dated today. */
export function logFields(
	scene: Scene,
	fields: Record<string, unknown> = {}
): Record<string, unknown> {
	return {
		council_id: scene.council,
		type: 'conversation',
		occurred_on: '2026-01-15',
		coverage: 'ward',
		ward_code: WARDS.leys,
		objective_id: scene.priority,
		heard: 'The bus stops at six.',
		...fields
	};
}

/** Adds a log as somebody would have, and returns its id. */
export async function addLog(
	scene: Scene,
	author: string | null,
	fields: Record<string, unknown> = {}
): Promise<string> {
	const id = randomUUID();
	const row = logFields(scene, { id, created_by: author, ...fields });
	await scene.sql`insert into engagement_logs ${scene.sql(row)}`;
	return id;
}

/** The columns of a picture of a log. */
export function attachmentFields(
	scene: Scene,
	log: string,
	fields: Record<string, unknown> = {}
): Record<string, unknown> {
	return {
		council_id: scene.council,
		table_name: 'engagement_logs',
		row_id: log,
		sha256: createHash('sha256').update(randomUUID()).digest('hex'),
		content_type: 'image/jpeg',
		byte_size: 200_000,
		width: 1600,
		height: 1200,
		description: 'The ramp outside the hall',
		...fields
	};
}

/** Attaches a picture to a log as somebody would have, and returns its id. */
export async function addAttachment(
	scene: Scene,
	author: string | null,
	log: string,
	fields: Record<string, unknown> = {}
): Promise<string> {
	const id = randomUUID();
	const row = attachmentFields(scene, log, { id, created_by: author, ...fields });
	await scene.sql`insert into attachments ${scene.sql(row)}`;
	return id;
}
