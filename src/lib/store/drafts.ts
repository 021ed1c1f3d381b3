/** Forms that were begun and not yet saved: written on every change, several at once, kept through reload and kill. */
import type { RecordTable, Row } from '$lib/records/registry';
import { seal, unseal } from './codec';
import type { DeviceDatabase, FormPage, StoredDraft } from './database';
import { dropFiles, filesOf } from './files';
import { withRoom } from './room';

export interface Draft<V> {
	id: string;
	table: RecordTable;
	updated_at: string;
	values: V;
	/** The record that the draft corrects, as it was when the form was opened; null for a new one. */
	opened: Row | null;
	/** The page that it is on; undefined where its own list knows. */
	form?: FormPage | undefined;
}

export class Drafts {
	constructor(private readonly database: DeviceDatabase) {}

	async get<V>(id: string): Promise<Draft<V> | undefined> {
		const stored = await this.database.drafts.get(id);
		return stored && opened<V>(stored);
	}

	/** All drafts, or those of a record type, the last touched first. */
	async list<V>(table?: RecordTable): Promise<Draft<V>[]> {
		const { drafts } = this.database;
		const stored = await (
			table ? drafts.where('table').equals(table) : drafts.toCollection()
		).toArray();
		return stored
			.map((draft) => opened<V>(draft))
			.sort((a, b) => b.updated_at.localeCompare(a.updated_at));
	}

	async save<V>(
		id: string,
		table: RecordTable,
		values: V,
		opened: Row | null = null,
		form?: FormPage
	): Promise<void> {
		const updated_at = new Date().toISOString();
		await withRoom(this.database, () =>
			this.database.drafts.put({ id, table, updated_at, body: seal({ values, opened, form }) })
		);
	}

	/** Lets go of a draft, and of the pictures that were held for it. */
	async discard(id: string): Promise<void> {
		const { database } = this;
		await database.transaction('rw', ['drafts', 'files', 'bytes'], async () => {
			await database.drafts.delete(id);
			await dropFiles(database, await filesOf(database, id, 'held').primaryKeys());
		});
	}
}

function opened<V>({ id, table, updated_at, body }: StoredDraft): Draft<V> {
	const { values, opened, form } = unseal(body);
	return { id, table, updated_at, values: values as V, opened, form };
}
