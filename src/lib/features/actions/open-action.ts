/** What the form for a new action begins with: a draft, or what can be guessed from where it was started. */
import { nextReference } from '$lib/records/action/action-rules';
import type { Store } from '$lib/store/store';
import { openRecord, type OpenedRecord } from '../open-record';
import { planToShow } from '../plan-to-show';
import { emptyAction, valuesOf, type ActionValues } from './action-values';

/** What a new action was started from. */
export interface ActionStart {
	objective: string | null;
	assessment: string | null;
	/** Words for its title. */
	title: string | null;
}

export async function openNewAction(
	store: Store,
	id: string,
	from: ActionStart
): Promise<{
	found: OpenedRecord<'actions', ActionValues> | null;
	/** The title of the assessment that it mitigates. */
	mitigates: string | undefined;
}> {
	const found = await openRecord(store, 'actions', {
		id,
		valuesOf,
		blank: () => newAction(store, from)
	});
	const assessment = await store.records('assessments').get(found?.values.assessment_id ?? '');
	return { found, mitigates: assessment?.title };
}

async function newAction(store: Store, from: ActionStart): Promise<ActionValues> {
	const [plans, actions, objective, assessment] = await Promise.all([
		store.records('plans').all(),
		store.records('actions').all(),
		store.records('objectives').get(from.objective ?? ''),
		store.records('assessments').get(from.assessment ?? '')
	]);
	const planId = objective?.plan_id ?? planToShow(plans, '')?.id;
	return emptyAction({
		title: from.title ?? '',
		objective_id: objective?.id ?? assessment?.objective_id ?? '',
		assessment_id: assessment?.id ?? '',
		service: assessment?.service ?? '',
		reference: nextReference(
			actions.filter(({ plan_id }) => plan_id === planId).map(({ reference }) => reference)
		)
	});
}
