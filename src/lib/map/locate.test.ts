import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { parseAreaBoundaries } from '../exchange/area-boundaries';
import { polygonsOf, type AreaGeometry } from '../exchange/polygons';
import { nearestFirst, suggestWard, wardAt, type LocatableArea } from './locate';

function square(west: number, south: number, size: number): Position[] {
	const [east, north] = [west + size, south + size];
	return [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
		[west, south]
	];
}

function ward(
	name: string,
	boundary: AreaGeometry | null,
	[longitude, latitude]: Position = [-1.2, 51.7]
): LocatableArea {
	return { code: name, name, boundary, longitude: longitude ?? 0, latitude: latitude ?? 0 };
}

/** An L: its centroid lies outside it, in the notch. */
const bent = ward('Bent', {
	type: 'Polygon',
	coordinates: [
		[
			[0, 50],
			[1, 50],
			[1, 50.1],
			[0.1, 50.1],
			[0.1, 51],
			[0, 51],
			[0, 50]
		]
	]
});

describe('wardAt', () => {
	const west = ward('West', { type: 'Polygon', coordinates: [square(0, 50, 1)] });
	const east = ward('East', { type: 'Polygon', coordinates: [square(1, 50, 1)] });
	const north = ward('North', { type: 'Polygon', coordinates: [square(0, 51, 1)] });
	const council = [west, east, north];

	it('finds the ward that a position is in', () => {
		expect(wardAt(council, [0.5, 50.5])).toBe(west);
		expect(wardAt(council, [1.5, 50.5])).toBe(east);
		expect(wardAt(council, [5, 50.5])).toBeNull();
	});

	it('goes by the outline, not by the nearest middle', () => {
		const neighbour = ward('Neighbour', { type: 'Polygon', coordinates: [square(0.1, 50.1, 0.9)] });
		expect(wardAt([bent, neighbour], [0.3, 50.3])).toBe(neighbour);
		expect(wardAt([bent, neighbour], [0.9, 50.09])).toBe(bent);
		expect(wardAt([bent], [0.3, 50.3])).toBeNull();
	});

	it('gives a shared line to the ward north or east of it', () => {
		expect(wardAt(council, [1, 50.5])).toBe(east);
		expect(wardAt(council, [0.5, 51])).toBe(north);
		expect(wardAt(council, [0, 50])).toBe(west);
		expect(wardAt(council, [2, 50.5])).toBeNull();
	});

	it('knows holes, and islands in them', () => {
		const ring = ward('Ring', {
			type: 'MultiPolygon',
			coordinates: [[square(0, 50, 9), square(3, 53, 3)], [square(4, 54, 1)]]
		});
		expect(wardAt([ring], [1, 51])).toBe(ring);
		expect(wardAt([ring], [3.5, 53.5])).toBeNull();
		expect(wardAt([ring], [4.5, 54.5])).toBe(ring);
	});

	it('passes over wards without a boundary', () => {
		expect(
			wardAt([ward('Unknown', null), { ...west, boundary: undefined as never }], [0.5, 50.5])
		).toBeNull();
	});

	it('puts every position of a council in exactly one ward, lines and corners too', () => {
		// Four-sided wards with crooked corners that meet without gaps, drawn clockwise and back in turn.
		const size = 5;
		const jitter = fc.double({ min: -0.4, max: 0.4, noNaN: true });
		const corners = fc.array(fc.tuple(jitter, jitter), { minLength: 36, maxLength: 36 });
		const along = fc.double({ min: 0, max: 0.99, noNaN: true });
		fc.assert(
			fc.property(
				corners,
				fc.nat(size - 1),
				fc.nat(size - 1),
				along,
				(shifts, column, row, share) => {
					const corner = (x: number, y: number): Position => {
						const isEdge = x === 0 || y === 0 || x === size || y === size;
						const [dx, dy] = (isEdge ? undefined : shifts[y * 6 + x]) ?? [0, 0];
						return [x + dx, 50 + y + dy];
					};
					const wards = Array.from({ length: size * size }, (_, index) => {
						const [x, y] = [index % size, Math.floor(index / size)];
						const ring = [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)];
						if (index % 2) ring.reverse();
						const closed = [...ring, ...ring.slice(0, 1)];
						return ward(String(index), { type: 'Polygon', coordinates: [closed] });
					});
					const [x1 = 0, y1 = 0] = corner(column, row);
					const [x2 = 0, y2 = 0] = corner(column + 1, row);
					for (const position of [
						[x1, y1],
						[x1 + (x2 - x1) * share, y1 + (y2 - y1) * share]
					] as [number, number][]) {
						const holders = wards.filter((candidate) => wardAt([candidate], position));
						expect(holders).toHaveLength(1);
					}
				}
			)
		);
	});
});

