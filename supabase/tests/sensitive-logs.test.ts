/** Sensitive logs: what the database leaves of them, who sees them, and the council's team on the route card. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOT_ALLOWED, outcome } from './rights';
import {
	addAttachment,
	addLog,
	logFields,
	setScene,
	WARDS,
	type PersonName,
	type Scene
} from './scene';

let scene: Scene;
/** A place and an organisation of the council. */
let place: string, organisation: string;
beforeAll(async () => {
	scene = await setScene();
	[place, organisation] = [randomUUID(), randomUUID()];
	const { council, sql } = scene;
	await sql`insert into places ${sql({ id: place, council_id: council, name: 'Leys hall', kind: 'community_centre', ward_code: WARDS.leys })}`;
	await sql`insert into organisations ${sql({ id: organisation, council_id: council, name: 'Leys Choir', kind: 'community_group' })}`;
});
afterAll(() => scene.drop());

const as = (person: PersonName | 'anon') =>
	scene.as(person === 'anon' ? null : scene.people[person]);

/** What there would be to strip. */
const revealing = () => ({
	place_id: place,
	organisation_id: organisation,
	people_count: 3,
	tallies: [{ of: { religion: 'muslim' }, count: 1 }]
});
const hateIncident = () => ({ hate_incident: true, signposted: ['true_vision'], ...revealing() });

async function kept(id: string) {
	const [log] = await scene.sql`select * from engagement_logs where id = ${id}`;
	return log;
}

describe('a restricted log', () => {
	test('keeps its ward and has no place, whatever a phone sends', async () => {
		const id = await addLog(scene, scene.people.aisha, { ...revealing(), restricted: true });
		expect(await kept(id)).toMatchObject({
			ward_code: WARDS.leys,
			place_id: null,
			organisation_id: organisation,
			scope: `user:${scene.people.aisha}`
		});
		await as('aisha')((tx) => tx`update engagement_logs set place_id = ${place} where id = ${id}`);
		expect((await kept(id))?.place_id).toBeNull();
	});

	test('loses the place that it had when it becomes restricted', async () => {
		const id = await addLog(scene, scene.people.aisha, revealing());
		await as('aisha')((tx) => tx`update engagement_logs set restricted = true where id = ${id}`);
		expect(await kept(id)).toMatchObject({ place_id: null, scope: `user:${scene.people.aisha}` });
	});
});

describe('a hate incident', () => {
	test('is restricted and names nobody, as an officer sends it', async () => {
		const id = randomUUID();
		const row = logFields(scene, { id, ...hateIncident() });
		await as('aisha')((tx) => tx`insert into engagement_logs ${tx(row)}`);
		expect(await kept(id)).toMatchObject({
			restricted: true,
			ward_code: WARDS.leys,
			place_id: null,
			organisation_id: null,
			tallies: [],
			signposted: ['true_vision'],
			scope: `user:${scene.people.aisha}`
		});
	});

	test('cannot be opened to others while it is one', async () => {
		const id = await addLog(scene, scene.people.aisha, hateIncident());
		await as('aisha')((tx) => tx`update engagement_logs set restricted = false where id = ${id}`);
		expect((await kept(id))?.restricted).toBe(true);
	});

	test('says where somebody was signposted, and keeps saying so', async () => {
		const none = { ...hateIncident(), signposted: [] };
		await expect(addLog(scene, scene.people.aisha, none)).rejects.toMatchObject({
			message: 'signpost_needed',
			column_name: 'signposted'
		});
		const id = await addLog(scene, scene.people.aisha, hateIncident());
		await expect(
			as('aisha')((tx) => tx`update engagement_logs set signposted = '{}' where id = ${id}`)
		).rejects.toMatchObject({ message: 'signpost_needed' });
	});

	test.each<[PersonName | 'anon', number]>([
		['aisha', 1],
		['cleared', 1],
		['tom', 0],
		['champion', 0],
		['manager', 0],
		['admin', 0],
		['viewer', 0],
		['stranger', 0],
		['neighbour', 0]
	])(
		'with its photos is read by its author and the cleared register alone: %s %i',
		async (person, count) => {
			const id = await addLog(scene, scene.people.aisha, hateIncident());
			await addAttachment(scene, scene.people.aisha, id);
			expect(
				await outcome(as(person), (tx) => tx`select from engagement_logs where id = ${id}`)
			).toBe(count);
			expect(
				await outcome(as(person), (tx) => tx`select from attachments where row_id = ${id}`)
			).toBe(count);
		}
	);

	test('is in nobody’s figures', async () => {
		const figures = async (person: PersonName) => {
			const [row] = await as(person)(
				(tx) => tx`select ward_activity('2026-01-01', '2026-12-31') - 'as_of' as figures`
			);
			return row?.figures;
		};
		const before = await figures('manager');
		await addLog(scene, scene.people.aisha, hateIncident());
		expect(await figures('manager')).toEqual(before);
	});
});

