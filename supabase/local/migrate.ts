import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sql, TransactionSql } from 'postgres';
import { CannotStart } from './cannot-start';

const bootstrapFile = fileURLToPath(new URL('./bootstrap.sql', import.meta.url));
const migrationsDir = fileURLToPath(new URL('../migrations/', import.meta.url));

/** One file of `supabase/migrations`: `<version>_<name>.sql`. */
interface Migration {
	version: string;
	name: string;
	file: string;
}

/**
 * Makes a database ready for use: what hosted Supabase has (bootstrap.sql), then every migration that
 * is not there yet, in order, each wholly or not at all. Applied versions are kept where the Supabase
 * CLI keeps them (`supabase_migrations.schema_migrations`). Running it again changes nothing.
 *
 * @param sql connection as a superuser
 * @returns the version of the newest migration, or null when there is none
 * @throws CannotStart naming the migration that failed, or saying that the data is newer than the program
 */
export async function prepareDatabase(sql: Sql): Promise<string | null> {
	await quietly(sql, (tx) => runFile(tx, bootstrapFile));
	const applied = await appliedVersions(sql);
	const migrations = await listMigrations();
	refuseNewerData(applied, migrations);
	for (const migration of migrations)
		if (!applied.has(migration.version)) await apply(sql, migration);
	return migrations.at(-1)?.version ?? null;
}

/**
 * Says again who may do what, from bootstrap.sql and from every migration that is only about that
 * (`…_privileges.sql`). The embedded backend grants everything on every table when it first sees row
 * level security; this undoes it.
 */
export async function reapplyPrivileges(sql: Sql): Promise<void> {
	const migrations = (await listMigrations()).filter(({ name }) => name.endsWith('privileges'));
	await quietly(sql, async (tx) => {
		await runFile(tx, bootstrapFile);
		for (const { file } of migrations) await runFile(tx, file);
	});
}

async function listMigrations(): Promise<Migration[]> {
	const files = (await readdir(migrationsDir).catch(() => [])).sort();
	return files.flatMap((file) => {
		const [, version, name] = /^(\d+)_(.+)\.sql$/.exec(file) ?? [];
		return version && name ? [{ version, name, file: join(migrationsDir, file) }] : [];
	});
}

async function appliedVersions(sql: Sql): Promise<Set<string>> {
	await quietly(sql, (tx) =>
		tx.unsafe(`
			create schema if not exists supabase_migrations;
			create table if not exists supabase_migrations.schema_migrations (
				version text primary key, statements text[], name text
			);`)
	);
	const rows = await sql<{ version: string }[]>`
		select version from supabase_migrations.schema_migrations`;
	return new Set(rows.map(({ version }) => version));
}

function refuseNewerData(applied: Set<string>, migrations: Migration[]): void {
	const known = new Set(migrations.map(({ version }) => version));
	const unknown = [...applied].find((version) => !known.has(version));
	if (unknown)
		throw new CannotStart(
			`This data was made by another version of Common Ground (migration ${unknown} is not known here).`
		);
}

async function apply(sql: Sql, { version, name, file }: Migration): Promise<void> {
	try {
		await quietly(sql, async (tx) => {
			await runFile(tx, file);
			await tx`insert into supabase_migrations.schema_migrations (version, name)
				values (${version}, ${name})`;
		});
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new CannotStart(`Migration ${version}_${name} failed: ${reason}`, { cause });
	}
}

/** One transaction without "already exists, skipping" notices. */
async function quietly(sql: Sql, work: (tx: TransactionSql) => Promise<unknown>): Promise<void> {
	await sql.begin(async (tx) => {
		await tx`set local client_min_messages = warning`;
		await work(tx);
	});
}

async function runFile(tx: TransactionSql, file: string): Promise<void> {
	await tx.unsafe(await readFile(file, 'utf8'));
}
