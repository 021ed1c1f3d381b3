import { geoMercator, geoPath, type GeoProjection } from 'd3-geo';
import type { Position } from 'geojson';
import {
	areaOf,
	labelPoint,
	polygonsOf,
	wind,
	type AreaGeometry,
	type Rings
} from '../exchange/polygons';
import { fitLabel, type Box, type LabelText } from './label';
import type { MapArea, Picture, WardShape } from './picture';

/** Wider than this the map would be taller than a screen. */
const LARGEST_WIDTH = 760;
/** Room round the whole for the focus ring. */
const MARGIN = 4;
/** Room between writing and its ward's boundary. */
const PADDING = 2;
/** Beside its neighbours a ward is known by its place: a name cut to a stump would only puzzle. */
const WRITING = { nameSize: 11.5, figureSize: 15, leastLetters: 6 };
/** Where even the figure is too large it may be this small. */
const SMALL_FIGURE = 11.5;

/** A ward whose boundary is loaded. */
export type DrawnArea = MapArea & { boundary: AreaGeometry };

/**
 * The wards in their true shape, north up, fitted to a width. Writing stands in a ward
 * only where it fits inside the boundary.
 *
 * @param figures what to write in a ward, by its code
 * @param room width in pixels; the picture may be narrower
 */
export function geographicPicture(
	areas: readonly DrawnArea[],
	figures: (code: string) => string[],
	room: number
): Picture {
	const width = Math.min(room, LARGEST_WIDTH);
	const outlines = areas.map(({ boundary }) => forProjection(boundary));
	const whole = { type: 'GeometryCollection' as const, geometries: outlines };
	const projection = geoMercator().fitWidth(width - 2 * MARGIN, whole);
	const [[left, top], [, bottom]] = geoPath(projection).bounds(whole);
	const [x, y] = projection.translate();
	projection.translate([x - left + MARGIN, y - top + MARGIN]);

	const draw = geoPath(projection).digits(1);
	const taken = new Set<string>();
	return {
		width,
		height: Math.ceil(bottom - top + 2 * MARGIN),
		shapes: areas.map(({ code, name, boundary }, index) => {
			const text = { name, figures: figures(code), ...WRITING };
			const path = draw(outlines[index] ?? boundary) ?? '';
			return { code, name, path, ...label(text, boundary, projection, taken) };
		})
	};
}

/** d3 takes a polygon drawn the other way round for the whole world without it. */
function forProjection(boundary: AreaGeometry): AreaGeometry {
	return areaOf(polygonsOf(boundary).map((rings) => wind(rings, 'clockwise')));
}

function label(
	text: LabelText,
	boundary: AreaGeometry,
	projection: GeoProjection,
	taken: Set<string>
): Pick<WardShape, 'centre' | 'lines'> {
	const rings = polygonsOf(boundary).map((polygon) => projected(polygon, projection));
	const { point: centre } = labelPoint(rings);
	const fits = (box: Box) => rings.flat().every((ring) => isClear(ring, centre, box));
	const lines = fitLabel(text, fits, taken);
	const small = { ...text, name: '', figureSize: SMALL_FIGURE };
	return { centre, lines: lines.length > 0 ? lines : fitLabel(small, fits, taken) };
}

function projected(rings: Rings, projection: GeoProjection): Rings {
	return rings.map((ring) =>
		ring.flatMap(([longitude = 0, latitude = 0]) => {
			const point = projection([longitude, latitude]);
			return point ? [point] : [];
		})
	);
}

/** Whether no stretch of a ring comes into a box; the box lies about a point inside the ward. */
function isClear(ring: readonly Position[], [x, y]: readonly [number, number], box: Box): boolean {
	const half = box.width / 2 + PADDING;
	const edges = {
		left: x - half,
		right: x + half,
		top: y + box.top - PADDING,
		bottom: y + box.bottom + PADDING
	};
	return ring.every((corner, index) => !meets(ring[index - 1] ?? corner, corner, edges));
}

type Edges = Record<'left' | 'right' | 'top' | 'bottom', number>;

/** Whether a straight line comes into a box: the part of it within each side in turn is kept. */
function meets([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position, edges: Edges): boolean {
	let [from, to] = [0, 1];
	for (const [start, change, least, most] of [
		[x1, x2 - x1, edges.left, edges.right],
		[y1, y2 - y1, edges.top, edges.bottom]
	] as const) {
		if (change === 0) {
			if (start < least || start > most) return false;
			continue;
		}
		const [enters, leaves] = [(least - start) / change, (most - start) / change];
		from = Math.max(from, Math.min(enters, leaves));
		to = Math.min(to, Math.max(enters, leaves));
	}
	return from <= to;
}
