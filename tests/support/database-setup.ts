/** Starts one throw-away PostgreSQL for all database tests, with a template database that has every migration. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { prepareDatabase } from '../../supabase/local/migrate';
import { startPostgres } from '../../supabase/local/postgres';

declare module 'vitest' {
	interface ProvidedContext {
		/** Connection string of the test server, as superuser, to its maintenance database. */
		testServer: string;
		/** The database that tests copy. */
		templateDatabase: string;
	}
}

const TEMPLATE = 'common_ground_template';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const dataDir = await mkdtemp(join(tmpdir(), 'common-ground-tests-'));
	const server = await startPostgres({ dataDir, durable: false });
	await makeTemplate(server.url);
	project.provide('testServer', server.url);
	project.provide('templateDatabase', TEMPLATE);
	return async () => {
		await server.stop();
		await rm(dataDir, { recursive: true, force: true });
	};
}

async function makeTemplate(serverUrl: string): Promise<void> {
	const maintenance = postgres(serverUrl, { max: 1 });
	await maintenance.unsafe(`create database ${TEMPLATE}`);
	const url = new URL(serverUrl);
	url.pathname = TEMPLATE;
	const template = postgres(url.href, { max: 1, onnotice: () => undefined });
	await prepareDatabase(template);
	// A database that somebody is connected to cannot be copied.
	await template.end();
	await maintenance.end();
}
