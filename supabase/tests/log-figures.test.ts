/** The kept figures of logs: at every moment what the logs come to, whoever writes what at the same time. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { TransactionSql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addLog, logFields, setScene, WARDS, type Scene } from './scene';
import { push, type Mutation } from './sync-client';

let scene: Scene;
let secondPriority: string;
beforeAll(async () => {
	scene = await setScene({ connections: 10 });
	secondPriority = randomUUID();
	await scene.sql`insert into objectives ${scene.sql({ id: secondPriority, council_id: scene.council, plan_id: scene.plan, parent_id: scene.objective, kind: 'priority', reference: '1.3', title: 'Second', position: 3 })}`;
});
afterAll(() => scene.drop());
beforeEach(async () => {
	await scene.sql`delete from engagement_logs`;
	await scene.sql`select private.fold_log_figures(1)`;
});

type Figures = Record<string, [logs: number, people: number]>;

interface Log {
	occurred_on: string;
	ward_code: string | null;
	objective_id: string;
	type: string;
	themes: string[];
	audiences: string[];
	channel: string | null;
	languages: string[];
	tallies: { of: Record<string, string>; count: number }[];
	people_count: number | null;
}

const nameOf = ({ occurred_on, ward_code, objective_id }: Log, kind: string, value: string) =>
	[occurred_on.slice(0, 7), ward_code ?? '', objective_id, kind, value].join(' ');

/** Every figure, worked out of the logs one by one. */
async function recomputed(): Promise<Figures> {
	const logs = await scene.sql<Log[]>`
		select occurred_on::text, ward_code, objective_id, type, themes::text[], audiences::text[], channel,
			languages::text[], tallies, people_count
		from engagement_logs where deleted_at is null and not restricted`;
	const figures: Figures = {};
	for (const log of logs) {
		const add = (kind: string, value: string, people = log.people_count ?? 0) => {
			const [logs, before] = figures[nameOf(log, kind, value)] ?? [0, 0];
			figures[nameOf(log, kind, value)] = [logs + 1, before + people];
		};
		add('all', '');
		add('type', log.type);
		if (log.channel) add('channel', log.channel);
		for (const theme of new Set(log.themes)) add('theme', theme);
		for (const group of new Set(log.audiences)) add('group', group);
		if (log.channel)
			for (const group of new Set(log.audiences)) add('channel_group', `${log.channel}/${group}`);
		for (const language of new Set(log.languages)) add('language', language);
		const counted = new Map<string, number>();
		for (const { of, count } of log.tallies)
			for (const [characteristic, code] of Object.entries(of)) {
				const value = `${characteristic}/${code}`;
				counted.set(value, (counted.get(value) ?? 0) + count);
			}
		for (const [value, people] of counted) add('tally', value, people);
	}
	return figures;
}

/** Every figure, as it is kept; from the table alone where it is named. */
async function kept(from: 'log_figures_now' | 'log_figures' = 'log_figures_now'): Promise<Figures> {
	const rows = await scene.sql<{ name: string; logs: string; people: string }[]>`
		select concat_ws(' ', to_char(month, 'YYYY-MM'), ward_code, objective_id, kind, value) as name, logs, people
		from private.${scene.sql(from)}`;
	return Object.fromEntries(rows.map(({ name, logs, people }) => [name, [+logs, +people]]));
}

/** The figures over all priorities, as they are kept, and as those of each add up to. */
async function months() {
	const [keptMonths, added] = await Promise.all(
		['log_months_now', 'log_figures_now'].map(
			(from) => scene.sql<{ line: string }[]>`
				select concat_ws(' ', month, ward_code, kind, value, sum(logs), sum(people)) as line
				from private.${scene.sql(from)}
				group by month, ward_code, kind, value
				having sum(logs) <> 0
				order by line`
		)
	);
	return { kept: keptMonths, added };
}

async function expectRight(): Promise<void> {
	expect(await kept()).toEqual(await recomputed());
	const overall = await months();
	expect(overall.kept).toEqual(overall.added);
}

