/** The door count of an event: who counts, whose count changes, and what it may count. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outcome, NOT_ALLOWED } from './rights';
import { setScene, type PersonName, type Scene } from './scene';
import { push } from './sync-client';

let scene: Scene;
let event: string;
beforeAll(async () => {
	scene = await setScene();
	event = await addEvent();
});
afterAll(() => scene.drop());

const as = (person: PersonName) => scene.as(scene.people[person]);

async function addEvent(): Promise<string> {
	const id = randomUUID();
	await scene.sql`insert into community_events ${scene.sql({
		id,
		council_id: scene.council,
		title: 'Winter Fair',
		type: 'community',
		objective_id: scene.priority,
		coverage: 'online',
		starts_at: '2026-02-07T11:00:00Z',
		ends_at: '2026-02-07T15:00:00Z'
	})}`;
	return id;
}

const countOf = (fields: Record<string, unknown> = {}) => ({
	council_id: scene.council,
	event_id: event,
	client: 'phone-1',
	count: 12,
	...fields
});

async function addCount(by: PersonName): Promise<string> {
	const id = randomUUID();
	await scene.sql`insert into event_counts ${scene.sql({ id, ...countOf(), created_by: scene.people[by] })}`;
	return id;
}

/** What the server answers a phone that sends a new count. */
async function sent(person: PersonName, fields: Record<string, unknown> = {}, id = randomUUID()) {
	const [verdict] = await push(as(person), randomUUID(), [
		{ mid: 1, table: 'event_counts', op: 'insert', id, set: countOf(fields) }
	]);
	return verdict;
}

describe.each(['aisha', 'tom', 'manager', 'cleared', 'admin'] as const)('%s', (person) => {
	test('counts, reads all counts, and goes on counting what is theirs', async () => {
		const own = await addCount(person);
		expect(await sent(person)).toMatchObject({ verdict: 'applied' });
		const change = (id: string) =>
			outcome(as(person), (tx) => tx`update event_counts set count = 13 where id = ${id}`);
		expect(await change(own)).toBe(1);
		const others = await addCount(person === 'tom' ? 'aisha' : 'tom');
		expect(await change(others)).toBe(0);
		expect(
			await outcome(as(person), (tx) => tx`select from event_counts where id = ${others}`)
		).toBe(1);
	});
});

describe.each(['champion', 'viewer', 'stranger', 'neighbour'] as const)('%s', (person) => {
	test('counts nobody', async () => {
		const own = await addCount(person);
		expect(
			await outcome(
				as(person),
				(tx) => tx`insert into event_counts ${tx({ id: randomUUID(), ...countOf() })}`
			)
		).toBe(NOT_ALLOWED);
		expect(
			await outcome(as(person), (tx) => tx`update event_counts set count = 13 where id = ${own}`)
		).toBe(0);
	});
});

test.each(['event_id', 'client', 'of', 'created_by', 'deleted_at'])(
	'nobody changes the %s of a count',
	async (column) => {
		const own = await addCount('aisha');
		expect(
			await outcome(
				as('aisha'),
				(tx) => tx`update event_counts set ${tx(column)} = null where id = ${own}`
			)
		).toBe(NOT_ALLOWED);
	}
);

test.each([
	['a group that is not counted', { of: { age: 'ancient' } }, 'not_valid'],
	['a list as a group', { of: ['age'] }, 'not_valid'],
	['less than nobody', { count: -1 }, 'out_of_range'],
	['no phone', { client: '' }, 'required'],
	['no event', { event_id: randomUUID() }, 'unknown_reference']
])('%s is refused', async (_, fields, code) => {
	const verdict = await sent('aisha', fields);
	expect(verdict).toMatchObject({ verdict: 'rejected', code });
});

test('a group that may be counted is taken', async () => {
	expect(await sent('aisha', { of: { age: '16_24', sex: 'female' } })).toMatchObject({
		verdict: 'applied'
	});
});

test('counts go with their event', async () => {
	const gone = await addEvent();
	expect(await sent('aisha', { event_id: gone })).toMatchObject({ verdict: 'applied' });
	await scene.sql`update community_events set deleted_at = now() where id = ${gone}`;
	const left = await scene.sql`
		select from event_counts where event_id = ${gone} and deleted_at is null`;
	expect(left).toHaveLength(0);
});
