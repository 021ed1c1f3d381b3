/** Measures that logs feed: their readings are what the logs come to, whatever becomes of the logs, and whoever is first. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Enums } from '$lib/records/database.types';
import { addDays, addMonths } from '$lib/time/dates';
import { assume } from '../../tests/support/database';
import { addLog, logFields, setScene, WARDS, type Scene } from './scene';
import { pull, push, type Mutation } from './sync-client';

let scene: Scene;
beforeAll(async () => {
	scene = await setScene({ connections: 6 });
	elsewhere = randomUUID();
	await scene.sql`insert into objectives ${scene.sql({ id: elsewhere, council_id: scene.council, plan_id: scene.plan, kind: 'priority', reference: '3', title: 'Elsewhere', position: 3 })}`;
});
afterAll(() => scene.drop());
/** A priority under no objective of a measure here. */
let elsewhere: string;
beforeEach(async () => {
	await scene.sql`truncate measures, measure_readings, engagement_logs, network_activities, community_events cascade`;
	await scene.sql`delete from audit_log`;
});

const BY_MONTHS = { month: 1, quarter: 3, half_year: 6, year: 12 };

interface Fed {
	frequency: keyof typeof BY_MONTHS;
	fed_by: Enums<'measure_feed'>;
	action_id: string | null;
	objective_id: string;
	starts_on: string;
	due_on: string | null;
}

async function addMeasure(fields: Partial<Fed> = {}): Promise<string> {
	const id = randomUUID();
	await scene.sql`insert into measures ${scene.sql({
		id,
		council_id: scene.council,
		objective_id: scene.priority,
		action_id: scene.action,
		name: 'Safety messages',
		kind: 'count',
		accumulates: true,
		fed_by: 'safety_messages',
		target_rule: 'none',
		frequency: 'quarter',
		starts_on: '2026-04-01',
		position: 1,
		...fields
	})}`;
	return id;
}

const readings = (measure: string) =>
	scene.sql<{ read_on: string; value: number }[]>`
		select read_on::text, value from measure_readings
		where measure_id = ${measure} and deleted_at is null and fed order by read_on`;

const log = (fields: Record<string, unknown> = {}) => ({
	occurred_on: '2026-05-05',
	action_id: scene.action,
	safety_messages: 10,
	...fields
});

const aishaLogs = (fields: Record<string, unknown> = {}) =>
	addLog(scene, scene.people.aisha, log(fields));

