/**
 * Visits to grants and reports on them: who makes them, when the database expects them, and that they begin a grant's
 * monitoring. Tom is the officer who handles grants here; Aisha is one who does not.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectedReports } from '../../src/lib/records/grant/expected-reports';
import { NOT_ALLOWED, outcome } from './rights';
import { attachmentFields, setScene, type PersonName, type Scene } from './scene';
import { push, type Verdict } from './sync-client';

const CRITERIA = [{ code: 'need', label: 'Need', weight: 1, max: 10 }];
const AWARD = {
	status: 'awarded',
	awarded_pence: 240_000,
	awarded_on: '2026-02-14',
	starts_on: '2026-03-01',
	ends_on: '2027-02-28',
	schedule: [{ due_on: '2026-03-01', pence: 240_000, paid_on: null }]
};

let scene: Scene;
let round: string;
let organisation: string;
beforeAll(async () => {
	scene = await setScene();
	const { sql } = scene;
	await sql`update memberships set handles_grants = true where user_id = ${scene.people.tom}`;
	const programme = await addRow('grant_programmes', {
		name: 'Small Grants',
		objective_id: scene.priority,
		criteria: sql.json(CRITERIA)
	});
	round = await addRow('grant_rounds', {
		programme_id: programme,
		name: 'Small Grants 2026 R2',
		opens_on: '2026-01-01',
		closes_on: '2026-02-01',
		budget_pence: 1_000_000
	});
	organisation = await addRow('organisations', { name: 'Choir', kind: 'community_group' });
});
afterAll(() => scene.drop());

const as = (person: PersonName | 'anon') =>
	scene.as(person === 'anon' ? null : scene.people[person]);
const authorOf = (person: PersonName | 'anon') => (person === 'anon' ? null : scene.people[person]);

async function addRow(table: string, columns: Record<string, unknown>): Promise<string> {
	const id = randomUUID();
	const row = { id, council_id: scene.council, ...columns };
	await scene.sql`insert into ${scene.sql(table)} ${scene.sql(row as never)}`;
	return id;
}

/** A grant as an import brings it, awarded unless said otherwise. */
function addGrant(fields: Record<string, unknown> = {}): Promise<string> {
	const { schedule, ...columns } = { ...AWARD, ...fields };
	return addRow('grants', {
		round_id: round,
		organisation_id: organisation,
		title: 'Story afternoons',
		about: 'Weekly afternoons of stories.',
		objective_id: scene.priority,
		received_on: '2026-01-15',
		requested_pence: 300_000,
		scores: scene.sql.json([{ criterion: 'need', score: 8, reason: 'Nobody else does this.' }]),
		...columns,
		schedule: scene.sql.json(schedule)
	});
}

const UNDECIDED = { status: 'scored', awarded_pence: null, awarded_on: null, schedule: [] };

const visit = (grant_id: string, fields: Record<string, unknown> = {}) => ({
	grant_id,
	visited_on: '2026-05-04',
	attended: 14,
	on_track: 'yes',
	...fields
});

const report = (grant_id: string, fields: Record<string, unknown> = {}) => ({
	grant_id,
	kind: 'interim',
	due_on: '2026-08-14',
	...fields
});

async function statusOf(grant: string): Promise<unknown> {
	return (await scene.sql`select status from grants where id = ${grant}`)[0]?.status;
}

/** The reports of a grant that are not deleted: "interim 2026-08-14", and "received" where they have come. */
async function reportsOf(grant: string): Promise<string[]> {
	const rows = await scene.sql<{ said: string }[]>`
		select concat_ws(' ', kind, due_on, case when received_on is not null then 'received' end) as said
		from grant_reports where grant_id = ${grant} and deleted_at is null order by due_on, kind`;
	return rows.map(({ said }) => said);
}

/** Sends one change of a grant, seen as it is now. */
async function change(
	person: PersonName,
	grant: string,
	set: Record<string, unknown>
): Promise<Verdict | undefined> {
	const [row] = await scene.sql<{ field_versions: Record<string, number> }[]>`
		select field_versions from grants where id = ${grant}`;
	const base = row?.field_versions ?? {};
	const mutation = { mid: 1, table: 'grants', op: 'update' as const, id: grant, set, base };
	return (await push(as(person), randomUUID(), [mutation]))[0];
}

/** What somebody can do with a record of a table: of their own, and of another's. */
async function canDo(
	person: PersonName | 'anon',
	table: string,
	record: (grant: string) => Record<string, unknown>,
	set: Record<string, unknown>
): Promise<string[]> {
	const grant = await addGrant();
	const speaker = as(person);
	const [mine, another] = [
		await addRow(table, { ...record(grant), created_by: authorOf(person) }),
		await addRow(table, record(grant))
	];
	const update = (id: string) =>
		outcome(speaker, (tx) => tx`update ${tx(table)} set ${tx(set)} where id = ${id}`);
	const added = { council_id: scene.council, ...record(grant) };
	const results = {
		read: await outcome(speaker, (tx) => tx`select id from ${tx(table)} where id = ${another}`),
		add: await outcome(speaker, (tx) => tx`insert into ${tx(table)} ${tx(added)}`),
		change: await update(another),
		'change own': await update(mine)
	};
	for (const result of Object.values(results)) expect([0, 1, NOT_ALLOWED]).toContain(result);
	return Object.entries(results).flatMap(([verb, result]) => (result === 1 ? [verb] : []));
}

