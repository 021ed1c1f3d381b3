/**
 * `npm run types:generate`: writes the row types that the migrations make to src/lib/records/database.types.ts.
 * With `--check` it writes nothing and ends with status 1 where the file is not what the migrations make.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { format, resolveConfig } from 'prettier';
import { prepareDatabase } from './migrate';
import { startPostgres } from './postgres';

const run = promisify(execFile);
const typesFile = fileURLToPath(
	new URL('../../src/lib/records/database.types.ts', import.meta.url)
);
const cli = fileURLToPath(new URL('../../node_modules/.bin/supabase', import.meta.url));

/** The types of the schema `public`, made by the Supabase CLI from a throw-away database with our migrations. */
async function generateTypes(): Promise<string> {
	const dataDir = await mkdtemp(join(tmpdir(), 'common-ground-types-'));
	const server = await startPostgres({ dataDir, durable: false });
	try {
		const sql = postgres(server.url, { onnotice: () => undefined });
		await prepareDatabase(sql);
		await sql.end();
		const { stdout } = await run(
			cli,
			[
				'gen',
				'types',
				'--lang=typescript',
				'--schema=public',
				`--workdir=${dataDir}`,
				`--remote=${server.url}?sslmode=disable`
			],
			// The CLI reports its use to its makers unless told not to.
			{ env: { ...process.env, DO_NOT_TRACK: '1' }, maxBuffer: 2 ** 24 }
		);
		return await format(stdout, { ...(await resolveConfig(typesFile)), parser: 'typescript' });
	} finally {
		await server.stop();
		await rm(dataDir, { recursive: true, force: true });
	}
}

const generated = await generateTypes();
if (!process.argv.includes('--check')) {
	await writeFile(typesFile, generated);
} else if (generated !== (await readFile(typesFile, 'utf8').catch(() => ''))) {
	console.error('database.types.ts is not what the migrations make: run npm run types:generate.');
	process.exitCode = 1;
}
