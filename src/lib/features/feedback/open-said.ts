/** What the form of what was said begins with: its draft, the feedback, or new feedback from a log or an issue. */
import type { Store } from '$lib/store/store';
import { today } from '$lib/time/dates';
import { openRecord, type OpenedRecord } from '../open-record';
import { emptySaid, saidValuesOf, type SaidValues } from './feedback-values';

/** Ids; '' for nothing. */
export interface SaidFrom {
	logId: string;
	issueId: string;
}

export interface OpenedSaid extends OpenedRecord<'feedback_loops', SaidValues> {
	/** It comes from a log or an issue that is restricted. */
	inConfidence: boolean;
}

/** Null where the feedback is not on this device. */
export async function openSaid(
	store: Store,
	id: string,
	from?: SaidFrom
): Promise<OpenedSaid | null> {
	const issue = from?.issueId ? await store.records('issues').get(from.issueId) : undefined;
	const logId = from?.logId || issue?.log_id;
	const log = logId ? await store.records('engagement_logs').get(logId) : undefined;
	const found = await openRecord<'feedback_loops', SaidValues>(store, 'feedback_loops', {
		id,
		valuesOf: saidValuesOf,
		// An issue speaks for itself: what else was said in its log is another matter.
		...(from && { blank: () => emptySaid(today(), issue ? { issue } : { log }) })
	});
	const inConfidence = log?.restricted === true || issue?.restricted === true;
	return found && { ...found, inConfidence };
}
