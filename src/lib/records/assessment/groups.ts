/** Who is considered in an assessment, and what it may mean for them. */
import type { Database } from '../database.types';

/** The characteristics that the Equality Act 2010 protects (section 4). */
const PROTECTED = {
	age: 'Age',
	disability: 'Disability',
	gender_reassignment: 'Gender reassignment',
	marriage_civil_partnership: 'Marriage and civil partnership',
	pregnancy_maternity: 'Pregnancy and maternity',
	race: 'Race',
	religion_belief: 'Religion or belief',
	sex: 'Sex',
	sexual_orientation: 'Sexual orientation'
} as const;

/** Those, then groups that the Act does not name and councils consider besides. */
export const GROUPS = {
	...PROTECTED,
	carers: 'Carers',
	care_leavers: 'Care leavers',
	armed_forces: 'Armed forces community',
	low_income: 'People on low incomes'
} as const;

export type Group = keyof typeof GROUPS;
export type ImpactColumn = `impact_${Group}`;
export type Impact = Database['public']['Enums']['assessment_impact'];

export const groups = Object.keys(GROUPS) as Group[];

export function isProtected(group: Group): boolean {
	return group in PROTECTED;
}
