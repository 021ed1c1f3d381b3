import type { Fill } from './scale';

/** The colours of a fill: its surface, and the ink of what is written on it. */
export interface Paint {
	surface: string;
	ink: string;
}

const DARK = 'var(--cg-map-ink, #10231d)';
const LIGHT = 'var(--cg-map-paper, #ffffff)';

// One green from light to dark: the order shows without colour too, in print and to every kind of
// colour vision. Ink on its surface has a contrast of at least 5:1.
const paints: Record<Exclude<Fill, 'hidden'>, Paint> = {
	1: { surface: 'var(--cg-map-1, #dbeae1)', ink: DARK },
	2: { surface: 'var(--cg-map-2, #b0d4c0)', ink: DARK },
	3: { surface: 'var(--cg-map-3, #7cb79c)', ink: DARK },
	4: { surface: 'var(--cg-map-4, #35755e)', ink: LIGHT },
	5: { surface: 'var(--cg-map-5, #17453b)', ink: LIGHT },
	zero: { surface: LIGHT, ink: DARK },
	none: { surface: 'var(--cg-map-none, #ebe8df)', ink: DARK }
};

/** The colours of a fill; `hatch` is the id of the pattern drawn where a figure is hidden. */
export function paintOf(fill: Fill, hatch: string): Paint {
	return fill === 'hidden' ? { surface: `url(#${hatch})`, ink: DARK } : paints[fill];
}
