/** Who is considered in an assessment, and what it may mean for them. */
import type { Database } from '../database.types';

/** Who is considered: the nine characteristics of the Equality Act 2010, section 4, then groups of the council's own choice. */
export const GROUPS = {
	age: 'Age',
	disability: 'Disability',
	gender_reassignment: 'Gender reassignment',
	marriage_civil_partnership: 'Marriage and civil partnership',
	pregnancy_maternity: 'Pregnancy and maternity',
	race: 'Race',
	religion_belief: 'Religion or belief',
	sex: 'Sex',
	sexual_orientation: 'Sexual orientation',
	carers: 'Carers',
	care_leavers: 'Care leavers',
	armed_forces: 'Armed forces community',
	low_income: 'People on low incomes'
} as const;

export type Group = keyof typeof GROUPS;
export type ImpactColumn = `impact_${Group}`;
export type Impact = Database['public']['Enums']['assessment_impact'];
