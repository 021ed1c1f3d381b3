/**
 * The plan is the administrators'; managers add actions and keep them up to date, officers and champions propose them
 * and say how far they have got; everybody who works here reads it.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeRights, outcome, type Rights } from './rights';
import {
	attachmentFields,
	giveRoles,
	logFields,
	setScene,
	type PersonName,
	type Scene
} from './scene';
import { push, type Mutation } from './sync-client';

const readers = {
	aisha: ['read'],
	tom: ['read'],
	champion: ['read'],
	manager: ['read'],
	cleared: ['read'],
	viewer: [],
	stranger: [],
	neighbour: [],
	anon: []
} satisfies Omit<Rights, 'admin'>;

const adminsOnly: Rights = { ...readers, admin: ['read', 'add', 'change', 'change own'] };

describeRights('plans', {
	record: ({ council }) => ({ council_id: council, title: 'Next plan' }),
	change: { title: 'Another title' },
	rights: adminsOnly
});

describeRights('objectives', {
	record: ({ council, plan }) => ({
		council_id: council,
		plan_id: plan,
		kind: 'objective',
		reference: '2',
		title: 'Fair pay',
		position: 2
	}),
	change: { closed_on: '2026-01-01' },
	rights: adminsOnly
});

/** Managers and administrators do everything with actions. */
const managed = {
	...readers,
	manager: ['read', 'add', 'change', 'change own'],
	cleared: ['read', 'add', 'change', 'change own'],
	admin: ['read', 'add', 'change', 'change own']
} satisfies Rights;

const newAction = ({ council, plan, priority }: Scene) => ({
	council_id: council,
	plan_id: plan,
	objective_id: priority,
	reference: 'A2',
	title: 'Train everyone',
	service: 'People',
	position: 2
});

describeRights('actions', {
	record: newAction,
	change: { status: 'done', rag: 'green', rag_reason: 'Early', progress_note: 'All trained.' },
	rights: {
		...managed,
		aisha: ['read', 'change', 'change own'],
		tom: ['read', 'change', 'change own'],
		champion: ['read', 'change', 'change own']
	}
});

describe('proposed', () =>
	describeRights('actions', {
		record: (scene) => ({ ...newAction(scene), status: 'proposed', reference: '' }),
		change: { title: 'Train everybody who answers the phone' },
		rights: {
			...managed,
			aisha: ['read', 'add', 'change own'],
			tom: ['read', 'add', 'change own'],
			champion: ['read', 'add', 'change own']
		}
	}));

describe('declined', () =>
	describeRights('actions', {
		record: (scene) => ({
			...newAction(scene),
			status: 'declined',
			reference: '',
			decision: 'There is no money for it.'
		}),
		change: { decision: 'There is no money for it this year.' },
		rights: managed
	}));

