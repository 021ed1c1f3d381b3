/**
 * Issues: officers deal with those of their localities, managers and administrators with all, champions read what is
 * council-wide. A restricted one stays with its author and the register. The deadline is the same as a phone reckons.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dueOn, type IssueKind, type IssueTargets } from '$lib/records/issue/issue-rules';
import { Constants } from '$lib/records/database.types';
import { bankHolidays } from '$lib/time/working-days';
import { describeRights, outcome, type Rights } from './rights';
import {
	addAttachment,
	addLog,
	attachmentFields,
	setScene,
	WARDS,
	type PersonName,
	type Scene
} from './scene';
import { push } from './sync-client';

const worker = ['read', 'add', 'change', 'change own'] as const;
const rights: Rights = {
	aisha: worker,
	tom: worker,
	champion: ['read'],
	manager: worker,
	cleared: worker,
	admin: worker,
	viewer: [],
	stranger: [],
	neighbour: [],
	anon: []
};

const issue = (fields: Record<string, unknown> = {}) => ({
	kind: 'access_barrier',
	what: 'The ramp is broken.',
	reported_at: '2026-01-15T10:00:00Z',
	due_on: '2026-01-15',
	...fields
});

describeRights('issues', {
	record: ({ council }) => issue({ council_id: council }),
	change: { what: 'The ramp is gone.', status: 'in_progress' },
	rights
});

let scene: Scene;
beforeAll(async () => {
	scene = await setScene();
});
afterAll(() => scene.drop());

const as = (person: PersonName) => scene.as(scene.people[person]);

/** Adds an issue as somebody would have, and returns its id. */
async function add(
	author: PersonName | null,
	fields: Record<string, unknown> = {}
): Promise<string> {
	const id = randomUUID();
	const created_by = author && scene.people[author];
	const row = issue({ id, council_id: scene.council, created_by, ...fields });
	await scene.sql`insert into issues ${scene.sql(row)}`;
	return id;
}

/** What a phone's new issue comes to: the row, or the code and the column of its refusal. */
async function report(person: PersonName, fields: Record<string, unknown> = {}) {
	const [verdict] = await push(as(person), randomUUID(), [
		{
			mid: 1,
			table: 'issues',
			op: 'insert',
			id: randomUUID(),
			set: { council_id: scene.council, ...issue(fields) }
		}
	]);
	return verdict?.row ?? [verdict?.code, verdict?.column];
}

/** What a phone's change comes to: 'applied', or the code and the column of its refusal. */
async function change(person: PersonName, id: string, set: Record<string, unknown>) {
	const [row] = await scene.sql`select field_versions from issues where id = ${id}`;
	const [verdict] = await push(as(person), randomUUID(), [
		{ mid: 1, table: 'issues', op: 'update', id, set, base: row?.field_versions }
	]);
	return verdict?.verdict === 'applied' ? 'applied' : [verdict?.code, verdict?.column];
}

async function state(id: string): Promise<Record<string, unknown> | undefined> {
	const [row] = await scene.sql`select * from issues where id = ${id}`;
	return row;
}

/** Who reads an issue at all, and on whose devices it is. */
async function readersOf(id: string) {
	const readers = [];
	const holders = [];
	for (const person of Object.keys(scene.people) as PersonName[]) {
		const speaker = as(person);
		if ((await outcome(speaker, (tx) => tx`select id from issues where id = ${id}`)) === 1)
			readers.push(person);
		const pulled = await speaker((tx) => tx`select sync_pull('', '{}') as pulled`);
		if (JSON.stringify(pulled).includes(id)) holders.push(person);
	}
	return { readers, holders };
}