describe('the register', () => {
	const register = async (person: PersonName, ward: string | null = null) => {
		const [row] = await as(person)(
			(tx) => tx`select read_register('2026-01-01', '2026-01-31', ${ward}) as logs`
		);
		return (row?.logs as { id: string }[]).map(({ id }) => id);
	};

	test('is read by whoever is cleared, by ward and date, and every reading is written down', async () => {
		const id = await addLog(scene, scene.people.aisha, hateIncident());
		const later = { ...hateIncident(), occurred_on: '2026-02-01' };
		const out = await addLog(scene, scene.people.aisha, later);
		expect(await register('cleared')).toContain(id);
		expect(await register('cleared')).not.toContain(out);
		expect(await register('cleared', WARDS.leys)).toContain(id);
		expect(await register('cleared', WARDS.brook)).toEqual([]);
		const [last] = await scene.sql`
			select user_id, ward_code, log_ids from private.register_readings order by id desc offset 1 limit 1`;
		expect(last).toMatchObject({ user_id: scene.people.cleared, ward_code: WARDS.leys });
		expect(last?.log_ids).toContain(id);
	});

	test('tells nobody else anything', async () => {
		await addLog(scene, scene.people.aisha, hateIncident());
		for (const person of [
			'aisha',
			'tom',
			'champion',
			'manager',
			'admin',
			'viewer',
			'neighbour'
		] as const)
			expect(await register(person)).toEqual([]);
		expect(
			await outcome(as('anon'), (tx) => tx`select read_register('2026-01-01', '2026-01-31')`)
		).toBe(NOT_ALLOWED);
		expect(await outcome(as('cleared'), (tx) => tx`select from private.register_readings`)).toBe(
			NOT_ALLOWED
		);
	});
});

describe('the council’s team for hate incidents', () => {
	const change = (person: PersonName | 'anon', values: Record<string, string>) =>
		outcome(as(person), (tx) => tx`update councils set ${tx(values)} where id = ${scene.council}`);

	test('is said by an administrator and nobody else', async () => {
		const team = {
			hate_team_name: 'Community safety team',
			hate_team_phone: '01865 249811',
			hate_team_url: 'https://www.southmoor.example/hate',
			hate_team_hours: 'Monday to Friday, 9am to 5pm'
		};
		expect(await change('admin', team)).toBe(1);
		for (const person of [
			'aisha',
			'champion',
			'manager',
			'viewer',
			'stranger',
			'neighbour'
		] as const)
			expect(await change(person, team)).toBe(0);
		expect(await change('anon', team)).toBe(NOT_ALLOWED);
	});

	test.each([
		{ hate_team_phone: 'ask at the desk' },
		{ hate_team_url: 'javascript:alert(1)' },
		{ hate_team_url: 'http://insecure.example' },
		{ hate_team_name: 'x'.repeat(201) }
	])('has a phone number and an address that phones can follow: %j', async (values) => {
		expect(await change('admin', values)).toBe('23514');
	});
});
