/** Measures are the managers' and administrators'; everybody who works here enters readings; logs feed some of them. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeRights, type Rights } from './rights';
import { setScene, type PersonName, type Scene } from './scene';
import { push, type Mutation } from './sync-client';

/** A measure that people read by the quarter. */
const measureFields = (scene: Scene, fields: Record<string, unknown> = {}) => ({
	council_id: scene.council,
	objective_id: scene.priority,
	name: 'Staff trained',
	unit: 'staff',
	kind: 'count',
	target_rule: 'none',
	frequency: 'quarter',
	starts_on: '2026-04-01',
	position: 1,
	...fields
});

async function addMeasure(scene: Scene, fields: Record<string, unknown> = {}): Promise<string> {
	const id = randomUUID();
	await scene.sql`insert into measures ${scene.sql({ id, ...measureFields(scene, fields) })}`;
	return id;
}

const nothing = {
	aisha: [],
	tom: [],
	champion: [],
	viewer: [],
	stranger: [],
	neighbour: [],
	anon: []
};
const everything = ['read', 'add', 'change', 'change own'] as const;

describeRights('measures', {
	record: (scene) => measureFields(scene),
	change: { name: 'Staff who were trained' },
	rights: {
		...nothing,
		aisha: ['read'],
		tom: ['read'],
		champion: ['read'],
		manager: everything,
		cleared: everything,
		admin: everything
	} satisfies Rights
});

describe('measure_readings', () => {
	let scene: Scene;
	let measure: string;
	beforeAll(async () => {
		scene = await setScene();
		measure = await addMeasure(scene);
	});
	afterAll(() => scene.drop());

	const workers = ['aisha', 'tom', 'champion', 'manager', 'cleared', 'admin'] as const;
	const others = ['viewer', 'stranger', 'neighbour'] as const;
	const tell = async (person: PersonName, mutation: Omit<Mutation, 'mid' | 'table'>) =>
		(
			await push(scene.as(scene.people[person]), randomUUID(), [
				{ mid: 1, table: 'measure_readings', ...mutation }
			])
		)[0];
	const reading = (day: string, fields = {}) => ({
		council_id: scene.council,
		measure_id: measure,
		read_on: day,
		value: 12.5,
		whole_count: null,
		note: null,
		fed: false,
		...fields
	});
	let day = 0;
	const someDay = () => new Date(Date.UTC(2026, 3, ++day)).toISOString().slice(0, 10);
	const add = (person: PersonName, fields = {}, id: string = randomUUID()) =>
		tell(person, { op: 'insert', id, set: reading(someDay(), fields) });

	test.each(workers)('are for %s to enter, correct and delete', async (person) => {
		const id = randomUUID();
		expect(await add(person, {}, id)).toMatchObject({
			verdict: 'applied',
			row: { value: 12.5, scope: `council:${scene.council}` }
		});
		const corrected = await tell(person, { op: 'update', id, set: { value: 13 } });
		expect(corrected).toMatchObject({ verdict: 'applied', row: { value: 13 } });
		expect(await tell(person, { op: 'delete', id })).toMatchObject({ verdict: 'applied' });
	});

	test.each(others)('are not for %s to enter, nor to know of', async (person) => {
		const id = randomUUID();
		expect(await add(person, {}, id)).toMatchObject({ code: 'not_allowed', row: null });
		await add('aisha', {}, id);
		const changed = await tell(person, { op: 'update', id, set: { value: 13 } });
		expect(changed).toMatchObject({ code: 'not_found', row: null });
	});

	test('are one a day', async () => {
		await add('aisha', { read_on: '2025-01-01' });
		expect(await add('tom', { read_on: '2025-01-01' })).toMatchObject({
			code: 'already_exists',
			column: 'read_on'
		});
	});

	test('are not of a day to come', async () => {
		expect(await add('aisha', { read_on: '2199-01-01' })).toMatchObject({
			code: 'date_in_future',
			column: 'read_on'
		});
	});

	test('are of a measure that is there', async () => {
		expect(await add('aisha', { measure_id: randomUUID() })).toMatchObject({
			code: 'unknown_reference',
			column: 'measure_id'
		});
	});

	test('are not said to be fed', async () => {
		expect(await add('admin', { fed: true })).toMatchObject({ code: 'not_allowed', column: 'fed' });
	});

	test('of a count are of nothing', async () => {
		expect(await add('aisha', { whole_count: 20 })).toMatchObject({ column: 'whole_count' });
	});

	test.each([
		[{ value: 99.5 }, undefined],
		[{ value: 100.1 }, 'value'],
		[{ value: -1 }, 'value'],
		[{ value: 120, whole_count: 400 }, undefined],
		[{ value: 401, whole_count: 400 }, 'whole_count'],
		[{ value: 0, whole_count: 0 }, 'whole_count']
	])('of a percentage are of a hundred, or of a whole: %j', async (fields, column) => {
		const measure_id = await addMeasure(scene, { kind: 'percentage' });
		const verdict = await add('champion', { measure_id, ...fields });
		expect(verdict).toMatchObject(
			column ? { verdict: 'rejected', code: 'out_of_range', column } : { verdict: 'applied' }
		);
	});

	test('of a closed plan may still be entered', async () => {
		await scene.sql`update plans set status = 'closed' where id = ${scene.plan}`;
		expect(await add('aisha')).toMatchObject({ verdict: 'applied' });
		await scene.sql`update plans set status = 'current' where id = ${scene.plan}`;
	});
});

