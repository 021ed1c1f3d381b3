/** Postcodes: as people type them, as they are written, and the ward that they are in. */
import type { Json } from '../database.types';

export interface Postcode {
	/** As it is written: "OX4 6JD". */
	full: string;
	/** All but the last two letters: "OX4 6". */
	sector: string;
	/** The last two letters. */
	unit: string;
}

/**
 * The forms of the outward code, by the letters that stand in each place (Royal Mail, "Programmers' guide to PAF"; the
 * GOV.UK Design System's pattern for addresses asks to take any spacing and punctuation). GIR 0AA is no place.
 */
const OUTWARD =
	/^([A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}|[A-PR-UWYZ][0-9][A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY])$/;
/** A digit and two letters, never those that are taken for others. */
const INWARD = /^[0-9][ABD-HJLNP-UW-Z]{2}$/;

/** The postcode in a text, however it is spaced and punctuated: "ox46jd", "OX4-6JD". Null where there is none. */
export function readPostcode(text: string): Postcode | null {
	const bare = text.toUpperCase().replace(/[\s.,()'’-]/g, '');
	const outward = bare.slice(0, -3);
	const inward = bare.slice(-3);
	if (!OUTWARD.test(outward) || !INWARD.test(inward)) return null;
	return {
		full: `${outward} ${inward}`,
		sector: `${outward} ${inward.slice(0, 1)}`,
		unit: inward.slice(1)
	};
}

/** What the look-up says of a postcode. `none`: no look-up was imported. */
export type PostcodeAnswer =
	{ kind: 'ward'; wardCode: string } | { kind: 'outside' | 'unknown' | 'none' };

/**
 * Looks a postcode up.
 * @param sector the look-up's row for its sector, where there is one
 * @param hasLookUp whether there is a look-up at all
 */
export function wardOfPostcode(
	{ unit }: Postcode,
	sector: { units: Json } | undefined,
	hasLookUp: boolean
): PostcodeAnswer {
	if (!sector) return { kind: hasLookUp ? 'unknown' : 'none' };
	const units = sector.units as Record<string, string>;
	const wardCode = units[unit];
	if (wardCode) return { kind: 'ward', wardCode };
	const outside = wardCode === '' || Object.keys(units).length === 0;
	return { kind: outside ? 'outside' : 'unknown' };
}

/**
 * The answer in a sentence.
 * @param wardName the ward's name; undefined where the device does not know the ward
 */
export function postcodeInWords(
	{ full }: Postcode,
	answer: PostcodeAnswer,
	wardName: string | undefined
): string {
	switch (answer.kind) {
		case 'ward':
			return wardName
				? `${full} is in ${wardName}.`
				: `${full} is in a ward that is not on this device. Choose the ward from the list.`;
		case 'outside':
			return `${full} lies outside the council. Choose the ward from the list, if it happened in one.`;
		case 'unknown':
			return `${full} is not in the look-up. It may be new, or mistyped. Choose the ward from the list.`;
		case 'none':
			return 'No postcodes have been imported yet. Ask your administrator, and choose the ward from the list.';
	}
}

export const NOT_A_POSTCODE = 'This is not a postcode. Enter a whole one, like OX4 6JD';
