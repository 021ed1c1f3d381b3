/** What happened to a record, in words, newest first. */
import type { RecordTable, Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import { lineOf, loadColumns } from './in-words';
import { nameOf } from './reference.svelte';

export interface HistoryEvent {
	id: string;
	what: string;
	who: string;
	/** ISO date and time, by the server's clock; the device's for what is not sent yet. */
	at: string;
	changes: { column: string; label: string; text: string; before: string }[];
	/** False where somebody else's change came first, and this one was left for a person to decide. */
	taken: boolean;
}

/** From the register of changes that the database keeps, as far as it is on this device. */
export async function historyOf(
	store: Store,
	table: RecordTable,
	row: Row,
	people: readonly Row<'profiles'>[]
): Promise<HistoryEvent[]> {
	const entries = await store.records('audit_log').where('row_id', row.id);
	const made = {
		id: row.id,
		what: 'Added',
		who: authorOf(people, row.created_by),
		at: row.created_at,
		changes: [],
		taken: true
	};
	const changed = entries.map(async (entry) => ({
		id: entry.id,
		what: whatOf(entry),
		who: authorOf(people, entry.created_by),
		at: entry.created_at,
		changes: await changesOf(store, table, entry),
		taken: isTaken(entry)
	}));
	return [made, ...(await Promise.all(changed))].sort((a, b) => b.at.localeCompare(a.at));
}

/** Nobody's doing is the app's own: what it brought with it, or worked out. */
function authorOf(people: readonly Row<'profiles'>[], userId: string | null): string {
	return userId === null ? 'Common Ground' : nameOf(people, userId);
}

function whatOf(entry: Row<'audit_log'>): string {
	if (!isTaken(entry)) return 'Changed at the same time';
	return 'deleted_at' in (entry.changes as object) ? 'Deleted' : 'Changed';
}

/** A device that read an entry before the column was made holds it without. */
function isTaken({ taken }: Partial<Row<'audit_log'>>): boolean {
	return taken !== false;
}

async function changesOf(
	store: Store,
	table: RecordTable,
	entry: Row<'audit_log'>
): Promise<HistoryEvent['changes']> {
	const changes = entry.changes as Record<string, { from: unknown; to: unknown }>;
	const { columnsOf } = await loadColumns();
	const shown = columnsOf(table).filter(([column]) => column in changes);
	return Promise.all(
		shown.map(async ([column, { label }]) => ({
			column,
			label,
			text: (await lineOf(store, table, column, changes[column]?.to)).text,
			before: (await lineOf(store, table, column, changes[column]?.from)).text
		}))
	);
}
