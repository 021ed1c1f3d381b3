/** The log form's values, and how a log becomes them. A draft is these values: half-filled, and still worth keeping. */
import type { EngagementLogFields } from '$lib/records/engagement/engagement-log';
import type { Resource } from '$lib/records/engagement/resources';
import type { Tally } from '$lib/records/engagement/tallies';

/** In the order of the pages: errors are listed so. */
export interface LogValues {
	type: string;
	coverage: string;
	ward_code: string;
	place_id: string;
	organisation_id: string;
	objective_id: string;
	action_id: string;
	themes: string[];
	heard: string;
	people_count: string;
	occurred_on: string;
	partner_ids: string[];
	councillor_present: boolean;
	audiences: string[];
	tallies: Tally[];
	barriers: string[];
	needed: string;
	sentiment: string;
	strengths: string[];
	strong: string;
	connected_organisation_ids: string[];
	channel: string;
	languages: string[];
	resources: Resource[];
	safety_messages: string;
	programmes: string[];
	/** A programme that is not in the list. */
	further_programme: string;
	restricted: boolean;
	hate_incident: boolean;
	signposted: string[];
}

/** A new, empty log of today. */
export function emptyLog(today: string): LogValues {
	return {
		type: '',
		coverage: 'ward',
		ward_code: '',
		place_id: '',
		organisation_id: '',
		objective_id: '',
		action_id: '',
		themes: [],
		heard: '',
		people_count: '',
		occurred_on: today,
		partner_ids: [],
		councillor_present: false,
		audiences: [],
		tallies: [],
		barriers: [],
		needed: '',
		sentiment: '',
		strengths: [],
		strong: '',
		connected_organisation_ids: [],
		channel: '',
		languages: [],
		resources: [],
		safety_messages: '',
		programmes: [],
		further_programme: '',
		restricted: false,
		hate_incident: false,
		signposted: []
	};
}

/** The form's values for a log that exists. */
export function valuesOf(log: EngagementLogFields): LogValues {
	const columns: Partial<Record<string, unknown>> = log;
	const values = Object.entries<unknown>({ ...emptyLog('') }).map(([field, nothing]) => {
		// A log that an older build wrote on this device, and that was not sent yet, lacks what came since.
		const value = columns[field] ?? nothing;
		return [field, typeof value === 'number' ? String(value) : value] as const;
	});
	return Object.fromEntries(values) as unknown as LogValues;
}

/** What a new log takes over from another: what, where, with whom and why; not what was heard, who was counted, nor when. */
const REPEATED: readonly (keyof LogValues)[] = [
	'type',
	'coverage',
	'ward_code',
	'place_id',
	'organisation_id',
	'objective_id',
	'themes',
	'programmes'
];

/** A new log of today that begins as another was. */
export function likeLog(log: EngagementLogFields, today: string): LogValues {
	const repeated = Object.entries(valuesOf(log)).filter(([field]) =>
		REPEATED.some((one) => one === field)
	);
	return { ...emptyLog(today), ...Object.fromEntries(repeated) };
}
