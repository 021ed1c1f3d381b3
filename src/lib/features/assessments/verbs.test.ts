import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { Store } from '$lib/store/store';
import { emptyAssessment } from './assessment-values';
import {
	changeAssessment,
	deleteAssessment,
	linkEvidence,
	reopenAssessment,
	startAssessment,
	unlinkEvidence
} from './verbs';

const council = crypto.randomUUID();

async function begin() {
	const store = new Store(crypto.randomUUID());
	const { id, ...fields } = sampleRow('assessments', { status: 'full' });
	await startAssessment(store, council, id, fields);
	const read = () => store.records('assessments').get(id);
	return { store, id, fields, read };
}

it('starts one assessment, however often it is saved', async () => {
	const { store, id, fields } = await begin();
	await startAssessment(store, council, id, { ...fields, title: 'Again' });
	expect(await store.records('assessments').all()).toHaveLength(1);
});

it('changes what the person changed, and nothing that has come in since', async () => {
	const { store, id, read } = await begin();
	const opened = await read();
	if (!opened) throw new Error('not there');
	await store.write.update('assessments', id, { impact_race: 'positive' });
	await changeAssessment(store, opened, { ...opened, impact_age: 'negative' });
	expect(await read()).toMatchObject({ impact_age: 'negative', impact_race: 'positive' });
});

it('takes the sign-off back when it is reopened', async () => {
	const { store, id, read } = await begin();
	const signed = { status: 'signed_off', signed_off_by: 'Head of Policy' } as const;
	await store.write.update('assessments', id, { ...signed, signed_off_on: '2026-11-17' });
	await reopenAssessment(store, id);
	expect(await read()).toMatchObject({ status: 'full', signed_off_by: '', signed_off_on: null });
});

it('links several logs at once, each of them once', async () => {
	const { store, id } = await begin();
	const [a, b] = [crypto.randomUUID(), crypto.randomUUID()];
	const linked = () => store.records('assessment_evidence').where('assessment_id', id);
	await linkEvidence(store, council, id, { logs: [a], note: '' });
	await linkEvidence(store, council, id, { logs: [a, b], note: 'Both say it' });
	expect((await linked()).map(({ log_id }) => log_id).sort()).toEqual([a, b].sort());
	const [first] = await linked();
	await unlinkEvidence(store, first?.id ?? '');
	expect(await linked()).toHaveLength(1);
});

it('deletes an assessment with the forms over it that were begun', async () => {
	const { store, id, read } = await begin();
	await store.drafts.save(`${id}/findings`, 'assessments', emptyAssessment());
	await store.drafts.save('another', 'assessments', emptyAssessment());
	await deleteAssessment(store, id);
	expect(await read()).toBeUndefined();
	expect((await store.drafts.list()).map((draft) => draft.id)).toEqual(['another']);
});
