/** report_figures(): what a report says of a year, the same for everybody of the council. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportFigures } from '$lib/insight/report-figures';
import { reportFiguresSchema } from '$lib/insight/report-figures';
import { addLog, setScene, WARDS, type PersonName, type Scene } from './scene';

let scene: Scene;
beforeAll(async () => {
	scene = await setScene();
	const add = async (count: number, fields: Record<string, unknown>) => {
		for (let i = 0; i < count; i += 1)
			await addLog(scene, scene.people.aisha, { people_count: 2, ...fields });
	};
	const day = (occurred_on: string, ward_code: string) => ({ occurred_on, ward_code });
	await add(20, { ...day('2026-05-02', WARDS.leys), audiences: ['carers'], type: 'visit' });
	await add(12, { ...day('2026-08-02', WARDS.leys), audiences: ['carers', 'veterans'] });
	await add(15, { ...day('2026-08-02', WARDS.brook), themes: ['housing'] });
	await add(15, day('2026-11-02', WARDS.brook));
	// Few: in a ward, of a group, of a theme.
	await add(3, {
		...day('2026-11-02', WARDS.marston),
		audiences: ['refugees_migrants'],
		themes: ['health']
	});
	// Of another year, and of nobody's figures.
	await add(11, day('2026-03-31', WARDS.leys));
	await add(11, { ...day('2026-05-02', WARDS.leys), restricted: true });
});
afterAll(() => scene.drop());

const ask = (person: PersonName, day = '2026-07-15') =>
	scene.as(scene.people[person])(async (tx) => {
		const [row] = await tx<{ answer: unknown }[]>`select report_figures(${day}) as answer`;
		return reportFiguresSchema.parse(row?.answer);
	});

const contactsOf = ({ parts }: ReportFigures, kind: 'group' | 'theme' | 'type') =>
	Object.fromEntries(parts[kind].map(({ value, contacts }) => [value, contacts]));

test.each(['aisha', 'champion', 'manager', 'admin', 'viewer'] as const)(
	'%s gets the financial year, with small numbers held back',
	async (person) => {
		const figures = await ask(person);
		expect(figures).toMatchObject({
			council: 'Southmoor',
			threshold: 10,
			rounded_to: 5,
			since: '2026-04-01',
			until: '2027-03-31',
			total: { contacts: 65, people: 130 }
		});
		const ward = (code: string) => figures.wards.find((one) => one.code === code)?.contacts;
		expect(ward(WARDS.edge)).toBe(0);
		expect(ward(WARDS.marston)).toBeNull();
		// One more is held back, or the total would give it away.
		expect([ward(WARDS.leys), ward(WARDS.brook)].filter((one) => one === null)).toHaveLength(1);
		expect(figures.heard).toMatchObject({ exact: false, rounded_to: 5 });
	}
);

test('a small part is held back with another, so that the total does not give it away', async () => {
	const figures = await ask('manager');
	const groups = contactsOf(figures, 'group');
	expect(groups.refugees_migrants).toBeNull();
	expect(Object.values(groups).filter((one) => one === null).length).toBeGreaterThan(1);
	expect(contactsOf(figures, 'theme')).toEqual({ health: null, housing: null });
	expect(figures.parts.objective).toEqual([{ value: scene.priority, contacts: 65, people: 130 }]);
});

test('quarters are rounded, and hold back what is small', async () => {
	const { quarters } = await ask('manager');
	const of = (code: string | null) => quarters.find(({ ward }) => ward === code)?.contacts;
	expect(of(WARDS.edge)).toEqual([0, 0, 0, 0]);
	expect(of(WARDS.marston)?.[2]).toBeNull();
	expect(of(null)).toEqual([20, 25, 20, 0]);
});

test('where all of a year is few, no part of it is shown', async () => {
	const figures = await ask('manager', '2024-06-01');
	expect(figures.total.contacts).toBe(0);
	await addLog(scene, scene.people.aisha, {
		occurred_on: '2024-06-01',
		ward_code: WARDS.leys,
		people_count: 30
	});
	const few = await ask('manager', '2024-06-01');
	expect(few.total).toMatchObject({ contacts: null, people: null });
	expect(few.parts.objective).toEqual([{ value: scene.priority, contacts: null, people: null }]);
});

test.each(['stranger', 'neighbour'] as const)('%s gets nothing of it', async (person) => {
	if (person === 'neighbour') expect((await ask(person)).council).toBe('Northmoor');
	else await expect(ask(person)).rejects.toMatchObject({ code: '42501' });
});
