import { describe, expect, it } from 'vitest';
import { firstErrors } from '$lib/forms/error-list';
import { PROGRESS_MAX } from '$lib/records/action/limits';
import { sampleRow } from '$lib/records/sample-rows';
import { progressOf, progressSchema } from './progress-values';

const action = sampleRow('actions', { due_on: '2026-11-30', progress_note: 'Planned.' });

function faultsOf(values: object, setsDates = true) {
	const read = progressSchema(setsDates).safeParse({ ...progressOf(action), ...values });
	return firstErrors(read.error?.issues ?? []);
}

describe('a report on an action', () => {
	it('that changes nothing is the action as it is', () => {
		expect(progressSchema(true).parse(progressOf(action))).toEqual({
			rag: 'amber',
			rag_reason: null,
			status: 'in_progress',
			progress_note: 'Planned.',
			due_on: '2026-11-30'
		});
	});

	it('leaves the date alone where the person does not set it', () => {
		expect(progressSchema(false).parse(progressOf(action))).not.toHaveProperty('due_on');
		expect(faultsOf({ due_on: '2026-' }, false)).toEqual({});
	});

	it('may leave everything open', () => {
		const blank = { ...progressOf(action), rag: '', progress_note: '  ', due_on: '' };
		expect(progressSchema(true).parse(blank)).toMatchObject({
			rag: null,
			progress_note: null,
			due_on: null
		});
	});

	it('gives a reason for amber and red alone', () => {
		const reasonOf = (values: object) =>
			progressSchema(false).parse({ ...progressOf(action), ...values }).rag_reason;
		const given = { rag_reason: ' No venue. ' };
		expect(reasonOf({ rag: 'amber', ...given })).toBe('No venue.');
		expect(reasonOf({ rag: 'red', ...given })).toBe('No venue.');
		expect(reasonOf({ rag: 'green', ...given })).toBeNull();
		expect(reasonOf({ rag: '', ...given })).toBeNull();
	});

	it('says what is wrong with a field', () => {
		expect(faultsOf({ due_on: '2026-11-' })).toEqual({ due_on: 'The due date must include a day' });
		expect(faultsOf({ progress_note: 'x'.repeat(PROGRESS_MAX + 1) })).toEqual({
			progress_note: 'Progress must be 10,000 characters or fewer'
		});
	});
});
