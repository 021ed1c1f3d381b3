/**
 * A councillor who asks for every figure there is, on screens, in files and in reports, adds and subtracts, and knows how
 * they are made: no number from 1 to 4 that is held back may be narrowed down.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportFigures } from '$lib/insight/report-figures';
import { attack, type Bounds, type Equation } from './attack';
import { logFields, setScene, WARDS, type Scene } from './scene';

const THRESHOLD = 5;
const IN_FILES = 10;
const RUNS = 20;
const WARD_CODES = [...Object.values(WARDS), ''];
const TYPES = ['conversation', 'visit'] as const;

let scene: Scene;
let priorities: readonly string[];
beforeAll(async () => {
	scene = await setScene();
	const [second] = await scene.sql<{ id: string }[]>`
		insert into objectives (council_id, plan_id, parent_id, kind, reference, title, position)
		values (${scene.council}, ${scene.plan}, ${scene.objective}, 'priority', '1.3', 'Second', 3) returning id`;
	priorities = [scene.priority, second?.id ?? ''];
});
afterAll(() => scene.drop());

/** As many logs of a quarter, in a ward, of a priority and a type, each with as many people. */
interface Cell {
	quarter: number;
	ward: string;
	priority: number;
	type: (typeof TYPES)[number];
	logs: number;
	people: number;
}

const cell: fc.Arbitrary<Cell> = fc.record({
	quarter: fc.integer({ min: 1, max: 4 }),
	ward: fc.constantFrom(...WARD_CODES),
	priority: fc.integer({ min: 0, max: 1 }),
	type: fc.constantFrom(...TYPES),
	logs: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 12 })),
	people: fc.integer({ min: 0, max: 3 })
});

const monthOf = (year: number, quarter: number) => {
	const month = quarter * 3 + 1;
	return month > 12 ? `${year + 1}-01-15` : `${year}-${String(month).padStart(2, '0')}-15`;
};

async function enter(year: number, cells: readonly Cell[]): Promise<void> {
	const rows = cells.flatMap(({ quarter, ward, priority, type, logs, people }) =>
		Array.from({ length: logs }, () =>
			logFields(scene, {
				occurred_on: monthOf(year, quarter),
				objective_id: priorities[priority],
				type,
				people_count: people,
				...(ward === '' ? { coverage: 'city_wide', ward_code: null } : { ward_code: ward })
			})
		)
	);
	if (rows.length > 0) await scene.sql`insert into engagement_logs ${scene.sql(rows)}`;
}

type Measure = 'contacts' | 'people';
interface Figures {
	contacts: number | null;
	people: number | null;
}
interface Answer {
	since: string;
	until: string;
	wards: (Figures & { code: string })[];
	elsewhere: Figures;
	total: Figures;
}

type Told = Map<string, Figures>;
type Purpose = 'screen' | 'export';

/**
 * All that the councillor is told of a year by the map, by name: "part|ward|quarter", with 0 for the year and "all" for
 * all wards.
 */
async function mapShows(year: number, purpose: Purpose): Promise<Told> {
	const told: Told = new Map();
	const ask = async (
		part: string,
		since: string,
		until: string,
		objective: string | null,
		type: string | null
	) => {
		const [row] = await scene.as(scene.people.viewer)(
			(tx) => tx<{ answer: Answer }[]>`
				select ward_activity(${since}, ${until}, ${type ? 'type' : 'all'}, ${type ?? ''}, ${objective}, ${purpose}) as answer`
		);
		if (!row) throw new Error('No answer');
		const { answer } = row;
		const quarter =
			answer.until.startsWith(String(year + 1)) && answer.since.startsWith(`${year}-04`)
				? 0
				: quarterOf(answer.since);
		for (const ward of answer.wards) told.set(`${part}|${ward.code}|${quarter}`, ward);
		told.set(`${part}||${quarter}`, answer.elsewhere);
		told.set(`${part}|all|${quarter}`, answer.total);
	};
	const whole = [`${year}-04-01`, `${year + 1}-03-31`] as const;
	for (const quarter of [1, 2, 3, 4]) {
		const day = monthOf(year, quarter);
		await ask('all', day, day, null, null);
	}
	await ask('all', ...whole, null, null);
	await ask('objective', ...whole, scene.objective, null);
	for (const [i, priority] of priorities.entries()) await ask(`p${i}`, ...whole, priority, null);
	for (const type of TYPES) await ask(type, ...whole, null, type);
	for (const type of TYPES) await ask(`p0${type}`, ...whole, scene.priority, type);
	return told;
}