const WARD_CODES = Object.values(WARDS);
const anyLog = fc.record({
	occurred_on: fc.constantFrom(
		'2025-12-31',
		'2026-01-01',
		'2026-01-31',
		'2026-02-28',
		'1999-07-15'
	),
	ward: fc.constantFrom(null, ...WARD_CODES),
	second: fc.boolean(),
	type: fc.constantFrom('visit', 'conversation'),
	themes: fc.array(fc.constantFrom('health', 'housing'), { maxLength: 3 }),
	audiences: fc.array(fc.constantFrom('carers', 'women'), { maxLength: 2 }),
	channel: fc.constantFrom(null, 'phone', 'email'),
	languages: fc.array(fc.constantFrom('urdu', 'tetum'), { maxLength: 2 }),
	tallies: fc.array(
		fc.record({
			of: fc.constantFrom<Record<string, string>[]>(
				{ age: '16_24' },
				{ age: '16_24', sex: 'female' },
				{ age: '75_over' },
				{ community: 'carers' }
			),
			count: fc.integer({ min: 1, max: 9 })
		}),
		{ maxLength: 3 }
	),
	people_count: fc.option(fc.integer({ min: 100, max: 200 })),
	restricted: fc.boolean(),
	deleted_at: fc.constantFrom(null, null, '2026-03-01T00:00:00Z')
});
type AnyLog = typeof anyLog extends fc.Arbitrary<infer Value> ? Value : never;

const columnsOf = ({ ward, second, tallies, ...fields }: AnyLog) => ({
	...fields,
	coverage: ward === null ? 'online' : 'ward',
	ward_code: ward,
	objective_id: second ? secondPriority : scene.priority,
	tallies: scene.sql.json(tallies)
});

const rowOf = (log: AnyLog) =>
	logFields(scene, { id: randomUUID(), created_by: scene.people.aisha, ...columnsOf(log) });

type Doing =
	| { do: 'add'; logs: AnyLog[] }
	| { do: 'change'; from: number; log: AnyLog }
	| { do: 'remove'; from: number }
	| { do: 'give up'; logs: AnyLog[] }
	| { do: 'fold' };

const anyDoing: fc.Arbitrary<Doing> = fc.oneof(
	fc.record({
		do: fc.constant('add' as const),
		logs: fc.array(anyLog, { minLength: 1, maxLength: 4 })
	}),
	fc.record({ do: fc.constant('change' as const), from: fc.nat(20), log: anyLog }),
	fc.record({ do: fc.constant('remove' as const), from: fc.nat(20) }),
	fc.record({
		do: fc.constant('give up' as const),
		logs: fc.array(anyLog, { minLength: 1, maxLength: 2 })
	}),
	fc.record({ do: fc.constant('fold' as const) })
);

const chosen = (tx: TransactionSql, from: number) =>
	tx`(select id from engagement_logs order by id offset ${from} limit 3)`;

async function carryOut(tx: TransactionSql, doing: Doing): Promise<void> {
	if (doing.do === 'add') await tx`insert into engagement_logs ${tx(doing.logs.map(rowOf))}`;
	else if (doing.do === 'change')
		await tx`update engagement_logs set ${tx(columnsOf(doing.log))} where id in ${chosen(tx, doing.from)}`;
	else if (doing.do === 'remove')
		await tx`delete from engagement_logs where id in ${chosen(tx, doing.from)}`;
	else if (doing.do === 'fold') await tx`select private.fold_log_figures(1)`;
	else
		await tx
			.savepoint(async (inner) => {
				await inner`insert into engagement_logs ${inner(doing.logs.map(rowOf))}`;
				await inner`select private.fold_log_figures(1)`;
				throw new GaveUp();
			})
			.catch(onlyGivenUp);
}

class GaveUp extends Error {}
function onlyGivenUp(error: unknown): void {
	if (!(error instanceof GaveUp)) throw error;
}

describe('whatever is done with logs, the figures are those of the logs', () => {
	test('one thing after another', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(anyDoing, { maxLength: 12 }), async (doings) => {
				for (const doing of doings) {
					await scene.sql.begin((tx) => carryOut(tx, doing));
					await expectRight();
				}
			}),
			{ numRuns: 15 }
		);
		await scene.sql`select private.fold_log_figures(1)`;
		expect(await kept('log_figures')).toEqual(await recomputed());
	});

	test('several people at once, some of whom give up', async () => {
		const anyWork = fc.record({
			doings: fc.array(anyDoing, { maxLength: 6 }),
			givesUp: fc.boolean()
		});
		await fc.assert(
			fc.asyncProperty(fc.array(anyWork, { minLength: 2, maxLength: 6 }), async (works) => {
				await Promise.all(
					works.map(({ doings, givesUp }) =>
						scene.sql
							.begin(async (tx) => {
								// Rows that two of them change at once would lock each other out.
								for (const doing of doings.filter(
									(doing) => 'logs' in doing || doing.do === 'fold'
								))
									await carryOut(tx, doing);
								if (givesUp) throw new GaveUp();
							})
							.catch(onlyGivenUp)
					)
				);
				await expectRight();
			}),
			{ numRuns: 15 }
		);
	});
});

