/** Which organisations a list shows, and the address that says so. */
import { labelOf } from '$lib/records/code-lists';
import type { Row } from '$lib/records/registry';
import { saysWords } from '../says-words';
import { isQuiet } from './contacts';

/** What the list shows, as its address says it: `?kind=charity&contact=quiet`. Empty values are left out. */
export interface OrganisationFilter {
	text: string;
	kind: string;
	ward: string;
	community: string;
	/** `yes` for partners of the council alone. */
	partner: string;
	/** `quiet` for those without a contact in 90 days. */
	contact: string;
}

const NAMES = ['text', 'kind', 'ward', 'community', 'partner', 'contact'] as const;

/** Reads an address; what it does not know is left out. */
export function filterFrom(query: URLSearchParams): OrganisationFilter {
	return Object.fromEntries(
		NAMES.map((name) => [name, query.get(name) ?? ''])
	) as unknown as OrganisationFilter;
}

/** The address of the list with a filter. */
export function addressOf(filter: OrganisationFilter): string {
	const said = NAMES.filter((name) => filter[name] !== '').map((name) => [name, filter[name]]);
	return `/organisations?${new URLSearchParams(said)}`;
}

interface Around {
	/** The day of the last contact with each, by its id. */
	lastContacts: ReadonlyMap<string, string>;
	wardName: (code: string | null) => string;
	/** `YYYY-MM-DD` */
	today: string;
}

/** The organisations that match all of a filter, in the order given. */
export function matching(
	organisations: readonly Row<'organisations'>[],
	filter: OrganisationFilter,
	{ lastContacts, wardName, today }: Around
): Row<'organisations'>[] {
	return organisations.filter(
		(organisation) =>
			(filter.kind === '' || organisation.kind === filter.kind) &&
			(filter.ward === '' || organisation.ward_code === filter.ward) &&
			(filter.community === '' ||
				organisation.communities.some((code) => code === filter.community)) &&
			(filter.partner === '' || organisation.is_partner) &&
			(filter.contact === '' || isQuiet(lastContacts.get(organisation.id), today)) &&
			saysWords(filter.text, [
				organisation.name,
				labelOf('organisation_kind', organisation.kind),
				wardName(organisation.ward_code),
				...organisation.communities.map((code) => labelOf('community', code)),
				organisation.charity_number,
				organisation.company_number,
				organisation.own_reference,
				organisation.note ?? ''
			])
	);
}
