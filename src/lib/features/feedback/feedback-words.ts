/** Feedback in words, and the queue of what has not been reported back. */
import type { FeedbackItem, FeedbackSheet } from '$lib/exchange/feedback-sheet';
import {
	answeredIn,
	stageOf,
	type FeedbackFigures,
	type FeedbackStage
} from '$lib/insight/feedback';
import type { Period } from '$lib/insight/periods';
import { labelOf } from '$lib/records/code-lists';
import type { Row } from '$lib/records/registry';
import { daysBetween, formatDate } from '$lib/time/dates';
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

/** "Told on 2 October 2026: at a meeting, by email"; "Not told yet" */
export function toldInWords({ told_on, told_how }: Pick<Loop, 'told_on' | 'told_how'>): string {
	if (told_on === null) return 'Not told yet';
	const ways = told_how.map((way) => labelOf('told_how', way).toLocaleLowerCase('en-GB'));
	return `Told on ${formatDate(told_on)}: ${ways.join(', ')}`;
}

/** What the sheet for the public cannot show, said on the sheet itself. */
const NOTE =
	'This sheet names nobody and gives no number of people, so nothing on it is below the council’s threshold for publishing. What was said in confidence, and what has no answer yet, is not on it.';

/** The sheet for the public: what was answered in a period, in a ward ('' for all). */
export function sheetOf(
	loops: readonly Loop[],
	{
		council,
		period,
		ward,
		areas,
		today
	}: {
		council: string;
		period: Period;
		ward: string;
		areas: readonly Row<'areas'>[];
		today: string;
	}
): FeedbackSheet {
	const wardName = (code: string | null) =>
		areas.find((area) => area.code === code)?.name ?? 'Across the council';
	const item = (loop: Loop): FeedbackItem => ({
		ward: wardName(loop.ward_code),
		saidOn: formatDate(loop.said_on),
		said: loop.said,
		outcome: labelOf('feedback_outcome', loop.outcome ?? ''),
		response: loop.response,
		told: toldInWords(loop)
	});
	return {
		title: `You said, we did: ${ward ? wardName(ward) : council}`,
		about: `Answered between ${formatDate(period.since)} and ${formatDate(period.until)}. ${council}, made on ${formatDate(today)}.`,
		note: NOTE,
		items: answeredIn(loops, period, ward).map(item)
	};
}
