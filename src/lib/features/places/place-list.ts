/** Which places a list shows, in which order, and the address that says so. */
import { labelOf } from '$lib/records/code-lists';
import { latestAudits } from '$lib/records/place/audit-score';
import { features, hasAll, type Feature } from '$lib/records/place/place-features';
import type { Row } from '$lib/records/registry';
import { addDays } from '$lib/time/dates';
import { saysWords } from '../says-words';

type Place = Row<'places'>;
type Audit = Row<'place_audits'>;

/** What the list may be narrowed to by one press. */
export const VIEWS = { all: 'All places', due: 'Audits due', never: 'Never audited' } as const;
export type View = keyof typeof VIEWS;

/** What the list shows, as its address says it: `?kind=hub&has=step_free,wifi`. Empty values are left out. */
export interface PlaceFilter {
	view: View;
	text: string;
	kind: string;
	ward: string;
	has: Feature[];
}

/** Reads an address; what it does not know is left out. */
export function filterFrom(query: URLSearchParams): PlaceFilter {
	const view = query.get('view') ?? '';
	const has = (query.get('has') ?? '').split(',');
	return {
		view: Object.hasOwn(VIEWS, view) ? (view as View) : 'all',
		text: query.get('text') ?? '',
		kind: query.get('kind') ?? '',
		ward: query.get('ward') ?? '',
		has: features.filter((feature) => has.includes(feature))
	};
}

/** The address of the list with a filter. */
export function addressOf({ view, has, ...rest }: PlaceFilter): string {
	const said = Object.entries({ ...rest, view: view === 'all' ? '' : view, has: has.join(',') });
	return `/places?${new URLSearchParams(said.filter(([, value]) => value !== ''))}`;
}

/** Days before the next audit of a place at which it comes up. */
const DUE_SOON_DAYS = 30;

/** How an audit stands on a day; undefined while nothing is due. */
export function dueOf(
	{ next_audit_on }: Pick<Audit, 'next_audit_on'>,
	today: string
): 'overdue' | 'due' | undefined {
	if (next_audit_on < today) return 'overdue';
	return next_audit_on <= addDays(today, DUE_SOON_DAYS) ? 'due' : undefined;
}

interface Around {
	audits: readonly Audit[];
	wardName: (code: string | null) => string;
	/** `YYYY-MM-DD` */
	today: string;
	/** How far a point is, in metres; undefined until the phone has said where it is. */
	metresTo: ((point: { latitude: number; longitude: number }) => number) | undefined;
}

/** A place with what the list says of it. */
export interface Listed {
	place: Place;
	/** The latest. */
	audit: Audit | undefined;
	metres: number | undefined;
}

/**
 * The places that match a filter: those that have what is asked, and apart from them those of which nobody knows yet. The
 * nearest first where the phone said where it is; where audits are due, the longest due first; else in the order given.
 */
export function matching(
	places: readonly Place[],
	filter: PlaceFilter,
	{ audits, wardName, today, metresTo }: Around
): { sure: Listed[]; unknown: Listed[] } {
	const latest = latestAudits(audits);
	const listed = places
		.filter((place) => matches(place, filter, wardName))
		.map((place) => ({
			place,
			audit: latest.get(place.id),
			metres: metresTo && hasPoint(place) ? metresTo(place) : undefined
		}))
		.filter((one) => isInView(filter.view, one, today))
		.sort(
			(a, b) => (filter.view === 'due' ? byNextAudit(a, b) : 0) || byNumber(a.metres, b.metres)
		);
	const having = (answer: string) =>
		listed.filter(({ place }) => hasAll(place, filter.has) === answer);
	return { sure: having('yes'), unknown: having('unknown') };
}

function matches(
	place: Place,
	{ text, kind, ward }: PlaceFilter,
	wardName: Around['wardName']
): boolean {
	return (
		(kind === '' || place.kind === kind) &&
		(ward === '' || place.ward_code === ward) &&
		saysWords(text, [
			place.name,
			labelOf('place_kind', place.kind),
			wardName(place.ward_code),
			place.address,
			place.postcode,
			place.note ?? ''
		])
	);
}

function isInView(view: View, { audit }: Listed, today: string): boolean {
	if (view === 'due') return audit !== undefined && dueOf(audit, today) !== undefined;
	return view === 'all' || audit === undefined;
}

function byNextAudit(a: Listed, b: Listed): number {
	return (a.audit?.next_audit_on ?? '').localeCompare(b.audit?.next_audit_on ?? '');
}

/** What has no number comes last. */
function byNumber(a = Infinity, b = Infinity): number {
	return a === b ? 0 : a - b;
}

function hasPoint(place: Place): place is Place & { latitude: number; longitude: number } {
	return place.latitude !== null && place.longitude !== null;
}
