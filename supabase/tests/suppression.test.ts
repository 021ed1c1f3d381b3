/** private.suppress: whoever knows every shown number of a table cannot narrow a small one down. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase, type TestDatabase } from '../../tests/support/database';
import { attack, type Equation } from './attack';
import { addLog, setScene, WARDS, type PersonName, type Scene } from './scene';

type Grid<T> = readonly (readonly T[])[];

let database: TestDatabase;
beforeAll(async () => {
	database = await createDatabase();
});
afterAll(() => database.drop());

const literal = (value: unknown) => JSON.stringify(value).replaceAll('[', '{').replaceAll(']', '}');

async function suppress(cells: Grid<number>, threshold: number): Promise<boolean[][]> {
	const [row] = await database.sql<{ held: boolean[][] }[]>`
		select private.suppress(${literal(cells)}::bigint[], ${threshold}) as held`;
	return row?.held ?? [];
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** A table with its totals. */
function withTotals(table: Grid<number>): number[][] {
	const rows = table.map((row) => [...row, sum(row)]);
	const columns = rows[0]?.map((_, column) => sum(rows.map((row) => row[column] ?? 0))) ?? [];
	return [...rows, columns];
}

const isSmall = (figure: number, threshold: number) => figure >= 1 && figure < threshold;
const nameOf = (row: number, column: number) => `x${row}_${column}`;

/** Every row and every column adds up to its total. */
function equationsOf(cells: Grid<number>): Equation[] {
	const rows = cells.length;
	const columns = cells[0]?.length ?? 0;
	const line = (length: number, name: (place: number) => string): Equation =>
		Object.fromEntries(
			Array.from({ length }, (_, place) => [name(place), place === length - 1 ? -1 : 1])
		);
	return [
		...cells.map((_, row) => line(columns, (column) => nameOf(row, column))),
		...Array.from({ length: columns }, (_, column) => line(rows, (row) => nameOf(row, column)))
	];
}

/** Small numbers of which the attacker rules out some small number. */
async function pinned(cells: Grid<number>, held: Grid<boolean>, threshold: number) {
	const places = cells.flatMap((row, i) =>
		row.map((figure, j) => ({ name: nameOf(i, j), figure, held: held[i]?.[j] === true }))
	);
	const shown = Object.fromEntries(
		places
			.filter((place) => !place.held)
			.map(({ name, figure }) => [name, { least: figure, most: figure }])
	);
	const small = places.filter(({ figure }) => isSmall(figure, threshold));
	const known = await attack(
		small.filter((place) => place.held).map(({ name }) => name),
		equationsOf(cells),
		shown
	);
	return small.filter(({ name }) => {
		const { least = NaN, most = NaN } = known.get(name) ?? {};
		return !(least <= 1 && most >= threshold - 1);
	});
}

const threshold = fc.integer({ min: 3, max: 12 });
/** Zeros, small numbers and others, so that tables are sparse, dense and anything between. */
const figure = fc.oneof(
	{ arbitrary: fc.constant(0), weight: 3 },
	{ arbitrary: fc.integer({ min: 1, max: 11 }), weight: 3 },
	{ arbitrary: fc.integer({ min: 12, max: 90 }), weight: 2 }
);
const table = fc
	.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
	.chain(([rows, columns]) =>
		fc.array(fc.array(figure, { minLength: columns, maxLength: columns }), {
			minLength: rows,
			maxLength: rows
		})
	);

const TABLES = 200;

describe('a table with its totals', () => {
	test('shows no small number, and lets none be worked out', async () => {
		await fc.assert(
			fc.asyncProperty(table, threshold, async (counts, threshold) => {
				const cells = withTotals(counts);
				const held = await suppress(cells, threshold);
				cells.forEach((row, i) =>
					row.forEach((figure, j) => {
						if (isSmall(figure, threshold)) expect(held[i]?.[j]).toBe(true);
					})
				);
				expect(await pinned(cells, held, threshold)).toEqual([]);
			}),
			{ numRuns: TABLES }
		);
	});

	test('would give small numbers away if these alone were held back', async () => {
		const cells = withTotals([
			[12, 3, 20],
			[15, 18, 30]
		]);
		const naive = cells.map((row) => row.map((figure) => isSmall(figure, 5)));
		expect(await pinned(cells, naive, 5)).toEqual([{ name: 'x0_1', figure: 3, held: true }]);
		expect(await pinned(cells, await suppress(cells, 5), 5)).toEqual([]);
	});

	test('would give two away that are the only ones of their row and add up to two', async () => {
		const cells = withTotals([
			[1, 1, 20],
			[15, 18, 30],
			[8, 9, 10]
		]);
		const held = await suppress(cells, 5);
		const both = cells.map((row) => row.map((figure) => isSmall(figure, 5)));
		expect(await pinned(cells, both, 5)).toHaveLength(2);
		expect(await pinned(cells, held, 5)).toEqual([]);
	});

	test('is shown whole where nothing in it is small', async () => {
		const cells = withTotals([
			[5, 0],
			[0, 40]
		]);
		expect((await suppress(cells, 5)).flat()).not.toContain(true);
	});

	test('keeps its totals where cells are enough', async () => {
		const cells = withTotals([
			[3, 14, 20],
			[25, 18, 30],
			[40, 41, 42]
		]);
		expect(await suppress(cells, 5)).toEqual([
			[true, true, false, false],
			[true, true, false, false],
			[false, false, false, false],
			[false, false, false, false]
		]);
	});

	test('may have no rows', async () => {
		expect(await suppress([], 5)).toEqual([]);
	});
});

