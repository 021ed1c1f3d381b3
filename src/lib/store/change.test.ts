import { describe, expect, it } from 'vitest';
import { decided, differences, fold, laidOver, rebased, standing } from './change';
import { newEntry, type Change, type OutboxEntry } from './outbox';
import { serverLog } from './samples';

const TABLE = 'engagement_logs';

function entry(change: Partial<Change>, more: Partial<OutboxEntry> = {}): OutboxEntry {
	const whole = { set: {}, base: {}, was: {}, ...change };
	return { mid: 1, ...newEntry(TABLE, serverLog().id, 'update', whole), ...more };
}

const nothing: Change = { set: {}, base: {}, was: {} };
const first: Change = { set: { heard: 'B.' }, base: { heard: 1 }, was: { heard: 'A.' } };
const second: Change = {
	set: { heard: 'C.', people_count: 4 },
	base: { heard: 3, people_count: 2 },
	was: { heard: 'X.' }
};

describe('fold', () => {
	it('takes the last values on the first ground', () => {
		const step = fold([
			{ op: 'update', change: first },
			{ op: 'update', change: second }
		]);
		expect(step).toEqual({
			op: 'update',
			change: {
				set: { heard: 'C.', people_count: 4 },
				base: { heard: 1, people_count: 2 },
				was: { heard: 'A.' }
			}
		});
	});

	it('keeps a new record new', () => {
		const steps = [
			{ op: 'insert' as const, change: first },
			{ op: 'update' as const, change: second }
		];
		expect(fold(steps)?.op).toBe('insert');
	});

	it('makes nothing of a new record that is deleted, and a deletion of any other', () => {
		const end = { op: 'delete' as const, change: nothing };
		expect(fold([{ op: 'insert', change: first }, end])).toBeNull();
		expect(fold([{ op: 'update', change: first }, end])).toEqual(end);
	});

	it('takes a deletion back that somebody edits over', () => {
		const steps = [
			{ op: 'delete' as const, change: nothing },
			{ op: 'update' as const, change: first }
		];
		expect(fold(steps)).toEqual({ op: 'update', change: first });
	});
});

describe('the ground of a new change', () => {
	const server = serverLog({ row_version: 3, heard: 'X.' }, ['heard']);

	it('is what the server holds; what a text was is kept for merging', () => {
		expect(standing(TABLE, { heard: 'C.', people_count: 4 }, server, [])).toEqual({
			set: { heard: 'C.', people_count: 4 },
			base: { heard: 3, people_count: 1 },
			was: { heard: 'X.' }
		});
	});

	it('is that of the first waiting change of the column, whatever the server holds by now', () => {
		const change = standing(TABLE, { heard: 'C.' }, server, [entry(first), entry(second)]);
		expect(change).toEqual({ set: { heard: 'C.' }, base: { heard: 1 }, was: { heard: 'A.' } });
	});

	it('is none where the record is still on its way', () => {
		const insert = entry({ set: { heard: 'B.' } }, { op: 'insert' });
		expect(standing(TABLE, { heard: 'C.' }, server, [insert])).toEqual({
			...nothing,
			set: { heard: 'C.' }
		});
	});
});

describe('a change after the one before it was applied', () => {
	const later: Change = { set: { heard: 'BC.' }, base: { heard: 1 }, was: { heard: 'A.' } };

	it('stands on the version that made', () => {
		const row = serverLog({ row_version: 2, heard: 'B.' }, ['heard']);
		expect(rebased(TABLE, later, { heard: 'B.' }, row)).toEqual({
			set: { heard: 'BC.' },
			base: { heard: 2 },
			was: { heard: 'B.' }
		});
	});

	it('knows its own list again, though PostgreSQL gives the keys back in another order', () => {
		const sent = [{ of: { age: '16_24', sex: 'female' }, count: 3 }];
		const stored = [{ count: 3, of: { sex: 'female', age: '16_24' } }];
		const later: Change = { set: { tallies: [] }, base: { tallies: 1 }, was: {} };
		const row = serverLog({ tallies: stored, field_versions: { tallies: 4 } });
		expect(rebased(TABLE, later, { tallies: sent }, row).base).toEqual({ tallies: 4 });
		expect(differences(row, { tallies: sent })).toEqual({});
		expect(differences(row, { tallies: [...sent, ...sent] })).not.toEqual({});
		const others = serverLog({ tallies: [], field_versions: { tallies: 4 } });
		expect(rebased(TABLE, later, { tallies: sent }, others).base).toEqual({ tallies: 1 });
	});

	it('stays below a version that somebody else has made since, so that the server sees the clash', () => {
		const row = serverLog({ row_version: 3, heard: 'Theirs.' }, ['heard']);
		expect(rebased(TABLE, later, { heard: 'B.' }, row)).toMatchObject({
			base: { heard: 1 },
			was: { heard: 'B.' }
		});
	});

	it('merges against what was sent also where the row is out of sight', () => {
		expect(rebased(TABLE, later, { heard: 'B.' }, null).was).toEqual({ heard: 'B.' });
	});

	it('is left alone in other columns', () => {
		const row = serverLog({ row_version: 2, people_count: 7 }, ['people_count']);
		expect(rebased(TABLE, later, { people_count: 7 }, row)).toEqual(later);
	});
});

it('stands what was decided on what the person was shown, and needs not send what is theirs', () => {
	const theirs = { theirs: 'Theirs.', version: 5, by: null, at: null };
	const problem = {
		verdict: 'conflict',
		code: 'conflict',
		message: '',
		conflicts: { heard: theirs, people_count: { ...theirs, theirs: 3 } }
	} as const;
	const dispute = entry(first, { problem });
	expect(decided(dispute, { heard: 'B.', people_count: 3 })).toEqual({
		set: { heard: 'B.' },
		base: { heard: 5 },
		was: { heard: 'Theirs.' }
	});
	expect(decided(dispute, {})).toEqual({ set: {}, base: {}, was: {} });
});

it('lays a later change over another with its own ground', () => {
	expect(laidOver(first, second)).toEqual(second);
	expect(laidOver(second, first)).toEqual({
		set: { heard: 'B.', people_count: 4 },
		base: { heard: 1, people_count: 2 },
		was: { heard: 'A.' }
	});
});
