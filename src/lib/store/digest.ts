/** A digest over what the device holds, to compare with the server's (`sync_digest` in supabase/migrations). */
import { recordTables } from '$lib/records/registry';
import { recordsOf, type DeviceDatabase } from './database';
import { serverRow } from './rebuild';

/** By scope: how many live rows, and one number over their ids and versions. */
export type Digests = Record<string, { count: number; digest: number }>;

/** Rows read in one go: a read holds up whoever saves. */
const CHUNK_ROWS = 1_000;

/** Knuth's multiplicative hash: 2^32 divided by the golden ratio. */
const FACTOR = 2_654_435_761;

/**
 * For each scope the number of live rows as the server last showed them, and the exclusive or over
 * (first 32 bits of the id + row_version * 2654435761) modulo 2^32.
 */
export async function digestsOf(database: DeviceDatabase): Promise<Digests> {
	const digests: Digests = {};
	for (const table of recordTables) {
		const records = recordsOf(database, table);
		for (let after = ''; ;) {
			const chunk = await records.where('id').above(after).limit(CHUNK_ROWS).toArray();
			for (const stored of chunk) {
				const row = serverRow(stored);
				if (stored.row_version === 0 || !row || row.deleted_at !== null) continue;
				const sum = (digests[row.scope] ??= { count: 0, digest: 0 });
				const hash = parseInt(row.id.slice(0, 8), 16) + Math.imul(row.row_version, FACTOR);
				sum.count += 1;
				sum.digest = (sum.digest ^ hash) >>> 0;
			}
			const last = chunk.at(-1);
			if (!last || chunk.length < CHUNK_ROWS) break;
			after = last.id;
		}
	}
	return digests;
}