describe('contacts of a financial year', () => {
	let scene: Scene;
	beforeAll(async () => {
		scene = await setScene();
	});
	afterAll(() => scene.drop());

	test('are one table of wards and quarters, from April to March', async () => {
		const log = (occurred_on: string, count: number, ward_code: string | null = WARDS.leys) =>
			Promise.all(
				Array.from({ length: count }, () =>
					addLog(scene, null, { occurred_on, ward_code, coverage: ward_code ? 'ward' : 'citywide' })
				)
			);
		await log('2026-03-31', 9);
		await log('2026-04-01', 2);
		await log('2026-09-30', 6);
		await log('2026-10-01', 7);
		await log('2026-06-30', 8, WARDS.marston);
		await log('2026-09-30', 8, WARDS.marston);
		const release = await scene.sql<Release[]>`
			select ward_code as ward, quarter, contacts::int, contacts_held as held
			from private.activity_release(${scene.council}, '2026-04-01', 5)
			where ward_code in (${WARDS.leys}, ${WARDS.marston}) or ward_code is null
			order by ward_code, quarter`;
		const of = (ward: string | null) =>
			release
				.filter((line) => line.ward === ward)
				.map(({ contacts, held }) => (held ? '*' : contacts));
		expect(of(WARDS.leys)).toEqual([15, '*', '*', 7, 0]);
		expect(of(WARDS.marston)).toEqual([16, '*', '*', 0, 0]);
		expect(of(null)).toEqual([31, 10, 14, 7, 0]);
	});

	test('begin on 1 April', async () => {
		const [row] = await scene.sql`
			select
				private.financial_year_of('2026-04-01')::text as first,
				private.financial_year_of('2027-03-31')::text as last`;
		expect(row).toEqual({ first: '2026-04-01', last: '2026-04-01' });
	});

	test('are shown from a size on that an administrator sets, and nobody else', async () => {
		const set = { screen_threshold: 4, export_threshold: 12 };
		const changed = (person: PersonName) =>
			scene.as(scene.people[person])(
				(tx) => tx`update councils set ${tx(set)} where id = ${scene.council}`
			);
		for (const person of ['aisha', 'champion', 'manager', 'viewer'] as const)
			expect((await changed(person)).count, person).toBe(0);
		expect((await changed('admin')).count).toBe(1);
		const [row] = await scene.sql`
			select
				private.threshold_of(${scene.council}, 'screen') as screen,
				private.threshold_of(${scene.council}, 'export') as export`;
		expect(row).toEqual({ screen: 4, export: 12 });
		await expect(
			scene.sql`update councils set export_threshold = 3 where id = ${scene.council}`
		).rejects.toThrow('councils_export_threshold_out_of_range');
	});
});

interface Release {
	ward: string | null;
	quarter: number;
	contacts: number;
	held: boolean;
}

describe('a list with its total', () => {
	const held = async (figures: number[]) => {
		const [row] = await database.sql<{ held: boolean[] }[]>`
			select private.suppress_list(${figures}::bigint[], 5) as held`;
		return row?.held;
	};

	test('holds back the smallest other that is large enough, if two small ones are not enough', async () => {
		expect(await held([20, 3, 1, 9, 33])).toEqual([false, true, true, false, false]);
		expect(await held([20, 3, 9, 32])).toEqual([false, true, true, false]);
	});

	test('holds back the total where there is no other', async () => {
		expect(await held([0, 3, 0, 3])).toEqual([false, true, false, true]);
		expect(await held([])).toEqual([]);
	});
});
