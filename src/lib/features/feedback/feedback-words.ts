/** Feedback in words, and the queue of what has not been reported back. */
import { stageOf, type FeedbackFigures, type FeedbackStage } from '$lib/insight/feedback';
import type { Row } from '$lib/records/registry';
import { daysBetween } from '$lib/time/dates';
import { counted } from '../deadline-words';

type Loop = Row<'feedback_loops'>;

/** The lists, in the order in which feedback goes through them. */
export const STAGES: Readonly<Record<FeedbackStage, string>> = {
	unanswered: 'No answer yet',
	untold: 'Answered, not told',
	told: 'Told'
};

/** What the list shows, as its address says it. */
export interface FeedbackFilter {
	stage: FeedbackStage;
	ward: string;
}

export function filterFrom(query: URLSearchParams): FeedbackFilter {
	const stage = query.get('stage') ?? '';
	return {
		stage: Object.hasOwn(STAGES, stage) ? (stage as FeedbackStage) : 'unanswered',
		ward: query.get('ward') ?? ''
	};
}

export function addressOf({ stage, ward }: FeedbackFilter): string {
	return `/feedback?${new URLSearchParams({ stage, ...(ward && { ward }) })}`;
}

/** One list: what has waited longest first; of what was told, the latest. */
export function inStage(loops: readonly Loop[], stage: FeedbackStage): Loop[] {
	return loops
		.filter((loop) => stageOf(loop) === stage)
		.toSorted((a, b) =>
			stage === 'told'
				? (b.told_on ?? '').localeCompare(a.told_on ?? '')
				: a.said_on.localeCompare(b.said_on)
		);
}

/** "Said today", "Said 94 days ago" */
export function ageInWords({ said_on }: Pick<Loop, 'said_on'>, today: string): string {
	const days = daysBetween(said_on, today);
	return days <= 0 ? 'Said today' : `Said ${counted(days, 'day')} ago`;
}

/** "31 heard, 25 answered, 19 told. The oldest that has not been reported back was said 94 days ago." */
export function figuresInWords({ heard, answered, told, oldestDays }: FeedbackFigures): string {
	const counts = `${heard} heard, ${answered} answered, ${told} told.`;
	if (heard === 0) return 'Nothing has been kept yet.';
	if (oldestDays === null) return `${counts} Everything has been reported back.`;
	return `${counts} The oldest that has not been reported back was said ${counted(Math.max(oldestDays, 0), 'day')} ago.`;
}
