import type { Position } from 'geojson';
import { polygonsOf, type AreaGeometry } from '../exchange/polygons';

/** Longitude and latitude in degrees, WGS 84. */
export type LonLat = readonly [longitude: number, latitude: number];

/** As much of a ward as it takes to find it: its label point and, once loaded, its boundary. */
export interface LocatableArea {
	code: string;
	name: string;
	latitude: number;
	longitude: number;
	boundary?: AreaGeometry | null;
}

/** What a position says about the ward; only `exact` may fill in the answer for the officer. */
export type WardSuggestion<Area> =
	| { kind: 'exact'; area: Area }
	| { kind: 'nearest'; areas: { area: Area; metres: number }[]; unsure: boolean }
	| { kind: 'outside' };

/** A position that may be farther off than this does not say which ward it is in: wards are some hundred metres wide. */
const SURE_METRES = 100;

/** Farther than this from every ward, a position is not in the council at all. */
const FAR_AWAY_METRES = 20_000;

/** Mean radius of the Earth (IUGG). */
const EARTH_RADIUS_METRES = 6_371_009;

/**
 * The ward whose boundary encloses a position; null when none does or none is loaded.
 *
 * On the line itself a position belongs to the ward north of it or, where the line runs straight
 * north, east of it: of the wards that share a line, exactly one has it. Never the nearest label
 * point, which in a bent ward may be a neighbour's.
 */
export function wardAt<Area extends LocatableArea>(
	areas: readonly Area[],
	position: LonLat
): Area | null {
	return areas.find(({ boundary }) => boundary && encloses(boundary, position)) ?? null;
}

/** Every ward with the distance in metres from a position to its label point, nearest first. */
export function nearestFirst<Area extends LocatableArea>(
	areas: readonly Area[],
	position: LonLat
): { area: Area; metres: number }[] {
	return areas
		.map((area) => ({ area, metres: metresBetween(position, [area.longitude, area.latitude]) }))
		.sort((a, b) => a.metres - b.metres);
}

/**
 * What to offer for a position: the ward itself where a boundary says so; otherwise the wards that
 * it may be in (those without a boundary yet), nearest first, for the officer to choose from. A position
 * that is too vague for boundaries may be in any ward.
 * @param accuracyMetres how far off the position may be, as the phone says (95 % sure)
 */
export function suggestWard<Area extends LocatableArea>(
	areas: readonly Area[],
	position: LonLat,
	accuracyMetres = 0
): WardSuggestion<Area> {
	const unsure = accuracyMetres > SURE_METRES;
	const area = unsure ? null : wardAt(areas, position);
	if (area) return { kind: 'exact', area };

	const possible = nearestFirst(
		unsure ? areas : areas.filter(({ boundary }) => !boundary),
		position
	);
	const isNear = possible[0] !== undefined && possible[0].metres <= FAR_AWAY_METRES;
	return isNear ? { kind: 'nearest', areas: possible, unsure } : { kind: 'outside' };
}

/** The distance over the ground in metres by the haversine formula, good to about half a per cent. */
export function metresBetween([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number {
	const radians = Math.PI / 180;
	const haversine = (angle: number) => Math.sin((angle * radians) / 2) ** 2;
	const h =
		haversine(lat2 - lat1) +
		Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * haversine(lon2 - lon1);
	return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(Math.min(1, h)));
}

function encloses(boundary: AreaGeometry, position: LonLat): boolean {
	if (!isInBox(boxOf(boundary), position)) return false;
	// A point in a hole crosses the outside once and the hole once: counting all rings is enough.
	return polygonsOf(boundary).some(
		(rings) => rings.filter((ring) => crossesOddly(ring, position)).length % 2 === 1
	);
}

/** Whether a line from the position due east meets the ring an odd number of times. */
function crossesOddly(ring: readonly Position[], [x, y]: LonLat): boolean {
	let isOdd = false;
	let previous = ring.at(-1) ?? [];
	for (const corner of ring) {
		if (isCrossed(previous, corner, x, y)) isOdd = !isOdd;
		previous = corner;
	}
	return isOdd;
}

function isCrossed(a: Position, b: Position, x: number, y: number): boolean {
	// Always from south to north: two wards draw their common line in opposite directions, and the
	// last digits must come out the same for both.
	const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = (a[1] ?? 0) <= (b[1] ?? 0) ? [a, b] : [b, a];
	return y1 <= y && y < y2 && x < x1 + ((x2 - x1) * (y - y1)) / (y2 - y1);
}

interface Box {
	west: number;
	south: number;
	east: number;
	north: number;
}

// A council has many wards with long outlines: what is worked out for the first question serves the next ones.
const boxes = new WeakMap<AreaGeometry, Box>();

function boxOf(boundary: AreaGeometry): Box {
	const known = boxes.get(boundary);
	if (known) return known;
	const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
	for (const [x = 0, y = 0] of polygonsOf(boundary).flatMap(([outside = []]) => outside)) {
		box.west = Math.min(box.west, x);
		box.south = Math.min(box.south, y);
		box.east = Math.max(box.east, x);
		box.north = Math.max(box.north, y);
	}
	boxes.set(boundary, box);
	return box;
}

function isInBox({ west, south, east, north }: Box, [x, y]: LonLat): boolean {
	return west <= x && x <= east && south <= y && y <= north;
}
