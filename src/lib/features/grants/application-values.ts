/** What the form of an application holds. How it is read: application-schema.ts. */
import type { FieldErrors } from '$lib/forms/error-list';
import { moneyText } from '$lib/money';
import type { GrantFields } from '$lib/records/grant/grant';

/** In the order of the page: errors are listed so. Nothing is ''. */
export interface ApplicationValues {
	round_id: string;
	organisation_id: string;
	title: string;
	about: string;
	received_on: string;
	requested: string;
	ward_codes: string[];
	groups: string[];
	objective_id: string;
	action_id: string;
	council_priority: string;
	starts_on: string;
	ends_on: string;
	programmes: string[];
}

/** The columns that the form is about. */
export type ApplicationColumns = Pick<
	GrantFields,
	Exclude<keyof ApplicationValues, 'requested'> | 'requested_pence'
>;

/** What a new application is started from; '' for nothing. */
export interface ApplicationStart {
	round_id: string;
	organisation_id: string;
	objective_id: string;
	action_id: string;
}

export function emptyApplication(start: ApplicationStart, today: string): ApplicationValues {
	return {
		round_id: start.round_id,
		organisation_id: start.organisation_id,
		title: '',
		about: '',
		received_on: today,
		requested: '',
		ward_codes: [],
		groups: [],
		objective_id: start.objective_id,
		action_id: start.action_id,
		council_priority: '',
		starts_on: '',
		ends_on: '',
		programmes: []
	};
}

/** The form's values for an application that is there. */
export function valuesOf(grant: ApplicationColumns): ApplicationValues {
	return {
		round_id: grant.round_id,
		organisation_id: grant.organisation_id,
		title: grant.title,
		about: grant.about,
		received_on: grant.received_on,
		requested: moneyText(grant.requested_pence),
		ward_codes: [...grant.ward_codes],
		groups: [...grant.groups],
		objective_id: grant.objective_id,
		action_id: grant.action_id ?? '',
		council_priority: grant.council_priority,
		starts_on: grant.starts_on ?? '',
		ends_on: grant.ends_on ?? '',
		programmes: [...grant.programmes]
	};
}

/** Why two days do not go together; none where they do, or where one is missing. */
export function daysProblem(starts_on: string, ends_on: string): FieldErrors {
	return starts_on && ends_on && ends_on < starts_on
		? { ends_on: 'The last day must be after the first' }
		: {};
}
