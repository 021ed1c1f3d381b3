/** The register: which assessments, in which order, and what is said of each. */
import { impactsOf, overdueAssessments } from '$lib/records/assessment/assessment-rules';
import type { Row } from '$lib/records/registry';

type Assessment = Row<'assessments'>;

/** What the address says of the list; '' for no filter. */
export interface AssessmentFilter {
	type: string;
	status: string;
	service: string;
	/** `yes` for those that are late. */
	overdue: string;
}

export function filterFrom(query: URLSearchParams): AssessmentFilter {
	const of = (name: keyof AssessmentFilter) => query.get(name) ?? '';
	return {
		type: of('type'),
		status: of('status'),
		service: of('service'),
		overdue: of('overdue')
	};
}

/** The address of the list with a filter, from the question mark on; of the whole list, '?'. */
export function addressOf(filter: AssessmentFilter): string {
	return `?${new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''))}`;
}

export interface Section {
	title: string;
	assessments: Assessment[];
}

/** The assessments that match: late ones first, then those that are due, the soonest first, then what is signed off. */
export function sectionsOf(
	assessments: readonly Assessment[],
	{ type, status, service, overdue }: AssessmentFilter,
	today: string
): Section[] {
	const matching = assessments.filter(
		(assessment) =>
			(type === '' || assessment.type === type) &&
			(status === '' || assessment.status === status) &&
			(service === '' || assessment.service === service)
	);
	const late = overdueAssessments(matching, today);
	const others = overdue === '' ? matching.filter((assessment) => !late.includes(assessment)) : [];
	const inOrder = (isSignedOff: boolean) =>
		others
			.filter((assessment) => (assessment.status === 'signed_off') === isSignedOff)
			.toSorted((a, b) => nextDay(a).localeCompare(nextDay(b)) || byTitle(a, b));
	return [
		{ title: 'Overdue', assessments: late },
		{ title: 'Being assessed', assessments: inOrder(false) },
		{ title: 'Signed off', assessments: inOrder(true) }
	].filter(({ assessments }) => assessments.length > 0);
}

/** What has no date comes last. */
function nextDay({ status, due_on, review_on }: Assessment): string {
	return (status === 'signed_off' ? review_on : due_on) ?? '9999';
}

function byTitle(a: Assessment, b: Assessment): number {
	return a.title.localeCompare(b.title, 'en-GB');
}

/** "3 assessments, 1 overdue" */
export function countInWords(sections: readonly Section[]): string {
	const count = sections.reduce((sum, { assessments }) => sum + assessments.length, 0);
	const late = sections.find(({ title }) => title === 'Overdue')?.assessments.length ?? 0;
	return `${count} ${count === 1 ? 'assessment' : 'assessments'}${late > 0 ? `, ${late} overdue` : ''}`;
}

/** "6 of 9 protected characteristics considered, 1 negative, 2 not known" */
export function impactsInWords(assessment: Assessment): string {
	const impacts = impactsOf(assessment);
	const ours = impacts.filter(({ isProtected }) => isProtected);
	const considered = ours.filter(({ impact }) => impact !== null).length;
	const count = (wanted: string) => impacts.filter(({ impact }) => impact === wanted).length;
	const negative = count('negative');
	const unknown = count('unknown');
	return [
		`${considered} of ${ours.length} protected characteristics considered`,
		...(negative > 0 ? [`${negative} negative`] : []),
		...(unknown > 0 ? [`${unknown} not known`] : [])
	].join(', ');
}

/** The services that have an assessment, by name. */
export function servicesOf(assessments: readonly Assessment[]): string[] {
	return [...new Set(assessments.map(({ service }) => service))].sort((a, b) =>
		a.localeCompare(b, 'en-GB')
	);
}
