/** You said, we did, in figures and as a sheet for the public. */
import type { Row } from '$lib/records/registry';
import { daysBetween } from '$lib/time/dates';
import type { Period } from './periods';

type Loop = Row<'feedback_loops'>;

/** How far feedback has come. */
export type FeedbackStage = 'unanswered' | 'untold' | 'told';

export function stageOf({ outcome, told_on }: Pick<Loop, 'outcome' | 'told_on'>): FeedbackStage {
	if (outcome === null) return 'unanswered';
	return told_on === null ? 'untold' : 'told';
}

export interface FeedbackFigures {
	heard: number;
	/** With an answer, told or not. */
	answered: number;
	told: number;
	/** Days since the oldest was said that has not been reported back; null where none waits. */
	oldestDays: number | null;
}

/** @param today `YYYY-MM-DD` */
export function feedbackFigures(loops: readonly Loop[], today: string): FeedbackFigures {
	const waiting = loops.filter((loop) => stageOf(loop) !== 'told');
	const ages = waiting.map(({ said_on }) => daysBetween(said_on, today));
	return {
		heard: loops.length,
		answered: loops.filter((loop) => stageOf(loop) !== 'unanswered').length,
		told: loops.length - waiting.length,
		oldestDays: ages.length === 0 ? null : Math.max(...ages)
	};
}

/**
 * What a sheet for the public shows: what was answered in a period, in a ward ('' for all), the latest first. What has no
 * answer is not for the public yet.
 */
export function answeredIn(loops: readonly Loop[], { since, until }: Period, ward: string): Loop[] {
	return loops
		.filter(
			({ responded_on, ward_code }) =>
				responded_on !== null &&
				since <= responded_on &&
				responded_on <= until &&
				(ward === '' || ward_code === ward)
		)
		.toSorted((a, b) => (b.responded_on ?? '').localeCompare(a.responded_on ?? ''));
}
