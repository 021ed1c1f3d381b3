/** Who is meant, in the words of the Equality Act 2010, sections 5 to 12 and 18, made plain. */
import type { Group } from '$lib/records/assessment/groups';

export const groupHints: Record<Group, string> = {
	age: 'People of any age: children, young, working-age and older people.',
	disability:
		'A physical or mental impairment with a substantial, long-term effect on day-to-day life. Think of reasonable adjustments.',
	gender_reassignment: 'People who propose to change their sex, are doing so or have done so.',
	marriage_civil_partnership:
		'People who are married or in a civil partnership. Here the duty is to end discrimination.',
	pregnancy_maternity: 'During pregnancy, and in the 26 weeks after birth; breastfeeding.',
	race: 'Colour, nationality, ethnic or national origins. Gypsy, Roma and Traveller people are included.',
	religion_belief: 'Any religion or philosophical belief, and having none.',
	sex: 'Women and men.',
	sexual_orientation: 'Attraction to people of the same sex, the opposite sex, or either.',
	carers: 'People who look after somebody who could not manage without them.',
	care_leavers: 'Young people who were in the care of a council.',
	armed_forces: 'Serving people, reservists, veterans and their families.',
	low_income: 'People who struggle with the cost of living, wherever they live.'
};
