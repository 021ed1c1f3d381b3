import type { Fill } from './scale';

/** The colours of a fill: its surface, the ink of what is written on it, and the line round it. */
export interface Paint {
	surface: string;
	ink: string;
	edge: string;
}

const DARK = 'var(--cg-map-ink, #10231d)';
const LIGHT = 'var(--cg-map-paper, #ffffff)';
const LINE = 'var(--cg-map-line, #4d6a60)';
// Two dark wards side by side need a light line between them.
const PALE_LINE = 'var(--cg-map-pale-line, #cfdfd6)';

// One green from light to dark: the order shows without colour too, in print and to every kind of
// colour vision. Ink on its surface has a contrast of at least 5:1.
const paints: Record<Exclude<Fill, 'hidden'>, Paint> = {
	1: { surface: 'var(--cg-map-1, #dbeae1)', ink: DARK, edge: LINE },
	2: { surface: 'var(--cg-map-2, #b0d4c0)', ink: DARK, edge: LINE },
	3: { surface: 'var(--cg-map-3, #7cb79c)', ink: DARK, edge: LINE },
	4: { surface: 'var(--cg-map-4, #35755e)', ink: LIGHT, edge: PALE_LINE },
	5: { surface: 'var(--cg-map-5, #17453b)', ink: LIGHT, edge: PALE_LINE },
	zero: { surface: LIGHT, ink: DARK, edge: LINE },
	none: { surface: 'var(--cg-map-none, #ebe8df)', ink: DARK, edge: LINE }
};

/** The colours of a fill; `hatch` is the id of the pattern drawn where a figure is hidden. */
export function paintOf(fill: Fill, hatch: string): Paint {
	return fill === 'hidden' ? { surface: `url(#${hatch})`, ink: DARK, edge: LINE } : paints[fill];
}