describe('a measure', () => {
	let scene: Scene;
	beforeAll(async () => {
		scene = await setScene();
	});
	afterAll(() => scene.drop());

	const change = async (id: string, set: Record<string, unknown>) =>
		(
			await push(scene.as(scene.people.manager), randomUUID(), [
				{ mid: 1, table: 'measures', op: 'update', id, set }
			])
		)[0];

	test('of a closed plan stays as it was', async () => {
		const id = await addMeasure(scene);
		await scene.sql`update plans set status = 'closed' where id = ${scene.plan}`;
		expect(await change(id, { target: 5 })).toMatchObject({ code: 'plan_closed' });
		const verdicts = await push(scene.as(scene.people.admin), randomUUID(), [
			{ mid: 1, table: 'measures', op: 'delete', id },
			{ mid: 2, table: 'measures', op: 'insert', id: randomUUID(), set: measureFields(scene) }
		]);
		expect(verdicts).toMatchObject([{ code: 'plan_closed' }, { code: 'plan_closed' }]);
		await scene.sql`update plans set status = 'current' where id = ${scene.plan}`;
		expect(await change(id, { target: 5 })).toMatchObject({ verdict: 'applied' });
	});

	test('does not change what its readings mean', async () => {
		const id = await addMeasure(scene);
		expect(await change(id, { kind: 'percentage' })).toMatchObject({ verdict: 'applied' });
		await scene.sql`insert into measure_readings ${scene.sql({ council_id: scene.council, measure_id: id, read_on: '2026-06-30', value: 40 })}`;
		expect(await change(id, { kind: 'count' })).toMatchObject({
			code: 'has_readings',
			column: 'kind'
		});
		const counted = await addMeasure(scene);
		await scene.sql`insert into measure_readings ${scene.sql({ council_id: scene.council, measure_id: counted, read_on: '2026-06-30', value: 40 })}`;
		expect(await change(counted, { fed_by: 'logs' })).toMatchObject({
			code: 'has_readings',
			column: 'fed_by'
		});
	});

	test.each([
		[{ target_rule: 'fixed' }, 'required', 'target'],
		[{ target_rule: 'growth_per_year' }, 'required', 'rate_percent'],
		[{ target_rule: 'beyond_overall' }, 'required', 'rate_percent'],
		[{ kind: 'percentage', target: 101 }, 'out_of_range', undefined],
		[{ kind: 'percentage', accumulates: true }, 'not_valid', undefined],
		[{ fed_by: 'logs', frequency: 'once' }, 'not_valid', undefined],
		[{ due_on: '2026-03-31' }, 'out_of_range', 'due_on']
	])('makes sense: not %j', async (set, code, column) => {
		expect(await change(await addMeasure(scene), set)).toMatchObject({
			code,
			...(column && { column })
		});
	});
});
