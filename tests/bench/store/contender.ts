import type { EngagementLogFields } from '../../../src/lib/records/engagement/engagement-log';
import type { Log } from '../logs';

/** Whose device it is. */
const AUTHOR = '924c0e11-0000-4000-8000-0000000000a1';

/** What a form hands over. */
export type NewLog = EngagementLogFields & { council_id: string };

/** A new record as a device without the app's overlay would keep it until the server has seen it. */
export function unsentLog(log: NewLog, at: string) {
	return {
		...log,
		id: crypto.randomUUID(),
		scope: '',
		row_version: 0,
		field_versions: {},
		created_by: AUTHOR,
		created_at: at,
		updated_by: AUTHOR,
		updated_at: at,
		deleted_at: null
	};
}

/** One way to keep records on a device, doing the jobs that the app needs done. */
export interface Contender {
	/** Opens (or makes) a database, and uses it from then on. */
	open(name: string): Promise<void>;
	close(): Promise<void>;
	/** Applies one page of a pull; `cursor` is kept with it. */
	apply(rows: readonly Log[], cursor: string): Promise<void>;
	/** Saves a new record such that it survives a power cut, and remembers to send it. */
	write(log: NewLog): Promise<void>;
	/** The 50 newest records of a ward. */
	newest(ward: string): Promise<readonly unknown[]>;
	/** Keeps somebody told of the 50 newest records of a ward; returns the way to stop. */
	subscribe(ward: string, told: (rows: readonly { heard: string }[]) => void): () => void;
}
