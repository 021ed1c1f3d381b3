/** What the form of a visit holds. */
import type { GrantVisitFields } from '$lib/records/grant/grant-visit';

/** In the order of the page: errors are listed so. Nothing is ''. */
export interface VisitValues {
	grant_id: string;
	visited_on: string;
	attended: string;
	on_track: string;
	heard: string;
	risks: string;
	quote: string;
	quote_consent: boolean;
}

export function emptyVisit(grantId: string, today: string): VisitValues {
	return {
		grant_id: grantId,
		visited_on: today,
		attended: '',
		on_track: '',
		heard: '',
		risks: '',
		quote: '',
		quote_consent: false
	};
}

export function visitValuesOf(visit: GrantVisitFields): VisitValues {
	const { grant_id, visited_on, attended, on_track, heard, risks, quote, quote_consent } = visit;
	return {
		grant_id,
		visited_on,
		attended: attended?.toString() ?? '',
		on_track,
		heard,
		risks,
		quote,
		quote_consent
	};
}
