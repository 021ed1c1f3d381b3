/** Who may change an assessment, and when. */
import type { Access } from '$lib/records/tenancy/access';
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

/** Why somebody may not make assessments: whoever logs engagements makes them too. */
export function notYours(access: Access): string | undefined {
	return access.mayLog ? undefined : 'Officers, managers and administrators make assessments.';
}

/** Why somebody may not change one now; undefined where they may. */
export function whileOpen(access: Access, { isOpen }: { isOpen: boolean }): string | undefined {
	if (!access.mayLog || isOpen) return notYours(access);
	return 'It is signed off. A manager or administrator can reopen it; its review can be recorded at any time.';
}
