/** Tallies: their shape, their answers, and no more people in a group than there were. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TALLY_ANSWERS } from '../../src/lib/records/engagement/tally-answers';
import { outcome, NOT_ALLOWED } from './rights';
import { addLog, logFields, setScene, type PersonName, type Scene } from './scene';
import { push } from './sync-client';

let scene: Scene;
beforeAll(async () => {
	scene = await setScene();
});
afterAll(() => scene.drop());

/** What becomes of a log with these columns: `applied`, or the code and column of its refusal. */
async function log(fields: Record<string, unknown>, person: PersonName = 'aisha') {
	const [verdict] = await push(scene.as(scene.people[person]), randomUUID(), [
		{
			mid: 1,
			table: 'engagement_logs',
			op: 'insert',
			id: randomUUID(),
			set: logFields(scene, fields)
		}
	]);
	return [verdict?.code ?? verdict?.verdict, verdict?.column].join(' ').trim();
}

const tally = (of: unknown, count: unknown = 1) => ({ of, count });
const young = { age: '16_24' };

test('the database knows the answers that the app offers, and no others', async () => {
	const rows = await scene.sql<{ characteristic: string; codes: string[] }[]>`
		select characteristic, array_agg(code order by code) as codes
		from private.tally_answers group by characteristic`;
	expect(
		Object.fromEntries(rows.map(({ characteristic, codes }) => [characteristic, codes]))
	).toEqual(
		Object.fromEntries(
			Object.entries(TALLY_ANSWERS).map(([name, items]) => [
				name,
				items.map(({ code }) => code).sort()
			])
		)
	);
});

describe('taken', () => {
	test.each([
		['nothing counted', []],
		['one group', [tally(young, 6)]],
		['the same people by several characteristics', [tally({ ...young, sex: 'female' }, 6)]],
		[
			'not known and prefer not to say',
			[tally({ sex: 'unknown' }, 3), tally({ sex: 'prefer_not_to_say' }, 3)]
		],
		[
			'further groups that overlap',
			[tally({ community: 'carers' }, 6), tally({ community: 'students' }, 6)]
		]
	])('%s', async (_, tallies) => {
		expect(await log({ tallies, people_count: 6 })).toBe('applied');
	});

	test('any count where nobody said how many there were', async () => {
		expect(await log({ tallies: [tally(young, 100_000)], people_count: null })).toBe('applied');
	});

	test('a log of a phone that knows nothing of tallies: nobody was asked', async () => {
		const id = await addLog(scene, scene.people.aisha);
		const [row] = await scene.sql`select tallies from engagement_logs where id = ${id}`;
		expect(row).toEqual({ tallies: [] });
	});
});

describe('refused', () => {
	test.each([
		['no list', {}],
		['a text', 'six'],
		['no line', [6]],
		['nobody', [tally(young, 0)]],
		['half a person', [tally(young, 1.5)]],
		['a number in words', [tally(young, '3')]],
		['too many people', [tally(young, 100_001)]],
		['no count', [{ of: young }]],
		['no answers', [tally({})]],
		['answers that are no object', [tally('16_24')]],
		['nothing said of whom', [{ count: 3 }]],
		['more than a line has', [{ ...tally(young), name: 'Ayesha' }]],
		['a characteristic that is not one', [tally({ star_sign: 'leo' })]],
		['an answer that is not one', [tally({ age: 'ancient' })]],
		['an answer to something else', [tally({ age: 'female' })]],
		['an answer that is no text', [tally({ age: ['16_24'] })]],
		['101 lines', Array.from({ length: 101 }, () => tally(young))]
	])('%s', async (_, tallies) => {
		expect(await log({ tallies, people_count: null })).toBe('not_valid tallies');
	});

	test('nothing at all', async () => {
		expect(await log({ tallies: null })).toBe('required tallies');
	});

	test.each([
		['one line', [tally(young, 7)]],
		['lines together', [tally(young, 4), tally({ age: 'unknown' }, 3)]],
		[
			'a line by several characteristics among them',
			[tally(young, 4), tally({ ...young, sex: 'male' }, 3)]
		],
		['one further group', [tally({ community: 'carers' }, 7)]]
	])('more people in a group than there were: %s', async (_, tallies) => {
		expect(await log({ tallies, people_count: 6 })).toBe('more_than_people tallies');
	});

	test('fewer people than are counted by group, in a later correction', async () => {
		const id = await addLog(scene, scene.people.aisha, {
			people_count: 6,
			tallies: [tally(young, 6)]
		});
		const correct = async (set: Record<string, unknown>) => {
			const [verdict] = await push(scene.as(scene.people.aisha), randomUUID(), [
				{ mid: 1, table: 'engagement_logs', op: 'update', id, set }
			]);
			return [verdict?.code ?? verdict?.verdict, verdict?.column].join(' ').trim();
		};
		expect(await correct({ people_count: 5 })).toBe('more_than_people people_count');
		expect(await correct({ people_count: 5, tallies: [tally(young, 5)] })).toBe('applied');
		expect(await correct({ people_count: null })).toBe('applied');
	});

	test('in a sentence', async () => {
		const [verdict] = await push(scene.as(scene.people.aisha), randomUUID(), [
			{
				mid: 1,
				table: 'engagement_logs',
				op: 'insert',
				id: randomUUID(),
				set: logFields(scene, { tallies: [tally(young, 7)], people_count: 6 })
			}
		]);
		expect(verdict?.message).toMatch(/^More people are counted in a group than there were\./);
	});
});

test.each(['viewer', 'stranger', 'neighbour', 'champion'] as const)(
	'the %s learns nothing from the rules',
	async (person) => {
		const row = logFields(scene, { tallies: [{ of: {} }] });
		expect(
			await outcome(
				scene.as(scene.people[person]),
				(tx) => tx`insert into engagement_logs ${tx(row)}`
			)
		).toBe(NOT_ALLOWED);
	}
);
