import { expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { draftIdOf, draftInWords, type ActionForm } from './action-drafts';

const opened = sampleRow('actions', { reference: 'EDI-14', title: 'Review' });
const shared = { table: 'actions', updated_at: '2026-11-17T10:00:00Z', values: {} } as const;

it.each([
	['progress', 'Progress: EDI-14 Review'],
	['edit', 'Changes: EDI-14 Review'],
	['decide', 'Answer: EDI-14 Review']
] satisfies [ActionForm, string][])('a draft of %s leads back to its form', (form, title) => {
	const id = draftIdOf(opened.id, form);
	expect(draftInWords({ ...shared, id, opened })).toEqual({
		title,
		href: `/actions/${opened.id}/${form}`
	});
});

it('a draft of a new action leads back to it', () => {
	const draft = { ...shared, id: opened.id, opened: null };
	expect(draftInWords(draft)).toEqual({
		title: 'New action: no title yet',
		href: `/actions/new?draft=${opened.id}`
	});
	expect(draftInWords({ ...draft, values: { title: ' Plant trees ' } }).title).toBe(
		'New action: Plant trees'
	);
});
