/** What the forms over an assessment hold; each shows a part of it. How they are read: assessment-schema.ts. */
import type { AssessmentFields } from '$lib/records/assessment/assessment';
import { groups } from '$lib/records/assessment/groups';

/** Every column as its field holds it; '' is nothing. In the order of the pages: errors are listed so. */
export type AssessmentValues = Record<keyof AssessmentFields, string>;

/** The values of an assessment that nobody has begun. */
export function emptyAssessment(): AssessmentValues {
	return {
		type: '',
		title: '',
		service: '',
		trigger: '',
		summary: '',
		due_on: '',
		lead: '',
		reference: '',
		objective_id: '',
		action_id: '',
		...(Object.fromEntries(groups.map((group) => [`impact_${group}`, ''])) as Record<
			`impact_${(typeof groups)[number]}`,
			string
		>),
		status: 'screening',
		screened_out_reason: '',
		need_note: '',
		access_note: '',
		outcome_comparison: '',
		findings: '',
		signed_off_by: '',
		signed_off_on: '',
		review_on: '',
		outcome_note: ''
	};
}

/** The forms' values for an assessment that is there. */
export function valuesOf(assessment: AssessmentFields): AssessmentValues {
	const empty = emptyAssessment();
	const columns = Object.keys(empty) as (keyof AssessmentFields)[];
	return {
		...empty,
		...Object.fromEntries(columns.map((column) => [column, assessment[column] ?? '']))
	};
}
