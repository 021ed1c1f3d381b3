import { describe, expect, it } from 'vitest';
import { seal } from './codec';
import { newEntry, overlay, type Operation, type OutboxEntry, type Values } from './outbox';
import { AUTHOR, logFields, serverLog } from './samples';

function entry(op: Operation, set: Values = {}): OutboxEntry {
	const { id } = serverLog();
	return { mid: 1, ...newEntry('engagement_logs', id, op, { set, base: {}, was: {} }) };
}

describe('overlay', () => {
	it('shows the server’s row where nothing waits', () => {
		expect(overlay(serverLog(), [], AUTHOR)).toEqual(serverLog());
	});

	it('makes a record of an insert that the server has not seen', () => {
		const row = overlay(null, [entry('insert', logFields())], AUTHOR);
		expect(row).toMatchObject({ ...logFields(), row_version: 0, scope: '', created_by: AUTHOR });
	});

	it('lays an insert over the row where the server has it already', () => {
		const row = overlay(
			serverLog({ row_version: 2, people_count: 9 }),
			[entry('insert', { heard: 'Mine.' })],
			AUTHOR
		);
		expect(row).toMatchObject({ heard: 'Mine.', people_count: 9, row_version: 2 });
	});

	it('lays changes over it in the order in which they were made', () => {
		const entries = [entry('update', { heard: 'First.' }), entry('update', { heard: 'Second.' })];
		expect(overlay(serverLog(), entries, AUTHOR)).toMatchObject({ heard: 'Second.' });
	});

	it('hides what waits to be deleted, also when it was never sent', () => {
		expect(overlay(serverLog(), [entry('delete')], AUTHOR)?.deleted_at).not.toBeNull();
		const entries = [entry('insert', logFields()), entry('delete')];
		expect(overlay(null, entries, AUTHOR)?.deleted_at).not.toBeNull();
	});

	it('makes nothing of a change to a record that is not there', () => {
		expect(overlay(null, [entry('update', { heard: 'Mine.' })], AUTHOR)).toBeNull();
		expect(overlay(null, [entry('delete')], AUTHOR)).toBeNull();
	});

	it('changes neither the row nor the entries that it is given', () => {
		const row = Object.freeze(serverLog());
		const change = {
			...entry('update'),
			body: seal(Object.freeze({ set: {}, base: {}, was: {} }))
		};
		overlay(row, [change, entry('delete')], AUTHOR);
		expect(row).toEqual(serverLog());
	});
});
