/** Community events and their evaluations: who may do what, what each status asks for, and what calendars are told. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCESS_ITEMS } from '../../src/lib/records/event/access-checklist';
import { mayMove, type EventStatus } from '../../src/lib/records/event/event-moves';
import { describeRights, outcome } from './rights';
import { setScene, WARDS, type PersonName, type Scene } from './scene';
import { push } from './sync-client';

const STATUSES = ['planned', 'published', 'delivered', 'evaluated', 'cancelled'] as const;

const eventOf = (scene: Scene, fields: Record<string, unknown> = {}) => ({
	council_id: scene.council,
	title: 'Winter Fair',
	type: 'community',
	objective_id: scene.priority,
	ward_code: WARDS.leys,
	starts_at: '2026-02-07T11:00:00Z',
	ends_at: '2026-02-07T15:00:00Z',
	...fields
});

describeRights('community_events', {
	record: eventOf,
	change: { title: 'Winter fair and market' },
	rights: {
		aisha: ['read', 'add', 'change', 'change own'],
		tom: ['read', 'add', 'change', 'change own'],
		champion: ['read'],
		manager: ['read', 'add', 'change', 'change own'],
		cleared: ['read', 'add', 'change', 'change own'],
		admin: ['read', 'add', 'change', 'change own'],
		viewer: [],
		stranger: [],
		neighbour: [],
		anon: []
	}
});

let scene: Scene;
beforeAll(async () => {
	scene = await setScene();
});
afterAll(() => scene.drop());

/** What each status asks for. */
const STANDING: Record<EventStatus, Record<string, unknown>> = {
	planned: {},
	published: { access_arranged: [...ACCESS_ITEMS] },
	delivered: {},
	evaluated: {},
	cancelled: { cancelled_reason: 'The hall is flooded.' }
};

async function addEvent(status: EventStatus = 'planned', fields: Record<string, unknown> = {}) {
	const id = randomUUID();
	const row = { id, ...eventOf(scene, { status, ...STANDING[status], ...fields }) };
	await scene.sql`insert into community_events ${scene.sql(row)}`;
	return id;
}

async function columnsOf(table: string, id: string): Promise<Record<string, unknown>> {
	const [row] = await scene.sql<{ row: Record<string, unknown> }[]>`
		select to_jsonb(record) as row from ${scene.sql(table)} as record where id = ${id}`;
	return row?.row ?? {};
}

/** What becomes of a change that somebody sends. */
async function change(person: PersonName, id: string, set: Record<string, unknown>) {
	const { field_versions } = await columnsOf('community_events', id);
	const [verdict] = await push(scene.as(scene.people[person]), randomUUID(), [
		{ mid: 1, table: 'community_events', op: 'update', id, set, base: field_versions as never }
	]);
	return verdict;
}

describe('the life of an event', () => {
	test('has the same moves on devices and here', async () => {
		const rows = await scene.sql<{ from: EventStatus; to: EventStatus }[]>`
			select from_status as "from", to_status as "to" from private.event_moves`;
		const here = rows.map(({ from, to }) => `${from} ${to}`);
		const there = STATUSES.flatMap((from) =>
			STATUSES.filter((to) => mayMove(from, to)).map((to) => `${from} ${to}`)
		);
		expect(here.sort()).toEqual(there.sort());
	});

	const moves = STATUSES.flatMap((from) =>
		STATUSES.filter((to) => mayMove(from, to)).map((to) => [from, to] as const)
	);
	test.each(moves)('goes from %s to %s', async (from, to) => {
		const id = await addEvent(from);
		expect(await change('aisha', id, { status: to, ...STANDING[to] })).toMatchObject({
			verdict: 'applied'
		});
		expect((await columnsOf('community_events', id)).status).toBe(to);
	});

	test('goes through several moves that were made offline and sent as one', async () => {
		const id = await addEvent();
		expect(await change('aisha', id, { status: 'evaluated' })).toMatchObject({
			verdict: 'applied'
		});
	});

	test('is not published before the access checklist is settled, or somebody says why', async () => {
		const id = await addEvent();
		const some = { access_arranged: ['step_free', 'bsl'], access_not_needed: ['creche'] };
		expect(await change('aisha', id, { status: 'published', ...some })).toMatchObject({
			verdict: 'rejected',
			code: 'access_not_settled',
			column: 'access_arranged'
		});
		expect(
			await change('aisha', id, {
				status: 'published',
				...some,
				published_without_reason: 'The interpreter answers on Friday.'
			})
		).toMatchObject({ verdict: 'applied' });
	});

	test('is not cancelled without a reason, nor after it was delivered', async () => {
		const id = await addEvent('published');
		expect(await change('tom', id, { status: 'cancelled' })).toMatchObject({
			code: 'cancel_reason_needed',
			column: 'cancelled_reason'
		});
		const delivered = await addEvent('delivered');
		await scene.sql`delete from private.event_moves where from_status = 'delivered' and to_status = 'published'`;
		const verdict = await change('tom', delivered, {
			status: 'cancelled',
			cancelled_reason: 'No.'
		});
		await scene.sql`insert into private.event_moves values ('delivered', 'published')`;
		expect(verdict).toMatchObject({ code: 'event_move', column: 'status' });
	});

	test('is not delivered before it has begun', async () => {
		const id = await addEvent('planned', {
			starts_at: '2199-02-07T11:00:00Z',
			ends_at: '2199-02-07T12:00:00Z'
		});
		expect(await change('aisha', id, { status: 'delivered' })).toMatchObject({
			code: 'event_not_over'
		});
	});

	test('is deleted by its officers only while it is planned', async () => {
		for (const [person, status, expected] of [
			['aisha', 'planned', { verdict: 'applied' }],
			['aisha', 'published', { verdict: 'rejected', code: 'event_published' }],
			['manager', 'published', { verdict: 'applied' }]
		] as const) {
			const id = await addEvent(status);
			const { field_versions } = await columnsOf('community_events', id);
			const [verdict] = await push(scene.as(scene.people[person]), randomUUID(), [
				{ mid: 1, table: 'community_events', op: 'delete', id, base: field_versions as never }
			]);
			expect(verdict, `${person} ${status}`).toMatchObject(expected);
		}
	});
});

