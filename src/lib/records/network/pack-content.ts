/** What a steering pack says: worked out from what is on the device, in words, the same for the same records and day. */
import { addMonths, formatDate } from '$lib/time/dates';
import { dueInWords, isOpen, isOverdue } from '../action/action-rules';
import { dateInWords, nextDate } from '../assessment/assessment-rules';
import { labelOf } from '../code-lists';
import type { Row } from '../registry';
import { titles } from '../titles';
import type { PackContent, PackLine, PackSection } from './steering-pack';

/** How far beyond the meeting assessments are asked about, in months; and how far back the first pack looks. */
const ASSESSMENT_MONTHS = 1;
const FIRST_PACK_MONTHS = 3;

export interface PackSources {
	plans: readonly Row<'plans'>[];
	actions: readonly Row<'actions'>[];
	assessments: readonly Row<'assessments'>[];
	networks: readonly Row<'networks'>[];
	activities: readonly Row<'network_activities'>[];
	points: readonly Row<'network_points'>[];
	/** Packs that were kept. */
	packs: readonly Row<'steering_packs'>[];
}

type Earlier = Pick<Row<'steering_packs'>, 'network_id' | 'meeting_on' | 'content'>;

/** The packs of meetings before a day. */
function packsBefore<P extends Earlier>(packs: readonly P[], steeringId: string, on: string): P[] {
	return packs.filter(({ network_id, meeting_on }) => network_id === steeringId && meeting_on < on);
}

/** The day that a pack looks back to: of the meeting before, by its pack or as it was held; else three months. */
export function packSince(
	{ packs, activities }: Pick<PackSources, 'packs' | 'activities'>,
	steeringId: string,
	on: string
): string {
	const days = [
		...packsBefore(packs, steeringId, on).map(({ meeting_on }) => meeting_on),
		...activities
			.filter(
				({ network_id, kind, status, held_on }) =>
					network_id === steeringId && kind === 'meeting' && status === 'held' && held_on < on
			)
			.map(({ held_on }) => held_on)
	];
	return days.sort().at(-1) ?? addMonths(on, -FIRST_PACK_MONTHS);
}

/**
 * The pack for a meeting.
 * @param on the day of the meeting, `YYYY-MM-DD`: what is overdue then, and what came up until then
 */
export function packContent(
	sources: PackSources,
	steeringId: string,
	on: string
): { since: string; content: PackContent } {
	const since = packSince(sources, steeringId, on);
	const points = pointsFor(sources, steeringId, on);
	const of = (kind: Row<'network_points'>['kind']) => points.filter((one) => one.kind === kind);
	const earlier = packsBefore(sources.packs, steeringId, on);
	const had = (...sections: PackSection[]) =>
		new Set(
			earlier.flatMap(({ content }) =>
				sections.flatMap((name) => (content as PackContent)[name].map(({ id }) => id))
			)
		);
	const hadIssues = had('new_issues', 'open_issues');
	const hadDecisions = had('decisions');
	const issues = of('issue').filter(({ status }) => status === 'open');
	const asLines = (some: typeof points) => some.map(({ line }) => line);
	return {
		since,
		content: {
			actions: actionLines(sources, on),
			new_issues: asLines(issues.filter(({ line }) => !hadIssues.has(line.id))),
			open_issues: asLines(issues.filter(({ line }) => hadIssues.has(line.id))),
			decisions: asLines(
				of('decision').filter(({ line, day }) => day >= since && !hadDecisions.has(line.id))
			),
			action_points: asLines(of('action_point').filter(({ status }) => status === 'open')),
			assessments: assessmentLines(sources, on)
		}
	};
}

/** Open actions of plans in force that are overdue or red, the longest overdue first. */
function actionLines({ plans, actions }: PackSources, on: string): PackLine[] {
	const current = new Set(plans.filter(({ status }) => status === 'current').map(({ id }) => id));
	return actions
		.filter(
			(action) =>
				current.has(action.plan_id) &&
				isOpen(action) &&
				(isOverdue(action, on) || action.rag === 'red')
		)
		.toSorted(
			(a, b) =>
				(a.due_on ?? '9999').localeCompare(b.due_on ?? '9999') ||
				a.reference.localeCompare(b.reference, 'en-GB', { numeric: true })
		)
		.map((action) => ({
			id: action.id,
			title: titles.actions(action),
			facts: filled([
				action.service,
				dueInWords(action, on),
				action.rag && `Rated ${labelOf('rag', action.rag).toLowerCase()}`,
				action.rag_reason
			])
		}));
}

/** What came up until the day and is for the steering group: its own, and what others put before it; the oldest first. */
function pointsFor(
	{ networks, activities, points, actions }: PackSources,
	steeringId: string,
	on: string
) {
	return points
		.flatMap((point) => {
			const activity = activities.find(({ id }) => id === point.activity_id);
			const isIts = point.to_steering || point.network_id === steeringId;
			if (!activity || !isIts || activity.status !== 'held' || activity.held_on > on) return [];
			const network = networks.find(({ id }) => id === point.network_id);
			const action = actions.find(({ id }) => id === point.action_id);
			const facts = filled([
				network?.name,
				`${activity.title}, ${formatDate(activity.held_on)}`,
				action && `${labelOf('action_status', action.status)}: ${titles.actions(action)}`,
				point.answer
			]);
			const line: PackLine = { id: point.id, title: point.what, facts };
			return [{ kind: point.kind, status: point.status, day: activity.held_on, line }];
		})
		.sort((a, b) => a.day.localeCompare(b.day) || a.line.id.localeCompare(b.line.id));
}

/** Assessments to be done or reviewed within a month of the day, or late, the longest first. */
function assessmentLines({ assessments }: PackSources, on: string): PackLine[] {
	const until = addMonths(on, ASSESSMENT_MONTHS);
	const date = (assessment: Row<'assessments'>) => nextDate(assessment) ?? '9999';
	return assessments
		.filter((assessment) => date(assessment) <= until)
		.toSorted((a, b) => date(a).localeCompare(date(b)) || a.id.localeCompare(b.id))
		.map((assessment) => ({
			id: assessment.id,
			title: titles.assessments(assessment),
			facts: filled([assessment.service, dateInWords(assessment, on)])
		}));
}

function filled(facts: readonly (string | null | undefined | false)[]): string[] {
	return facts.filter((fact): fact is string => Boolean(fact));
}