describe('a fed measure', () => {
	test('adds up the logs of each period', async () => {
		const measure = await addMeasure();
		await aishaLogs();
		await aishaLogs({ occurred_on: '2026-06-30', safety_messages: 5 });
		await aishaLogs({ occurred_on: '2026-07-01', safety_messages: 7 });
		expect(await readings(measure)).toEqual([
			{ read_on: '2026-06-30', value: 15 },
			{ read_on: '2026-09-30', value: 7 }
		]);
	});

	test.each([
		['logs', 2],
		['people', 9]
	] as const)('counts %s too', async (fed_by, value) => {
		const measure = await addMeasure({ fed_by });
		await aishaLogs({ people_count: 4 });
		await aishaLogs({ people_count: 5 });
		expect(await readings(measure)).toMatchObject([{ value }]);
	});

	test('has the logs of the priorities under its objective', async () => {
		const measure = await addMeasure({ action_id: null, objective_id: scene.objective });
		await aishaLogs({ action_id: null });
		expect(await readings(measure)).toMatchObject([{ value: 10 }]);
		await scene.sql`update objectives set parent_id = null where id = ${scene.priority}`;
		expect(await readings(measure)).toEqual([]);
		await scene.sql`update objectives set parent_id = ${scene.objective} where id = ${scene.priority}`;
		expect(await readings(measure)).toMatchObject([{ value: 10 }]);
	});

	test('counts what was logged before it was made, from its start until it is due', async () => {
		await aishaLogs();
		await aishaLogs({ occurred_on: '2026-03-31' });
		await aishaLogs({ occurred_on: '2026-08-01', safety_messages: 3 });
		const measure = await addMeasure({ due_on: '2026-07-31' });
		expect(await readings(measure)).toEqual([{ read_on: '2026-06-30', value: 10 }]);
		await scene.sql`update measures set due_on = '2026-08-15', frequency = 'year' where id = ${measure}`;
		expect(await readings(measure)).toEqual([{ read_on: '2026-08-15', value: 13 }]);
	});

	test('leaves its readings to people once it is no longer fed', async () => {
		const measure = await addMeasure();
		await aishaLogs();
		await scene.sql`update measures set fed_by = null where id = ${measure}`;
		await aishaLogs();
		expect(await scene.sql`select value, fed from measure_readings`).toEqual([
			{ value: 10, fed: false }
		]);
	});

	test('takes a log of last quarter that is sent today, and its history says so and names nobody', async () => {
		const measure = await addMeasure();
		await aishaLogs();
		const verdicts = await push(scene.as(scene.people.aisha), randomUUID(), [
			{
				mid: 1,
				table: 'engagement_logs',
				op: 'insert',
				id: randomUUID(),
				set: logFields(scene, log({ safety_messages: 32 }))
			}
		]);
		expect(verdicts).toMatchObject([{ verdict: 'applied' }]);
		expect(await readings(measure)).toEqual([{ read_on: '2026-06-30', value: 42 }]);
		expect(
			await scene.sql`select changes, created_by from audit_log where table_name = 'measure_readings'`
		).toEqual([{ changes: { value: { from: 10, to: 42 } }, created_by: null }]);
		expect(await scene.sql`select created_by, updated_by from measure_readings`).toEqual([
			{ created_by: null, updated_by: null }
		]);
	});

	test('works a period out once for all the logs of one push', async () => {
		await addMeasure();
		await aishaLogs();
		const mutations = Array.from({ length: 20 }, (_, mid): Mutation => ({
			mid,
			table: 'engagement_logs',
			op: 'insert',
			id: randomUUID(),
			set: logFields(scene, log({ safety_messages: 1 }))
		}));
		await push(scene.as(scene.people.aisha), randomUUID(), mutations);
		expect(await scene.sql`select value, row_version::int from measure_readings`).toEqual([
			{ value: 30, row_version: 2 }
		]);
	});

	test('is corrected by nobody', async () => {
		await addMeasure();
		await aishaLogs();
		const [reading] = await scene.sql<{ id: string }[]>`select id from measure_readings`;
		for (const person of ['aisha', 'manager', 'admin'] as const) {
			const verdicts = await push(scene.as(scene.people[person]), randomUUID(), [
				{
					mid: 1,
					table: 'measure_readings',
					op: 'update',
					id: reading?.id ?? '',
					set: { value: 9 }
				},
				{ mid: 2, table: 'measure_readings', op: 'delete', id: reading?.id ?? '' }
			]);
			expect(verdicts).toMatchObject([{ code: 'fed_reading' }, { code: 'fed_reading' }]);
		}
	});
});

describe('a restricted log', () => {
	test('never counts, and leaves no trace', async () => {
		const measure = await addMeasure();
		await aishaLogs({ restricted: true });
		expect(await scene.sql`select id from measure_readings`).toEqual([]);
		await aishaLogs();
		await aishaLogs({ restricted: true, safety_messages: 90 });
		expect(await readings(measure)).toMatchObject([{ value: 10 }]);
		expect(await scene.sql`select row_version::int from measure_readings`).toEqual([
			{ row_version: 1 }
		]);
	});

	test('no longer counts from when it is restricted, and nobody is named for it', async () => {
		const measure = await addMeasure();
		await aishaLogs();
		const id = await aishaLogs({ safety_messages: 5 });
		await scene.as(scene.people.aisha)(
			(tx) => tx`update engagement_logs set restricted = true where id = ${id}`
		);
		expect(await readings(measure)).toMatchObject([{ value: 10 }]);
		const told = JSON.stringify(await pull(scene.as(scene.people.champion)));
		expect(told).toContain(measure);
		expect(told).not.toContain(id);
		expect(await scene.sql`select updated_by from measure_readings`).toEqual([
			{ updated_by: null }
		]);
	});
});

