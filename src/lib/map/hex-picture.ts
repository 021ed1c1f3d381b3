import { hexCentre, hexExtent, hexPath, hexWidth, hexWidthAt } from './hex-geometry';
import { fitLabel, type Box } from './label';
import type { MapArea, Picture } from './picture';

/** Hexagons no narrower than this (pixels, centre to corner): below it not even a figure fits. */
const LEAST_RADIUS = 18;
const LARGEST_RADIUS = 58;

/** Room round the whole for the focus ring. */
const MARGIN = 4;
/** Half the gap between two hexagons. */
const GAP = 1.25;
/** Room between writing and the edge of its hexagon. */
const PADDING = 3;

/**
 * A hex cartogram for a width: every ward as large as its neighbour, so that a small ward in the
 * middle of town can be read and touched.
 *
 * @param figures what to write in a ward, by its code
 * @param width room in pixels; with very many wards the picture is wider than that and scrolls
 */
export function hexPicture(
	areas: readonly MapArea[],
	figures: (code: string) => string[],
	width: number
): Picture {
	if (areas.length === 0) return { width, height: 0, shapes: [] };
	const extent = hexExtent(areas);
	const widest = (width - 2 * MARGIN) / extent.width;
	const radius = Math.min(LARGEST_RADIUS, Math.max(LEAST_RADIUS, widest));
	const sizes = {
		leastLetters: 3,
		nameSize: clamp(radius * 0.26, 10.5, 14),
		figureSize: clamp(radius * 0.46, 13, 23)
	};
	const taken = new Set<string>();

	return {
		width: Math.ceil(extent.width * radius + 2 * MARGIN),
		height: Math.ceil(extent.height * radius + 2 * MARGIN),
		shapes: areas.map((area) => {
			const [x, y] = hexCentre(area, radius);
			const centre = [x - extent.left * radius + MARGIN, y - extent.top * radius + MARGIN] as const;
			const text = { name: area.name, figures: figures(area.code), ...sizes };
			return {
				code: area.code,
				name: area.name,
				path: hexPath(centre, radius - GAP),
				centre,
				lines: fitLabel(text, fitsHex(radius - GAP), taken)
			};
		})
	};
}

function fitsHex(radius: number) {
	return ({ width, top, bottom }: Box): boolean => {
		const farthest = Math.max(Math.abs(top), Math.abs(bottom));
		return (
			width + 2 * PADDING <= Math.min(hexWidth(radius), hexWidthAt(farthest, radius) + PADDING)
		);
	};
}

function clamp(value: number, least: number, most: number): number {
	return Math.min(most, Math.max(least, value));
}
