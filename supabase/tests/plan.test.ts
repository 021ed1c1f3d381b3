/**
 * The plan is the administrators'; managers keep actions up to date, officers and champions say how far they have got;
 * everybody who works here reads it.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeRights, outcome, type Rights } from './rights';
import { logFields, setScene, type PersonName, type Scene } from './scene';
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

describeRights('actions', {
	record: ({ council, plan, priority }) => ({
		council_id: council,
		plan_id: plan,
		objective_id: priority,
		reference: 'A2',
		title: 'Train everyone',
		service: 'People',
		position: 2
	}),
	change: { status: 'done', rag: 'green', progress_note: 'All trained.' },
	rights: {
		...adminsOnly,
		aisha: ['read', 'change', 'change own'],
		tom: ['read', 'change', 'change own'],
		champion: ['read', 'change', 'change own'],
		manager: ['read', 'change', 'change own'],
		cleared: ['read', 'change', 'change own']
	}
});

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
