/** What the form of a grant programme holds. How it is read: programme-schema.ts. */
import type { GrantProgrammeFields } from '$lib/records/grant/grant-programme';
import type { Criterion } from '$lib/records/grant/grant-score';

/** A criterion as it is typed. */
export interface CriterionValues {
	/** '' for a new one. */
	code: string;
	label: string;
	weight: string;
	max: string;
}

/** In the order of the page: errors are listed so. Nothing is ''. */
export interface ProgrammeValues {
	name: string;
	about: string;
	service: string;
	objective_id: string;
	status: string;
	opens_on: string;
	closes_on: string;
	criteria: CriterionValues[];
	/** One a line. */
	council_priorities: string;
}

export type ProgrammeColumns = GrantProgrammeFields;

export function emptyProgramme(): ProgrammeValues {
	return {
		name: '',
		about: '',
		service: '',
		objective_id: '',
		status: 'draft',
		opens_on: '',
		closes_on: '',
		criteria: [emptyCriterion()],
		council_priorities: ''
	};
}

export function emptyCriterion(): CriterionValues {
	return { code: '', label: '', weight: '1', max: '5' };
}

/** The form's values for a programme that is there. */
export function valuesOf(programme: GrantProgrammeFields): ProgrammeValues {
	return {
		name: programme.name,
		about: programme.about,
		service: programme.service,
		objective_id: programme.objective_id,
		status: programme.status,
		opens_on: programme.opens_on ?? '',
		closes_on: programme.closes_on ?? '',
		criteria: (programme.criteria as Criterion[]).map(({ code, label, weight, max }) => ({
			code,
			label,
			weight: String(weight),
			max: String(max)
		})),
		council_priorities: programme.council_priorities.join('\n')
	};
}

export const criterionField = (place: number, part: 'label' | 'weight' | 'max') =>
	`criteria-${place}-${part}`;
