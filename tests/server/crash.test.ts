import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SupabaseClient } from '@supabase/supabase-js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/server';
import { makeCouncil } from './council';

describe('kill -9 in a stream of writes', () => {
	let dataDir: string;
	beforeEach(async () => {
		dataDir = await mkdtemp(join(tmpdir(), 'common-ground-'));
	});
	afterEach(() => rm(dataDir, { recursive: true, force: true }));

	it.each([
		['the server', false],
		['the server and its PostgreSQL', true]
	])('to %s loses nothing that was acknowledged, and needs no repair', async (_, alsoPostgres) => {
		const server = await startServer({ dataDir });
		const { admin, councilId } = await makeCouncil(server);
		const acknowledged: string[] = [];
		const writers = Array.from({ length: 4 }, () => write(admin, councilId, acknowledged));
		await sleep(1500);
		if (alsoPostgres) process.kill(await postmasterOf(dataDir), 'SIGKILL');
		await server.kill9();
		await Promise.all(writers);
		expect(acknowledged.length).toBeGreaterThan(10);

		const again = await startServer({ dataDir });
		const kept = await localityIds(again, admin);
		expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
		expect(await again.stop()).toBe(0);
	});
});

/** Adds localities one after another, noting each that the server says it has, until the server is gone. */
async function write(admin: SupabaseClient, council_id: string, acknowledged: string[]) {
	for (;;) {
		const id = crypto.randomUUID();
		const { error, status } = await admin
			.from('localities')
			.insert({ id, council_id, name: `Locality ${id}` });
		// No status at all: the connection broke before an answer came.
		if (error && status === 0) return;
		if (error && status >= 500) return;
		expect(error).toBeNull();
		acknowledged.push(id);
	}
}

/** What the restarted server holds, read with the session from before the crash. */
async function localityIds(server: TestServer, admin: SupabaseClient): Promise<Set<string>> {
	const { data } = await admin.auth.getSession();
	const client = await server.client();
	await client.auth.setSession({
		access_token: data.session?.access_token ?? '',
		refresh_token: data.session?.refresh_token ?? ''
	});
	const ids = new Set<string>();
	for (let from = 0; ; from += 1000) {
		const page = await client
			.from('localities')
			.select('id')
			.order('id')
			.range(from, from + 999);
		expect(page.error).toBeNull();
		for (const { id } of page.data ?? []) ids.add(id as string);
		if ((page.data?.length ?? 0) < 1000) return ids;
	}
}

async function postmasterOf(dataDir: string): Promise<number> {
	return Number.parseInt(await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);
}
