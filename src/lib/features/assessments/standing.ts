/** Where an assessment stands on its way to the server. */
import type { Store } from '$lib/store/store';

/**
 * Whether an assessment may be changed: it is not signed off, or the sign-off was refused, and what it lacked has to be
 * put right. It is so for one that is not on this device.
 */
export async function mayChange(store: Store, id: string): Promise<boolean> {
	const assessment = await store.records('assessments').get(id);
	if (assessment?.status !== 'signed_off') return true;
	return (await store.outbox()).some(
		(entry) =>
			entry.table === 'assessments' &&
			entry.id === id &&
			entry.problem?.verdict === 'rejected' &&
			entry.problem.code !== 'assessment_signed_off'
	);
}
