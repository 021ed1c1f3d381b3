import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import postgres, { type Sql } from 'postgres';
import manifest from '../../package.json';
import { today } from '../../src/lib/time/dates';
import type { Backend } from './backend';
import { CannotStart } from './cannot-start';
import { buildDir, ensureBuilt } from './build';
import { lockFolder } from './lock';
import { terminalMail } from './mail';
import { prepareDatabase } from './migrate';
import { whenNpmEnds } from './npm';
import { startPostgres } from './postgres';
import { startRelay } from './relay';
import { readSecrets } from './secrets';
import { closeServer, listen } from './server';
import { readSettings } from './settings';
import { createWeb } from './web';
import { welcome } from './welcome';

/** How to undo what was started, newest last. */
const undo: (() => Promise<unknown>)[] = [];
let stopping: Promise<void> | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
	process.on(signal, () => void stop(0));
// A terminal that was closed must not take the server down with the next line it prints.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
void whenNpmEnds(() => void stop(0));
for (const event of ['uncaughtException', 'unhandledRejection'] as const) process.on(event, fail);
start().catch(fail);

/** `npm start`: brings up everything on this machine, in the order in which the parts need each other. */
async function start(): Promise<void> {
	const { port, dataDir, seed, skipBuild } = readSettings(process.env);
	undo.push(await lockFolder(dataDir));
	const { server, origin, answerWith } = await listen(port);
	undo.push(() => closeServer(server));
	if (!skipBuild) await ensureBuilt();
	// The largest package by far: it loads while PostgreSQL starts.
	const loading = import('./backend');

	const secrets = await readSecrets(dataDir);
	const database = await startPostgres({ dataDir });
	undo.push(() => database.stop());
	const sql = postgres(database.url, { max: 4, onnotice: () => undefined });
	undo.push(() => sql.end({ timeout: 1 }));
	const migration = await prepareDatabase(sql);

	const mail = terminalMail(dataDir);
	const { openBackend } = await loading;
	const backend = await openBackend({
		databaseUrl: database.url,
		storageDir: join(dataDir, 'storage'),
		sql,
		origin,
		secrets,
		mail
	});
	undo.push(() => backend.close());
	if (seed === 'demo') await plantSeeds(sql, backend);

	const { jwtSecret, publishableKey } = secrets;
	const versions = async () => ({ ...(await versionsOf(sql)), migration, seed });
	const web = createWeb({ buildDir, backend, publishableKey, versions });
	answerWith(getRequestListener(web.fetch));
	// Requests under way are finished before the parts that answer them go.
	undo.push(() => closeServer(server));
	undo.push(
		await startRelay({ server, databaseUrl: database.url, sql, jwtSecret, publishableKey })
	);

	// In one write: whoever waits for the first line has the rest as well.
	const howToBegin = await welcome(seed);
	console.log(`Common Ground ready on ${origin}\n${howToBegin}`);
}

async function plantSeeds(sql: Sql, { signUp }: Backend): Promise<void> {
	const { loadSeeds } = await import('../../seeds/load');
	try {
		await loadSeeds({ sql, signUp, today: today() });
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new CannotStart(
			`${reason}. Start with SEED=none, or choose another folder with DATA_DIR.`,
			{
				cause
			}
		);
	}
}

async function versionsOf(sql: Sql): Promise<Record<string, string>> {
	const [row] = await sql<{ version: string }[]>`
		select current_setting('server_version') as version`;
	return {
		app: manifest.version,
		lite: manifest.dependencies['@supabase/lite'],
		postgres: row?.version ?? ''
	};
}

/** Says what went wrong and stops. While stopping, what is half started fails as well: that is no news. */
function fail(error: unknown): void {
	if (stopping) return;
	console.error(error instanceof CannotStart ? error.message : error);
	void stop(1);
}

/** Stops what was started, newest first, and ends the process; a second call waits for the first. */
function stop(exitCode: number): Promise<void> {
	stopping ??= undoAll().finally(() => process.exit(exitCode));
	return stopping;
}

async function undoAll(): Promise<void> {
	for (const step of undo.reverse())
		await step().catch((error: unknown) => console.error('While stopping:', error));
}
