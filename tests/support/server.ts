import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import ws from 'ws';
import { runningDatabaseUrl } from '../../supabase/local/postgres';

/** A real `npm start` of its own, on a folder of its own. */
export interface TestServer {
	url: string;
	dataDir: string;
	/** Superuser connection string of its database. */
	dbUrl: string;
	/** Everything printed so far, both streams. */
	output(): string;
	/** A new supabase-js client that keeps its session to itself. */
	client(): Promise<SupabaseClient>;
	/** SIGTERM; resolves with the exit code. The folder stays while `keepData` is given. */
	stop(): Promise<number | null>;
	/** SIGKILL to the server's own process, as a crash would: its PostgreSQL is left behind. */
	kill9(): Promise<void>;
}

interface Options {
	seed?: 'demo' | 'none';
	/** A folder that a test made and removes itself; a temporary one otherwise. */
	dataDir?: string;
	/** 0, any free port, unless given. */
	port?: number;
}

/** What a start that did not come up said before it ended. */
export class StartRefused extends Error {
	constructor(
		readonly exitCode: number | null,
		readonly output: string
	) {
		super(`The server ended with code ${exitCode}: ${output}`);
	}
}

/**
 * Starts the server as `npm start` does and waits for its ready line.
 *
 * @throws StartRefused when it ends instead
 */
export async function startServer(options: Options = {}): Promise<TestServer> {
	const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'common-ground-')));
	const child = spawn(process.execPath, ['--import', 'tsx', 'supabase/local/start.ts'], {
		env: {
			...process.env,
			PORT: String(options.port ?? 0),
			DATA_DIR: dataDir,
			SEED: options.seed ?? 'none',
			COMMON_GROUND_SKIP_BUILD: '1'
		}
	});
	const exited = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
	const printed = collect(child);
	const url = await Promise.race([readyLine(child, printed), exited.then(() => null)]);
	if (url === null) throw new StartRefused(child.exitCode, printed());

	const end = async (signal: NodeJS.Signals) => {
		child.kill(signal);
		return exited;
	};
	return {
		url,
		dataDir,
		dbUrl: (await runningDatabaseUrl(dataDir)) ?? '',
		output: printed,
		client: () => newClient(url),
		stop: async () => {
			const code = await end('SIGTERM');
			if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
			return code;
		},
		kill9: async () => void (await end('SIGKILL'))
	};
}

/** Runs one of the scripts beside the server (`supabase/local/<name>.ts`) on a data folder, as npm would. */
export function runScript(
	name: string,
	dataDir: string,
	...args: string[]
): Promise<{ code: number; out: string; err: string }> {
	const command = ['--import', 'tsx', `supabase/local/${name}.ts`, ...args];
	const env = { ...process.env, DATA_DIR: dataDir };
	return new Promise((done) =>
		execFile(process.execPath, command, { env }, (error, out, err) =>
			done({ code: error ? Number(error.code) : 0, out, err })
		)
	);
}

function collect(child: ChildProcess): () => string {
	let text = '';
	for (const stream of [child.stdout, child.stderr])
		stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
	return () => text;
}

function readyLine(child: ChildProcess, printed: () => string): Promise<string> {
	return new Promise((ready) => {
		child.stdout?.on('data', () => {
			const url = /^Common Ground ready on (\S+)$/m.exec(printed())?.[1];
			if (url) ready(url);
		});
	});
}

async function newClient(url: string): Promise<SupabaseClient> {
	const config = (await (await fetch(`${url}/config.json`)).json()) as {
		supabaseUrl: string;
		publishableKey: string;
	};
	return createClient(config.supabaseUrl, config.publishableKey, {
		auth: { persistSession: false, autoRefreshToken: false },
		// Node 20 has no WebSocket of its own.
		realtime: { transport: ws as never }
	});
}
