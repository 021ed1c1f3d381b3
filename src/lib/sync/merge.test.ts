import { describe, expect, it } from 'vitest';
import type { RecordTable } from '$lib/records/registry';
import { newEntry, type OutboxEntry, type Theirs, type Values } from '$lib/store/outbox';
import { outcomeOf } from './merge';
import type { Verdict } from './remote';

describe('outcomeOf', () => {
	const theirs = (value: unknown, version = 4): Theirs => ({
		theirs: value,
		version,
		by: null,
		at: null
	});
	function entry(table: RecordTable, set: Values, was: Values = {}): OutboxEntry {
		const base = Object.fromEntries(Object.keys(set).map((column) => [column, 1]));
		return { mid: 1, ...newEntry(table, 'id', 'update', { set, base, was }) };
	}
	const verdict = (kind: Verdict['verdict'], more: Partial<Verdict> = {}): Verdict => ({
		mid: 1,
		verdict: kind,
		row: null,
		...more
	});

	it('is done with what was applied, and says what it replaced', () => {
		const conflicts = { people_count: theirs(3) };
		expect(
			outcomeOf(entry('engagement_logs', { people_count: 5 }), verdict('applied', { conflicts }))
		).toEqual({ kind: 'applied', replaced: conflicts });
		expect(outcomeOf(entry('engagement_logs', { people_count: 5 }), verdict('applied'))).toEqual({
			kind: 'applied'
		});
	});

	it('hands a refusal to the person, with its code and column', () => {
		const refused = verdict('rejected', { code: 'required', message: 'No.', column: 'ward_code' });
		expect(outcomeOf(entry('engagement_logs', { ward_code: null }), refused)).toEqual({
			kind: 'rejected',
			problem: { verdict: 'rejected', code: 'required', message: 'No.', column: 'ward_code' }
		});
	});

	it('merges long text onto the version that stands in the way; plain values are done', () => {
		const log = entry(
			'engagement_logs',
			{ heard: 'A. B. Mine.', people_count: 5 },
			{ heard: 'A. B.' }
		);
		const conflicts = { heard: theirs('Theirs. A. B.'), people_count: theirs(3) };
		expect(outcomeOf(log, verdict('conflict', { conflicts }))).toEqual({
			kind: 'conflict',
			merged: {
				set: { heard: 'Theirs. A. B. Mine.' },
				base: { heard: 4 },
				was: { heard: 'Theirs. A. B.' }
			},
			disputed: null,
			replaced: { people_count: conflicts.people_count }
		});
	});

	it('asks about text that does not merge, on the ground where it stood', () => {
		const log = entry('engagement_logs', { heard: 'Mine.', people_count: 5 }, { heard: 'A.' });
		const conflicts = { heard: theirs('Theirs.'), people_count: theirs(3) };
		expect(outcomeOf(log, verdict('conflict', { conflicts }))).toMatchObject({
			merged: null,
			disputed: {
				change: { set: { heard: 'Mine.' }, base: { heard: 1 }, was: { heard: 'A.' } },
				problem: { verdict: 'conflict', conflicts: { heard: { version: 4 } } }
			}
		});
	});

	it('asks about a status, and merges the text beside it', () => {
		const action = entry(
			'actions',
			{ status: 'done', progress_note: 'A. Mine.', title: 'New' },
			{ progress_note: 'A.' }
		);
		const conflicts = { status: theirs('stopped'), progress_note: theirs('Theirs. A.') };
		const outcome = outcomeOf(action, verdict('conflict', { conflicts }));
		expect(outcome).toMatchObject({
			merged: { set: { progress_note: 'Theirs. A. Mine.' } },
			disputed: { change: { set: { status: 'done' }, base: { status: 1 } } }
		});
		expect(outcome.kind === 'conflict' && outcome.disputed?.problem.conflicts).toEqual({
			status: conflicts.status
		});
	});

	it('asks about a column whose rule only the server knows', () => {
		const log = entry('engagement_logs', { people_count: 5 });
		const conflicts = { people_count: theirs(3) };
		expect(outcomeOf(log, verdict('conflict', { conflicts }))).toMatchObject({
			merged: null,
			disputed: { change: { set: { people_count: 5 } } }
		});
	});

	it('takes a text that was never filled in for an empty one', () => {
		const place = entry('places', { note: 'Mine.' }, { note: null });
		const conflicts = { note: theirs(null) };
		expect(outcomeOf(place, verdict('conflict', { conflicts }))).toMatchObject({
			merged: { set: { note: 'Mine.' }, was: { note: null } }
		});
	});
});
