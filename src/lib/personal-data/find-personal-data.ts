/**
 * What in a note could identify a resident. Officers are asked, politely, to leave it out; nothing is ever blocked, so a
 * wrong alarm costs trust, and a rule is only kept where it is right far more often than not. The rules read the words
 * around a number as well as the number: docs/security.md says what they find and miss, measured.
 */
import { findDatesOfBirth } from './date-of-birth';
import { findEmails } from './email';
import { findNhsNumbers } from './nhs-number';
import { findNiNumbers } from './ni-number';
import { findPhones } from './phone';
import { findAddresses, findPostcodes } from './postcode';
import type { Span } from './span';
import { findTitledNames } from './titled-name';

/** One finder for each kind. Where two see the same characters, the one named first has them. */
const finders = {
	email: findEmails,
	ni_number: findNiNumbers,
	nhs_number: findNhsNumbers,
	date_of_birth: findDatesOfBirth,
	phone: findPhones,
	postcode: findPostcodes,
	address: findAddresses,
	name: findTitledNames
} satisfies Record<string, (text: string) => Span[]>;

export type PersonalDataKind = keyof typeof finders;

/** A piece of a text: `text.slice(start, end)`, in UTF-16 units. */
export interface Sighting extends Span {
	kind: PersonalDataKind;
}

/** Everything of a text that looks like a resident's, in its order; no two overlap. Takes time in line with its length. */
export function findPersonalData(text: string): Sighting[] {
	const plain = likeTyped(text);
	const seen = (Object.keys(finders) as PersonalDataKind[]).flatMap((kind, rank) =>
		finders[kind](plain).map((span) => ({ kind, ...span, rank }))
	);
	const kept: typeof seen = [];
	for (const sighting of seen.sort((a, b) => a.start - b.start)) {
		const last = kept.at(-1);
		if (!last || last.end <= sighting.start) kept.push(sighting);
		else if (sighting.rank < last.rank) kept[kept.length - 1] = sighting;
	}
	return kept.map(({ kind, start, end }) => ({ kind, start, end }));
}

/** The text with the dashes, quotes and spaces of a plain keyboard, character for character: offsets stay true. */
function likeTyped(text: string): string {
	return text
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		.replace(/[\u2018\u2019\u02bc]/g, "'")
		.replace(/[^\S\n\r ]/g, ' ');
}
