/** What the form of an action or a proposal holds. How it is read: action-schema.ts. */
import type { FieldsOf } from '$lib/records/define-record';

/** In the order of the page: errors are listed so. */
export interface ActionValues {
	reference: string;
	title: string;
	description: string;
	objective_id: string;
	further_objective_ids: string[];
	service: string;
	owner_id: string;
	owner: string;
	due_on: string;
	due_rule: string;
	due_working_days: string;
	programmes: string[];
	/** A programme that is not in the list. */
	further_programme: string;
	partner_ids: string[];
	/** The assessment that it mitigates; nothing to fill in. */
	assessment_id: string;
}

/** What a person may fill in of an action: all of it, or what makes a proposal. */
export type ActionKind = 'action' | 'proposal';

/** A new, empty action. */
export function emptyAction(start: Partial<ActionValues> = {}): ActionValues {
	return {
		reference: '',
		title: '',
		description: '',
		objective_id: '',
		further_objective_ids: [],
		service: '',
		owner_id: '',
		owner: '',
		due_on: '',
		due_rule: '',
		due_working_days: '',
		programmes: [],
		further_programme: '',
		partner_ids: [],
		assessment_id: '',
		...start
	};
}

/** The form's values for an action that exists. */
export function valuesOf(action: FieldsOf<'actions'>): ActionValues {
	return {
		reference: action.reference,
		title: action.title,
		description: action.description ?? '',
		objective_id: action.objective_id,
		further_objective_ids: [...action.further_objective_ids],
		service: action.service,
		owner_id: action.owner_id ?? '',
		owner: action.owner ?? '',
		due_on: action.due_on ?? '',
		due_rule: action.due_rule ?? '',
		due_working_days: action.due_working_days?.toString() ?? '',
		programmes: [...action.programmes],
		further_programme: '',
		partner_ids: [...action.partner_ids],
		assessment_id: action.assessment_id ?? ''
	};
}
