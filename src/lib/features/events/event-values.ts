/** What the form of an event holds. How it is read: event-schema.ts. */
import { moneyText } from '$lib/money';
import type { EventFields } from '$lib/records/event/community-event';
import type { Repeat } from '$lib/records/event/event-times';
import { clockOf, dateOf, formatTime } from '$lib/time/dates';

/** In the order of the page: errors are listed so. Nothing is ''. */
export interface EventValues {
	title: string;
	type: string;
	starts_on: string;
	start_time: string;
	end_time: string;
	/** '' where it ends on the day on which it begins. */
	ends_on: string;
	/** Of a new one: how often, and how many in all. */
	repeat: Repeat;
	times: string;
	coverage: string;
	ward_code: string;
	place_id: string;
	objective_id: string;
	action_id: string;
	grant_id: string;
	about: string;
	audiences: string[];
	organisation_id: string;
	partner_ids: string[];
	councillor_present: boolean;
	expected: string;
	cost: string;
	programmes: string[];
}

/** What a new event is begun from. */
export interface EventStart {
	action_id: string;
	ward_code: string;
	objective_id: string;
	grant_id: string;
}

/** The columns that the form is about. */
export type PlannedColumns = Omit<
	EventFields,
	| 'status'
	| 'access_arranged'
	| 'access_not_needed'
	| 'access_note'
	| 'published_without_reason'
	| 'run_sheet'
	| 'series_id'
	| 'cancelled_reason'
	| 'sequence'
>;

/** An event that nobody has begun. */
export function emptyEvent(start: EventStart): EventValues {
	return {
		title: '',
		type: '',
		starts_on: '',
		start_time: '',
		end_time: '',
		ends_on: '',
		repeat: 'none',
		times: '',
		coverage: 'ward',
		place_id: '',
		about: '',
		audiences: [],
		organisation_id: '',
		partner_ids: [],
		councillor_present: false,
		expected: '',
		cost: '',
		programmes: [],
		...start
	};
}

/** The form's values for an event that is there. */
export function valuesOf(event: EventFields): EventValues {
	const [start, end] = [new Date(event.starts_at), new Date(event.ends_at)];
	const endsOn = dateOf(end);
	return {
		title: event.title,
		type: event.type,
		starts_on: dateOf(start),
		start_time: formatTime(start),
		end_time: formatTime(end),
		ends_on: endsOn === dateOf(start) ? '' : endsOn,
		repeat: 'none',
		times: '',
		coverage: event.coverage,
		ward_code: event.ward_code ?? '',
		place_id: event.place_id ?? '',
		objective_id: event.objective_id,
		action_id: event.action_id ?? '',
		grant_id: event.grant_id ?? '',
		about: event.about,
		audiences: [...event.audiences],
		organisation_id: event.organisation_id ?? '',
		partner_ids: [...event.partner_ids],
		councillor_present: event.councillor_present,
		expected: event.expected?.toString() ?? '',
		cost: moneyText(event.cost_pence),
		programmes: [...event.programmes]
	};
}

/** A new event like another: all but the day. */
export function valuesLike(event: EventFields): EventValues {
	return { ...valuesOf(event), starts_on: '', ends_on: '' };
}

/** Whether two moments show the same minute on the clock. */
export function isSameMinute(a: string, b: string): boolean {
	const [one, other] = [new Date(a), new Date(b)];
	return dateOf(one) === dateOf(other) && clockOf(one) === clockOf(other);
}