describe('progress on an action', () => {
	let scene: Scene;
	beforeAll(async () => {
		scene = await setScene();
	});
	afterAll(() => scene.drop());

	const as = (person: PersonName) => scene.as(scene.people[person]);
	const workers = ['aisha', 'champion', 'manager', 'admin'] as const;
	const others = ['viewer', 'stranger', 'neighbour'] as const;

	const change = (id: string, set: Record<string, unknown>, base = {}) => ({
		mid: 1,
		table: 'actions',
		op: 'update' as const,
		id,
		set,
		base
	});

	async function addAction(): Promise<string> {
		const id = randomUUID();
		await scene.sql`insert into actions ${scene.sql({
			id,
			council_id: scene.council,
			plan_id: scene.plan,
			objective_id: scene.priority,
			reference: 'A9',
			title: 'Train everyone',
			service: 'People',
			position: 9
		})}`;
		return id;
	}

	test.each(workers)('is for %s to report', async (person) => {
		const progress = { status: 'in_progress', rag: 'amber', progress_note: 'Half are trained.' };
		const [verdict] = await push(as(person), randomUUID(), [change(await addAction(), progress)]);
		expect(verdict).toMatchObject({ verdict: 'applied', row: progress });
	});

	test.each(others)('is not for %s to report, nor to know of', async (person) => {
		const [verdict] = await push(as(person), randomUUID(), [
			change(await addAction(), { rag: 'red' })
		]);
		expect(verdict).toMatchObject({ verdict: 'rejected', code: 'not_found', row: null });
	});

	test.each(['aisha', 'champion'] as const)('is all that %s changes', async (person) => {
		const action = await addAction();
		for (const [column, value] of Object.entries({
			plan_id: randomUUID(),
			objective_id: scene.objective,
			reference: 'B1',
			title: 'Train nobody',
			service: 'Housing',
			owner: 'Somebody',
			owner_id: scene.people[person],
			further_objective_ids: [scene.objective],
			programmes: ['Youth Ambition'],
			description: 'Nothing at all',
			due_working_days: 1,
			decision: 'Yes',
			carried_from: scene.action,
			due_on: '2030-01-01',
			due_rule: 'Never',
			position: 10,
			source_ref: 'Page 3'
		})) {
			const [verdict] = await push(as(person), randomUUID(), [
				change(action, { rag: 'red', [column]: value })
			]);
			expect(verdict).toMatchObject({
				verdict: 'rejected',
				code: 'not_allowed',
				column,
				row: { rag: null }
			});
		}
		const [gone] = await push(as(person), randomUUID(), [
			{ mid: 1, table: 'actions', op: 'delete', id: action }
		]);
		expect(gone).toMatchObject({ verdict: 'rejected', code: 'not_allowed' });
	});

	test.each(['manager', 'admin'] as const)('is not all that %s changes', async (person) => {
		const owner = 'Head of People';
		const [verdict] = await push(as(person), randomUUID(), [change(await addAction(), { owner })]);
		expect(verdict).toMatchObject({ verdict: 'applied', row: { owner } });
	});

	test('is a person’s to decide where two people have reported', async () => {
		const action = await addAction();
		await push(as('aisha'), randomUUID(), [change(action, { rag: 'green' }, { rag: 1 })]);
		const [verdict] = await push(as('champion'), randomUUID(), [
			change(action, { rag: 'red' }, { rag: 1 })
		]);
		expect(verdict).toMatchObject({
			verdict: 'conflict',
			conflicts: { rag: { theirs: 'green', by: scene.people.aisha } },
			row: { rag: 'green' }
		});
	});

	test('reaches no action next door', async () => {
		const reached = await outcome(as('neighbour'), (tx) => tx`update actions set rag = 'green'`);
		const [theirs] = await scene.sql<{ count: number }[]>`
			select count(*)::int as count from actions where council_id = ${scene.other.council}`;
		expect(reached).toBe(theirs?.count);
	});
});

