/** Which grants a list shows, in which order, and the address that says so. */
import { isAwarded } from '$lib/records/grant/grant-moves';
import type { Row } from '$lib/records/registry';
import { saysWords } from '../says-words';

type Grant = Row<'grants'>;

/** The steps of the way, as lists of one press. */
export const VIEWS = {
	all: 'All',
	score: 'To score',
	decide: 'To decide',
	award: 'To award',
	running: 'Running',
	closed: 'Closed',
	refused: 'Declined or withdrawn'
} as const;
export type View = keyof typeof VIEWS;

const STATUSES: Record<View, readonly Grant['status'][]> = {
	all: [],
	score: ['received'],
	decide: ['scored'],
	award: ['approved'],
	running: ['awarded', 'monitored'],
	closed: ['closed'],
	refused: ['declined', 'withdrawn']
};

/** What the list shows, as its address says it: `?view=decide&ward=E05013097`. Empty values are left out. */
export interface GrantFilter {
	view: View;
	text: string;
	/** Ids and codes. */
	round: string;
	ward: string;
	group: string;
}

/** Reads an address; what it does not know is left out. */
export function filterFrom(query: URLSearchParams): GrantFilter {
	const of = (name: string) => query.get(name) ?? '';
	return {
		view: Object.hasOwn(VIEWS, of('view')) ? (of('view') as View) : 'all',
		text: of('text'),
		round: of('round'),
		ward: of('ward'),
		group: of('group')
	};
}

/** The address of the list with a filter. */
export function addressOf(filter: GrantFilter): string {
	const said = Object.entries(filter).filter(([, value]) => value !== '' && value !== 'all');
	return said.length > 0 ? `/grants?${new URLSearchParams(said)}` : '/grants';
}

/** Whether a grant belongs to one of the lists. */
export function isInView(view: View, { status }: Pick<Grant, 'status'>): boolean {
	return view === 'all' || STATUSES[view].includes(status);
}

/**
 * The grants of a round, ward and group whose reference, title, purpose or applicant has the words; in every list. One that
 * names no ward is for all of them.
 */
export function matching(
	grants: readonly Grant[],
	{ text, round, ward, group }: GrantFilter,
	applicantOf: (grant: Grant) => string
): Grant[] {
	return grants.filter(
		(grant) =>
			(round === '' || grant.round_id === round) &&
			(ward === '' || grant.ward_codes.length === 0 || grant.ward_codes.includes(ward)) &&
			(group === '' || (grant.groups as string[]).includes(group)) &&
			saysWords(text, [grant.reference, grant.title, grant.about, applicantOf(grant)])
	);
}

/** The newest first; of those that wait for a decision, the highest score. */
export function inOrder(grants: readonly Grant[], view: View): Grant[] {
	return grants.toSorted(
		(a, b) =>
			(view === 'decide' ? (b.score ?? 0) - (a.score ?? 0) : 0) ||
			b.received_on.localeCompare(a.received_on) ||
			a.title.localeCompare(b.title, 'en-GB')
	);
}

/** What grants come to, in pence. */
export interface Totals {
	asked: number;
	/** Promised: approved or awarded. */
	given: number;
}

export function totalsOf(grants: readonly Grant[]): Totals {
	return {
		asked: grants.reduce((sum, { requested_pence }) => sum + requested_pence, 0),
		given: givenBy(grants)
	};
}

/** What is promised, in pence: approved or awarded, paid or not. */
export function givenBy(grants: readonly Grant[]): number {
	return grants
		.filter((grant) => grant.status === 'approved' || isAwarded(grant))
		.reduce((sum, { awarded_pence }) => sum + (awarded_pence ?? 0), 0);
}
