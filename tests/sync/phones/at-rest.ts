/** What must be true when nothing more happens. */
import { expect } from 'vitest';
import { recordTables, type Row } from '../../../src/lib/records/registry';
import { unseal } from '../../../src/lib/store/codec';
import type { StoredFile, StoredRecord } from '../../../src/lib/store/database';
import type { SyncedRow } from '../../../supabase/tests/sync-client';
import type { Phone } from './phone';
import type { World } from './world';

export async function checkAtRest(world: World): Promise<void> {
	for (const phone of world.phones) {
		await checkHoldings(world, phone);
		await checkOutbox(world, phone);
	}
	await checkPieces(world);
	await checkPictures(world);
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
	const theirs = Object.entries(await phone.serverDigests(recordTables));
	expect(await phone.store.inbox.digests(), 'a phone’s digest is the server’s').toEqual(
		// A phone has no entry for a scope of which it holds nothing.
		Object.fromEntries(theirs.filter(([, { count }]) => count > 0))
	);
}

/** Nothing waits but what a person must decide, and every change that the server carried out has its one verdict. */
async function checkOutbox({ scene }: World, phone: Phone): Promise<void> {
	const outbox = await phone.store.outbox();
	const blocked = new Set(outbox.flatMap(({ id, state }) => (state === 'attention' ? [id] : [])));
	for (const { id, mid, body } of outbox) {
		// What names a record that waits, waits behind it.
		const waitsFor = [id, ...Object.values(unseal(body).set)];
		expect(
			waitsFor.some((one) => blocked.has(String(one))),
			`change ${mid} waits for nothing`
		).toBe(true);
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

/** The server has the bytes of every picture that it has a record of, and no phone waits with one in vain. */
async function checkPictures({ scene, phones, storage }: World): Promise<void> {
	const records = await scene.sql<{ path: string }[]>`
		select concat_ws('/', council_id, created_by, sha256) as path from attachments where deleted_at is null`;
	for (const { path } of records) expect(storage, 'a picture is lost').toContain(path);
	for (const phone of phones) {
		const waiting = new Set((await phone.store.outbox()).map(({ id }) => id));
		const files = await phone.disk((database) => database.table<StoredFile>('files').toArray());
		for (const { id, state } of files)
			if (state === 'queued') expect(waiting, `picture ${id} waits for nothing`).toContain(id);
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