describe('an action', () => {
	let scene: Scene;
	beforeAll(async () => {
		scene = await setScene();
	});
	afterAll(() => scene.drop());

	const tell = async (person: PersonName, mutation: Omit<Mutation, 'mid' | 'table'>) =>
		(
			await push(scene.as(scene.people[person]), randomUUID(), [
				{ mid: 1, table: 'actions', ...mutation }
			])
		)[0];

	/** Adds one as somebody would. */
	async function add(person: PersonName, set: Record<string, unknown> = {}) {
		const id = randomUUID();
		const verdict = await tell(person, {
			op: 'insert',
			id,
			set: { ...newAction(scene), ...set }
		});
		return { id, verdict };
	}
	const proposal = { status: 'proposed', reference: '' };

	test.each(['manager', 'admin'] as const)('is %s’s to add, and to delete', async (person) => {
		const { id, verdict } = await add(person);
		expect(verdict).toMatchObject({ verdict: 'applied', row: { status: 'not_started' } });
		expect(await tell(person, { op: 'delete', id })).toMatchObject({ verdict: 'applied' });
	});

	test.each(['aisha', 'champion'] as const)('is only proposed by %s', async (person) => {
		expect((await add(person)).verdict).toMatchObject({ verdict: 'rejected', code: 'not_allowed' });
		const { id, verdict } = await add(person, proposal);
		expect(verdict).toMatchObject({ verdict: 'applied', row: { reference: '' } });
		for (const status of ['not_started', 'done', 'declined'])
			expect(
				await tell(person, { op: 'update', id, set: { status, reference: 'A3', decision: 'Yes' } })
			).toMatchObject({ verdict: 'rejected', code: 'not_allowed', column: 'status' });
		expect(await tell('tom', { op: 'update', id, set: { title: 'Mine' } })).toMatchObject({
			code: 'not_allowed'
		});
		expect(await tell('tom', { op: 'delete', id })).toMatchObject({ code: 'not_allowed' });
		expect(await tell(person, { op: 'delete', id })).toMatchObject({ verdict: 'applied' });
	});

	test('is accepted with a reference, and then its proposer only reports on it', async () => {
		const { id } = await add('aisha', proposal);
		const accept = { op: 'update' as const, id, set: { status: 'not_started' } };
		expect(await tell('manager', accept)).toMatchObject({ code: 'required', column: 'reference' });
		accept.set = Object.assign(accept.set, { reference: 'A3' });
		expect(await tell('manager', accept)).toMatchObject({ verdict: 'applied' });
		expect(await tell('aisha', { op: 'update', id, set: { title: 'Mine' } })).toMatchObject({
			code: 'not_allowed',
			column: 'title'
		});
		expect(await tell('aisha', { op: 'update', id, set: { rag: 'red' } })).toMatchObject({
			verdict: 'applied'
		});
		for (const status of ['proposed', 'declined'])
			expect(
				await tell('aisha', { op: 'update', id, set: { status, decision: 'No' } })
			).toMatchObject({ code: 'not_allowed', column: expect.stringMatching(/status|decision/) });
	});

	test('is declined with a reason, and may be accepted after all', async () => {
		const { id } = await add('champion', proposal);
		const decline = (decision: string | null) =>
			tell('manager', { op: 'update', id, set: { status: 'declined', decision } });
		for (const nothing of [null, ''])
			expect(await decline(nothing)).toMatchObject({ code: 'required', column: 'decision' });
		expect(await decline('Another team does it.')).toMatchObject({ verdict: 'applied' });
		expect(await tell('champion', { op: 'update', id, set: { title: 'Again' } })).toMatchObject({
			code: 'not_allowed'
		});
		expect(
			await tell('admin', {
				op: 'update',
				id,
				set: { status: 'not_started', reference: 'A3' },
				base: { status: 2 }
			})
		).toMatchObject({ verdict: 'applied' });
	});

	test('is answered for by somebody who works here', async () => {
		const owned = (owner_id: string) => add('manager', { owner_id });
		for (const person of ['aisha', 'champion', 'manager', 'admin'] as const)
			expect((await owned(scene.people[person])).verdict).toMatchObject({ verdict: 'applied' });
		for (const person of ['viewer', 'stranger', 'neighbour'] as const)
			expect((await owned(scene.people[person])).verdict).toMatchObject({
				code: 'unknown_owner',
				column: 'owner_id'
			});
	});

	test('stays with whoever has left, until somebody else is named', async () => {
		const leaver = randomUUID();
		await giveRoles(scene.sql, scene.council, [[leaver, 'champion', null]]);
		const { id } = await add('manager', { owner_id: leaver });
		await scene.sql`update memberships set deleted_at = now() where user_id = ${leaver}`;
		expect(await tell('manager', { op: 'update', id, set: { title: 'Go on' } })).toMatchObject({
			verdict: 'applied',
			row: { owner_id: leaver }
		});
	});

	test('serves objectives and has partners of its own council', async () => {
		const [partner] = await scene.sql`
			insert into organisations (council_id, name, kind)
			values (${scene.council}, 'Choir', 'community_group') returning id`;
		const partner_ids = [String(partner?.id)];
		const { id, verdict } = await add('manager', {
			partner_ids,
			further_objective_ids: [scene.objective]
		});
		expect(verdict).toMatchObject({ verdict: 'applied', row: { partner_ids } });
		for (const [column, list] of Object.entries({
			partner_ids: [...partner_ids, randomUUID()],
			further_objective_ids: [scene.objective, scene.other.priority]
		}))
			expect(await tell('manager', { op: 'update', id, set: { [column]: list } })).toMatchObject({
				code: 'unknown_reference',
				column
			});
		// One that is deleted later stays named.
		await scene.sql`update organisations set deleted_at = now() where id = ${partner_ids[0] ?? ''}`;
		expect(await tell('manager', { op: 'update', id, set: { title: 'Go on' } })).toMatchObject({
			verdict: 'applied'
		});
		expect((await add('manager', { partner_ids })).verdict).toMatchObject({
			code: 'unknown_reference'
		});
	});

	test('leads to an objective of its own plan', async () => {
		const [plan] = await scene.sql`
			insert into plans (council_id, title) values (${scene.council}, 'Next plan') returning id`;
		const { verdict } = await add('manager', { plan_id: String(plan?.id) });
		expect(verdict).toMatchObject({ code: 'objective_of_other_plan', column: 'objective_id' });
	});

	test.each([
		['programmes', [''], 'not_valid'],
		['programmes', ['x'.repeat(1001)], 'too_long'],
		['programmes', [null], 'not_valid'],
		['partner_ids', [null], 'unknown_reference'],
		['due_working_days', 0, 'out_of_range'],
		['due_working_days', 261, 'out_of_range'],
		['rag_reason', 'x'.repeat(1001), 'too_long'],
		['carried_from', randomUUID(), 'unknown_reference']
	])('has no %s like %j', async (column, value, code) => {
		expect((await add('admin', { [column]: value })).verdict).toMatchObject({ code, column });
	});

	test('has photos, for whoever reads it', async () => {
		const { id } = await add('manager');
		const set = attachmentFields(scene, id, { table_name: 'actions' });
		const attach = (person: PersonName) =>
			push(scene.as(scene.people[person]), randomUUID(), [
				{ mid: 1, table: 'attachments', op: 'insert', id: randomUUID(), set }
			]);
		expect((await attach('champion'))[0]).toMatchObject({
			verdict: 'applied',
			row: { scope: `council:${scene.council}` }
		});
		expect((await attach('viewer'))[0]).toMatchObject({ verdict: 'rejected' });
		await tell('manager', { op: 'delete', id });
		const [left] = await scene.sql`
			select count(*)::int from attachments where row_id = ${id} and deleted_at is null`;
		expect(left).toEqual({ count: 0 });
	});
});

