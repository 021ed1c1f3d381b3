/** gaps(): where outreach does not reach, for those who may see the records. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addLog, setScene, WARDS, type PersonName, type Scene } from './scene';

let scene: Scene;
beforeAll(async () => {
	scene = await setScene();
	const log = (fields: Record<string, unknown>) => addLog(scene, scene.people.aisha, fields);
	await log({
		occurred_on: '2026-03-02',
		people_count: 9,
		channel: 'phone',
		audiences: ['carers', 'students'],
		tallies: scene.sql.json([
			{ of: { ethnic_group: 'asian_indian', sex: 'female' }, count: 2 },
			{ of: { ethnic_group: 'asian_indian' }, count: 1 }
		])
	});
	await log({ occurred_on: '2026-03-20', people_count: 1, channel: 'phone' });
	await log({ occurred_on: '2025-01-15', ward_code: WARDS.brook, people_count: 4 });
	await log({ occurred_on: '2026-03-25', restricted: true, channel: 'phone', people_count: 4 });
	await log({ occurred_on: '2026-03-25', deleted_at: new Date(), channel: 'phone' });
	await log({ occurred_on: '2026-03-26', coverage: 'city_wide', ward_code: null });
});
afterAll(() => scene.drop());

const ask = (person: PersonName, since = '2026-03-10', until = '2026-03-10') =>
	scene.as(scene.people[person])(async (tx) => {
		const [row] = await tx<{ gaps: { wards: { code: string }[] } & Record<string, unknown> }[]>`
			select gaps(${since}, ${until}) as gaps`;
		return row?.gaps;
	});

describe.each(['manager', 'admin'] as const)('the %s', (person) => {
	test('learns of every ward what was heard there in those months, and when last', async () => {
		const gaps = await ask(person);
		expect(gaps).toMatchObject({ since: '2026-03-01', until: '2026-03-31' });
		const wards = Object.fromEntries((gaps?.wards ?? []).map((ward) => [ward.code, ward]));
		expect(wards).toEqual({
			[WARDS.leys]: {
				code: WARDS.leys,
				contacts: 2,
				people: 10,
				last_contact: '2026-03-20',
				// What serves a priority serves its objective.
				objectives: { [scene.objective]: 2 },
				last_months: { [scene.objective]: '2026-03-01' },
				counted: { 'ethnic_group/asian_indian': 3, 'sex/female': 2 }
			},
			[WARDS.brook]: {
				code: WARDS.brook,
				contacts: 0,
				people: 0,
				last_contact: '2025-01-15',
				objectives: {},
				last_months: { [scene.objective]: '2025-01-01' },
				counted: {}
			},
			...Object.fromEntries(
				[WARDS.marston, WARDS.edge].map((code) => [
					code,
					{
						code,
						contacts: 0,
						people: 0,
						last_contact: null,
						objectives: {},
						last_months: {},
						counted: {}
					}
				])
			)
		});
	});

	test('learns who is reached by which channel', async () => {
		expect((await ask(person))?.channels).toEqual([
			{ channel: 'phone', group: 'carers', contacts: 1 },
			{ channel: 'phone', group: 'students', contacts: 1 },
			{ channel: 'phone', group: null, contacts: 2 }
		]);
	});

	test('is told of a period that makes no sense', async () => {
		await expect(ask(person, '2026-03-31', '2026-02-01')).rejects.toMatchObject({ code: '22023' });
	});
});

test('nobody else learns of small numbers', async () => {
	for (const person of ['aisha', 'champion', 'viewer', 'stranger'] as const)
		await expect(ask(person), person).rejects.toMatchObject({ code: '42501' });
	await expect(
		scene.as(null)((tx) => tx`select gaps('2026-03-01', '2026-03-31')`)
	).rejects.toMatchObject({ code: '42501' });
	expect((await ask('neighbour'))?.wards.map(({ code }) => code)).not.toContain(WARDS.leys);
});
