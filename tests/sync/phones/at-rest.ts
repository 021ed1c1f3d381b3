/** What must be true when nothing more happens. */
import { expect } from 'vitest';
import { recordTables, type Row } from '../../../src/lib/records/registry';
import { unseal } from '../../../src/lib/store/codec';
import type { StoredRecord } from '../../../src/lib/store/database';
import type { SyncedRow } from '../../../supabase/tests/sync-client';
import type { Phone } from './phone';
import type { World } from './world';

export async function checkAtRest(world: World): Promise<void> {
	for (const phone of world.phones) {
		await checkHoldings(world, phone);
		await checkOutbox(world, phone);
	}
	await checkPieces(world);
}

/** Every phone holds what its person's scopes hold, and nothing else but records with changes that wait. */
async function checkHoldings({ scene }: World, phone: Phone): Promise<void> {
	const waiting = new Set((await phone.store.outbox()).map(({ table, id }) => `${table} ${id}`));
	const holds: string[] = [];
	for (const table of recordTables)
		for (const stored of await phone.stored(table)) {
			const row = serverSide(stored);
			if (stored.row_version === 0)
				expect(waiting, `${table} ${stored.id} is kept without a reason`).toContain(
					`${table} ${stored.id}`
				);
			else if (row?.deleted_at === null) holds.push(written(table, row));
		}
	const may = await scene.as(phone.userId)((tx) =>
		tx.unsafe<{ name: string; row: SyncedRow }[]>(
			recordTables
				.map(
					(table) => `select '${table}' as name, to_jsonb(${table}) - 'xid' as row from ${table}
						where deleted_at is null and scope in (select private.my_scopes())`
				)
				.join(' union all ')
		)
	);
	expect(holds.sort(), 'a phone holds what its person may see').toEqual(
		may.map(({ name, row }) => written(name, row)).sort()
	);
}

/** Nothing waits but what a person must decide, and every change that the server carried out has its one verdict. */
async function checkOutbox({ scene }: World, phone: Phone): Promise<void> {
	const blocked = new Set<string>();
	const outbox = await phone.store.outbox();
	for (const { id, state, mid } of outbox) {
		if (state === 'attention') blocked.add(id);
		expect(blocked, `change ${mid} waits for nothing`).toContain(id);
	}
	const verdicts = await scene.sql<{ mid: number }[]>`
		select mid::int from sync_mutations where client_id = ${await phone.store.clientId()}`;
	expect(verdicts.map(({ mid }) => mid).sort(), 'one verdict for each change').toEqual(
		[...phone.verdicts.keys()].sort()
	);
}

/**
 * Every piece that somebody wrote is on the server or waits for its writer. A sentence is still in its record's text,
 * once, unless the record was deleted or a person decided a dispute over it: then it is in the history.
 */
async function checkPieces({ scene, phones, ledger }: World): Promise<void> {
	const records = await scene.sql<{ id: string; text: string; count: string; gone: boolean }[]>`
		select id, heard as text, people_count::text as count, deleted_at is not null as gone from engagement_logs
		union all
		select id, progress_note, null, false from actions`;
	const history = await scene.sql<{ row_id: string; changes: string }[]>`
		select row_id, changes::text from audit_log`;
	const waiting = new Map<string, string>();
	for (const phone of phones)
		waiting.set(
			phone.userId,
			(await phone.store.outbox())
				.map(({ id, body }) => `${id} ${JSON.stringify(unseal(body))}`)
				.join()
		);
	for (const { text, writer, record, kind } of ledger.pieces) {
		if (writer && waiting.get(writer)?.includes(text)) continue;
		const row = records.find(({ id }) => id === record);
		if (!row) throw new Error(`“${text}” vanished with its record`);
		const inHistory = history.some(
			(entry) => entry.row_id === record && entry.changes.includes(text)
		);
		const times = (kind === 'sentence' ? row.text : (row.count ?? '')).split(text).length - 1;
		if (kind === 'number' || row.gone || ledger.decided.has(record))
			expect(times > 0 || inHistory, `“${text}” is lost`).toBe(true);
		else expect(times, `“${text}” in “${row.text}”`).toBe(1);
	}
}

/** The server's row of a stored record, read from the disk as it lies there. */
function serverSide(stored: StoredRecord): Row | null {
	const server = stored.server === undefined ? stored.body : stored.server;
	return server && unseal(server);
}

function written(table: string, row: object): string {
	const columns = Object.entries(row).sort(([a], [b]) => a.localeCompare(b));
	return `${table} ${JSON.stringify(columns)}`;
}