describe('a training of a network', () => {
	async function addTraining(fields: Record<string, unknown> = {}): Promise<string> {
		const [network] = await scene.sql<{ id: string }[]>`insert into networks ${scene.sql({
			council_id: scene.council,
			name: 'Disability network',
			kind: 'staff_network',
			objective_id: scene.priority
		})} returning id`;
		const id = randomUUID();
		await scene.sql`insert into network_activities ${scene.sql({
			id,
			council_id: scene.council,
			network_id: network?.id ?? '',
			kind: 'training',
			title: 'Disability confidence',
			held_on: '2026-05-05',
			objective_id: scene.priority,
			action_id: scene.action,
			completions: 30,
			...fields
		})}`;
		return id;
	}

	test('feeds what counts who finished, and nothing else', async () => {
		const trained = await addMeasure({ fed_by: 'training_completions' });
		const people = await addMeasure({ fed_by: 'people' });
		await addTraining();
		await addTraining({ held_on: '2026-08-05', completions: 12 });
		await addTraining({ kind: 'meeting', completions: null });
		await addTraining({ status: 'planned', completions: null });
		await aishaLogs({ people_count: 4 });
		expect(await readings(trained)).toEqual([
			{ read_on: '2026-06-30', value: 30 },
			{ read_on: '2026-09-30', value: 12 }
		]);
		expect(await readings(people)).toEqual([{ read_on: '2026-06-30', value: 4 }]);
	});

	test.each([
		['counted again', { completions: 32 }, [{ read_on: '2026-06-30', value: 32 }]],
		['moved', { held_on: '2026-07-01' }, [{ read_on: '2026-09-30', value: 30 }]],
		['called off', { status: 'cancelled', completions: null }, []],
		['deleted', { deleted_at: new Date() }, []],
		['for another action', { action_id: null }, []]
	])('that is %s takes its figure along', async (_, change, left) => {
		const measure = await addMeasure({ fed_by: 'training_completions' });
		const id = await addTraining();
		await scene.sql`update network_activities set ${scene.sql(change)} where id = ${id}`;
		expect(await readings(measure)).toEqual(left);
	});

	test('is counted by a measure that is made later, of the objective over it', async () => {
		await addTraining({ action_id: null });
		const measure = await addMeasure({
			fed_by: 'training_completions',
			action_id: null,
			objective_id: scene.objective
		});
		expect(await readings(measure)).toEqual([{ read_on: '2026-06-30', value: 30 }]);
	});
});

