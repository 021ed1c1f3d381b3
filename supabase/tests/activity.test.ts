/** ward_activity: figures by ward that never point at a person. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addLog, setScene, WARD_NEXT_DOOR, WARDS, type PersonName, type Scene } from './scene';

interface Figures {
	contacts: number | null;
	people: number | null;
	events: number;
	grants_pence: number;
	open_issues: number | null;
}

interface Activity {
	as_of: string;
	council: { id: string; name: string };
	exact: boolean;
	threshold: number;
	rounded_to: number;
	not_shown: string | null;
	since: string;
	until: string;
	wards: (Figures & { code: string; last_contact: string | null; suppressed: boolean })[];
	elsewhere: Figures;
	total: Figures;
	priorities: { id: string; title: string; objective: string | null }[];
}

let scene: Scene;
let secondPriority: string;
beforeAll(async () => {
	scene = await setScene();
	const [added] = await scene.sql<{ id: string }[]>`
		insert into objectives (council_id, plan_id, parent_id, kind, reference, title, position)
		values (${scene.council}, ${scene.plan}, ${scene.objective}, 'priority', '1.3', 'Second', 3) returning id`;
	secondPriority = added?.id ?? '';
	const log = (fields: Record<string, unknown>) => addLog(scene, scene.people.aisha, fields);
	// Leys: 6 contacts with 30 people. Brook: 2 with 40. Marston: 5 with 3. Edge: none. Elsewhere: 7 with 70.
	for (let day = 1; day <= 6; day++)
		await log({ ward_code: WARDS.leys, occurred_on: `2026-03-0${day}`, people_count: 5 });
	for (const people_count of [20, 20])
		await log({ ward_code: WARDS.brook, occurred_on: '2026-03-10', people_count });
	for (const people_count of [1, 1, 1, 0, null])
		await log({ ward_code: WARDS.marston, occurred_on: '2026-03-11', people_count });
	for (let i = 0; i < 7; i++)
		await log({
			coverage: 'city_wide',
			ward_code: null,
			occurred_on: '2026-03-12',
			people_count: 10
		});
	// None of these counts: restricted, deleted, of another month, of another priority (where one is asked for).
	await log({ occurred_on: '2026-03-20', people_count: 1000, restricted: true });
	await log({ occurred_on: '2026-03-20', people_count: 1000, deleted_at: new Date() });
	await log({ occurred_on: '2026-02-28', people_count: 1000 });
	// In May 2023, 7 contacts with 14 people each in two wards, and none elsewhere.
	for (let i = 0; i < 7; i++)
		for (const ward_code of [WARDS.leys, WARDS.brook])
			await log({ ward_code, occurred_on: '2023-05-20', people_count: 2 });
	// In April 2024, one contact of each priority.
	for (const objective_id of [scene.priority, secondPriority])
		await log({ occurred_on: '2024-04-01', objective_id });
});
afterAll(() => scene.drop());

async function activity(
	person: PersonName,
	since: string,
	until: string,
	objective: string | null = null,
	[kind, value, purpose]: [kind?: string, value?: string, purpose?: string] = []
): Promise<Activity> {
	const [row] = await scene.as(scene.people[person])(
		(tx) =>
			tx<{ activity: Activity }[]>`
				select ward_activity(
					${since}, ${until}, ${kind ?? 'all'}, ${value ?? ''}, ${objective}, ${purpose ?? 'screen'}
				) as activity`
	);
	if (!row) throw new Error('no activity');
	return row.activity;
}

const march = ['2026-03-01', '2026-03-31'] as const;
const byWard = ({ wards }: Activity) => Object.fromEntries(wards.map((ward) => [ward.code, ward]));

describe.each(['manager', 'admin'] as const)('the %s sees exact figures', (person) => {
	test('of every ward, of what is in no ward, and in total', async () => {
		const figures = await activity(person, ...march);
		expect(figures).toMatchObject({
			council: { id: scene.council, name: 'Southmoor' },
			exact: true,
			threshold: 5,
			since: '2026-03-01',
			until: '2026-03-31',
			elsewhere: { contacts: 7, people: 70 },
			total: { contacts: 20, people: 143 }
		});
		expect(byWard(figures)).toMatchObject({
			[WARDS.leys]: {
				contacts: 6,
				people: 30,
				last_contact: '2026-03-06',
				suppressed: false,
				hex_q: 0,
				hex_r: 0
			},
			[WARDS.brook]: { contacts: 2, people: 40, last_contact: '2026-03-10', suppressed: false },
			[WARDS.marston]: { contacts: 5, people: 3, suppressed: false },
			[WARDS.edge]: { contacts: 0, people: 0, last_contact: null, suppressed: false }
		});
	});

	test('of whole months, and of one priority', async () => {
		const months = await activity(person, '2026-02-10', '2026-03-03');
		expect(months).toMatchObject({ since: '2026-02-01', until: '2026-03-31' });
		expect(byWard(months)[WARDS.leys]).toMatchObject({
			contacts: 7,
			people: 1030,
			last_contact: '2026-03-06'
		});
		expect((await activity(person, ...march, secondPriority)).total).toMatchObject({
			contacts: 0,
			people: 0
		});
		expect((await activity(person, ...march, scene.priority)).total.contacts).toBe(20);
	});

	test('of an objective, which is all of its priorities', async () => {
		const of = async (objective: string) =>
			(await activity(person, '2024-04-01', '2024-04-30', objective)).total.contacts;
		expect(await of(scene.objective)).toBe(2);
		expect(await of(secondPriority)).toBe(1);
		expect(await of(scene.other.priority)).toBe(0);
	});
});

describe.each(['viewer', 'aisha', 'champion'] as const)('the %s sees no small figure', (person) => {
	test('one to four contacts are held back, and others are rounded', async () => {
		const figures = await activity(person, ...march);
		expect(figures).toMatchObject({ exact: false, threshold: 5, rounded_to: 5, not_shown: null });
		expect(byWard(figures)).toMatchObject({
			[WARDS.brook]: { contacts: null, people: null, last_contact: null, suppressed: true },
			[WARDS.edge]: { contacts: 0, people: 0, last_contact: null, suppressed: false }
		});
		for (const { contacts } of [...figures.wards, figures.elsewhere, figures.total])
			expect((contacts ?? 0) % 5).toBe(0);
	});

	test('a day or a month becomes its financial quarter, and anything longer a financial year', async () => {
		const day = await activity(person, '2026-03-03', '2026-03-03');
		expect(day).toMatchObject({ since: '2026-01-01', until: '2026-03-31' });
		const months = await activity(person, '2025-12-01', '2026-02-28');
		expect(months).toMatchObject({ since: '2025-04-01', until: '2026-03-31' });
		const over = await activity(person, '2026-03-01', '2026-04-30');
		expect(over).toMatchObject({ since: '2026-04-01', until: '2027-03-31' });
	});

	test('where nothing is small, all of it is there', async () => {
		const { total, wards } = await activity(person, '2023-05-01', '2023-05-31');
		expect(total).toMatchObject({ contacts: 15, people: 30 });
		expect(wards.map(({ last_contact }) => last_contact?.slice(0, 7) ?? null)).toEqual(
			wards.map(({ contacts }) => (contacts ? '2023-05' : null))
		);
	});

	test('a priority is shown for a year, and only if no other is small in any ward', async () => {
		const inMay = ['2023-05-01', '2023-05-31'] as const;
		expect(await activity(person, ...inMay, scene.priority)).toMatchObject({
			since: '2023-04-01',
			until: '2024-03-31',
			not_shown: null,
			total: { contacts: 15 }
		});
		const small = await activity(person, ...march, scene.priority);
		expect(small).toMatchObject({ since: '2025-04-01', total: { contacts: null, people: null } });
		expect(small.not_shown).toMatch(/^There are too few contacts/);
		const partOfAPart = await activity(person, ...inMay, scene.priority, ['type', 'conversation']);
		expect(partOfAPart.total.contacts).toBeNull();
	});
});

describe('contacts of one kind', () => {
	beforeAll(async () => {
		const log = (fields: Record<string, unknown>) =>
			addLog(scene, null, { occurred_on: '2022-06-10', people_count: 10, ...fields });
		await log({
			themes: ['health', 'housing'],
			audiences: ['carers'],
			channel: 'phone',
			languages: ['urdu'],
			tallies: scene.sql.json([{ of: { age: '16_24', sex: 'female' }, count: 3 }])
		});
		await log({ themes: ['housing'], type: 'visit', ward_code: WARDS.brook });
		await log({ themes: ['health'], restricted: true, created_by: scene.people.aisha });
	});

	test.each([
		['all', '', 2, 20],
		['theme', 'health', 1, 10],
		['theme', 'housing', 2, 20],
		['group', 'carers', 1, 10],
		['type', 'visit', 1, 10],
		['channel', 'phone', 1, 10],
		['language', 'urdu', 1, 10],
		['tally', 'sex/female', 1, 3],
		['tally', 'sex/male', 0, 0]
	])('%s %s', async (kind, value, contacts, people) => {
		const { total, wards } = await activity('manager', '2022-06-01', '2022-06-30', null, [
			kind,
			value
		]);
		expect(total).toMatchObject({ contacts, people });
		for (const ward of wards)
			expect(ward.last_contact).toBe(ward.contacts === 0 ? null : '2022-06-10');
	});

	test('of what is not kept are refused', async () => {
		for (const odd of [['author', ''], [''], ['all', '', 'print']] as [string][])
			await expect(activity('manager', ...march, null, odd)).rejects.toMatchObject({
				code: '22023'
			});
	});
});

describe('events, grants and issues', () => {
	beforeAll(async () => {
		const { sql, council, priority } = scene;
		const event = (fields: Record<string, unknown>) => ({
			council_id: council,
			objective_id: priority,
			title: 'Open day',
			type: 'community',
			status: 'delivered',
			coverage: 'ward',
			ward_code: WARDS.leys,
			// In London it is July already.
			starts_at: '2023-06-30T23:30:00Z',
			ends_at: '2023-07-01T02:00:00Z',
			...fields
		});
		for (const fields of [
			{},
			{ status: 'evaluated', coverage: 'city_wide', ward_code: null, audiences: ['carers'] },
			{ status: 'planned' },
			{ status: 'cancelled', cancelled_reason: 'Rain' },
			{ objective_id: secondPriority, ward_code: WARDS.brook },
			{ starts_at: '2023-06-30T22:30:00Z' }
		])
			await sql`insert into community_events ${sql(event(fields))}`;
		await addGrants();
		const issue = (fields: Record<string, unknown>) => ({
			council_id: council,
			kind: 'lighting',
			what: 'Dark',
			reported_at: '2026-03-02T10:00:00Z',
			ward_code: WARDS.leys,
			...fields
		});
		for (const fields of [
			{},
			{ status: 'in_progress', ward_code: null },
			{ status: 'resolved', resolved_at: '2026-03-03T10:00:00Z' },
			{ restricted: true, created_by: scene.people.aisha }
		])
			await sql`insert into issues ${sql(issue(fields))}`;
	});

	/** 1,000.01 for three wards, 20 for all of the area; and what does not count. */
	async function addGrants() {
		const { sql, council, priority } = scene;
		const grant = (fields: Record<string, unknown>) => ({
			council_id: council,
			round_id: randomUUID(),
			organisation_id: randomUUID(),
			objective_id: priority,
			title: 'Lunch club',
			about: 'Lunch',
			received_on: '2023-05-01',
			requested_pence: 100_001,
			status: 'awarded',
			awarded_pence: 100_001,
			awarded_on: '2023-07-31',
			ward_codes: [WARDS.leys, WARDS.brook, WARDS.marston],
			groups: ['carers'],
			...fields
		});
		await sql.begin(async (tx) => {
			// Grants as they stand at the end of a procedure that is tested elsewhere.
			await tx`set local session_replication_role = replica`;
			for (const [i, fields] of [
				{},
				{ ward_codes: [], groups: [], awarded_pence: 2000, status: 'closed' },
				{ status: 'approved' },
				{ awarded_on: '2023-08-01' },
				{ deleted_at: '2023-08-01' }
			].entries())
				await tx`insert into grants ${tx(grant({ ...fields, id: randomUUID(), scope: '', reference: `G${i}` }))}`;
		});
	}

	const july = ['2023-07-01', '2023-07-31'] as const;

	test('stand beside contacts, each of its ward; shares of a grant add up to it', async () => {
		const figures = await activity('manager', ...july);
		expect(byWard(figures)).toMatchObject({
			[WARDS.leys]: { events: 1, grants_pence: 33_334, open_issues: 1 },
			[WARDS.brook]: { events: 1, grants_pence: 33_334, open_issues: 0 },
			[WARDS.marston]: { events: 0, grants_pence: 33_333, open_issues: 0 },
			[WARDS.edge]: { events: 0, grants_pence: 0, open_issues: 0 }
		});
		expect(figures.elsewhere).toMatchObject({ events: 1, grants_pence: 2000, open_issues: 1 });
		expect(figures.total).toMatchObject({ events: 3, grants_pence: 102_001, open_issues: 2 });
	});

	test('are narrowed to a priority and a group, which issues have not', async () => {
		expect((await activity('manager', ...july, secondPriority)).total).toMatchObject({
			events: 1,
			grants_pence: 0,
			open_issues: 2
		});
		const carers = await activity('manager', ...july, null, ['group', 'carers']);
		expect(carers.total).toMatchObject({ events: 1, grants_pence: 100_001, open_issues: 2 });
	});

	test('are public, but for issues', async () => {
		const figures = await activity('viewer', ...july);
		expect(figures).toMatchObject({
			since: '2023-07-01',
			until: '2023-09-30',
			// August's award is in the quarter, too.
			total: { events: 3, grants_pence: 202_002, open_issues: null }
		});
		expect(byWard(figures)[WARDS.leys]).toMatchObject({ events: 1, open_issues: null });
	});

	test('what is passed on is suppressed for everybody', async () => {
		const figures = await activity('admin', ...july, null, ['all', '', 'export']);
		expect(figures).toMatchObject({
			exact: false,
			threshold: 10,
			rounded_to: 5,
			total: { open_issues: null }
		});
	});
});

