import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordTable } from '$lib/records/registry';
import { newEntry, type OutboxEntry, type Theirs, type Values } from '$lib/store/outbox';
import { mergeText, outcomeOf } from './merge';
import type { Verdict } from './remote';

const sentence = fc
	.tuple(fc.constantFrom('The bus', 'A ramp', 'Nobody', 'Rent', '3.5 %'), fc.nat(30))
	.chain(([who, number]) =>
		fc.constantFrom('.', '!', '?', '').map((stop) => `${who} is late ${number}${stop}`)
	);
const text = fc
	.array(fc.tuple(sentence, fc.constantFrom(' ', '\n', '\n\n', '  ')), { maxLength: 6 })
	.map((parts) => parts.flat().join(''));

describe('mergeText', () => {
	it('gives the other side where one changed nothing', () => {
		fc.assert(
			fc.property(text, text, (base, changed) => {
				expect(mergeText(base, base, changed)).toBe(changed);
				expect(mergeText(base, changed, base)).toBe(changed);
				expect(mergeText(base, changed, changed)).toBe(changed);
			})
		);
	});

	it('never loses a sentence that only one side added', () => {
		const addition = fc.record({ at: fc.nat(5), side: fc.constantFrom('mine', 'theirs') });
		fc.assert(
			fc.property(fc.array(sentence, { maxLength: 6 }), fc.array(addition), (base, additions) => {
				const added: string[] = [];
				const sides = { mine: [...base], theirs: [...base] };
				additions.forEach(({ at, side }, number) => {
					added.push(`Added ${number}, yes.`);
					sides[side as 'mine'].splice(at, 0, `Added ${number}, yes.`);
				});
				const merged = mergeText(base.join(' '), sides.mine.join(' '), sides.theirs.join(' '));
				for (const each of merged === null ? [] : added)
					expect(merged?.split(each)).toHaveLength(2);
			})
		);
	});

	it.each([
		['both add, at different ends', 'A. B.', 'X. A. B.', 'A. B. Y.', 'X. A. B. Y.'],
		['one adds where the other takes away', 'A. B. C.', 'A. C.', 'A. B. C. D.', 'A. C. D.'],
		['two sentences, one each', 'A. B.', 'A2. B.', 'A. B2.', 'A2. B2.'],
		['two lines, one each', 'A\nB', 'A2\nB', 'A\nB2', 'A2\nB2'],
		['one fills what was empty', '', 'Mine.', '', 'Mine.']
	])('merges: %s', (_, base, mine, theirs, merged) => {
		expect(mergeText(base, mine, theirs)).toBe(merged);
	});

	it.each([
		['the same sentence', 'A. B.', 'A2. B.', 'A3. B.'],
		['the same end', 'A.', 'A. Mine.', 'A. Theirs.'],
		['what was empty', '', 'Mine.', 'Theirs.'],
		['a sentence that the other took away', 'A. B. C.', 'A. B2. C.', 'A. C.']
	])('leaves it to a person where both changed %s', (_, base, mine, theirs) => {
		expect(mergeText(base, mine, theirs)).toBeNull();
	});
});

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

	it('is done with what was applied, also where it replaced something', () => {
		const conflicts = { people_count: theirs(3) };
		expect(
			outcomeOf(entry('engagement_logs', { people_count: 5 }), verdict('applied', { conflicts }))
		).toEqual({ kind: 'applied' });
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
			disputed: null
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
