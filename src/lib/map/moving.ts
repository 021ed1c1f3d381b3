import type { Point } from './hex-geometry';

/** A ward as the arrow keys know it. */
export interface Stop {
	code: string;
	centre: Point;
}

/** Which way each arrow key goes; y grows downward. */
const directions: Record<string, Point | undefined> = {
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0]
};

/** Not that way at all: more than this many pixels aside for each one ahead. */
const WIDEST = 2;

/**
 * The ward that a key moves to: with an arrow the nearest neighbour that way, with Home and End
 * the first and the last as one reads. Null for other keys, and where there is none that way.
 */
export function wardByKey(stops: readonly Stop[], from: string, key: string): string | null {
	if (key === 'Home') return inReadingOrder(stops)[0]?.code ?? null;
	if (key === 'End') return inReadingOrder(stops).at(-1)?.code ?? null;
	const direction = directions[key];
	const start = stops.find(({ code }) => code === from);
	if (!direction || !start) return null;

	let nearest: string | null = null;
	let least = Infinity;
	for (const { code, centre } of stops) {
		const distance = distanceAhead(start.centre, centre, direction);
		if (distance < least) [nearest, least] = [code, distance];
	}
	return nearest;
}

/** Wards from top to bottom and from left to right. */
export function inReadingOrder<Ward extends Stop>(stops: readonly Ward[]): Ward[] {
	return [...stops].sort((a, b) => a.centre[1] - b.centre[1] || a.centre[0] - b.centre[0]);
}

/** How far on a place is in a direction; infinite when it is not at all that way. */
function distanceAhead([x1, y1]: Point, [x2, y2]: Point, [dx, dy]: Point): number {
	const ahead = (x2 - x1) * dx + (y2 - y1) * dy;
	const aside = Math.abs((x2 - x1) * dy - (y2 - y1) * dx);
	return ahead > 0 && aside <= WIDEST * ahead ? ahead + aside : Infinity;
}
