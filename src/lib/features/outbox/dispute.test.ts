import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstErrors } from '$lib/forms/error-list';
import { sampleRow } from '$lib/records/sample-rows';
import type { Problem, Theirs } from '$lib/store/outbox';
import { readMark, SOUTH } from '$lib/store/samples';
import { Store } from '$lib/store/store';
import { decisionSchema } from './decision-schema';
import { disputeOf, undecided, type Dispute } from './dispute';

const TABLE = 'actions';
const action = sampleRow(TABLE, { scope: SOUTH, progress_note: 'A. B.' });
const theirs = (value: unknown): Theirs => ({
	theirs: value,
	version: 2,
	by: 'daniel',
	at: '2026-11-17T10:12:00+00:00'
});

let store: Store;
beforeEach(async () => {
	store = new Store(crypto.randomUUID());
	await store.inbox.take([{ table: TABLE, row: action }], readMark(SOUTH), false);
});
afterEach(() => store.close());

/** The dispute over a change that met others' values. */
async function disputed(
	set: Record<string, unknown>,
	conflicts: Record<string, Theirs>
): Promise<Dispute> {
	await store.write.update(TABLE, action.id, set);
	const [entry] = await store.claim((outbox) => outbox);
	const problem: Problem = { verdict: 'conflict', code: 'conflict', message: '', conflicts };
	const change = { set, base: {}, was: { progress_note: action.progress_note } };
	await store.inbox.settle([
		{
			mid: entry?.mid ?? 0,
			outcome: { kind: 'conflict', merged: null, disputed: { change, problem } },
			row: action
		}
	]);
	const dispute = await disputeOf(store, entry?.mid ?? 0, (by) => `(${by})`);
	if (!dispute) throw new Error('no dispute');
	return dispute;
}

function read(dispute: Dispute, decision: Record<string, string>) {
	const parsed = decisionSchema(dispute).safeParse({ ...undecided(dispute), ...decision });
	return parsed.success ? parsed.data : firstErrors(parsed.error.issues);
}

describe('a dispute', () => {
	it('shows both values in words, who and when, and has room for a note', async () => {
		const dispute = await disputed({ rag: 'green' }, { rag: theirs('red') });
		expect(dispute.columns).toMatchObject([
			{
				label: 'RAG rating',
				mine: { text: 'Green', whose: expect.stringMatching(/^You, on this device, /) },
				theirs: { text: 'Red', whose: '(daniel), 17 November 2026 at 10:12am' },
				both: null
			}
		]);
		expect(dispute.note).toEqual({ column: 'progress_note', label: 'Progress', now: 'A. B.' });
	});

	it('shows of mine what was written last', async () => {
		const { entry } = await disputed({ rag: 'green' }, { rag: theirs('red') });
		await store.write.update(TABLE, action.id, { rag: null });
		const dispute = await disputeOf(store, entry.mid, () => '');
		expect(dispute?.columns[0]?.mine.text).toBe('Nothing');
	});

	it('makes one text of both, and asks for no other note', async () => {
		const conflicts = { progress_note: theirs('A. B3.') };
		const dispute = await disputed({ progress_note: 'A. B2.' }, conflicts);
		expect(dispute.columns[0]?.both).toBe('A. B3. B2.');
		expect(dispute.note).toBeNull();
	});

	it('is none where nothing is in dispute', async () => {
		await store.write.update(TABLE, action.id, { rag: 'green' });
		expect(await disputeOf(store, (await store.outbox())[0]?.mid ?? 0, () => '')).toBeNull();
		expect(await disputeOf(store, NaN, () => '')).toBeNull();
	});
});

describe('the decision', () => {
	const conflicts = { rag: theirs('red'), status: theirs('stopped') };

	it('is taken column by column', async () => {
		const dispute = await disputed({ rag: 'green', status: 'done' }, conflicts);
		expect(read(dispute, {})).toEqual({
			rag: 'RAG rating: choose which one stays',
			status: 'Status: choose which one stays'
		});
		expect(read(dispute, { rag: 'mine', status: 'theirs', note: ' Why. ' })).toEqual({
			rag: 'green',
			status: 'stopped',
			progress_note: 'A. B.\nWhy.'
		});
	});

	it('may be a text of both, which the column must take', async () => {
		const dispute = await disputed(
			{ progress_note: 'A. B2.' },
			{ progress_note: theirs('A. B3.') }
		);
		expect(read(dispute, { progress_note: 'both' })).toEqual({ progress_note: 'A. B3. B2.' });
		const long = { progress_note: 'both', 'progress_note-text': 'x'.repeat(10_001) };
		expect(read(dispute, long)).toEqual({
			'progress_note-text': 'Progress must be 10,000 characters or fewer'
		});
	});
});
