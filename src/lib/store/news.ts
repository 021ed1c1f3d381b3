/** What a person has to be told about their own changes, kept on the device until they have seen it. */
import type { RecordTable } from '$lib/records/registry';
import { seal, unseal, type Sealed } from './codec';
import type { DeviceDatabase } from './database';
import type { OutboxEntry, Theirs } from './outbox';

/** A change of the person's that took the place of somebody else's, which they had not seen. */
export interface Replaced extends Theirs {
	key: string;
	table: RecordTable;
	id: string;
	column: string;
}

const PREFIX = 'replaced:';

export class News {
	constructor(private readonly database: DeviceDatabase) {}

	/** What the person's changes replaced and they have not seen yet, the newest first. */
	async replaced(): Promise<Replaced[]> {
		const kept = await this.database.meta.where('key').startsWith(PREFIX).toArray();
		return kept
			.map(({ value }) => unseal(value as Sealed<Replaced>))
			.sort((a, b) => (b.at ?? '').localeCompare(a.at ?? ''));
	}

	/** The person has seen it. */
	async seen(keys: readonly string[]): Promise<void> {
		await this.database.meta.bulkDelete([...keys]);
	}
}

/** Keeps what an applied change replaced. Runs inside the caller's transaction. */
export async function keepReplaced(
	{ meta }: DeviceDatabase,
	{ table, id }: OutboxEntry,
	replaced: Record<string, Theirs>
): Promise<void> {
	const news = Object.entries(replaced).map(([column, theirs]) => {
		const key = `${PREFIX}${table}/${id}/${column}`;
		return { key, value: seal<Replaced>({ ...theirs, key, table, id, column }) };
	});
	await meta.bulkPut(news);
}