/** The same of a report. */
async function reportShows(year: number): Promise<Told> {
	const told: Told = new Map();
	const [row] = await scene.as(scene.people.viewer)(
		(tx) => tx<{ figures: ReportFigures }[]>`select report_figures(${`${year}-04-01`}) as figures`
	);
	if (!row) throw new Error('No answer');
	const { wards, elsewhere, total, quarters, parts } = row.figures;
	for (const ward of wards) told.set(`all|${ward.code}|0`, ward);
	told.set('all||0', elsewhere);
	told.set('all|all|0', total);
	for (const { ward, contacts } of quarters)
		contacts.forEach((figure, place) =>
			told.set(`all|${ward ?? 'all'}|${place + 1}`, { contacts: figure, people: null })
		);
	for (const part of parts.objective) told.set(`p${priorities.indexOf(part.value)}|all|0`, part);
	for (const part of parts.type) told.set(`${part.value}|all|0`, part);
	return told;
}

const quarterOf = (day: string) => ((Number(day.slice(5, 7)) + 8) % 12) / 3 + 1;

/** How the numbers hang together. */
function equations(): Equation[] {
	const sum = (parts: string[], whole: string): Equation =>
		Object.fromEntries([...parts.map((part) => [part, 1] as const), [whole, -1]]);
	const parts = ['all', 'objective', 'p0', 'p1', ...TYPES, ...TYPES.map((type) => `p0${type}`)];
	const wards = [...WARD_CODES, 'all'];
	return [
		...parts.flatMap((part) =>
			(part === 'all' ? [0, 1, 2, 3, 4] : [0]).map((quarter) =>
				sum(
					WARD_CODES.map((ward) => `${part}|${ward}|${quarter}`),
					`${part}|all|${quarter}`
				)
			)
		),
		...wards.flatMap((ward) => [
			sum(
				[1, 2, 3, 4].map((quarter) => `all|${ward}|${quarter}`),
				`all|${ward}|0`
			),
			sum([`p0|${ward}|0`, `p1|${ward}|0`], `all|${ward}|0`),
			sum([`objective|${ward}|0`], `all|${ward}|0`),
			sum(
				TYPES.map((type) => `${type}|${ward}|0`),
				`all|${ward}|0`
			),
			sum(
				TYPES.map((type) => `p0${type}|${ward}|0`),
				`p0|${ward}|0`
			)
		])
	];
}

/** What a figure can stand for that is shown from a size on: rounded to 5, unless it is nothing. */
function boundsOf(shown: number, from: number): Bounds {
	return shown === 0
		? { least: 0, most: 0 }
		: { least: Math.max(from, shown - 2), most: shown + 2 };
}

/** The linear program takes plain names only. */
const plain = (name: string) => `n_${name.replaceAll('|', '_')}`;

function truth(cells: readonly Cell[], name: string, measure: Measure): number {
	const [part = '', ward, quarter] = name.split('|');
	return cells
		.filter(
			(one) =>
				(ward === 'all' || one.ward === ward) &&
				(quarter === '0' || String(one.quarter) === quarter) &&
				(!part.startsWith('p') || part.startsWith(`p${one.priority}`)) &&
				(!TYPES.some((type) => part.endsWith(type)) || part.endsWith(one.type))
		)
		.reduce((all, { logs, people }) => all + (measure === 'contacts' ? logs : logs * people), 0);
}

const YEAR = 2024;

test('every figure there is narrows no small number down', async () => {
	let attacked = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 14 }), async (cells) => {
			await scene.sql`delete from engagement_logs`;
			await enter(YEAR, cells);
			const screen = await mapShows(YEAR, 'screen');
			const files = [await mapShows(YEAR, 'export'), await reportShows(YEAR)];
			for (const measure of ['contacts', 'people'] as const) {
				const hidden = [...screen].filter(([, figures]) => figures[measure] === null);
				const small = hidden
					.map(([name]) => ({ name, is: truth(cells, name, measure) }))
					.filter(({ is }) => is >= 1 && is < THRESHOLD);
				const shown: Record<string, Bounds> = {};
				const sources: [Told, number][] = [
					[screen, THRESHOLD],
					...files.map((file): [Told, number] => [file, IN_FILES])
				];
				for (const [told, from] of sources)
					for (const [name, { [measure]: figure }] of told)
						if (figure !== null) shown[plain(name)] = boundsOf(figure, from);
				const known = await attack(
					small.map(({ name }) => plain(name)),
					equations().map((equation) =>
						Object.fromEntries(
							Object.entries(equation).map(([name, factor]) => [plain(name), factor])
						)
					),
					shown
				);
				const pinned = small.filter(({ name }) => {
					const { least = NaN, most = NaN } = known.get(plain(name)) ?? {};
					return !(least <= 1 && most >= THRESHOLD - 1);
				});
				expect(pinned, measure).toEqual([]);
				attacked += small.length;
			}
		}),
		{ numRuns: RUNS }
	);
	expect(attacked).toBeGreaterThan(RUNS);
}, 120_000);
