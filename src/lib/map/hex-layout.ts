import { hexCentre, type HexCell, type Point } from './hex-geometry';

/** A ward to be given a cell: its code and its label point, in degrees. */
export interface PlacedPoint {
	code: string;
	latitude: number;
	longitude: number;
}

/**
 * However thin the council is, its oval is at most about two and a half times as long as wide: from
 * three times on, its hexagons need not touch.
 */
const LEAST_ROUNDNESS = 1 / 6;

/**
 * A hex cartogram for a council that nobody has drawn one for: every ward a cell of its own,
 * together an oval without holes that leans as the council does, each ward near its true place.
 *
 * The same wards always get the same cells, in whatever order they come. Good for 1 to 200 wards.
 */
export function assignHexes(points: readonly PlacedPoint[]): (HexCell & { code: string })[] {
	const wards = [...points].sort((a, b) => (a.code < b.code ? -1 : 1));
	const places = spread(onPlane(wards));
	const cells = nearestPlaces(places, oval(places));
	return wards.map(({ code }, index) => ({ code, ...(cells[index] ?? { hex_q: 0, hex_r: 0 }) }));
}

/** The points on a plane, y down, round their own middle. */
function onPlane(points: readonly PlacedPoint[]): Point[] {
	const latitude = mean(points.map((point) => point.latitude));
	const longitude = mean(points.map((point) => point.longitude));
	const shrink = Math.cos((latitude * Math.PI) / 180);
	return points.map((point) => [(point.longitude - longitude) * shrink, latitude - point.latitude]);
}

/** The points drawn out until they take as much room as the same number of cells. */
function spread(points: readonly Point[]): Point[] {
	const { xx, yy } = covariance(points);
	if (xx + yy === 0) return [...points];
	// In a disc of n cells of radius 1, each 3√3/2 large, places vary by n·3√3/4π about the middle.
	const scale = Math.sqrt((points.length * 3 * Math.sqrt(3)) / (4 * Math.PI) / (xx + yy));
	return points.map(([x, y]) => [x * scale, y * scale]);
}

/** As many cells as there are points, filling an oval with the points' own lean and proportions. */
function oval(points: readonly Point[]): HexCell[] {
	const { xx, xy, yy } = covariance(points);
	const rounding = (xx + yy) * LEAST_ROUNDNESS || 1;
	const [a, b, c] = [xx + rounding, xy, yy + rounding];
	const fromMiddle = (cell: HexCell) => {
		const [x, y] = hexCentre(cell, 1);
		return (c * x * x - 2 * b * x * y + a * y * y) / (a * c - b * b);
	};
	return grid(Math.ceil(2 * Math.sqrt(points.length)))
		.map((cell) => ({ cell, distance: fromMiddle(cell) }))
		.sort((one, other) => one.distance - other.distance || inReadingOrder(one.cell, other.cell))
		.slice(0, points.length)
		.map(({ cell }) => cell);
}

function grid(reach: number): HexCell[] {
	const steps = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach);
	return steps.flatMap((hex_r) => steps.map((hex_q) => ({ hex_q, hex_r })));
}

function inReadingOrder(a: HexCell, b: HexCell): number {
	return a.hex_r - b.hex_r || a.hex_q - b.hex_q;
}

/**
 * Gives each point one of the cells: first row by row from the top, then pairs change places for as
 * long as that brings them, taken together, nearer to where they belong.
 */
function nearestPlaces(points: readonly Point[], cells: readonly HexCell[]): HexCell[] {
	const given = inRows(points, [...cells].sort(inReadingOrder));
	const distance = (index: number, cell: HexCell | undefined) => {
		const [x, y] = points[index] ?? [0, 0];
		const [cellX, cellY] = cell ? hexCentre(cell, 1) : [0, 0];
		return (x - cellX) ** 2 + (y - cellY) ** 2;
	};
	const swapHelps = (i: number, j: number) =>
		distance(i, given[j]) + distance(j, given[i]) <
		distance(i, given[i]) + distance(j, given[j]) - 1e-9;

	for (let isSettled = false; !isSettled;) {
		isSettled = true;
		for (let i = 0; i < given.length; i++) {
			for (let j = 0; j < i; j++) {
				if (!swapHelps(i, j)) continue;
				[given[i], given[j]] = [given[j], given[i]] as [HexCell, HexCell];
				isSettled = false;
			}
		}
	}
	return given;
}

/** The northernmost points in the first row of cells, from west to east, and so on southward. */
function inRows(points: readonly Point[], cells: readonly HexCell[]): HexCell[] {
	const byNorth = points.map((_, index) => index).sort((i, j) => along(points, 1, i, j));
	const given: HexCell[] = [];
	for (const row of new Set(cells.map(({ hex_r }) => hex_r))) {
		const cellsInRow = cells.filter(({ hex_r }) => hex_r === row);
		const fromWest = byNorth.splice(0, cellsInRow.length).sort((i, j) => along(points, 0, i, j));
		cellsInRow.forEach((cell, index) => (given[fromWest[index] ?? 0] = cell));
	}
	return given;
}

function along(points: readonly Point[], axis: 0 | 1, i: number, j: number): number {
	return (points[i]?.[axis] ?? 0) - (points[j]?.[axis] ?? 0) || i - j;
}

function covariance(points: readonly Point[]): { xx: number; xy: number; yy: number } {
	return {
		xx: mean(points.map(([x]) => x * x)),
		xy: mean(points.map(([x, y]) => x * y)),
		yy: mean(points.map(([, y]) => y * y))
	};
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}
