/** What can be said of an assessment from its dates and its findings. The database holds the rules of a sign-off too. */
import { formatDate } from '$lib/time/dates';
import type { Row } from '../registry';
import { GROUPS, groups, isProtected, type Group, type Impact, type ImpactColumn } from './groups';

type Assessment = Row<'assessments'>;
type Dates = Pick<Assessment, 'status' | 'due_on' | 'review_on' | 'outcome_note'>;

/** Assessments that are late, the longest first. */
export function overdueAssessments<A extends Dates>(assessments: readonly A[], today: string): A[] {
	const since = (assessment: A) => overdueSince(assessment, today) ?? '';
	return assessments
		.filter((assessment) => since(assessment) !== '')
		.toSorted((a, b) => since(a).localeCompare(since(b)));
}

/**
 * The day that has passed, or undefined where nothing is late: the due date of what is not signed off; the review date
 * of what is, while nothing is written of what came of it.
 */
export function overdueSince(assessment: Dates, today: string): string | undefined {
	const date = nextDate(assessment);
	return date && date < today ? date : undefined;
}

/** The next day on which it is to be done or reviewed; null where nothing is to come. */
export function nextDate({ status, due_on, review_on, outcome_note }: Dates): string | null {
	if (status !== 'signed_off') return due_on;
	return outcome_note === '' ? review_on : null;
}

/** "Due 30 November 2026", "Review overdue since 1 September 2026", "Reviewed", "No date set". */
export function dateInWords(assessment: Dates, today: string): string {
	const date = nextDate(assessment);
	const late = overdueSince(assessment, today) !== undefined;
	if (assessment.status !== 'signed_off')
		return date ? `${late ? 'Overdue since' : 'Due'} ${formatDate(date)}` : 'No date set';
	if (assessment.outcome_note !== '') return 'Reviewed';
	return date ? `Review ${late ? 'overdue since' : 'due'} ${formatDate(date)}` : 'No review date';
}

export interface GroupImpact {
	group: Group;
	column: ImpactColumn;
	label: string;
	/** Whether the Equality Act names it. */
	isProtected: boolean;
	/** Null: not considered yet. */
	impact: Impact | null;
}

/** What an assessment found for each group, the nine protected characteristics first. */
export function impactsOf(assessment: Pick<Assessment, ImpactColumn>): GroupImpact[] {
	return groups.map((group) => ({
		group,
		column: `impact_${group}` as const,
		label: GROUPS[group],
		isProtected: isProtected(group),
		impact: assessment[`impact_${group}`]
	}));
}

/** Groups for which the impact is negative or not known: each must be answered before a sign-off. */
export function openImpacts(assessment: Pick<Assessment, ImpactColumn>): GroupImpact[] {
	return impactsOf(assessment).filter(
		({ impact }) => impact === 'negative' || impact === 'unknown'
	);
}

/** Whether an action answers an impact: somebody has agreed to it, and it has not been stopped. */
export function isAgreed({ status }: { status: string }): boolean {
	return !['proposed', 'declined', 'stopped'].includes(status);
}

/**
 * What is missing before an assessment can be signed off, in sentences; none where it shows due regard.
 * @param mitigations the actions that name it
 */
export function missingForSignOff(
	assessment: Assessment,
	mitigations: readonly { status: string }[]
): string[] {
	const isAudit = assessment.type === 'health_equity_audit';
	const isScreenedOut = assessment.screened_out_reason !== '';
	const open = openImpacts(assessment);
	const missing: string[] = [];

	if (assessment.status === 'screening' && !isScreenedOut)
		missing.push('Decide whether a full assessment is needed.');
	if (isAudit && !isScreenedOut) {
		if (!assessment.need_note) missing.push('Say who needs the service.');
		if (!assessment.access_note) missing.push('Say who gets the service.');
		if (!assessment.outcome_comparison) missing.push('Compare what comes of it for each group.');
	}
	if (!isAudit) {
		const left = impactsOf(assessment).filter(
			({ isProtected, impact }) => isProtected && impact === null
		);
		if (left.length > 0) missing.push(`Consider ${listed(left)}.`);
	}
	if (open.length > 0 && isScreenedOut)
		missing.push(
			`Start a full assessment: the impact is negative or not known on ${listed(open)}.`
		);
	else if (open.length > 0 && !assessment.findings && !mitigations.some(isAgreed))
		missing.push(`Answer in the findings, or with an action, the impact on ${listed(open)}.`);
	return missing;
}

/** "age, race and sex" */
function listed(impacts: readonly GroupImpact[]): string {
	return new Intl.ListFormat('en-GB').format(impacts.map(({ label }) => label.toLowerCase()));
}
