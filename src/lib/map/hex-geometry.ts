/** A cell of a hexagonal grid, pointy top: `hex_q` counts to the right, `hex_r` down and half right. */
export interface HexCell {
	hex_q: number;
	hex_r: number;
}

export type Point = readonly [x: number, y: number];

const SQRT_3 = Math.sqrt(3);

/** The width of a hexagon, flat side to flat side, whose corners lie `radius` from its middle. */
export function hexWidth(radius: number): number {
	return SQRT_3 * radius;
}

/** The middle of a cell, in the unit of `radius`; x grows to the right and y down, as in SVG. */
export function hexCentre({ hex_q, hex_r }: HexCell, radius: number): Point {
	return [SQRT_3 * (hex_q + hex_r / 2) * radius, 1.5 * hex_r * radius];
}

/** An SVG path of the hexagon round a middle. */
export function hexPath([x, y]: Point, radius: number): string {
	const corners = [0, 1, 2, 3, 4, 5].map((corner) => {
		const angle = (Math.PI / 3) * corner - Math.PI / 2;
		return `${rounded(x + radius * Math.cos(angle))},${rounded(y + radius * Math.sin(angle))}`;
	});
	return `M${corners.join('L')}Z`;
}

/** How much room there is across a hexagon, `offset` above or below its middle. */
export function hexWidthAt(offset: number, radius: number): number {
	const fromMiddle = Math.abs(offset);
	return fromMiddle <= radius / 2
		? hexWidth(radius)
		: Math.max(0, 2 * SQRT_3 * (radius - fromMiddle));
}

/** The box round a set of cells, in radii: multiply by a radius to have it in pixels. */
export function hexExtent(cells: readonly HexCell[]) {
	const centres = cells.map((cell) => hexCentre(cell, 1));
	const xs = centres.map(([x]) => x);
	const ys = centres.map(([, y]) => y);
	const left = Math.min(...xs) - SQRT_3 / 2;
	const top = Math.min(...ys) - 1;
	return {
		left,
		top,
		width: Math.max(...xs) + SQRT_3 / 2 - left,
		height: Math.max(...ys) + 1 - top
	};
}

function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}