describe('what phones send', () => {
	const SENT = 30;
	const people = ['aisha', 'manager', 'cleared', 'admin'] as const;

	test('counts the moment that it is taken, also while others send and somebody folds', async () => {
		let open = true;
		const folding = (async () => {
			while (open) await scene.sql`select private.fold_log_figures(1)`;
		})();
		await Promise.all(
			people.map(async (name) => {
				const speaker = scene.as(scene.people[name]);
				const client = randomUUID();
				let mid = 0;
				const send = async (of: Omit<Mutation, 'mid'>) => {
					const [verdict] = await push(speaker, client, [{ mid: ++mid, ...of }]);
					expect(verdict?.verdict).toBe('applied');
				};
				// A month of one's own, so that the others do not count into it.
				const month = `2024-0${people.indexOf(name) + 1}`;
				const counted = async () =>
					(
						await scene.sql<{ logs: string | null }[]>`
							select sum(logs) as logs from private.log_figures_now
							where kind = 'all' and month = ${`${month}-01`}`
					)[0]?.logs;
				for (let sent = 1; sent <= SENT; sent++) {
					const id = randomUUID();
					await send({
						table: 'engagement_logs',
						op: 'insert',
						id,
						set: logFields(scene, { occurred_on: `${month}-10`, themes: ['health'] })
					});
					expect(Number(await counted())).toBe(sent);
					await send({
						table: 'engagement_logs',
						op: 'update',
						id,
						set: { ward_code: WARDS.brook, people_count: sent },
						base: { ward_code: 1, people_count: 1 }
					});
					expect(Number(await counted())).toBe(sent);
				}
			})
		);
		open = false;
		await folding;
		await expectRight();
		expect(Object.values(await recomputed()).length).toBeGreaterThan(0);
	});

	test('is out of every figure when it is restricted, and when it is deleted', async () => {
		const id = await addLog(scene, scene.people.aisha, { themes: ['health'], people_count: 7 });
		expect(Object.keys(await kept()).length).toBe(3);
		await scene.sql`update engagement_logs set restricted = true where id = ${id}`;
		expect(await kept()).toEqual({});
		await scene.sql`update engagement_logs set restricted = false where id = ${id}`;
		expect(Object.keys(await kept()).length).toBe(3);
		await scene.sql`update engagement_logs set deleted_at = now() where id = ${id}`;
		expect(await kept()).toEqual({});
		await scene.sql`select private.fold_log_figures(1)`;
		expect(await kept('log_figures')).toEqual({});
	});
});

test('a ward that moves to another locality takes nothing along', async () => {
	await addLog(scene, scene.people.aisha);
	const before = await kept();
	await scene.sql`update areas set locality_id = ${scene.north} where code = ${WARDS.leys}`;
	expect(await kept()).toEqual(before);
	await scene.sql`update areas set locality_id = ${scene.south} where code = ${WARDS.leys}`;
});

test('changes are folded by themselves once there are many', async () => {
	const rows = Array.from({ length: 40 }, (_, i) =>
		logFields(scene, { occurred_on: `19${10 + i}-05-05`, themes: ['health'] })
	);
	for (let batch = 0; batch < 9; batch++)
		await scene.sql`insert into engagement_logs ${scene.sql(rows)}`;
	const [waiting] = await scene.sql`select count(*)::integer as n from private.log_figure_changes`;
	expect(waiting?.n).toBeLessThan(1000);
	expect(Object.keys(await kept('log_figures')).length).toBe(120);
	await expectRight();
});

test('figures are worked out anew for logs that were loaded past the triggers', async () => {
	await scene.sql.begin(async (tx) => {
		await tx`set local session_replication_role = replica`;
		const row = logFields(scene, { id: randomUUID(), scope: `council:${scene.council}` });
		await tx`insert into engagement_logs ${tx(row)}`;
	});
	expect(await kept()).toEqual({});
	await scene.sql`select private.recount_log_figures()`;
	await expectRight();
	expect(Object.keys(await kept('log_figures')).length).toBe(2);
});
