import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hexCentre, hexExtent, type HexCell } from './hex-geometry';
import { assignHexes, type PlacedPoint } from './hex-layout';

const degrees = fc.double({ min: -0.5, max: 0.5, noNaN: true });
const points = fc
	.array(fc.tuple(degrees, degrees), { minLength: 1, maxLength: 60 })
	.map((places) => places.map(([x, y], index) => point(String(index), -1 + x, 52 + y)));

function point(code: string, longitude: number, latitude: number): PlacedPoint {
	return { code, longitude, latitude };
}

function key({ hex_q, hex_r }: HexCell) {
	return `${hex_q},${hex_r}`;
}

/** How many cells can be reached from the first by stepping to neighbours. */
function reachable(cells: readonly HexCell[]): number {
	const all = new Set(cells.map(key));
	const found = new Set<string>();
	const next = cells.slice(0, 1);
	for (let cell = next.pop(); cell; cell = next.pop()) {
		if (!all.has(key(cell)) || found.has(key(cell))) continue;
		found.add(key(cell));
		for (const [dq, dr] of [
			[1, 0],
			[-1, 0],
			[0, 1],
			[0, -1],
			[1, -1],
			[-1, 1]
		] as const) {
			next.push({ hex_q: cell.hex_q + dq, hex_r: cell.hex_r + dr });
		}
	}
	return found.size;
}

/** Label points of a city: a dense middle and sparse edges. */
const city = Array.from({ length: 24 }, (_, index) => {
	const [turn, reach] = [index * 2.4, 0.004 * index ** 0.9];
	return point(`E${index}`, -1.25 + reach * Math.cos(turn) * 1.6, 51.75 + reach * Math.sin(turn));
});

describe('assignHexes', () => {
	it('gives every ward a cell of its own, all touching', () => {
		fc.assert(
			fc.property(points, (wards) => {
				const cells = assignHexes(wards);
				expect(new Set(cells.map(key)).size).toBe(wards.length);
				expect(cells.map(({ code }) => code).sort()).toEqual(wards.map(({ code }) => code).sort());
				expect(reachable(cells)).toBe(wards.length);
			})
		);
	});

	it('keeps two wards one above the other together', () => {
		// Found by the test above: the cells nearest to a line straight up do not touch.
		expect(reachable(assignHexes([point('north', -1, 52.1), point('south', -1, 52)]))).toBe(2);
	});

	it('is compact: the box round it is at most three and a half times its cells', () => {
		fc.assert(
			fc.property(points, (wards) => {
				const { width, height } = hexExtent(assignHexes(wards));
				const cellArea = (3 * Math.sqrt(3)) / 2;
				expect(width * height).toBeLessThan(3.5 * cellArea * Math.max(wards.length, 3));
			})
		);
	});

	it('does not depend on the order of the wards', () => {
		fc.assert(
			fc.property(points, (wards) => {
				expect(assignHexes([...wards].reverse())).toEqual(assignHexes(wards));
			})
		);
	});

	it('keeps wards about where they are: north above south, west left of east', () => {
		const cells = assignHexes(city);
		const centreOf = new Map(cells.map((cell) => [cell.code, hexCentre(cell, 1)]));
		let right = 0;
		let pairs = 0;
		for (const a of city) {
			for (const b of city) {
				const [[ax, ay], [bx, by]] = [
					centreOf.get(a.code) ?? [0, 0],
					centreOf.get(b.code) ?? [0, 0]
				];
				if (a.latitude > b.latitude) [right, pairs] = [right + (ay <= by ? 1 : 0), pairs + 1];
				if (a.longitude > b.longitude) [right, pairs] = [right + (ax >= bx ? 1 : 0), pairs + 1];
			}
		}
		expect(right / pairs).toBeGreaterThan(0.9);
	});

	it('leans as the council does', () => {
		const alongTheRiver = Array.from({ length: 30 }, (_, index) =>
			point(String(index), -1 + index * 0.01, 52 + (index % 3) * 0.005)
		);
		const { width, height } = hexExtent(assignHexes(alongTheRiver));
		expect(width).toBeGreaterThan(1.8 * height);
	});

	it('copes with one ward, none, and wards in one place', () => {
		expect(assignHexes([])).toEqual([]);
		expect(assignHexes([point('E1', -1, 52)])).toEqual([{ code: 'E1', hex_q: 0, hex_r: 0 }]);
		const same = ['a', 'b', 'c'].map((code) => point(code, -1, 52));
		expect(new Set(assignHexes(same).map(key)).size).toBe(3);
	});

	it('lays out 200 wards within a second', () => {
		const county = Array.from({ length: 200 }, (_, index) =>
			point(String(index), -1 + ((index * 37) % 101) / 100, 52 + ((index * 53) % 97) / 100)
		);
		const start = performance.now();
		expect(new Set(assignHexes(county).map(key)).size).toBe(200);
		expect(performance.now() - start).toBeLessThan(1000);
	});
});
