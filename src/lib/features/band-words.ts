import type { Band } from '$lib/insight/grant-spend';

/** Wards by how deprived they are, in words; the deciles are averages over a ward. */
export const BAND_WORDS: Record<Band, string> = {
	most: 'Most deprived: average decile below 4',
	middle: 'In between: 4 to below 7',
	least: 'Least deprived: 7 and above',
	unknown: 'Deprivation not known'
};