describe('where', () => {
	const southern = { ward_code: WARDS.leys };

	test('an issue of a ward is for its locality, and for those who work everywhere', async () => {
		const all = ['aisha', 'manager', 'cleared', 'admin'];
		expect(await readersOf(await add('aisha', southern))).toEqual({ readers: all, holders: all });
	});

	test('officers report in their wards and city-wide; managers anywhere', async () => {
		expect(await report('aisha', southern)).toMatchObject(southern);
		expect(await report('aisha')).toMatchObject({ ward_code: null });
		expect(await report('tom', southern)).toEqual(['ward_outside_localities', 'ward_code']);
		expect(await report('manager', southern)).toMatchObject(southern);
	});

	test('a colleague in the locality deals with it; nobody moves it out of their sight', async () => {
		const id = await add('manager', southern);
		expect(await change('aisha', id, { status: 'in_progress' })).toBe('applied');
		expect(await change('tom', id, { status: 'in_progress' })).toEqual(['not_found', undefined]);
		expect(await change('aisha', id, { ward_code: WARDS.marston })).toEqual([
			'ward_outside_localities',
			'ward_code'
		]);
	});

	test('it goes along when its ward changes locality', async () => {
		const id = await add('manager', { ward_code: WARDS.edge });
		await scene.sql`update areas set locality_id = ${scene.north} where code = ${WARDS.edge}`;
		expect((await state(id))?.scope).toBe(`locality:${scene.north}`);
		await scene.sql`update areas set locality_id = null where code = ${WARDS.edge}`;
		expect((await state(id))?.scope).toBe(`council:${scene.council}`);
	});

	test('an officer deletes their own alone; a manager any', async () => {
		const remove = (person: PersonName, id: string) =>
			push(as(person), randomUUID(), [{ mid: 1, table: 'issues', op: 'delete', id }]).then(
				([verdict]) => verdict?.code ?? verdict?.verdict
			);
		expect(await remove('aisha', await add('manager', southern))).toBe('not_allowed');
		expect(await remove('aisha', await add('aisha', southern))).toBe('applied');
		expect(await remove('manager', await add('aisha', southern))).toBe('applied');
	});
});

describe('a restricted issue', () => {
	const hate = { kind: 'hate_incident', ward_code: WARDS.leys };
	const point = { latitude: 51.72, longitude: -1.2 };

	test('of a hate incident is on its author’s device alone, and the register reads it', async () => {
		const id = await add('aisha', hate);
		expect(await readersOf(id)).toEqual({ readers: ['aisha', 'cleared'], holders: ['aisha'] });
	});

	test('has no point and no place, and reaches its author', async () => {
		expect(await report('aisha', { ...hate, ...point, restricted: false })).toMatchObject({
			restricted: true,
			latitude: null,
			longitude: null,
			owner_id: scene.people.aisha
		});
	});

	test('follows its log: it is restricted with it, and goes to whom the log is for', async () => {
		const log = await addLog(scene, scene.people.aisha, { restricted: true });
		expect(await report('aisha', { log_id: log, ...point })).toMatchObject({
			restricted: true,
			latitude: null,
			scope: `user:${scene.people.aisha}`
		});

		const open = await addLog(scene, scene.people.aisha);
		const tom = scene.people.tom;
		const id = await add('manager', {
			log_id: open,
			ward_code: WARDS.leys,
			owner_id: tom,
			...point
		});
		await scene.sql`update engagement_logs set restricted = true where id = ${open}`;
		expect(await state(id)).toMatchObject({
			restricted: true,
			latitude: null,
			owner_id: scene.people.manager,
			scope: `user:${scene.people.aisha}`
		});
		expect(await change('aisha', id, { status: 'in_progress' })).toBe('applied');
		expect(await change('manager', id, { status: 'open' })).toEqual(['not_found', undefined]);
		await scene.sql`update engagement_logs set restricted = false where id = ${open}`;
		expect(await state(id)).toMatchObject({
			restricted: true,
			scope: `user:${scene.people.manager}`
		});
	});

	test('is taken over by somebody cleared, and by nobody else', async () => {
		const id = await add('aisha', hate);
		const give = (person: PersonName, to: PersonName) =>
			change(person, id, { owner_id: scene.people[to] });
		expect(await give('aisha', 'tom')).toEqual(['owner_not_cleared', 'owner_id']);
		expect(await give('aisha', 'viewer')).toEqual(['unknown_owner', 'owner_id']);
		expect(await give('manager', 'manager')).toEqual(['not_found', undefined]);
		expect(await give('cleared', 'cleared')).toBe('applied');
		expect(await give('cleared', 'aisha')).toBe('applied');
	});

	test('cannot be opened where its kind or its log is restricted', async () => {
		const id = await add('aisha', hate);
		expect(await change('aisha', id, { restricted: false })).toBe('applied');
		expect(await state(id)).toMatchObject({ restricted: true });
	});

	test('takes its pictures along', async () => {
		const id = await add('aisha', { ward_code: WARDS.leys });
		const picture = await addAttachment(scene, scene.people.aisha, id, { table_name: 'issues' });
		await scene.sql`update issues set restricted = true where id = ${id}`;
		const [row] = await scene.sql`select scope from attachments where id = ${picture}`;
		expect(row).toEqual({ scope: `user:${scene.people.aisha}` });
		const another = attachmentFields(scene, id, { table_name: 'issues' });
		expect(await outcome(as('aisha'), (tx) => tx`insert into attachments ${tx(another)}`)).toBe(1);
		expect(await outcome(as('manager'), (tx) => tx`insert into attachments ${tx(another)}`)).toBe(
			'CG001'
		);
	});
});

