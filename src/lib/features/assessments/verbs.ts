/**
 * What people do with assessments. Officers, managers and administrators make them; managers and administrators sign
 * them off and reopen them.
 */
import type { AssessmentFields } from '$lib/records/assessment/assessment';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';

/** Starts an assessment. The draft's id becomes its own, so that saving twice makes one. */
export async function startAssessment(
	store: Store,
	councilId: string,
	draftId: string,
	assessment: AssessmentFields
): Promise<void> {
	await store.write.insert('assessments', { council_id: councilId, ...assessment }, draftId);
}

/**
 * Changes an assessment: what it is about, what it found, its sign-off. A change that was refused goes out again.
 * @param opened the assessment as the form found it: what others have changed since stays as they made it
 */
export async function changeAssessment(
	store: Store,
	opened: Row<'assessments'>,
	assessment: AssessmentFields
): Promise<void> {
	await store.write.update('assessments', opened.id, assessment, opened);
}

/** Takes the sign-off back, so that the assessment can be changed. Its history keeps who had signed it off. */
export async function reopenAssessment(store: Store, id: string): Promise<void> {
	const undone = { signed_off_by: '', signed_off_on: null, screened_out_reason: '' };
	await store.write.update('assessments', id, { status: 'full', ...undone });
}

/**
 * Deletes an assessment that is not signed off, with the forms over it that were begun. The server takes its evidence
 * along; logs and actions stay.
 */
export async function deleteAssessment(store: Store, id: string): Promise<void> {
	await store.write.remove('assessments', id);
	const begun = await store.drafts.list();
	for (const draft of begun) if (draft.id.startsWith(id)) await store.drafts.discard(draft.id);
}

/** Links logs to an assessment as what was heard; those that are linked already are left out. */
export async function linkEvidence(
	store: Store,
	councilId: string,
	assessmentId: string,
	evidence: { logs: readonly string[]; note: string }
): Promise<void> {
	const linked = await store.records('assessment_evidence').where('assessment_id', assessmentId);
	for (const log_id of evidence.logs)
		if (!linked.some((link) => link.log_id === log_id))
			await store.write.insert('assessment_evidence', {
				council_id: councilId,
				assessment_id: assessmentId,
				log_id,
				note: evidence.note
			});
}

/** Takes a link to a log away. The log stays. */
export async function unlinkEvidence(store: Store, id: string): Promise<void> {
	await store.write.remove('assessment_evidence', id);
}
