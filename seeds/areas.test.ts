import { describe, expect, it } from 'vitest';
import { areas } from './files';

const NEIGHBOURS: readonly (readonly [number, number])[] = [
	[1, 0],
	[0, 1],
	[-1, 1],
	[-1, 0],
	[0, -1],
	[1, -1]
];
const wards = areas.areas;
const cellOf = (q: number, r: number) => `${q},${r}`;
const cells = new Set(wards.map(({ hex_q, hex_r }) => cellOf(hex_q, hex_r)));
const at = new Map(wards.map((ward) => [cellOf(ward.hex_q, ward.hex_r), ward.name]));
const around = (cell: string) => {
	const [q = 0, r = 0] = cell.split(',').map(Number);
	return NEIGHBOURS.map(([dq, dr]) => cellOf(q + dq, r + dr));
};

/** Everything reached from a cell by steps that `may` allows. */
function flood(start: string, may: (cell: string) => boolean): Set<string> {
	const reached = new Set([start]);
	for (const cell of reached) for (const next of around(cell)) if (may(next)) reached.add(next);
	return reached;
}

/** Ranks from 1; equal values share the mean of their ranks. */
function ranks(values: readonly number[]): number[] {
	return values.map(
		(value) =>
			values.filter((other) => other < value).length +
			(values.filter((other) => other === value).length + 1) / 2
	);
}

/** Spearman's rank correlation. */
function rankCorrelation(a: readonly number[], b: readonly number[]): number {
	const mean = (values: readonly number[]) => values.reduce((x, y) => x + y, 0) / values.length;
	const centred = (values: number[]) => values.map((value) => value - mean(values));
	const dot = (x: number[], y: number[]) =>
		x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
	const [x, y] = [centred(ranks(a)), centred(ranks(b))];
	return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
}

describe('the wards of Oxford', () => {
	it('are 24, each with its own code', () => {
		expect(wards).toHaveLength(24);
		expect(new Set(wards.map(({ code }) => code)).size).toBe(24);
	});

	it('lie in the localities named', () => {
		const sizes = areas.localities.map(
			(name) => wards.filter(({ locality }) => locality === name).length
		);
		expect(sizes).toEqual([6, 6, 5, 7]);
	});

	it('have no figures for Holywell, and figures for all others', () => {
		const without = wards.filter(
			({ population, deprivation_deciles, benchmarks }) =>
				population === null && deprivation_deciles === null && benchmarks === null
		);
		expect(without.map(({ name }) => name)).toEqual(['Holywell']);
		const people = wards.reduce((sum, { population }) => sum + (population ?? 0), 0);
		expect(people).toBe(areas.council.population);
	});

	it('have shares that make a whole', () => {
		for (const { benchmarks } of [areas.council, ...wards]) {
			if (!benchmarks) continue;
			for (const shares of [benchmarks.ethnic_group, benchmarks.religion]) {
				const total = Object.values(shares).reduce((sum, share) => sum + share, 0);
				expect(Math.abs(total - 100)).toBeLessThan(0.6);
			}
		}
	});

	it('hold the two neighbourhoods of the most deprived tenth in Northfield Brook', () => {
		const deepest = wards.filter(({ deprivation_deciles }) => deprivation_deciles?.includes(1));
		expect(deepest.map(({ name, deprivation_deciles }) => [name, deprivation_deciles])).toEqual([
			['Northfield Brook', [1, 1, 3, 7]]
		]);
	});
});

describe('the hex cartogram', () => {
	it('gives every ward a cell of its own', () => {
		expect(cells.size).toBe(24);
	});

	it('is one piece', () => {
		const [first = ''] = cells;
		expect(flood(first, (cell) => cells.has(cell)).size).toBe(24);
	});

	it('has no hole', () => {
		const near = (cell: string) => {
			const [q = 0, r = 0] = cell.split(',').map(Number);
			return Math.abs(q) < 12 && Math.abs(r) < 12;
		};
		const outside = flood(cellOf(11, 11), (cell) => near(cell) && !cells.has(cell));
		const empty = [...cells].flatMap(around).filter((cell) => !cells.has(cell));
		for (const cell of empty) expect(outside.has(cell)).toBe(true);
	});

	it('keeps the points of the compass', () => {
		const x = wards.map(({ hex_q, hex_r }) => hex_q + hex_r / 2);
		const y = wards.map(({ hex_r }) => hex_r);
		expect(
			rankCorrelation(
				wards.map(({ longitude }) => longitude),
				x
			)
		).toBeGreaterThan(0.95);
		expect(
			rankCorrelation(
				wards.map(({ latitude }) => -latitude),
				y
			)
		).toBeGreaterThan(0.95);
	});

	it.each([
		['Blackbird Leys', 'Northfield Brook'],
		['Blackbird Leys', 'Temple Cowley'],
		['Carfax & Jericho', 'Osney & St Thomas'],
		['Barton & Sandhills', 'Quarry & Risinghurst'],
		['Summertown', 'Wolvercote'],
		['Littlemore', 'Rose Hill & Iffley'],
		["St Mary's", 'Donnington']
	])('keeps %s beside %s', (one, other) => {
		const [cell = ''] = [...at].find(([, name]) => name === one) ?? [];
		expect(around(cell).map((next) => at.get(next))).toContain(other);
	});
});
