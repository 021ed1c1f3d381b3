import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAlive } from '../../supabase/local/processes';
import { runningDatabaseUrl } from '../../supabase/local/postgres';
import { makeCouncil } from './council';
import { runScript, startServer, StartRefused, type TestServer } from '../support/server';

async function refusal(options: Parameters<typeof startServer>[0]): Promise<StartRefused> {
	const outcome = await startServer(options).catch((error: unknown) => error);
	if (outcome instanceof StartRefused) return outcome;
	throw new Error('The server started, which it should not have.');
}

describe('a running server', () => {
	let server: TestServer;
	beforeAll(async () => {
		server = await startServer();
	});
	afterAll(() => server.stop());

	it('says that it is ready in one line, then how to begin', () => {
		const lines = server.output().split('\n');
		const ready = lines.indexOf(`Common Ground ready on ${server.url}`);
		expect(ready).toBeGreaterThan(-1);
		expect(lines[ready + 1]).toMatch(/^An empty database begins with its first account/);
	});

	it('tells its health and the versions of everything that runs', async () => {
		const response = await fetch(`${server.url}/healthz`);
		expect(response.status).toBe(200);
		expect(await response.json()).toEqual({
			status: 'ok',
			app: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
			lite: '0.10.0',
			postgres: '17.10',
			migration: expect.stringMatching(/^2026\d{10}$/) as string,
			seed: 'none'
		});
	});

	it('tells phones where the backend is: where they asked', async () => {
		const byName = server.url.replace('127.0.0.1', 'localhost');
		const config = await (await fetch(`${byName}/config.json`)).json();
		expect(config).toEqual({
			supabaseUrl: byName,
			publishableKey: expect.stringMatching(/^sb_publishable_/) as string
		});
	});

	it('tells its database to whoever runs npm run db:url on the same machine', async () => {
		const url = await runScript('db-url', server.dataDir);
		expect(url).toEqual({ code: 0, out: `${server.dbUrl}\n`, err: '' });
		const elsewhere = await runScript('db-url', '/nowhere');
		expect(elsewhere).toMatchObject({ code: 1, out: '' });
		expect(elsewhere.err).toMatch(/^Common Ground is not running on the folder \/nowhere\..*\n$/);
	});

	it('keeps its secrets where only their owner reads them', async () => {
		expect((await stat(join(server.dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);
	});

	it('refuses a second start on the same folder, in one sentence', async () => {
		const { exitCode, output } = await refusal({ dataDir: server.dataDir });
		expect(exitCode).toBe(1);
		expect(output).toContain(`already running on the folder ${server.dataDir}`);
		expect(output).not.toContain('    at ');
		expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
	});
});

describe('starting and stopping', () => {
	let dataDir: string;
	beforeAll(async () => {
		dataDir = await mkdtemp(join(tmpdir(), 'common-ground-'));
	});
	afterAll(() => rm(dataDir, { recursive: true, force: true }));

	it('names a taken port and leaves nothing running', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		await new Promise((ready) => other.once('listening', ready));
		const { port } = other.address() as AddressInfo;
		const { exitCode, output } = await refusal({ dataDir, port });
		other.close();
		expect(exitCode).toBe(1);
		expect(output).toContain(`Port ${port} is taken by another program.`);
		expect(await runningDatabaseUrl(dataDir)).toBeNull();
		await expect(readFile(join(dataDir, 'lock.json'))).rejects.toThrow('ENOENT');
	});

	it('stops cleanly on SIGTERM, PostgreSQL with it, and starts again on what it kept', async () => {
		const first = await startServer({ dataDir });
		const client = await first.client();
		await client.auth.signUp({ email: 'kept@example.org', password: 'kept-safe-here' });
		const postmaster = await postmasterOf(dataDir);
		expect(await first.stop()).toBe(0);
		expect(isAlive(postmaster)).toBe(false);

		const second = await startServer({ dataDir });
		const { error } = await (
			await second.client()
		).auth.signInWithPassword({ email: 'kept@example.org', password: 'kept-safe-here' });
		expect(error).toBeNull();
		// A session outlives the restart: the signing key is the folder's, not the process's.
		const { data } = await client.auth.getSession();
		const response = await fetch(`${second.url}/auth/v1/user`, {
			headers: {
				apikey: await keyOf(second),
				authorization: `Bearer ${data.session?.access_token}`
			}
		});
		expect(response.status).toBe(200);
		await second.stop();
	});

	it('stops while a request still waits for the database', async () => {
		const server = await startServer({ dataDir });
		const { admin, councilId } = await makeCouncil(server);
		const sql = postgres(server.dbUrl, { max: 1, onnotice: () => undefined });
		try {
			const held = await sql.reserve();
			await held`begin`;
			await held`lock table localities in access exclusive mode`;
			const waiting = admin.from('localities').insert({ council_id: councilId, name: 'Held' });
			// A request of supabase-js begins when somebody waits for it.
			const answered = waiting.then(({ error }) => error);
			await expect
				.poll(() => held`select from pg_locks where not granted`.then(({ length }) => length))
				.toBe(1);
			expect(await server.stop()).toBe(0);
			expect(await answered).not.toBeNull();
		} finally {
			await sql.end({ timeout: 0 });
		}
	});

	it('refuses a folder whose data a newer version made', async () => {
		const server = await startServer({ dataDir });
		const { default: postgres } = await import('postgres');
		const sql = postgres(server.dbUrl);
		await sql`insert into supabase_migrations.schema_migrations (version) values ('29991231000000')`;
		await sql.end();
		await server.stop();
		const { exitCode, output } = await refusal({ dataDir });
		expect(exitCode).toBe(1);
		expect(output).toContain('another version of Common Ground');
		expect(await runningDatabaseUrl(dataDir)).toBeNull();
	});
});

async function postmasterOf(dataDir: string): Promise<number> {
	return Number.parseInt(await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);
}

async function keyOf(server: TestServer): Promise<string> {
	const config = (await (await fetch(`${server.url}/config.json`)).json()) as {
		publishableKey: string;
	};
	return config.publishableKey;
}