test('hangs off a log that its author may read', async () => {
	const theirs = await addLog(scene, scene.people.tom, { ward_code: WARDS.marston });
	const secret = await addLog(scene, scene.people.tom, { restricted: true });
	for (const log_id of [theirs, secret, randomUUID()])
		expect(await report('aisha', { log_id })).toEqual(['unknown_reference', 'log_id']);
	expect(await report('manager', { log_id: theirs })).toMatchObject({ log_id: theirs });
});

describe('how it stands', () => {
	test('what cannot be put right says why; what is finished says when', async () => {
		const id = await add('aisha');
		expect(await change('aisha', id, { status: 'cannot' })).toEqual(['outcome_needed', 'outcome']);
		expect(await change('aisha', id, { status: 'cannot', outcome: 'A private wall.' })).toBe(
			'applied'
		);
		expect((await state(id))?.resolved_at).toBeInstanceOf(Date);
		expect(await change('aisha', id, { status: 'open' })).toBe('applied');
		expect(await state(id)).toMatchObject({ resolved_at: null });
		const at = '2026-01-16T09:30:00+00:00';
		expect(await change('aisha', id, { status: 'resolved', resolved_at: at })).toBe('applied');
		expect((await state(id))?.resolved_at).toEqual(new Date(at));
	});

	test('nothing is reported or finished in the future', async () => {
		expect(await report('aisha', { reported_at: '2999-01-01T00:00:00Z' })).toEqual([
			'date_in_future',
			'reported_at'
		]);
		expect(
			await report('aisha', { status: 'resolved', resolved_at: '2999-01-01T00:00:00Z' })
		).toEqual(['date_in_future', 'resolved_at']);
	});
});