describe('a community event', () => {
	async function addEvent(fields: Record<string, unknown> = {}): Promise<string> {
		const id = randomUUID();
		await scene.sql`insert into community_events ${scene.sql({
			id,
			council_id: scene.council,
			title: 'Summer fair',
			type: 'community',
			status: 'delivered',
			objective_id: scene.priority,
			action_id: scene.action,
			coverage: 'city_wide',
			starts_at: '2026-05-05T10:00:00Z',
			ends_at: '2026-05-05T14:00:00Z',
			...fields
		})}`;
		return id;
	}
	const evaluate = (event: string, fields: Record<string, unknown>) =>
		scene.sql`insert into event_evaluations ${scene.sql({ council_id: scene.council, event_id: event, ...fields })}`;

	test('counts once it took place, and not before', async () => {
		const measure = await addMeasure({ fed_by: 'events' });
		const id = await addEvent({ status: 'planned' });
		expect(await readings(measure)).toEqual([]);
		await scene.sql`update community_events set status = 'delivered' where id = ${id}`;
		expect(await readings(measure)).toMatchObject([{ value: 1 }]);
		await scene.sql`update community_events set deleted_at = now() where id = ${id}`;
		expect(await readings(measure)).toEqual([]);
	});

	test('is of its day in London', async () => {
		const measure = await addMeasure({ fed_by: 'events' });
		await addEvent({ starts_at: '2026-06-30T23:30:00Z', ends_at: '2026-07-01T01:00:00Z' });
		expect(await readings(measure)).toEqual([{ read_on: '2026-09-30', value: 1 }]);
	});

	test.each([
		['people', 'attended'],
		['safety_messages', 'safety_messages']
	] as const)('adds to %s what its evaluation says', async (fed_by, column) => {
		const measure = await addMeasure({ fed_by });
		const id = await addEvent();
		await aishaLogs({ [fed_by === 'people' ? 'people_count' : 'safety_messages']: 5 });
		await evaluate(id, { [column]: 80 });
		expect(await readings(measure)).toEqual([{ read_on: '2026-06-30', value: 85 }]);
		const moved = { starts_at: '2026-08-05T10:00:00Z', ends_at: '2026-08-05T14:00:00Z' };
		await scene.sql`update community_events set ${scene.sql(moved)} where id = ${id}`;
		expect(await readings(measure)).toEqual([
			{ read_on: '2026-06-30', value: 5 },
			{ read_on: '2026-09-30', value: 80 }
		]);
		await scene.sql`update event_evaluations set ${scene.sql({ [column]: null })}`;
		expect(await readings(measure)).toEqual([{ read_on: '2026-06-30', value: 5 }]);
	});

	test('adds to people what was counted at its door, until its evaluation says otherwise', async () => {
		const measure = await addMeasure({ fed_by: 'people' });
		const id = await addEvent({ status: 'published' });
		const count = (people: number) =>
			scene.sql`insert into event_counts ${scene.sql({
				council_id: scene.council,
				event_id: id,
				client: randomUUID(),
				count: people
			})}`;
		await count(40);
		expect(await readings(measure)).toEqual([]);
		await scene.sql`update community_events set status = 'delivered' where id = ${id}`;
		expect(await readings(measure)).toMatchObject([{ value: 40 }]);
		// A phone that was without a signal.
		await count(7);
		expect(await readings(measure)).toMatchObject([{ value: 47 }]);
		await evaluate(id, { attended: 50 });
		expect(await readings(measure)).toMatchObject([{ value: 50 }]);
	});
});

describe('two transactions at once', () => {
	test('lose no count', async () => {
		const measure = await addMeasure({ fed_by: 'logs' });
		const person = scene.as(scene.people.aisha);
		await Promise.all(
			Array.from({ length: 24 }, (_, i) =>
				person(async (tx) => {
					for (const occurred_on of i % 2
						? ['2026-05-05', '2026-08-05']
						: ['2026-08-05', '2026-05-05'])
						await tx`insert into engagement_logs ${tx({ id: randomUUID(), ...logFields(scene, log({ occurred_on })) })}`;
				})
			)
		);
		expect(await readings(measure)).toMatchObject([{ value: 24 }, { value: 24 }]);
	});

	test('lose none where the other commits in the middle', async () => {
		const measure = await addMeasure({ fed_by: 'logs' });
		await scene.sql.begin(async (tx) => {
			await assume(tx, scene.people.aisha);
			await tx`insert into engagement_logs ${tx({ id: randomUUID(), ...logFields(scene, log()) })}`;
			await aishaLogs();
		});
		expect(await readings(measure)).toMatchObject([{ value: 2 }]);
	});
});

