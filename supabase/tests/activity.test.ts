/** ward_activity: figures by ward that never point at a person. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	addLog,
	logFields,
	setScene,
	WARD_NEXT_DOOR,
	WARDS,
	type PersonName,
	type Scene
} from './scene';

interface Figures {
	contacts: number | null;
	people: number | null;
}

interface Activity {
	as_of: string;
	council: { id: string; name: string };
	exact: boolean;
	threshold: number;
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
	// In March 2024, one contact of each priority.
	for (const objective_id of [scene.priority, secondPriority])
		await log({ occurred_on: '2024-03-01', objective_id });
});
afterAll(() => scene.drop());

async function activity(
	person: PersonName,
	since: string,
	until: string,
	objective: string | null = null
): Promise<Activity> {
	const [row] = await scene.as(scene.people[person])(
		(tx) =>
			tx<
				{ activity: Activity }[]
			>`select ward_activity(${since}, ${until}, ${objective}) as activity`
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

	test('of the days that they ask for, and of one priority', async () => {
		const days = byWard(await activity(person, '2026-03-02', '2026-03-03'));
		expect(days[WARDS.leys]).toMatchObject({ contacts: 2, people: 10, last_contact: '2026-03-03' });
		expect((await activity(person, ...march, secondPriority)).total).toEqual({
			contacts: 0,
			people: 0
		});
		expect((await activity(person, ...march, scene.priority)).total.contacts).toBe(20);
	});

	test('of an objective, which is all of its priorities', async () => {
		const of = async (objective: string) =>
			(await activity(person, '2024-03-01', '2024-03-31', objective)).total.contacts;
		expect(await of(scene.objective)).toBe(2);
		expect(await of(secondPriority)).toBe(1);
		expect(await of(scene.other.priority)).toBe(0);
	});
});

describe.each(['viewer', 'aisha', 'champion'] as const)('the %s sees no small figure', (person) => {
	test('one to four contacts, or people, are held back, and so are the totals', async () => {
		const figures = await activity(person, ...march);
		expect(figures).toMatchObject({
			exact: false,
			elsewhere: { contacts: 5, people: 70 },
			total: { contacts: null, people: null }
		});
		expect(byWard(figures)).toMatchObject({
			[WARDS.leys]: { contacts: 5, people: 30, last_contact: '2026-03-01', suppressed: false },
			[WARDS.brook]: { contacts: null, people: null, last_contact: null, suppressed: true },
			[WARDS.marston]: { contacts: 5, people: null, suppressed: false },
			[WARDS.edge]: { contacts: 0, people: 0, suppressed: false }
		});
	});

	test('days are widened to whole months, so that no single day can be worked out', async () => {
		const day = await activity(person, '2026-03-03', '2026-03-03');
		expect(day).toMatchObject({ since: '2026-03-01', until: '2026-03-31' });
		expect(byWard(day)[WARDS.leys]).toMatchObject({ contacts: 5 });
	});

	test('totals add up what is shown, where nothing is held back', async () => {
		const { total } = await activity(person, '2023-05-01', '2023-05-31');
		expect(total).toEqual({ contacts: 10, people: 30 });
	});
});

describe('taking one answer from another', () => {
	/** What a shown figure can stand for, for somebody who knows how it is made. */
	function range(shown: number | null | undefined): [number, number] {
		if (shown === null || shown === undefined) return [1, 4];
		return shown === 0 ? [0, 0] : [Math.max(5, shown - 2), shown + 2];
	}

	/** The figures from 1 to 4 that a hidden one can be, given the part that is shown and the whole. */
	function candidates(part: number | null | undefined, whole: number | null | undefined): number[] {
		const [partFrom, partTo] = range(part);
		const [wholeFrom, wholeTo] = range(whole);
		return [1, 2, 3, 4].filter((few) => few >= wholeFrom - partTo && few <= wholeTo - partFrom);
	}

	const wards = Object.values(WARDS);
	const months = [5, 6, 7, 8, 9].map((many, i) => ({
		many,
		few: `2025-${String(2 * i + 1).padStart(2, '0')}`,
		after: `2025-${String(2 * i + 2).padStart(2, '0')}`
	}));

	// In every ward 1 to 4 contacts with as many people under the second priority, and the month after 5 to 9 under the first.
	beforeAll(async () => {
		const logs = months.flatMap(({ many, few, after }) =>
			wards.flatMap((ward_code, i) => [
				...Array.from({ length: i + 1 }, () => ({
					ward_code,
					occurred_on: `${few}-10`,
					objective_id: secondPriority
				})),
				...Array.from({ length: many }, () => ({ ward_code, occurred_on: `${after}-10` }))
			])
		);
		const rows = logs.map((fields) => logFields(scene, { people_count: 1, ...fields }));
		await scene.sql`insert into engagement_logs ${scene.sql(rows)}`;
	});

	test.each(months)('never pins a hidden figure: $few, then $many', async ({ few, after }) => {
		const [since, until] = [`${few}-01`, `${after}-28`];
		const whole = byWard(await activity('viewer', since, until));
		const ofObjective = byWard(await activity('viewer', since, until, scene.objective));
		const hidden = byWard(await activity('viewer', since, since));
		const hiddenPriority = byWard(await activity('viewer', since, until, secondPriority));
		const nextMonth = byWard(await activity('viewer', `${after}-01`, until));
		const firstPriority = byWard(await activity('viewer', since, until, scene.priority));
		for (const ward of wards) {
			expect(hidden[ward]).toMatchObject({ contacts: null, people: null });
			expect(hiddenPriority[ward]).toMatchObject({ contacts: null, people: null });
			for (const figure of ['contacts', 'people'] as const)
				for (const all of [whole, ofObjective])
					for (const part of [nextMonth, firstPriority])
						expect(candidates(part[ward]?.[figure], all[ward]?.[figure]).length).toBeGreaterThan(1);
		}
	});

	test('is worked out exactly where figures are exact, so the test above can fail', async () => {
		const [{ few, after }] = months as [(typeof months)[0]];
		const all = byWard(await activity('manager', `${few}-01`, `${after}-28`));
		const part = byWard(await activity('manager', `${after}-01`, `${after}-28`));
		expect((all[WARDS.edge]?.contacts ?? 0) - (part[WARDS.edge]?.contacts ?? 0)).toBe(4);
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
