/** Councils, people, roles, localities and wards. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeRights, NOT_ALLOWED, outcome, type Rights } from './rights';
import { giveRoles, setScene, type PersonName, type Scene } from './scene';

const rights: Rights = {
	aisha: ['read'],
	tom: ['read'],
	champion: ['read'],
	manager: ['read'],
	cleared: ['read'],
	admin: ['read', 'add', 'change', 'change own'],
	viewer: [],
	stranger: [],
	neighbour: [],
	anon: []
};

describeRights('localities', {
	record: ({ council }) => ({ council_id: council, name: 'East' }),
	change: { name: 'Far east' },
	rights
});

describeRights('areas', {
	record: ({ council }) => ({
		council_id: council,
		code: `E05${randomUUID().slice(0, 6)}`,
		name: 'New ward',
		vintage: 'May 2026',
		latitude: 51.7,
		longitude: -1.2,
		hex_q: 9,
		hex_r: 9
	}),
	change: { population: 5000, boundary_source: 'ONS' },
	rights
});

describeRights('profiles', {
	record: ({ council }) => ({
		council_id: council,
		user_id: randomUUID(),
		full_name: 'New colleague'
	}),
	change: { full_name: 'Known colleague' },
	rights
});

describeRights('memberships', {
	record: ({ council }) => ({ council_id: council, user_id: randomUUID(), role: 'viewer' }),
	change: { role: 'champion' },
	// Nobody but administrators reads others' roles.
	rights: {
		...rights,
		aisha: [],
		tom: [],
		champion: [],
		manager: [],
		cleared: []
	}
});

let scene: Scene;
beforeAll(async () => {
	scene = await setScene();
});
afterAll(() => scene.drop());

const as = (person: PersonName) => scene.as(scene.people[person]);

describe('councils', () => {
	test.each<[PersonName, number]>([
		['aisha', 1],
		['champion', 1],
		['manager', 1],
		['admin', 1],
		['viewer', 0],
		['stranger', 0]
	])('%s reads %i of the two', async (person, count) => {
		expect(await outcome(as(person), (tx) => tx`select id from councils`)).toBe(count);
	});

	test('an administrator renames their own council and no other; nobody else does', async () => {
		const rename = (person: PersonName, id: string) =>
			outcome(as(person), (tx) => tx`update councils set name = 'Renamed' where id = ${id}`);
		expect(await rename('admin', scene.council)).toBe(1);
		expect(await rename('admin', scene.other.council)).toBe(0);
		for (const person of [
			'aisha',
			'champion',
			'manager',
			'viewer',
			'stranger',
			'neighbour'
		] as const)
			expect(await rename(person, scene.council)).toBe(0);
	});

	test('nobody adds a council by hand, and none can be another council’s', async () => {
		const id = randomUUID();
		const row = { id, council_id: id, code: 'E07000003', name: 'Elsewhere' };
		expect(await outcome(as('admin'), (tx) => tx`insert into councils ${tx(row)}`)).toBe(
			NOT_ALLOWED
		);
		await expect(
			scene.sql`insert into councils ${scene.sql({ ...row, council_id: scene.council })}`
		).rejects.toThrow('councils_council_id_not_valid');
	});
});

describe('one’s own name and roles', () => {
	test('everybody reads and changes their own name, and cannot remove or hand over the profile', async () => {
		for (const person of ['aisha', 'viewer'] as const) {
			const mine = scene.people[person];
			expect(
				await outcome(
					as(person),
					(tx) => tx`update profiles set full_name = 'Me' where user_id = ${mine}`
				)
			).toBe(1);
			expect(
				await outcome(
					as(person),
					(tx) => tx`update profiles set deleted_at = now() where user_id = ${mine}`
				)
			).toBe(NOT_ALLOWED);
			expect(
				await outcome(
					as(person),
					(tx) => tx`update profiles set user_id = ${scene.people.tom} where user_id = ${mine}`
				)
			).toBe(NOT_ALLOWED);
		}
	});

	test('everybody reads their own roles; nobody but an administrator changes them', async () => {
		for (const person of ['aisha', 'manager', 'viewer'] as const) {
			const mine = scene.people[person];
			expect(await outcome(as(person), (tx) => tx`select id from memberships`)).toBe(1);
			expect(
				await outcome(
					as(person),
					(tx) =>
						tx`update memberships set role = 'admin', locality_id = null where user_id = ${mine}`
				)
			).toBe(0);
			const row = { council_id: scene.council, user_id: mine, role: 'admin' };
			expect(await outcome(as(person), (tx) => tx`insert into memberships ${tx(row)}`)).toBe(
				NOT_ALLOWED
			);
		}
	});

	test('an administrator gives no roles in another council', async () => {
		const row = { council_id: scene.other.council, user_id: scene.people.admin, role: 'admin' };
		expect(await outcome(as('admin'), (tx) => tx`insert into memberships ${tx(row)}`)).toBe(
			NOT_ALLOWED
		);
	});

	test('an officer has a locality, of the same council; only managers and administrators are cleared', async () => {
		const give = (values: Record<string, unknown>) => {
			const row = { council_id: scene.council, user_id: randomUUID(), ...values };
			return outcome(as('admin'), (tx) => tx`insert into memberships ${tx(row)}`);
		};
		expect(await give({ role: 'officer', locality_id: scene.north })).toBe(1);
		expect(await give({ role: 'officer' })).toBe('23514');
		expect(await give({ role: 'officer', locality_id: scene.other.locality })).toBe('23503');
		expect(await give({ role: 'viewer', locality_id: scene.north })).toBe('23514');
		expect(await give({ role: 'manager', cleared: true })).toBe(1);
		expect(await give({ role: 'champion', cleared: true })).toBe('23514');
	});

	test('a role is given once, and may be given again after it was taken away', async () => {
		const person = randomUUID();
		await giveRoles(scene.sql, scene.council, [[person, 'manager', null]]);
		const again = scene.sql`insert into memberships ${scene.sql({ council_id: scene.council, user_id: person, role: 'manager' })}`;
		await expect(again).rejects.toThrow('memberships_role_key');
		await scene.sql`update memberships set deleted_at = now() where user_id = ${person}`;
		await scene.sql`insert into memberships ${scene.sql({ council_id: scene.council, user_id: person, role: 'manager' })}`;
	});

	test('somebody whose every role was taken away keeps nothing but the news of it', async () => {
		const person = randomUUID();
		await giveRoles(scene.sql, scene.council, [[person, 'manager', null]]);
		const scopes = () =>
			scene.as(person)((tx) => tx<{ name: string }[]>`select private.my_scopes() as name`);
		expect((await scopes()).length).toBe(4);
		await scene.sql`update memberships set deleted_at = now() where user_id = ${person}`;
		expect((await scopes()).map(({ name }) => name)).toEqual([`user:${person}`]);
		expect(await outcome(scene.as(person), (tx) => tx`select id from memberships`)).toBe(1);
		expect(await outcome(scene.as(person), (tx) => tx`select id from plans`)).toBe(0);
	});
});

describe('scopes', () => {
	test.each<[PersonName, (scene: Scene) => string[]]>([
		['aisha', ({ council, south }) => [`council:${council}`, `locality:${south}`]],
		['champion', ({ council }) => [`council:${council}`]],
		[
			'manager',
			({ council, south, north }) => [
				`council:${council}`,
				`locality:${south}`,
				`locality:${north}`
			]
		],
		[
			'cleared',
			({ council, south, north }) => [
				`cleared:${council}`,
				`council:${council}`,
				`locality:${south}`,
				`locality:${north}`
			]
		],
		[
			'admin',
			({ council, south, north }) => [
				`council:${council}`,
				`locality:${south}`,
				`locality:${north}`
			]
		],
		['viewer', () => []]
	])('%s', async (person, expected) => {
		const scopes = await as(person)(
			(tx) => tx<{ name: string }[]>`select private.my_scopes() as name`
		);
		const names = scopes.map(({ name }) => name).sort();
		expect(names).toEqual([...expected(scene), `user:${scene.people[person]}`].sort());
	});

	test('a stranger has none', async () => {
		expect(await as('stranger')((tx) => tx`select private.my_scopes() as name`)).toHaveLength(0);
	});
});
