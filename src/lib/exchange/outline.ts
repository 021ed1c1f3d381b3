import type { Position } from 'geojson';
import { BoundaryFileError, brokenBoundary, wrongCoordinates } from './boundary-file-error';
import { doubleArea, labelPoint, wind, type Rings } from './polygons';

// Anything in the British Isles; a tighter net would need the coast itself.
const UNITED_KINGDOM = { west: -9, south: 49, east: 2.5, north: 61.5 };

/**
 * The polygons of one ward as they are to be stored: longitude and latitude to 5 decimals (about a
 * metre), rings closed, outsides anticlockwise. Parts that rounding leaves without surface go.
 *
 * @param polygons the `coordinates` of a GeoJSON MultiPolygon, as found in the file
 * @param ward its name, for the message
 * @throws BoundaryFileError when the outline is damaged, in another grid or in another country
 */
export function readOutline(polygons: unknown[], ward: string): Rings[] {
	const outline = polygons
		.map((rings) => readPolygon(rings, ward))
		.filter((rings) => rings.length > 0);
	if (outline.length === 0) throw brokenBoundary(ward, 'its outline encloses nothing');
	return outline;
}

/**
 * Longitude and latitude of the point farthest inside an outline, to 5 decimals. It is looked for
 * on a plane where a degree east is as long as a degree north.
 */
export function labelPosition(outline: Rings[]): [number, number] {
	const latitude = outline[0]?.[0]?.[0]?.[1] ?? 0;
	const shrink = Math.cos((latitude * Math.PI) / 180);
	const plane = outline.map((rings) =>
		rings.map((ring) => ring.map(([x = 0, y = 0]) => [x * shrink, y]))
	);
	const [x, y] = labelPoint(plane).point;
	return [round(x / shrink), round(y)];
}

function readPolygon(rings: unknown, ward: string): Rings {
	if (!Array.isArray(rings)) throw brokenBoundary(ward, 'one of its parts is not an outline');
	const [outside, ...holes] = rings.map((ring) => readRing(ring, ward));
	if (!outside || !hasSurface(outside)) return [];
	return wind([outside, ...holes.filter(hasSurface)], 'anticlockwise');
}

function readRing(ring: unknown, ward: string): Position[] {
	if (!Array.isArray(ring)) throw brokenBoundary(ward, 'one of its lines is not a list of points');
	if (ring.length < 3) throw brokenBoundary(ward, 'one of its lines has too few points');
	const positions = ring.map((position) => readPosition(position, ward));
	return closed(positions.filter((position, index) => !samePlace(position, positions[index - 1])));
}

function readPosition(position: unknown, ward: string): Position {
	const [longitude, latitude] = Array.isArray(position) ? (position as unknown[]) : [];
	if (!isNumber(longitude) || !isNumber(latitude)) {
		throw brokenBoundary(ward, 'one of its points is not a pair of numbers');
	}
	if (!isInUnitedKingdom(longitude, latitude)) throw elsewhere(longitude, latitude, ward);
	return [round(longitude), round(latitude)];
}

/** Where a point that is not in the United Kingdom may have come from. */
function elsewhere(x: number, y: number, ward: string): BoundaryFileError {
	if (isInUnitedKingdom(y, x)) return wrongCoordinates('has latitude before longitude');
	if (Math.abs(x) <= 180 && Math.abs(y) <= 90) {
		return new BoundaryFileError(
			`${ward} reaches outside the United Kingdom (longitude ${x}, latitude ${y}). Check that this is the right file.`
		);
	}
	// The grid is 700 km by 1,300 km and counts in metres.
	const onNationalGrid = x >= 0 && x <= 700_000 && y >= 0 && y <= 1_300_000;
	return wrongCoordinates(
		onNationalGrid
			? 'uses British National Grid'
			: 'has coordinates that are not longitude and latitude'
	);
}

function isInUnitedKingdom(longitude: number, latitude: number): boolean {
	const { west, south, east, north } = UNITED_KINGDOM;
	return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

function isNumber(value: unknown): value is number {
	return typeof value === 'number' && Number.isFinite(value);
}

function round(degrees: number): number {
	return Math.round(degrees * 1e5) / 1e5;
}

function closed(ring: Position[]): Position[] {
	const [first] = ring;
	return first && !samePlace(first, ring.at(-1)) ? [...ring, [...first]] : ring;
}

function samePlace(a: Position, b: Position | undefined): boolean {
	return a[0] === b?.[0] && a[1] === b?.[1];
}

function hasSurface(ring: Position[]): boolean {
	return ring.length >= 4 && doubleArea(ring) !== 0;
}
