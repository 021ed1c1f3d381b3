/**
 * Referrals: managers and administrators keep the directory of routes, everybody who works here reads it. A referral is
 * for whoever its log is for, and goes where that goes.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeRights, outcome, type Rights } from './rights';
import { addLog, setScene, WARDS, type PersonName, type Scene } from './scene';
import { push } from './sync-client';

const keeper = ['read', 'add', 'change', 'change own'] as const;
const rights: Rights = {
	aisha: ['read'],
	tom: ['read'],
	champion: ['read'],
	manager: keeper,
	cleared: keeper,
	admin: keeper,
	viewer: [],
	stranger: [],
	neighbour: [],
	anon: []
};

const route = { name: 'Advice Centre', reasons: ['money', 'housing'] };

describeRights('referral_routes', {
	record: ({ council }) => ({ council_id: council, ...route }),
	change: { phone: '01865 000000', checked_on: '2026-01-15' },
	rights
});

describe('referrals', () => {
	let scene: Scene;
	let routeId: string;
	let logs: Record<'southern' | 'cityWide' | 'restricted' | 'northern', string>;
	beforeAll(async () => {
		scene = await setScene();
		const { aisha, tom } = scene.people;
		routeId = randomUUID();
		await scene.sql`insert into referral_routes ${scene.sql({ id: routeId, council_id: scene.council, ...route })}`;
		logs = {
			southern: await addLog(scene, aisha),
			cityWide: await addLog(scene, aisha, { coverage: 'city_wide', ward_code: null }),
			restricted: await addLog(scene, aisha, { restricted: true }),
			northern: await addLog(scene, tom, { ward_code: WARDS.marston })
		};
	});
	afterAll(() => scene.drop());

	const as = (person: PersonName) => scene.as(scene.people[person]);
	const people = () => Object.keys(scene.people) as PersonName[];

	const fields = (log_id: string, more: Record<string, unknown> = {}) => ({
		council_id: scene.council,
		log_id,
		route_id: routeId,
		reason: 'money',
		referred_on: '2026-01-15',
		...more
	});

	/** Refers as somebody would have, and returns its id. */
	async function add(log: string, author: PersonName | null = null): Promise<string> {
		const id = randomUUID();
		const created_by = author && scene.people[author];
		await scene.sql`insert into referrals ${scene.sql(fields(log, { id, created_by }))}`;
		return id;
	}

	/** What a phone's new referral comes to: 'applied', or the code and the column of its refusal. */
	async function refer(person: PersonName, log: string, more: Record<string, unknown> = {}) {
		const [verdict] = await push(as(person), randomUUID(), [
			{ mid: 1, table: 'referrals', op: 'insert', id: randomUUID(), set: fields(log, more) }
		]);
		return verdict?.code ? [verdict.code, verdict.column].join(' ').trim() : verdict?.verdict;
	}

	async function peopleWho(may: (person: PersonName) => Promise<boolean>): Promise<PersonName[]> {
		const found: PersonName[] = [];
		for (const person of people()) if (await may(person)) found.push(person);
		return found;
	}

	test.each([
		['southern', ['aisha', 'manager', 'cleared', 'admin']],
		['cityWide', ['aisha', 'tom', 'champion', 'manager', 'cleared', 'admin']],
		['restricted', ['aisha', 'cleared']],
		['northern', ['tom', 'manager', 'cleared', 'admin']]
	] as const)('of a log that is %s are read by those who read the log', async (name, readers) => {
		const id = await add(logs[name]);
		const reads = async (person: PersonName) =>
			(await outcome(as(person), (tx) => tx`select id from referrals where id = ${id}`)) === 1;
		const changes = async (person: PersonName) =>
			(await outcome(
				as(person),
				(tx) => tx`update referrals set status = 'accepted' where id = ${id}`
			)) === 1;
		expect(await peopleWho(reads)).toEqual(readers);
		expect(await peopleWho(changes)).toEqual(readers.filter((person) => person !== 'champion'));
	});

	test('of a restricted log are on its author’s device alone', async () => {
		const id = await add(logs.restricted);
		const holds = async (person: PersonName) => {
			const pulled = await as(person)((tx) => tx`select sync_pull('', '{}') as pulled`);
			return JSON.stringify(pulled).includes(id);
		};
		expect(await peopleWho(holds)).toEqual(['aisha']);
	});

	test('are made from logs that their author reads', async () => {
		expect(await refer('aisha', logs.southern)).toBe('applied');
		expect(await refer('aisha', logs.restricted)).toBe('applied');
		expect(await refer('aisha', logs.northern)).toBe('unknown_reference log_id');
		expect(await refer('tom', logs.restricted)).toBe('unknown_reference log_id');
		expect(await refer('manager', logs.restricted)).toBe('unknown_reference log_id');
		expect(await refer('cleared', logs.restricted)).toBe('applied');
		for (const person of ['champion', 'viewer', 'stranger', 'neighbour'] as const)
			expect(await refer(person, logs.cityWide)).toBe('not_allowed');
	});

	test('go where their log goes, and with it', async () => {
		const log = await addLog(scene, scene.people.aisha);
		const id = await add(log, 'manager');
		const state = async () =>
			(await scene.sql`select scope, deleted_at from referrals where id = ${id}`)[0];
		await scene.sql`update engagement_logs set restricted = true where id = ${log}`;
		expect((await state())?.scope).toBe(`user:${scene.people.aisha}`);
		await scene.sql`update engagement_logs set restricted = false, ward_code = ${WARDS.marston} where id = ${log}`;
		expect((await state())?.scope).toBe(`locality:${scene.north}`);
		const remove = { mid: 1, table: 'engagement_logs', op: 'delete', id: log } as const;
		await push(as('manager'), randomUUID(), [remove]);
		expect((await state())?.deleted_at).toBeInstanceOf(Date);
	});

	test('an officer deletes their own, and their log with all of it; a manager any', async () => {
		const log = await addLog(scene, scene.people.aisha);
		const theirs = await add(log, 'manager');
		const remove = (person: PersonName, table: string, id: string) =>
			push(as(person), randomUUID(), [{ mid: 1, table, op: 'delete', id }]).then(
				([verdict]) => verdict?.code ?? verdict?.verdict
			);
		expect(await remove('aisha', 'referrals', theirs)).toBe('not_allowed');
		expect(await remove('aisha', 'referrals', await add(log, 'aisha'))).toBe('applied');
		expect(await remove('manager', 'referrals', await add(log, 'aisha'))).toBe('applied');
		expect(await remove('aisha', 'engagement_logs', log)).toBe('applied');
		const [row] = await scene.sql`select deleted_at from referrals where id = ${theirs}`;
		expect(row?.deleted_at).not.toBeNull();
	});

	test('say since when they are answered, and are not of the future', async () => {
		const id = await add(logs.southern, 'aisha');
		const set = async (values: Record<string, unknown>) => {
			await as('aisha')((tx) => tx`update referrals set ${tx(values)} where id = ${id}`);
			const [row] = await scene.sql`select answered_on::text from referrals where id = ${id}`;
			return row?.answered_on as string | null;
		};
		expect(await set({ status: 'accepted', answered_on: '2026-01-20' })).toBe('2026-01-20');
		expect(await set({ status: 'made' })).toBeNull();
		expect(await set({ status: 'unknown' })).toMatch(/^\d{4}-/);
		expect(await refer('aisha', logs.southern, { referred_on: '2999-01-01' })).toBe(
			'date_in_future referred_on'
		);
	});
});