describe('what it holds', () => {
	test.each([
		['run_sheet', [{ at: '25:00', what: 'Doors', who: '', done: false }]],
		['run_sheet', [{ at: '10:00', what: '', who: '', done: false }]],
		['run_sheet', [{ at: '10:00', what: 'Doors', who: '', done: 'no' }]],
		['run_sheet', { at: '10:00' }],
		['partner_ids', [randomUUID()]],
		['place_id', randomUUID()],
		['ward_code', 'E05000000']
	])('%s is what it says: %j', async (column, value) => {
		const id = await addEvent();
		expect(await change('aisha', id, { [column]: value })).toMatchObject({
			verdict: 'rejected',
			column
		});
	});

	test('money and status are never merged: a stale one waits for a person', async () => {
		const id = await addEvent();
		const { field_versions: base } = await columnsOf('community_events', id);
		await change('tom', id, { cost_pence: 5000 });
		const [verdict] = await push(scene.as(scene.people.aisha), randomUUID(), [
			{
				mid: 1,
				table: 'community_events',
				op: 'update',
				id,
				set: { cost_pence: 4000 },
				base: base as never
			}
		]);
		expect(verdict).toMatchObject({ verdict: 'conflict' });
	});
});

describe('what calendars are told', () => {
	const sequenceOf = async (id: string) => (await columnsOf('community_events', id)).sequence;

	test('the sequence grows with what they show, and with nothing else', async () => {
		const id = await addEvent('published');
		expect(await sequenceOf(id)).toBe(0);
		await change('aisha', id, { expected: 200, run_sheet: [] });
		expect(await sequenceOf(id)).toBe(0);
		await change('aisha', id, { starts_at: '2026-02-07T10:30:00Z' });
		expect(await sequenceOf(id)).toBe(1);
		await change('tom', id, { status: 'cancelled', cancelled_reason: 'Snow.' });
		expect(await sequenceOf(id)).toBe(2);
	});

	test('what a device counted ahead stays; nothing counts back', async () => {
		const id = await addEvent('published');
		await change('aisha', id, { title: 'Winter Fair 2', sequence: 3 });
		expect(await sequenceOf(id)).toBe(3);
		await change('tom', id, { title: 'Winter Fair 3', sequence: 1 });
		expect(await sequenceOf(id)).toBe(4);
	});
});

describe('an evaluation', () => {
	const evaluation = (event_id: string, fields: Record<string, unknown> = {}) => ({
		council_id: scene.council,
		event_id,
		attended: 40,
		worked: 'The bus came to the door.',
		...fields
	});

	test.each<[PersonName | 'anon', boolean]>([
		['aisha', true],
		['champion', false],
		['manager', true],
		['admin', true],
		['viewer', false],
		['stranger', false],
		['anon', false]
	])('%s may make one: %s', async (person, may) => {
		const id = await addEvent('delivered');
		const result = await outcome(
			scene.as(person === 'anon' ? null : scene.people[person]),
			(tx) => tx`insert into event_evaluations ${tx(evaluation(id))}`
		);
		if (may) expect(result).toBe(1);
		else expect(result).toBe('42501');
	});

	test('there is one of each event; a second is refused in words', async () => {
		const id = await addEvent('delivered');
		await scene.sql`insert into event_evaluations ${scene.sql(evaluation(id))}`;
		const [verdict] = await push(scene.as(scene.people.tom), randomUUID(), [
			{ mid: 1, table: 'event_evaluations', op: 'insert', id: randomUUID(), set: evaluation(id) }
		]);
		expect(verdict).toMatchObject({ verdict: 'rejected', code: 'event_evaluated' });
	});

	test('counts no more people in a group than came', async () => {
		const id = await addEvent('delivered');
		const tallies = [{ of: { sex: 'female' }, count: 41 }];
		const [verdict] = await push(scene.as(scene.people.tom), randomUUID(), [
			{
				mid: 1,
				table: 'event_evaluations',
				op: 'insert',
				id: randomUUID(),
				set: evaluation(id, { tallies })
			}
		]);
		expect(verdict).toMatchObject({ verdict: 'rejected', code: 'more_than_people' });
	});

	test('goes with its event', async () => {
		const id = await addEvent('planned');
		await scene.sql`insert into event_evaluations ${scene.sql(evaluation(id))}`;
		await scene.sql`update community_events set deleted_at = now() where id = ${id}`;
		const [row] = await scene.sql`select deleted_at from event_evaluations where event_id = ${id}`;
		expect(row?.deleted_at).not.toBeNull();
	});
});
