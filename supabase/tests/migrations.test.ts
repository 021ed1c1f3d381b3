/** The migrations on a PostgreSQL that has nothing but the API's three roles: 17, and 15 where this machine has it. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import postgres, { type Sql } from 'postgres';
import { expect, inject, test } from 'vitest';
import { freePort } from '../local/postgres';

const run = promisify(execFile);
const migrations = new URL('../migrations/', import.meta.url);

/** Applies every migration in order, each in one transaction, and says what a signed-in stranger then gets. */
async function applyAll(sql: Sql): Promise<void> {
	for (const file of (await readdir(migrations)).sort())
		await sql.begin(async (tx) => tx.unsafe(await readFile(new URL(file, migrations), 'utf8')));
	const pulled = await sql.begin(async (tx) => {
		await tx`select set_config('role', 'authenticated', true),
			set_config('request.jwt.claim.sub', ${randomUUID()}, true)`;
		return tx<{ pulled: unknown }[]>`select sync_pull('', '{}') as pulled`;
	});
	expect(pulled[0]?.pulled).toMatchObject({ reset: false, scopes: {} });
}

test('PostgreSQL 17: no auth, no Realtime, no extensions', async () => {
	const name = `bare_${randomUUID().replaceAll('-', '')}`;
	const server = postgres(inject('testServer'), { max: 1 });
	await server.unsafe(`create database ${name} template template0`);
	const url = new URL(inject('testServer'));
	url.pathname = name;
	const sql = postgres(url.href, { max: 1, onnotice: () => undefined });
	try {
		await applyAll(sql);
	} finally {
		await sql.end();
		await server.unsafe(`drop database ${name} with (force)`);
		await server.end();
	}
});

const binaries = '/usr/lib/postgresql/15/bin';
const found = existsSync(binaries);

test.skipIf(!found)(
	`PostgreSQL 15${found ? '' : ` (left out: there is none in ${binaries})`}`,
	async () => {
		const directory = await mkdtemp(join(tmpdir(), 'common-ground-15-'));
		const owner = await postgresUser();
		if (owner) await chown(directory, owner.uid, owner.gid);
		const port = await freePort();
		const start = (program: string, parameters: string[]) =>
			run(join(binaries, program), parameters, { ...owner, cwd: directory });
		await start('initdb', [
			'-D',
			directory,
			'-U',
			'postgres',
			'--auth=trust',
			'--encoding=UTF8',
			'--locale=C.UTF-8',
			'--no-sync'
		]);
		const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
		await start('pg_ctl', [
			'-D',
			directory,
			'-o',
			settings,
			'-l',
			join(directory, 'log'),
			'-w',
			'start'
		]);
		const sql = postgres(`postgresql://postgres@127.0.0.1:${port}/postgres`, {
			max: 1,
			onnotice: () => undefined
		});
		try {
			for (const role of ['anon', 'authenticated', 'service_role'])
				await sql.unsafe(`create role ${role} nologin noinherit`);
			await applyAll(sql);
		} finally {
			await sql.end();
			await start('pg_ctl', ['-D', directory, '-m', 'immediate', 'stop']);
			await rm(directory, { recursive: true, force: true });
		}
	}
);

/** PostgreSQL does not run as root: who runs it instead, or undefined where we are not root. */
async function postgresUser(): Promise<{ uid: number; gid: number } | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const number = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
	return { uid: await number('-u'), gid: await number('-g') };
}
