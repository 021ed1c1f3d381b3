/** What a verdict does to the outbox and to the record. Runs inside the caller's transaction. */
import type { Row } from '$lib/records/registry';
import { changeOf, laidOver, rebased, without } from './change';
import { seal } from './codec';
import { recordsOf, type DeviceDatabase } from './database';
import { keepReplaced } from './news';
import { newEntry, type Change, type OutboxEntry, type Problem, type Theirs } from './outbox';
import { entriesOf, outOfSight, rebuild, serverRow, toStored } from './rebuild';

/** What became of one change that was sent. `replaced` is what others had made of plain columns that it wrote over. */
export type Outcome =
	| { kind: 'applied'; replaced?: Record<string, Theirs> }
	| { kind: 'rejected'; problem: Problem }
	/** Applied but for the columns named here: what was merged goes out again, what is disputed waits for the person. */
	| {
			kind: 'conflict';
			merged: Change | null;
			disputed: { change: Change; problem: Problem } | null;
			replaced?: Record<string, Theirs>;
	  };

/**
 * Settles one entry that was sent.
 * @param row the record as the answer shows it; null where it is out of the person's sight
 */
export async function settle(
	database: DeviceDatabase,
	author: string,
	entry: OutboxEntry,
	outcome: Outcome,
	row: Row | null
): Promise<void> {
	const { table, id } = entry;
	const held = serverRow(await recordsOf(database, table).get(id));
	const later = (await entriesOf(database, table, id)).filter(({ mid }) => mid > entry.mid);
	if (outcome.kind === 'rejected') await refuse(database, entry, outcome.problem, later);
	else {
		await accept(database, entry, outcome, later, row);
		if (outcome.replaced) await keepReplaced(database, entry, outcome.replaced);
	}
	// A refusal leaves what the device holds as it was.
	const server = row ? newest(held, row) : outcome.kind === 'rejected' ? held : outOfSight(held);
	await rebuild(database, author, table, id, server);
}

/** An entry that was applied, the only one of its record, and the row as the answer shows it. */
export interface Done {
	entry: OutboxEntry;
	row: Row | null;
}

/** Settles what nothing else hangs on, all at once: as `settle` would one by one, which takes a long outbox seconds. */
export async function settleDone(
	database: DeviceDatabase,
	author: string,
	done: readonly Done[]
): Promise<void> {
	await database.outbox.bulkDelete(done.map(({ entry }) => entry.mid));
	for (const table of new Set(done.map(({ entry }) => entry.table))) {
		const records = recordsOf(database, table);
		const ofTable = done.filter(({ entry }) => entry.table === table);
		const held = await records.bulkGet(ofTable.map(({ entry }) => entry.id));
		const kept = ofTable.map(({ row }, index) => {
			const server = serverRow(held[index]);
			return toStored(table, row ? newest(server, row) : outOfSight(server), [], author);
		});
		await records.bulkPut(kept.filter((stored) => stored !== null));
		await records.bulkDelete(
			ofTable.flatMap(({ entry }, index) => (kept[index] ? [] : [entry.id]))
		);
	}
}

/** A refused change waits for the person, and the record's later ones behind it; unless it was deleted since. */
async function refuse(
	{ outbox }: DeviceDatabase,
	{ mid, op }: OutboxEntry,
	problem: Problem,
	later: readonly OutboxEntry[]
): Promise<void> {
	if (!isDeleted(later)) await outbox.update(mid, { state: 'attention', problem });
	else {
		await outbox.delete(mid);
		// The server has nothing to delete.
		if (op === 'insert') await outbox.bulkDelete(later.map((entry) => entry.mid));
	}
}

/** What was applied is done with; what was merged goes out again; only what is in dispute waits for the person. */
async function accept(
	{ outbox }: DeviceDatabase,
	entry: OutboxEntry,
	outcome: Exclude<Outcome, { kind: 'rejected' }>,
	later: readonly OutboxEntry[],
	row: Row | null
): Promise<void> {
	const { table, id, mid } = entry;
	// What the person deleted since needs neither.
	const { merged, disputed } =
		outcome.kind === 'applied' || isDeleted(later) ? { merged: null, disputed: null } : outcome;
	const applied = without(changeOf(entry).set, { ...merged?.set, ...disputed?.change.set });
	const next = later.map((each) => ({
		...each,
		body: seal(rebased(table, changeOf(each), applied, row))
	}));
	if (disputed)
		await outbox.update(mid, {
			state: 'attention',
			problem: disputed.problem,
			body: seal(disputed.change)
		});
	else await outbox.delete(mid);
	if (merged) {
		// A column that the person changed since merges in its own turn, on its own ground.
		const change = next.map(changeOf).reduce(laidOver, merged);
		await outbox.bulkDelete(later.map((each) => each.mid));
		await outbox.add(newEntry(table, id, 'update', change));
	} else await outbox.bulkPut(next);
}

function isDeleted(later: readonly OutboxEntry[]): boolean {
	return later.some(({ op }) => op === 'delete');
}

function newest(held: Row | null, row: Row): Row {
	return held && held.row_version > row.row_version ? held : row;
}