describe('nearestFirst', () => {
	it('measures to the label point, in metres over the ground', () => {
		const carfax = ward('Carfax', null, [-1.2577, 51.752]);
		const cowley = ward('Cowley', null, [-1.2183, 51.7313]);
		const order = nearestFirst([cowley, carfax], [-1.2577, 51.752]);
		expect(order.map(({ area }) => area.name)).toEqual(['Carfax', 'Cowley']);
		expect(order[0]?.metres).toBe(0);
		expect(order[1]?.metres).toBeGreaterThan(3530);
		expect(order[1]?.metres).toBeLessThan(3580);
	});
});

describe('suggestWard', () => {
	const loaded = ward('Loaded', { type: 'Polygon', coordinates: [square(-1.3, 51.7, 0.1)] });
	const near = ward('Near', null, [-1.19, 51.72]);
	const far = ward('Far', null, [-1.1, 51.72]);

	it('is exact where a boundary says so', () => {
		expect(suggestWard([near, loaded], [-1.25, 51.75])).toEqual({ kind: 'exact', area: loaded });
	});

	it('is a list to choose from, nearest first, without the wards it cannot be in', () => {
		const suggestion = suggestWard([far, loaded, near], [-1.195, 51.72]);
		expect(suggestion).toMatchObject({ kind: 'nearest', areas: [{ area: near }, { area: far }] });
	});

	it('is a list of all wards for a position that may be more than 100 m off', () => {
		const vague = suggestWard([near, loaded], [-1.25, 51.75], 101);
		expect(vague).toMatchObject({
			kind: 'nearest',
			unsure: true,
			areas: [{ area: near }, { area: loaded }]
		});
		expect(suggestWard([near, loaded], [-1.25, 51.75], 100)).toMatchObject({ kind: 'exact' });
	});

	it('is outside when every boundary is loaded and none encloses the position', () => {
		expect(suggestWard([loaded], [-1.195, 51.72])).toEqual({ kind: 'outside' });
	});

	it('is outside farther than 20 km from every ward', () => {
		expect(suggestWard([near, far], [-0.1276, 51.5072])).toEqual({ kind: 'outside' });
		expect(suggestWard([near, far], [-1.19, 51.89])).toMatchObject({ kind: 'nearest' });
	});

	it('is outside for a position that is no position, and where there are no wards', () => {
		expect(suggestWard([near], [Number.NaN, 51.7])).toEqual({ kind: 'outside' });
		expect(suggestWard([], [-1.2, 51.7])).toEqual({ kind: 'outside' });
	});
});

/** A downloaded file to try, when there is one: WARD_BOUNDARIES=wards.geojson npx vitest run map */
const official = process.env.WARD_BOUNDARIES ?? '';

describe.skipIf(!existsSync(official))('the official file named in WARD_BOUNDARIES', () => {
	it('has every label point in its own ward and no corner in two', () => {
		const wards = parseAreaBoundaries(readFileSync(official, 'utf8')).areas.map((area) =>
			ward(area.name, area.geometry, area.labelPoint)
		);
		for (const area of wards) {
			expect(wardAt(wards, [area.longitude, area.latitude])).toBe(area);
			const corners = area.boundary ? polygonsOf(area.boundary).flat(2) : [];
			for (const [x = 0, y = 0] of corners) {
				expect(wards.filter((other) => wardAt([other], [x, y])).length).toBeLessThanOrEqual(1);
			}
		}
	});
});
