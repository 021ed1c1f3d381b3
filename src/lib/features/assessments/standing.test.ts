import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { Store } from '$lib/store/store';
import { mayChange } from './standing';

const signedOff = { status: 'signed_off', signed_off_by: 'Head of Policy' } as const;

async function signOff(refusal?: string) {
	const store = new Store(crypto.randomUUID());
	const row = sampleRow('assessments', { status: 'full' });
	await store.write.insert('assessments', row, row.id);
	expect(await mayChange(store, row.id)).toBe(true);
	await store.write.update('assessments', row.id, signedOff);
	if (refusal !== undefined) {
		const [entry] = await store.claim((outbox) => outbox);
		const problem = { verdict: 'rejected', code: refusal, message: 'No' } as const;
		await store.inbox.settle([
			{ mid: entry?.mid ?? 0, outcome: { kind: 'rejected', problem }, row: null }
		]);
	}
	return mayChange(store, row.id);
}

it('a signed-off assessment is not changed', async () => {
	expect(await signOff()).toBe(false);
});

it('one whose sign-off was refused is, so that what it lacked can be put right', async () => {
	expect(await signOff('impact_not_answered')).toBe(true);
	expect(await signOff('assessment_signed_off')).toBe(false);
});
