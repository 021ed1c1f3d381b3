import type { AreaGeometry } from '../exchange/polygons';
import type { HexCell, Point } from './hex-geometry';
import type { LabelLine } from './label';
import type { Fill } from './scale';

/** A ward as the map needs it. Without boundaries the geographic view cannot be drawn. */
export interface MapArea extends HexCell {
	code: string;
	name: string;
	boundary?: AreaGeometry | null;
}

/** How one ward is drawn, in pixels of its picture. */
export interface WardShape {
	code: string;
	name: string;
	path: string;
	/** Where its writing is centred, and where the arrow keys reckon it to be. */
	centre: Point;
	lines: LabelLine[];
}

/** A map ready to be drawn: what is where, but not yet in which colour. */
export interface Picture {
	width: number;
	height: number;
	shapes: WardShape[];
}

/** What the drawing of wards needs besides the picture: how each looks, reads and answers. */
export interface WardDrawing {
	/** Names the whole for screen readers. */
	title: string;
	/** The id of the sentence that tells how to get about. */
	describedBy: string;
	fillOf: (code: string) => Fill;
	/** The figure in words, e.g. "12 contacts". */
	labelOf: (code: string) => string;
	selected: string | null;
	/** Codes of wards to draw the eye to, because something just changed there. */
	pulse: readonly string[];
	/** The id of the hatching for hidden figures. */
	hatch: string;
	onselect: (code: string) => void;
	/** Somebody points at a ward or has moved to it; null when no longer. */
	onread: (code: string | null) => void;
}