test(
	'readings are what the logs come to, whatever happens, in any order',
	{ timeout: 120_000 },
	async () => {
		const day = fc
			.integer({ min: -40, max: 800 })
			.map((n) => new Date(Date.UTC(2023, 0, 31 + n)).toISOString().slice(0, 10));
		const whole = fc.record({
			occurred_on: day,
			action: fc.boolean(),
			under: fc.boolean(),
			people_count: fc.option(fc.nat(9)),
			safety_messages: fc.option(fc.nat(9)),
			restricted: fc.boolean(),
			north: fc.boolean()
		});
		const step = fc.oneof(
			fc.record({ does: fc.constant('add' as const), log: whole }),
			fc.record({ does: fc.constant('edit' as const), which: fc.nat(20), log: whole }),
			fc.record({ does: fc.constant('delete' as const), which: fc.nat(20) }),
			fc.record({
				does: fc.constant('measure' as const),
				starts_on: fc.constantFrom('2023-01-31', '2023-02-28', '2023-04-01'),
				due_on: fc.constantFrom(null, '2023-12-30', '2024-05-31'),
				frequency: fc.constantFrom('month', 'quarter', 'half_year', 'year')
			})
		);
		const measureOf = fc.record({
			fed_by: fc.constantFrom('logs', 'people', 'safety_messages'),
			ofAction: fc.boolean(),
			frequency: fc.constantFrom('month', 'quarter', 'half_year', 'year'),
			starts_on: fc.constantFrom('2023-01-31', '2023-02-28', '2023-04-01'),
			due_on: fc.constantFrom(null, '2024-01-30')
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(measureOf, { minLength: 1, maxLength: 3 }),
				fc.array(step, { maxLength: 25 }),
				async (made, steps) => {
					await scene.sql`truncate measures, measure_readings, engagement_logs cascade`;
					const measures = [];
					for (const { ofAction, ...fields } of made)
						measures.push(
							await addMeasure({
								...fields,
								action_id: ofAction ? scene.action : null,
								objective_id: scene.objective
							})
						);
					const ids: string[] = [];
					for (const one of steps) {
						const id =
							ids[('which' in one ? one.which : 0) % Math.max(1, ids.length)] ?? randomUUID();
						if (one.does === 'add') ids.push(await aishaLogs(columnsOf(one.log)));
						else if (one.does === 'edit')
							await scene.sql`update engagement_logs set ${scene.sql(columnsOf(one.log))} where id = ${id}`;
						else if (one.does === 'delete')
							await scene.sql`update engagement_logs set deleted_at = now() where id = ${id}`;
						else {
							const { starts_on, due_on, frequency } = one;
							await scene.sql`update measures set ${scene.sql({ starts_on, due_on, frequency })} where id = ${measures[0] ?? ''}`;
						}
					}
					for (const measure of measures)
						expect(await readings(measure)).toEqual(await recomputed(measure));
				}
			),
			{ numRuns: 60 }
		);

		type WholeLog = typeof whole extends fc.Arbitrary<infer L> ? L : never;

		function columnsOf({ action, under, north, ...fields }: WholeLog) {
			return {
				...fields,
				action_id: action ? scene.action : null,
				objective_id: under ? scene.priority : elsewhere,
				ward_code: north ? WARDS.marston : WARDS.leys
			};
		}
	}
);

/** The readings of a measure from its logs, period after period, without the database's own way to them. */
async function recomputed(id: string): Promise<{ read_on: string; value: number }[]> {
	const [measure] = await scene.sql<Fed[]>`
		select fed_by, frequency, action_id, starts_on::text, due_on::text from measures where id = ${id}`;
	if (!measure) throw new Error('no such measure');
	const logs = await scene.sql<{ day: string; value: number }[]>`
		select occurred_on::text as day,
			case ${measure.fed_by} when 'logs' then 1 when 'people' then people_count else safety_messages end as value
		from engagement_logs
		where not restricted and deleted_at is null
			and case when ${measure.action_id}::uuid is null then objective_id = ${scene.priority}
				else action_id = ${measure.action_id} end`;
	const found = [];
	for (let period = 0; period < 60; period++) {
		const months = BY_MONTHS[measure.frequency];
		const first = addMonths(measure.starts_on, period * months);
		const last = addDays(addMonths(measure.starts_on, (period + 1) * months), -1);
		const read_on = measure.due_on && measure.due_on < last ? measure.due_on : last;
		const within = logs.filter(
			({ day, value }) => day >= first && day <= read_on && value !== null
		);
		if (within.length > 0)
			found.push({ read_on, value: within.reduce((sum, { value }) => sum + value, 0) });
	}
	return found;
}
