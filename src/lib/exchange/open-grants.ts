/**
 * Which grants may be published, and what each file says of them. What is refused is refused with its reasons, in
 * sentences; what is published may come with remarks, which a person weighs.
 */
import { findPersonalData } from '../personal-data/find-personal-data';
import { sightingInWords } from '../personal-data/words';

/** An awarded grant as the records have it, with what it refers to. Money in pence, days `YYYY-MM-DD`. */
export interface AwardedGrant {
	id: string;
	reference: string;
	title: string;
	about: string;
	requested_pence: number;
	awarded_pence: number | null;
	/** What of it was paid. */
	paid_pence: number;
	awarded_on: string | null;
	starts_on: string | null;
	ends_on: string | null;
	/** When anybody last changed the record, as the database writes it. */
	updated_at: string;
	/** Null where it is not on the device. */
	organisation: {
		id: string;
		name: string;
		charity_number: string;
		company_number: string;
		own_reference: string;
	} | null;
	programme: { name: string; service: string } | null;
	/** Those that it benefits; none for all of the council's area. */
	wards: readonly { code: string; name: string }[];
}

/** One that has all that both standards require. */
export interface OpenGrant extends AwardedGrant {
	awarded_pence: number;
	awarded_on: string;
	organisation: NonNullable<AwardedGrant['organisation']>;
}

/** A grant with sentences about it. */
export interface Remarked {
	grant: AwardedGrant;
	sentences: string[];
}

export interface Sorted {
	/** The earliest award first. */
	open: OpenGrant[];
	refused: Remarked[];
	/** Of those that are published. */
	remarks: Remarked[];
}

/** Longer titles are cut off where the data is shown (360Giving Data Standard, "Title"). */
const TITLE_ADVISED = 140;

/**
 * Sorts awarded grants into those that may be published and those that may not.
 * @param today nothing is published before its award
 */
export function sortGrants(grants: readonly AwardedGrant[], today: string): Sorted {
	const open: OpenGrant[] = [];
	const refused: Remarked[] = [];
	for (const grant of grants) {
		const sentences = reasonsAgainst(grant, today);
		if (isWhole(grant) && sentences.length === 0) open.push(grant);
		else refused.push({ grant, sentences });
	}
	open.sort(
		(a, b) =>
			a.awarded_on.localeCompare(b.awarded_on) ||
			a.reference.localeCompare(b.reference, 'en-GB', { numeric: true })
	);
	const remarks = open
		.map((grant) => ({ grant, sentences: remarksOn(grant) }))
		.filter(({ sentences }) => sentences.length > 0);
	return { open, refused, remarks };
}

function isWhole(grant: AwardedGrant): grant is OpenGrant {
	return grant.awarded_pence !== null && grant.awarded_on !== null && grant.organisation !== null;
}

function reasonsAgainst(grant: AwardedGrant, today: string): string[] {
	const { reference, title, about, awarded_pence, awarded_on, organisation } = grant;
	const checks: [boolean, string][] = [
		[reference === '', 'It has no reference yet: it was not sent to the server.'],
		[title.trim() === '', 'It has no title.'],
		[about.trim() === '', 'It does not say what it is for.'],
		[awarded_pence === null, 'It has no amount.'],
		[awarded_on === null, 'It has no date of award.'],
		[awarded_on !== null && awarded_on > today, 'Its date of award is in the future.'],
		[!organisation?.name.trim(), 'The organisation that received it is not on record.']
	];
	return checks.filter(([fails]) => fails).map(([, sentence]) => sentence);
}

function remarksOn({ title, about }: OpenGrant): string[] {
	return [
		...(title.length > TITLE_ADVISED
			? [`The title is longer than ${TITLE_ADVISED} characters: some sites cut it off.`]
			: []),
		...[title, about].flatMap((text) =>
			findPersonalData(text).map(({ kind, start, end }) =>
				sightingInWords(kind, text.slice(start, end))
			)
		)
	];
}

/** Pounds as a number, as both standards want it: 240050 -> 2400.5 */
export function pounds(pence: number): number {
	return pence / 100;
}