const everybody = ['aisha', 'tom', 'champion', 'manager', 'cleared', 'admin'] as const;
const nobody = ['viewer', 'stranger', 'neighbour', 'anon'] as const;
const all = ['read', 'add', 'change', 'change own'];

describe('who may do what', () => {
	const onVisits: Partial<Record<PersonName | 'anon', string[]>> = {
		aisha: ['read', 'add', 'change own'],
		champion: ['read']
	};
	test.each([...everybody, ...nobody])('%s with visits', async (person) => {
		const granted =
			onVisits[person] ?? ((everybody as readonly string[]).includes(person) ? all : []);
		expect(await canDo(person, 'grant_visits', visit, { attended: 15 })).toEqual(granted);
	});

	const onReports: Partial<Record<PersonName | 'anon', string[]>> = {
		aisha: ['read'],
		champion: ['read']
	};
	test.each([...everybody, ...nobody])('%s with reports', async (person) => {
		const granted =
			onReports[person] ?? ((everybody as readonly string[]).includes(person) ? all : []);
		expect(await canDo(person, 'grant_reports', report, { due_on: '2026-09-01' })).toEqual(granted);
	});

	test('an administrator says what the council is called as a funder; nobody else', async () => {
		const set = { funder_prefix: 'oxford', funder_org_id: 'GB-LAE-OXO', report_reminder_days: 5 };
		for (const person of [...everybody, ...nobody]) {
			const result = await outcome(
				as(person),
				(tx) => tx`update councils set ${tx(set)} where id = ${scene.council}`
			);
			if (person === 'admin') expect(result).toBe(1);
			else expect([0, NOT_ALLOWED], person).toContain(result);
		}
	});
});

describe('visits', () => {
	test('a photo goes with a visit, and leaves with it', async () => {
		const made = await addRow('grant_visits', visit(await addGrant()));
		const photo = await addRow(
			'attachments',
			attachmentFields(scene, made, { table_name: 'grant_visits' })
		);
		await as('manager')((tx) => tx`update grant_visits set deleted_at = now() where id = ${made}`);
		const [row] = await scene.sql`select deleted_at from attachments where id = ${photo}`;
		expect(row?.deleted_at).not.toBeNull();
	});

	test('by an officer who does not handle grants begins the monitoring', async () => {
		const grant = await addGrant();
		const id = randomUUID();
		const set = { council_id: scene.council, ...visit(grant) };
		const [verdict] = await push(as('aisha'), randomUUID(), [
			{ mid: 1, table: 'grant_visits', op: 'insert', id, set }
		]);
		expect(verdict).toMatchObject({ verdict: 'applied', row: { on_track: 'yes', attended: 14 } });
		expect(await statusOf(grant)).toBe('monitored');
	});

	test('opens no grant again that is closed', async () => {
		const grant = await addGrant({ status: 'closed' });
		await addRow('grant_visits', visit(grant));
		expect(await statusOf(grant)).toBe('closed');
	});

	test.each([
		['words of somebody who was not asked', { quote: 'I sleep better.' }, 'quote_consent_needed'],
		['a grant that is not there', { grant_id: randomUUID() }, 'unknown_reference']
	])('are refused with %s', async (_, fields, reason) => {
		await expect(addRow('grant_visits', visit(await addGrant(), fields))).rejects.toThrow(reason);
	});

	test('are refused before the award', async () => {
		const grant = await addGrant(UNDECIDED);
		await expect(addRow('grant_visits', visit(grant))).rejects.toThrow('grant_not_awarded');
		await expect(addRow('grant_reports', report(grant))).rejects.toThrow('grant_not_awarded');
	});
});

