/** Slow transactions that commit late and out of order, while phones pull: whether any row escapes a phone for ever. */
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { createRandom } from '../../../seeds/demo/random';
import type { Backend } from '../backend';
import { PullingPhone } from './pulling-phone';

const WRITERS = 6;
const PHONES = 4;
const PAGE_ROWS = 50;
/** The longest that a transaction stays open. */
const HOLD_MS = 400;

interface Missed {
	written: number;
	phones: number;
	pulls: number;
	/** Rows that a phone should have and has not, over all phones. */
	missed: number;
}

/** Writes and pulls for some seconds; then everybody comes to rest. */
export async function missedRows(backend: Backend, seconds: number): Promise<Missed> {
	const { server, sql } = backend;
	const random = createRandom(2);
	const end = performance.now() + seconds * 1_000;
	const connections = postgres(server.dbUrl, { max: WRITERS, onnotice: () => undefined });

	/** Takes its transaction's number at the first row, and writes more before it commits or gives up. */
	async function writer(): Promise<void> {
		while (performance.now() < end) {
			const gaveUp = new Error('rolled back');
			await connections
				.begin(async (tx) => {
					for (let rows = 1 + Math.floor(random() * 4); rows > 0; rows--) {
						await tx`
							insert into engagement_logs (council_id, created_by, type, occurred_on, coverage, ward_code, objective_id, heard)
							select council_id, created_by, type, occurred_on, coverage, ward_code, objective_id, 'hostile'
							from engagement_logs where ward_code is not null and not restricted limit 1`;
						await sleep(random() * random() * HOLD_MS);
					}
					if (random() < 0.1) throw gaveUp;
				})
				.catch((error: unknown) => {
					if (error !== gaveUp) throw error;
				});
		}
	}

	const phones = await Promise.all(
		Array.from({ length: PHONES }, () => PullingPhone.upToDate(backend, PAGE_ROWS))
	);
	async function reader(phone: PullingPhone): Promise<void> {
		while (performance.now() < end) {
			await phone.pull();
			await sleep(random() * 50);
		}
	}

	await Promise.all([...Array.from({ length: WRITERS }, writer), ...phones.map(reader)]);
	await connections.end();
	for (const phone of phones) await phone.pullAll();

	const written = await sql<{ id: string }[]>`
		select id from engagement_logs where heard = 'hostile'`;
	return {
		written: written.length,
		phones: phones.length,
		pulls: phones.reduce((sum, { pulls }) => sum + pulls, 0),
		missed: phones.reduce(
			(sum, phone) => sum + written.filter(({ id }) => !phone.logs.has(id)).length,
			0
		)
	};
}