describe('a closed plan', () => {
	let scene: Scene;
	beforeAll(async () => {
		scene = await setScene();
		await scene.sql`update plans set status = 'closed' where id = ${scene.plan}`;
	});
	afterAll(() => scene.drop());

	const tell = async (person: PersonName, mutation: Omit<Mutation, 'mid'>) =>
		(await push(scene.as(scene.people[person]), randomUUID(), [{ mid: 1, ...mutation }]))[0];
	const frozen = { verdict: 'rejected', code: 'plan_closed' };
	const objective = () => ({
		council_id: scene.council,
		plan_id: scene.plan,
		kind: 'objective',
		reference: '9',
		title: 'One more',
		position: 9
	});

	test('takes no change, not even an administrator’s', async () => {
		const changes: Omit<Mutation, 'mid'>[] = [
			{ table: 'plans', op: 'update', id: scene.plan, set: { title: 'Rewritten' } },
			{ table: 'plans', op: 'delete', id: scene.plan },
			{ table: 'objectives', op: 'insert', id: randomUUID(), set: objective() },
			{ table: 'objectives', op: 'update', id: scene.priority, set: { title: 'Rewritten' } },
			{ table: 'objectives', op: 'delete', id: scene.priority },
			{ table: 'actions', op: 'update', id: scene.action, set: { rag: 'green' } },
			{ table: 'actions', op: 'delete', id: scene.action }
		];
		for (const change of changes)
			expect(await tell('admin', change), JSON.stringify(change)).toMatchObject(frozen);
	});

	test('takes no report on its actions', async () => {
		const report = {
			table: 'actions',
			op: 'update' as const,
			id: scene.action,
			set: { rag: 'red' }
		};
		for (const person of ['aisha', 'champion', 'manager'] as const)
			expect(await tell(person, report)).toMatchObject(frozen);
		expect(await tell('stranger', report)).toMatchObject({ code: 'not_found' });
	});

	test('does not take in what belongs to another plan', async () => {
		const [plan] = await scene.sql`
			insert into plans (council_id, title) values (${scene.council}, 'Next plan') returning id`;
		const id = randomUUID();
		await scene.sql`
			insert into objectives ${scene.sql({ id, ...objective(), plan_id: String(plan?.id) })}`;
		expect(
			await tell('admin', {
				table: 'objectives',
				op: 'update',
				id,
				set: { plan_id: scene.plan }
			})
		).toMatchObject(frozen);
	});

	test('gives its priorities no new logs', async () => {
		expect(
			await tell('aisha', {
				table: 'engagement_logs',
				op: 'insert',
				id: randomUUID(),
				set: logFields(scene)
			})
		).toMatchObject({ verdict: 'rejected', code: 'priority_closed', column: 'objective_id' });
	});

	test('is opened again by an administrator alone', async () => {
		const open = {
			table: 'plans',
			op: 'update' as const,
			id: scene.plan,
			set: { status: 'current' },
			base: { status: 2 }
		};
		expect(await tell('manager', open)).toMatchObject({ code: 'not_allowed' });
		expect(await tell('admin', open)).toMatchObject({ verdict: 'applied' });
		expect(
			await tell('aisha', {
				table: 'actions',
				op: 'update',
				id: scene.action,
				set: { rag: 'green' }
			})
		).toMatchObject({ verdict: 'applied' });
	});
});

test('a plan does not end before it starts', async () => {
	const scene = await setScene();
	const [verdict] = await push(scene.as(scene.people.admin), randomUUID(), [
		{
			mid: 1,
			table: 'plans',
			op: 'update',
			id: scene.plan,
			set: { starts_on: '2026-04-01', ends_on: '2026-03-31' }
		}
	]);
	expect(verdict).toMatchObject({ code: 'out_of_range', column: 'ends_on' });
	await scene.drop();
});
