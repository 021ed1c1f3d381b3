import type { MultiPolygon, Polygon, Position } from 'geojson';
import polylabel from 'polylabel';

/**
 * Plane geometry of GeoJSON areas: enough to tidy a boundary, to label it and to hand it to a
 * projection. A ring is a list of positions of which the last repeats the first.
 */
export type AreaGeometry = Polygon | MultiPolygon;

/** A polygon's rings: the outside first, then its holes. */
export type Rings = Position[][];

/** Every polygon of an area; one for a Polygon, one per part for a MultiPolygon. */
export function polygonsOf(geometry: AreaGeometry): Rings[] {
	return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** The area of polygons: a Polygon when there is one of them, otherwise a MultiPolygon. */
export function areaOf(polygons: Rings[]): AreaGeometry {
	const [first, ...others] = polygons;
	return first && others.length === 0
		? { type: 'Polygon', coordinates: first }
		: { type: 'MultiPolygon', coordinates: polygons };
}

/** Twice the area of a ring in square units: positive when it runs anticlockwise (north up). */
export function doubleArea(ring: readonly Position[]): number {
	const [originX = 0, originY = 0] = ring[0] ?? [];
	let sum = 0;
	let previous = ring.at(-1) ?? [];
	for (const position of ring) {
		// Measured from the first corner: differences of neighbours far from 0,0 lose their digits.
		const [x1 = 0, y1 = 0] = previous;
		const [x2 = 0, y2 = 0] = position;
		sum += (x1 - originX) * (y2 - originY) - (x2 - originX) * (y1 - originY);
		previous = position;
	}
	return sum;
}

/**
 * The polygon with its outside running one way and its holes the other.
 * GeoJSON (RFC 7946) has outsides anticlockwise, the right-hand rule; d3 wants them clockwise.
 */
export function wind(rings: Rings, outside: 'anticlockwise' | 'clockwise'): Rings {
	return rings.map((ring, index) => {
		const wanted = (outside === 'anticlockwise') === (index === 0);
		return doubleArea(ring) > 0 === wanted ? ring : [...ring].reverse();
	});
}

/** How near the best point to come, as a share of the side of a square of the same area. */
const LABEL_PRECISION = 0.01;

/**
 * Where to write an area's name: the point of its largest polygon that is farthest from any edge,
 * and that distance (`clearance`), in the units of the coordinates given.
 * Unlike a centroid, it is inside the area whatever its shape.
 */
export function labelPoint(polygons: Rings[]): { point: [number, number]; clearance: number } {
	let largest: Rings = [];
	let size = 0;
	for (const rings of polygons) {
		const area = Math.abs(doubleArea(rings[0] ?? [])) / 2;
		if (area > size) [largest, size] = [rings, area];
	}
	if (size === 0) throw new RangeError('An area without any surface has no inside');
	const best = polylabel(largest, Math.sqrt(size) * LABEL_PRECISION);
	return { point: [best[0], best[1]], clearance: best.distance };
}