describe('the deadline', () => {
	const kinds = Constants.public.Enums.issue_kind;
	const FIRST = Date.UTC(2020, 0, 1);
	// A year before the list ends: deadlines run past the new year.
	const LAST = Date.UTC(2059, 11, 31);

	async function targets(): Promise<IssueTargets> {
		const [council] = await scene.sql`select * from councils where id = ${scene.council}`;
		return council as unknown as IssueTargets;
	}

	/** What the server makes of an issue that says it is due long ago. */
	async function stamped(kind: IssueKind, reportedAt: Date): Promise<string> {
		const [row] = await scene.sql<{ due: string }[]>`
			insert into issues ${scene.sql(issue({ council_id: scene.council, created_by: scene.people.aisha, kind, reported_at: reportedAt }))}
			returning due_on::text as due`;
		return row?.due ?? '';
	}

	test('knows the bank holidays that devices know', async () => {
		const rows = await scene.sql<{ day: string }[]>`
			select day::text from private.bank_holidays order by day`;
		const years = Array.from({ length: 41 }, (_, i) => 2020 + i);
		expect(rows.map(({ day }) => day)).toEqual(years.flatMap(bankHolidays));
	});

	test.each([
		['Friday at 4:59pm', '2026-11-20T16:59:00Z', '2026-11-23'],
		['Friday at 5pm', '2026-11-20T17:00:00Z', '2026-11-24'],
		['Friday at 5:30pm', '2026-11-20T17:30:00Z', '2026-11-24'],
		['Sunday', '2026-11-22T11:00:00Z', '2026-11-24'],
		['Christmas Eve at 3pm', '2025-12-24T15:00:00Z', '2025-12-29'],
		['Christmas Eve at 6pm', '2025-12-24T18:00:00Z', '2025-12-30'],
		['Good Friday', '2026-04-03T10:00:00Z', '2026-04-08'],
		['5:30pm in summer', '2026-06-01T16:30:00Z', '2026-06-03'],
		['4:30pm in summer', '2026-06-01T15:30:00Z', '2026-06-02']
	])('of offensive graffiti reported on %s', async (_, reportedAt, due) => {
		expect(await stamped('offensive_graffiti', new Date(reportedAt))).toBe(due);
	});

	test('of a hate incident is the same day, whatever the hour', async () => {
		expect(await stamped('hate_incident', new Date('2026-11-21T23:30:00Z'))).toBe('2026-11-21');
	});

	test('is reckoned by the server as on a phone, for any moment and any council', async () => {
		const time = fc
			.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
			.map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
		// Days around Christmas, Easter and the changes of the clocks, as well as any other.
		const moment = fc
			.oneof(
				fc.integer({ min: FIRST, max: LAST }),
				fc
					.constantFrom('12-24T', '12-31T', '03-29T', '10-25T', '04-02T', '05-01T')
					.chain((day) =>
						fc
							.tuple(fc.integer({ min: 2020, max: 2059 }), time)
							.map(([year, at]) => Date.parse(`${year}-${day}${at}:00Z`))
					)
			)
			.map((ms) => new Date(ms));
		await fc.assert(
			fc.asyncProperty(
				fc.array(
					fc.record({
						kind: fc.constantFrom(...kinds),
						moment,
						days: fc.integer({ min: 0, max: 60 }),
						closes: time
					}),
					{ minLength: 20, maxLength: 50 }
				),
				async (cases) => {
					const rows = await scene.sql<{ due: string }[]>`
						select private.issue_due_on(at, days, closes)::text as due
						from unnest(
							${cases.map((one) => one.moment.toISOString())}::timestamptz[],
							${cases.map((one) => one.days)}::integer[],
							${cases.map((one) => one.closes)}::time[]
						) with ordinality as given (at, days, closes, place)
						order by place`;
					expect(rows.map(({ due }) => due)).toEqual(
						cases.map(({ kind, moment: at, days, closes }) =>
							dueOn(kind, at, { [`${kind}_days`]: days, office_closes_at: closes } as IssueTargets)
						)
					);
				}
			),
			{ numRuns: 60 }
		);
	});

	test('is by the council’s own targets, worked out again when the report changes', async () => {
		const reported = new Date('2026-11-16T10:00:00Z');
		await scene.sql`update councils set access_barrier_days = 3, office_closes_at = '09:00' where id = ${scene.council}`;
		const id = await add('aisha', { reported_at: reported });
		const due = async () =>
			(await scene.sql`select due_on::text as due from issues where id = ${id}`)[0]?.due as string;
		expect(await due()).toBe('2026-11-20');
		expect(await due()).toBe(dueOn('access_barrier', reported, await targets()));
		await scene.sql`update councils set access_barrier_days = default, office_closes_at = default where id = ${scene.council}`;
		expect(await change('aisha', id, { what: 'Still broken.', due_on: '2030-01-01' })).toBe(
			'applied'
		);
		expect(await due()).toBe('2026-11-20');
		expect(await change('aisha', id, { reported_at: '2026-11-17T10:00:00Z' })).toBe('applied');
		expect(await due()).toBe(
			dueOn('access_barrier', new Date('2026-11-17T10:00:00Z'), await targets())
		);
	});

	test('is the administrator’s to set', async () => {
		const set = (person: PersonName) =>
			outcome(
				as(person),
				(tx) => tx`update councils set offensive_graffiti_days = 2 where id = ${scene.council}`
			);
		expect(await set('admin')).toBe(1);
		for (const person of [
			'aisha',
			'champion',
			'manager',
			'cleared',
			'viewer',
			'neighbour'
		] as const)
			expect(await set(person)).toBe(0);
	});
});
