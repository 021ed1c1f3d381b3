/** The page's half of the store bench: does a job with its contender and says how long each time took, in milliseconds. */
import { createRandom } from '../../../seeds/demo/random';
import { fields, logs, wards } from '../logs';
import type { Contender } from './contender';

/** What the bench calls in the page, as `window.bench`. */
export interface Device {
	open(name: string): Promise<void>;
	/** Applies so many rows to a new database, a page at a time. */
	apply(name: string, rows: number, pageRows: number): Promise<number>;
	/** Saves so many records, one after the other. */
	write(count: number): Promise<number[]>;
	/** Reads the 50 newest of each of so many wards. */
	newest(count: number): Promise<number[]>;
	/** Saves so many records of a ward that is being watched: from the save to the news of it. */
	live(count: number): Promise<number[]>;
	/** Opens a database and reads the 50 newest of a ward. */
	coldOpen(name: string): Promise<number>;
}

declare global {
	interface Window {
		bench: Device;
	}
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

/** Puts a contender to the test's disposal. */
export function measured(contender: Contender): void {
	let seed = 1;
	/** New logs, never the same ones twice. */
	const newLogs = (count: number) => {
		const random = createRandom((seed += 1));
		return Array.from({ length: count }, () => fields(random));
	};
	/** Read once each: RxDB remembers the answers to questions that it has had. */
	const [watched = '', ...unread] = wards;
	const nextWard = () => unread.pop() ?? watched;

	async function full(ward: string): Promise<void> {
		const { length } = await contender.newest(ward);
		if (length !== 50) throw new Error(`${length} rows instead of 50`);
	}

	/** Saves a record of the watched ward and waits until its subscriber has it. */
	function told(heard: string, log: ReturnType<typeof fields>): Promise<void> {
		return new Promise((resolve) => {
			waiting = (rows) => {
				if (rows.some((row) => row.heard === heard)) resolve();
			};
			// The newest of all, so that it is among the 50.
			void contender.write({ ...log, ward_code: watched, heard, occurred_on: '2099-01-01' });
		});
	}
	let waiting: (rows: readonly { heard: string }[]) => void = () => undefined;

	window.bench = {
		open: (name) => contender.open(name),
		apply: async (name, rows, pageRows) => {
			const all = logs(rows);
			await contender.open(name);
			const time = await timed(async () => {
				for (let start = 0; start < rows; start += pageRows)
					await contender.apply(all.slice(start, start + pageRows), String(start));
			});
			await contender.close();
			return time;
		},
		write: async (count) => {
			const times: number[] = [];
			for (const log of newLogs(count)) times.push(await timed(() => contender.write(log)));
			return times;
		},
		newest: async (count) => {
			const times: number[] = [];
			for (let turn = 0; turn < count; turn++) {
				const ward = nextWard();
				times.push(await timed(() => full(ward)));
			}
			return times;
		},
		live: async (count) => {
			const times: number[] = [];
			const first = new Promise<void>((resolve) => (waiting = () => resolve()));
			const stop = contender.subscribe(watched, (rows) => waiting(rows));
			await first;
			for (const log of newLogs(count)) {
				const heard = `heard ${crypto.randomUUID()}`;
				times.push(await timed(() => told(heard, log)));
			}
			stop();
			return times;
		},
		coldOpen: (name) =>
			timed(async () => {
				await contender.open(name);
				await full(nextWard());
			})
	};
}