describe('the reports that an award asks for', () => {
	const MADE = ['interim 2026-08-14', 'final 2027-02-28'];
	const approved = { status: 'approved', awarded_on: null, schedule: [] };

	test('are made with it, whoever handles grants', async () => {
		const grant = await addGrant(approved);
		expect(await reportsOf(grant)).toEqual([]);
		expect(await change('tom', grant, AWARD)).toMatchObject({ verdict: 'applied' });
		expect(await reportsOf(grant)).toEqual(MADE);
	});

	test('are the phone’s', async () => {
		const day = fc
			.date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
			.map((date) => date.toISOString().slice(0, 10));
		await fc.assert(
			fc.asyncProperty(day, day, async (awarded, ends) => {
				const rows = await scene.sql`
					select kind, to_char(due_on, 'YYYY-MM-DD') as due_on
					from private.expected_reports(${awarded}, ${ends}) order by due_on, kind`;
				expect([...rows]).toEqual(expectedReports(awarded, ends));
			}),
			{ numRuns: 100 }
		);
	});

	test('move with the last day, but for those that have come and those that somebody took away', async () => {
		const grant = await addGrant(approved);
		await change('tom', grant, AWARD);
		await scene.sql`
			update grant_reports set received_on = '2026-08-20', outcome = 'Forty regulars.'
			where grant_id = ${grant} and kind = 'interim'`;
		expect(await change('tom', grant, { ends_on: '2028-02-29' })).toMatchObject({
			verdict: 'applied'
		});
		const longer = [
			'interim 2026-08-14 received',
			'interim 2027-02-14',
			'interim 2027-08-14',
			'final 2028-02-29'
		];
		expect(await reportsOf(grant)).toEqual(longer);

		await as('tom')(
			(tx) =>
				tx`update grant_reports set deleted_at = now() where grant_id = ${grant} and due_on = '2027-08-14'`
		);
		await change('tom', grant, { ends_on: '2028-03-31' });
		expect(await reportsOf(grant)).toEqual([
			...longer.filter((said) => !/2027-08|final/.test(said)),
			'final 2028-03-31'
		]);

		await change('tom', grant, { ends_on: '2027-02-01' });
		expect(await reportsOf(grant)).toEqual(['interim 2026-08-14 received', 'final 2027-02-01']);
	});

	test('go with an award that is taken back, and come again with the next', async () => {
		const grant = await addGrant(approved);
		await change('tom', grant, AWARD);
		await change('manager', grant, { status: 'approved' });
		expect(await reportsOf(grant)).toEqual([]);
		await change('manager', grant, AWARD);
		expect(await reportsOf(grant)).toEqual(MADE);
	});

	test('an import brings its own', async () => {
		expect(await reportsOf(await addGrant())).toEqual([]);
	});
});

describe('days to come', () => {
	const future = { visited_on: '2199-01-01' };
	const received = { received_on: '2199-01-01', outcome: 'Forty.' };

	test('are not for people to enter', async () => {
		const grant = await addGrant();
		const added = [
			['grant_visits', visit(grant, future)],
			['grant_reports', report(grant, received)]
		] as const;
		for (const [table, fields] of added) {
			const set = { council_id: scene.council, ...fields };
			const [verdict] = await push(as('tom'), randomUUID(), [
				{ mid: 1, table, op: 'insert', id: randomUUID(), set }
			]);
			expect(verdict, table).toMatchObject({ verdict: 'rejected', code: 'date_in_future' });
		}
	});

	test('an import knows its own', async () => {
		const grant = await addGrant();
		await addRow('grant_visits', visit(grant, future));
		await addRow('grant_reports', report(grant, received));
	});
});

describe('reports', () => {
	test('one that has come begins the monitoring', async () => {
		const grant = await addGrant();
		const id = await addRow('grant_reports', report(grant));
		expect(await statusOf(grant)).toBe('awarded');
		await scene.sql`
			update grant_reports set received_on = '2026-08-20', outcome = 'Forty.' where id = ${id}`;
		expect(await statusOf(grant)).toBe('monitored');
	});

	test.each([
		['no outcome, though it has come', { received_on: '2026-08-20' }, 'report_outcome_needed'],
		[
			'more people in a group than took part',
			{ people_count: 3, tallies: [{ of: { age: '75_over' }, count: 4 }] },
			'more_than_people'
		],
		['no real tallies', { tallies: [{ of: { shoe: '42' }, count: 4 }] }, 'not_valid']
	])('are refused with %s', async (_, { tallies, ...fields }: Record<string, unknown>, reason) => {
		const columns = {
			...fields,
			...(tallies ? { tallies: scene.sql.json(tallies as never) } : {})
		};
		await expect(addRow('grant_reports', report(await addGrant(), columns))).rejects.toThrow(
			reason
		);
	});

	test('what was spent waits for a person where two changed it', async () => {
		const id = await addRow('grant_reports', report(await addGrant()));
		await scene.sql`update grant_reports set spent_pence = 100 where id = ${id}`;
		const [verdict] = await push(as('tom'), randomUUID(), [
			{ mid: 1, table: 'grant_reports', op: 'update', id, set: { spent_pence: 200 }, base: {} }
		]);
		expect(verdict).toMatchObject({ verdict: 'conflict', conflicts: { spent_pence: {} } });
	});
});

describe('an organisation’s number in our own records', () => {
	test('is one organisation’s', async () => {
		await addRow('organisations', { name: 'A', kind: 'other', own_reference: '017' });
		await expect(
			addRow('organisations', { name: 'B', kind: 'other', own_reference: '017' })
		).rejects.toThrow('organisations_own_reference_key');
	});
});
