/** The sheet for the public: what was said and what came of it. */
import type { FeedbackItem, FeedbackSheet } from '$lib/exchange/feedback-sheet';
import { answeredIn } from '$lib/insight/feedback';
import type { Period } from '$lib/insight/periods';
import { labelOf } from '$lib/records/code-lists';
import type { Row } from '$lib/records/registry';
import { formatDate } from '$lib/time/dates';

type Loop = Row<'feedback_loops'>;

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
