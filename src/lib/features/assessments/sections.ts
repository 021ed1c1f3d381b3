/** Which columns stand in which section of the page. */
import type { AssessmentFields } from '$lib/records/assessment/assessment';

type Columns = readonly (keyof AssessmentFields)[];

export const ABOUT: Columns = [
	...(['reference', 'service', 'trigger', 'summary', 'lead', 'due_on', 'action_id'] as const),
	'objective_id'
];

export const FINDINGS: Columns = ['need_note', 'access_note', 'outcome_comparison', 'findings'];
