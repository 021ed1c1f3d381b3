declare module 'polylabel' {
	/**
	 * The point inside a polygon that is farthest from its edges, with that distance, in the
	 * polygon's own units.
	 */
	export default function polylabel(
		polygon: readonly (readonly (readonly number[])[])[],
		precision?: number
	): [number, number] & { distance: number };
}
