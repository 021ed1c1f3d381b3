/** representativeness(): who was counted, exactly for those who may see the records, and by the year for all others. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addLog, setScene, WARDS, type PersonName, type Scene } from './scene';

let scene: Scene;
beforeAll(async () => {
	scene = await setScene();
	const count = (
		occurred_on: string,
		ward_code: string,
		tallies: [of: Record<string, string>, count: number][],
		fields: Record<string, unknown> = {}
	) =>
		addLog(scene, scene.people.aisha, {
			occurred_on,
			ward_code,
			tallies: scene.sql.json(tallies.map(([of, count]) => ({ of, count }))),
			...fields
		});
	await count('2026-05-02', WARDS.leys, [
		[{ ethnic_group: 'asian_indian' }, 2],
		[{ ethnic_group: 'asian_pakistani' }, 1],
		[{ ethnic_group: 'white_british' }, 34],
		[{ ethnic_group: 'prefer_not_to_say' }, 6],
		[{ ethnic_group: 'unknown' }, 50],
		[{ community: 'carers' }, 12]
	]);
	await count('2026-08-02', WARDS.leys, [[{ ethnic_group: 'white_irish' }, 8]]);
	await count('2026-08-02', WARDS.brook, [
		[{ ethnic_group: 'asian_other' }, 12],
		[{ ethnic_group: 'white_british' }, 21]
	]);
	await count('2026-08-02', WARDS.leys, [[{ ethnic_group: 'black_african' }, 9]], {
		restricted: true
	});
	await count('2026-03-31', WARDS.leys, [[{ sex: 'female' }, 3]]);
	const shares = (asian: number) => scene.sql.json({ ethnic_group: { asian } });
	await scene.sql`update councils set benchmarks = ${shares(15.4)} where id = ${scene.council}`;
	await scene.sql`
		update areas set benchmarks = ${shares(12.6)}
		where council_id = ${scene.council} and code = ${WARDS.leys}`;
});
afterAll(() => scene.drop());

interface Answer {
	since: string;
	until: string;
	exact: boolean;
	rounded_to: number;
	counted: Record<string, { answered: number | null; answers: Record<string, number | null> }>;
}

const ethnic = (asian: number | null, white: number | null) => ({
	asian,
	black: 0,
	mixed: 0,
	other: 0,
	white
});

const ask = (
	person: PersonName,
	ward: string | null = WARDS.leys,
	{ since = '2026-05-10', until = '2026-05-20', purpose = 'screen' } = {}
) =>
	scene.as(scene.people[person])(async (tx) => {
		const [row] = await tx<{ answer: Answer }[]>`
			select representativeness(${since}, ${until}, ${ward}, ${purpose}) as answer`;
		if (!row) throw new Error('No answer');
		return row.answer;
	});

describe.each(['manager', 'admin'] as const)('the %s', (person) => {
	test('has every number of any months, by the groups of the Census', async () => {
		expect(await ask(person)).toMatchObject({
			exact: true,
			rounded_to: 1,
			since: '2026-05-01',
			until: '2026-05-31',
			counted: { ethnic_group: { answered: 37, answers: ethnic(3, 34) } }
		});
		const year = { since: '2026-04-01', until: '2027-03-31' };
		expect((await ask(person, null, year)).counted).toEqual({
			ethnic_group: { answered: 78, answers: ethnic(15, 63) }
		});
		expect((await ask(person, WARDS.edge, year)).counted).toEqual({
			ethnic_group: { answered: 0, answers: ethnic(0, 0) }
		});
	});

	test('has small numbers held back in what is passed on', async () => {
		expect(await ask(person, null, { purpose: 'export' })).toMatchObject({
			exact: false,
			rounded_to: 5,
			since: '2026-04-01',
			until: '2027-03-31',
			// 3 of 15 are small, and so the other three of the rectangle are held back.
			counted: { ethnic_group: { answered: 80, answers: ethnic(15, 65) } }
		});
		expect((await ask(person, WARDS.leys, { purpose: 'export' })).counted).toEqual({
			ethnic_group: { answered: 45, answers: ethnic(null, null) }
		});
	});
});

describe.each(['aisha', 'champion', 'viewer'] as const)('%s', (person) => {
	test('has financial years, with small numbers held back, and rounded', async () => {
		const answer = await ask(person);
		expect(answer).toMatchObject({
			exact: false,
			rounded_to: 5,
			since: '2026-04-01',
			until: '2027-03-31'
		});
		expect(answer.counted).toEqual({
			ethnic_group: { answered: 45, answers: ethnic(null, null) }
		});
		expect((await ask(person, WARDS.brook)).counted).toEqual({
			ethnic_group: { answered: 35, answers: ethnic(null, null) }
		});
		expect((await ask(person, null)).counted).toEqual({
			ethnic_group: { answered: 80, answers: ethnic(15, 65) }
		});
	});

	test('learns who lives there, and in which wards', async () => {
		expect(await ask(person)).toMatchObject({ benchmarks: { ethnic_group: { asian: 12.6 } } });
		expect(await ask(person, null)).toMatchObject({
			benchmarks: { ethnic_group: { asian: 15.4 } },
			wards: ['Brook', 'Edge', 'Leys', 'Marston'].map((name) => ({ name }))
		});
	});

	test('has nothing of a characteristic of which all is small', async () => {
		const before = { since: '2026-03-01', until: '2026-03-31' };
		expect((await ask(person, null, before)).counted).toEqual({
			sex: { answered: null, answers: { female: null, male: 0 } }
		});
	});
});

test('nobody else has any of it', async () => {
	await expect(ask('stranger')).rejects.toMatchObject({ code: '42501' });
	await expect(
		scene.as(null)((tx) => tx`select representativeness('2026-03-01', '2026-03-31')`)
	).rejects.toMatchObject({ code: '42501' });
	expect((await ask('neighbour', null)).counted).toEqual({});
	await expect(
		ask('viewer', null, { since: '2026-03-31', until: '2026-02-01' })
	).rejects.toMatchObject({ code: '22023' });
});
