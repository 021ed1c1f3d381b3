/** What a form over an assessment begins with: its draft, the assessment, or a new one. */
import { today } from '$lib/time/dates';
import type { App } from '../app-context';
import { openRecord, type OpenedRecord } from '../open-record';
import { nameOf } from '../reference.svelte';
import { mayChange } from './standing';
import { emptyAssessment, type AssessmentValues } from './assessment-values';
import { draftOf, startOf, type Around, type PartName } from './parts';

/** What a new assessment was started from, by id; '' for nothing. */
export interface NewFrom {
	actionId: string;
	objectiveId: string;
}

export interface OpenedPart extends OpenedRecord<'assessments', AssessmentValues> {
	around: Around;
}

/** Null where the assessment is not on this device. */
export async function openPart(
	{ store, person }: App,
	id: string,
	part: PartName,
	from?: NewFrom
): Promise<OpenedPart | null> {
	const [assessment, isOpen, mitigations, people] = await Promise.all([
		store.records('assessments').get(id),
		mayChange(store, id),
		store.records('actions').where('assessment_id', id),
		store.records('profiles').where('user_id', person.userId)
	]);
	const around = {
		today: today(),
		assessment,
		isOpen,
		mitigations,
		person: nameOf(people, person.userId)
	};
	const found = await openRecord<'assessments', AssessmentValues>(store, 'assessments', {
		id,
		draftId: draftOf(id, part),
		valuesOf: (assessment) => startOf(part, assessment, around),
		...(from && {
			blank: () => ({
				...emptyAssessment(),
				lead: around.person,
				action_id: from.actionId,
				objective_id: from.objectiveId
			})
		})
	});
	return found && { ...found, around };
}