interface ByMonth {
	exact: boolean;
	steps: { since: string; until: string }[];
	wards: ({ code: string } & Record<
		'contacts' | 'people' | 'events' | 'grants_pence',
		(number | null)[]
	>)[];
}

describe('activity by month', () => {
	async function byMonth(person: PersonName, since: string, until: string): Promise<ByMonth> {
		const [row] = await scene.as(scene.people[person])(
			(tx) =>
				tx<
					{ activity: ByMonth }[]
				>`select activity_by_month(${since}::text::date, ${until}::text::date) as activity`
		);
		if (!row) throw new Error('no activity');
		return row.activity;
	}

	test('is the activity of each month, for whoever sees exact figures', async () => {
		const { exact, steps, wards } = await byMonth('manager', '2023-04-30', '2023-07-01');
		expect(exact).toBe(true);
		expect(steps.map(({ since }) => since)).toEqual([
			'2023-04-01',
			'2023-05-01',
			'2023-06-01',
			'2023-07-01'
		]);
		for (const [i, { since, until }] of steps.entries()) {
			const month = byWard(await activity('manager', since, until));
			for (const { code, ...lists } of wards)
				expect(month[code]).toMatchObject({
					contacts: lists.contacts[i],
					people: lists.people[i],
					events: lists.events[i],
					grants_pence: lists.grants_pence[i]
				});
		}
		expect(wards.find(({ code }) => code === WARDS.leys)).toMatchObject({
			contacts: [0, 7, 0, 0],
			people: [0, 14, 0, 0],
			events: [0, 0, 1, 1],
			grants_pence: [0, 0, 0, 33_334]
		});
	});

	test('is one of financial quarters for everybody else, with nothing small in it', async () => {
		const { exact, steps, wards } = await byMonth('viewer', '2026-02-10', '2026-04-01');
		expect(exact).toBe(false);
		expect(steps).toEqual([
			{ since: '2026-01-01', until: '2026-03-31' },
			{ since: '2026-04-01', until: '2026-06-30' }
		]);
		expect(wards.find(({ code }) => code === WARDS.brook)).toMatchObject({
			contacts: [null, 0],
			people: [null, 0]
		});
	});

	test('is for nobody else, nor of a period without an end', async () => {
		await expect(byMonth('stranger', ...march)).rejects.toMatchObject({ code: '42501' });
		for (const period of [
			['2026-03-31', '2026-03-01'],
			['-infinity', '-infinity'],
			['1990-01-01', '2026-01-01']
		] as [string, string][])
			await expect(byMonth('manager', ...period)).rejects.toMatchObject({ code: '22023' });
	});
});

test('priorities to choose from stand under their objective; other councils’ do not', async () => {
	const { priorities } = await activity('viewer', ...march);
	expect(priorities).toEqual([
		{ id: scene.priority, title: 'Open', objective: 'Fair services' },
		{ id: scene.closedPriority, title: 'Closed', objective: 'Fair services' },
		{ id: secondPriority, title: 'Second', objective: 'Fair services' }
	]);
});

test('the neighbour gets the figures next door', async () => {
	const figures = await activity('neighbour', ...march);
	expect(figures.council.id).toBe(scene.other.council);
	expect(figures.wards.map(({ code }) => code)).toEqual([WARD_NEXT_DOOR]);
});

test('strangers, and whoever is not signed in, get nothing', async () => {
	await expect(activity('stranger', ...march)).rejects.toMatchObject({ code: '42501' });
	await expect(
		scene.as(null)((tx) => tx`select ward_activity('2026-03-01', '2026-03-31')`)
	).rejects.toMatchObject({ code: '42501' });
});

test('a period that ends before it begins is refused', async () => {
	await expect(activity('manager', '2026-03-31', '2026-03-01')).rejects.toMatchObject({
		code: '22023'
	});
});
