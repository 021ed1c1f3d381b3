/** What the form of an evaluation holds. How it is read: evaluation-schema.ts. */
import { talliesOf, type Tally } from '$lib/records/engagement/tallies';
import type { EvaluationFields } from '$lib/records/event/event-evaluation';

/** In the order of the page: errors are listed so. Nothing is ''. */
export interface EvaluationValues {
	event_id: string;
	/** '' where the door count says it. */
	attended: string;
	tallies: Tally[];
	sentiment: string;
	heard: string;
	worked: string;
	change: string;
	safety_messages: string;
}

/** @param counted how many the door count has; null where nobody counted */
export function emptyEvaluation(event_id: string, counted: number | null): EvaluationValues {
	return {
		event_id,
		attended: counted?.toString() ?? '',
		tallies: [],
		sentiment: '',
		heard: '',
		worked: '',
		change: '',
		safety_messages: ''
	};
}

export function evaluationValuesOf(evaluation: EvaluationFields): EvaluationValues {
	return {
		event_id: evaluation.event_id,
		attended: evaluation.attended?.toString() ?? '',
		tallies: talliesOf(evaluation),
		sentiment: evaluation.sentiment ?? '',
		heard: evaluation.heard,
		worked: evaluation.worked,
		change: evaluation.change,
		safety_messages: evaluation.safety_messages?.toString() ?? ''
	};
}
