/** Postcodes and addresses of homes. Those of venues, shops and offices are everyday business: the words around decide. */
import { spansOf, wordsBefore, type Span } from './span';
import { tellsOfSomebody, whose } from './whose';

/** The 124 postcode areas (Royal Mail), without those of the Crown dependencies' military post. */
const AREA =
	'A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE';
const postcodes = new RegExp(
	`(?<![\\w£.-])(?:${AREA})\\d[\\dA-HJKMNPR-Y]?[ ]{0,2}-?\\d[A-Z]{2}(?![\\w-])`,
	'gi'
);
/** "OX4 5pm" is a time. */
const units = /\d(?:[ap]m|k[gm]|cm|mm|ml|hr)$/i;
/** In small letters the end of "room b1 2nd floor" or "at e1 2hr slots" reads like one. */
const ordinaryWords = /^[a-z]\d{1,2} \d(?:st|nd|rd|th|hr|ft|yr|wk|pp|pt|st|gb|tb|bn|bd|br)$/;

const STREET =
	'Road|Rd|Street|St|Avenue|Ave|Av|Lane|Ln|Close|Cl|Drive|Dr|Crescent|Cres|Way|Place|Court|Gardens|Gdns|Grove|Terrace|Terr|Walk|Hill|Rise|Mews|Square|Row|View|Parade|Green|Path|Park|Croft|Field|Fields|Leys|Piece|House|Tower|Point|Ride|Ley|End|Mead|Meadow|Turn';
const addresses = new RegExp(
	`(?:\\b(?:flat|apartment|apt) ?\\d{1,3}[a-z]?,? (?:at )?)?(?<![\\d/.£-])\\b\\d{1,3}[a-z]? (?:[a-z][a-z']{1,20} ){1,3}?(?:${STREET})\\b`,
	'gi'
);
const houseBefore = new RegExp(`(?:${addresses.source})(?:, ?\\w+)?,? $`, 'i');
/** The plain words for where somebody lives. "Number 14" alone may be anything. */
const livesAt =
	/\b(?:liv(?:es?|ed|ing)|resid(?:es?|ing)|resident|tenant|stay(?:s|ing)|lodg(?:es|ing)|moved|home|home address|(?:her|his|my) (?:\w+ )?(?:address|flat|house|place)|(?:lady|woman|man|gentleman|family|mum|neighbour|couple|mrs?|ms|miss)(?: \w+)?)\b[^.!?\n]{0,25}$/i;

export function findPostcodes(text: string): Span[] {
	return spansOf(text, postcodes, (span) => {
		const typed = text.slice(span.start, span.end);
		if (units.test(typed) || ordinaryWords.test(typed)) return false;
		const owner = whose(text, span);
		if (owner) return owner === 'person';
		const before = text.slice(Math.max(0, span.start - 60), span.start);
		return houseBefore.test(before) || tellsOfSomebody(text, span);
	});
}

/** Only where somebody is said to live there, and no postcode follows, which says the same and more. */
export function findAddresses(text: string): Span[] {
	return spansOf(
		text,
		addresses,
		(span) =>
			(livesAt.test(wordsBefore(text, span, 40)) ||
				/^(?:flat|ap)/i.test(text.slice(span.start, span.end))) &&
			whose(text, span) !== 'organisation' &&
			text.slice(span.end, span.end + 30).search(postcodes) < 0
	);
}
