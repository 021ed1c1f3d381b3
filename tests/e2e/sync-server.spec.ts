/** The server is slow, killed, or put back to yesterday: each phone ends with what the server has, and the server with all that waited. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page, Request, Route } from '@playwright/test';
import postgres from 'postgres';
import { startServer, type TestServer } from '../support/server';
import {
	addLog,
	enterPassword,
	expect,
	expectUnsent,
	flightMode,
	people,
	saveLog,
	signIn,
	slow2G,
	test,
	untilAppIsKept
} from './app';
import { writeLogs } from './on-device';

// These tests stop and start their server, which others must not feel.
let dataDir: string;
let server: TestServer;
test.beforeAll(async () => {
	dataDir = await mkdtemp(join(tmpdir(), 'common-ground-'));
	server = await startServer({ dataDir, seed: 'demo' });
});
test.afterAll(async () => {
	await server.stop();
	await rm(dataDir, { recursive: true, force: true });
});

/** The server comes up again where devices look for it. */
async function startAgain(): Promise<void> {
	server = await startServer({ dataDir, port: Number(new URL(server.url).port) });
}

/** Copies what a folder holds, with its rights: PostgreSQL starts on nothing that others may read. */
async function copy(from: string, to: string): Promise<void> {
	await promisify(execFile)('cp', ['-a', `${from}/.`, to]);
}

/** Runs a statement as the database's administrator. */
async function query(statement: string): Promise<Record<string, unknown>[]> {
	const sql = postgres(server.dbUrl, { max: 1, onnotice: () => undefined });
	try {
		return [...(await sql.unsafe(statement))];
	} finally {
		await sql.end();
	}
}

test('killed in the middle of taking 300 logs, it has each of them once', async ({ device }) => {
	const aisha = await (await device({ baseURL: server.url })).newPage();
	await signIn(aisha, people.aisha);
	await flightMode(aisha, true);
	await writeLogs(aisha, 300, 'One of many');
	await aisha.goto('/sync');
	await expectUnsent(aisha, 300);
	// The server takes the first batch, but its answer is lost; when the phone repeats it and goes on, the server dies.
	const lost = async (route: Route) => {
		await route.fetch();
		await route.abort();
	};
	await aisha.route('**/rpc/sync_push', lost, { times: 1 });
	const next = nthPush(aisha, 3);
	await flightMode(aisha, false);
	await next;
	await server.kill9();
	await expect(aisha.getByText(/The server is not answering|Offline\./)).toBeVisible();
	await expectUnsent(aisha, 100);

	await startAgain();
	await aisha.getByRole('button', { name: 'Sync now' }).click();
	await expectUnsent(aisha, 0, 30_000);
	expect(
		await query(`
			select count(*)::int as sent, count(distinct heard)::int as different
			from engagement_logs where heard like 'One of many %'`)
	).toEqual([{ sent: 300, different: 300 }]);
});

test('put back to a backup, it gets what waited on a phone, and the phone what the backup had', async ({
	device
}) => {
	const aisha = await (await device({ baseURL: server.url })).newPage();
	await signIn(aisha, people.aisha);
	const corrected = await addLog(aisha, { heard: 'In the backup' });
	await expectUnsent(aisha, 0);
	const backup = await mkdtemp(join(tmpdir(), 'common-ground-backup-'));
	await server.stop();
	await copy(dataDir, backup);
	await startAgain();
	const after = await addLog(aisha, { heard: 'After the backup' });
	await aisha.goto('/sync');
	await expect(aisha.getByText(/Everything is sent\. Last updated/)).toBeVisible();

	await flightMode(aisha, true);
	const waited = await addLog(aisha, { heard: 'Waited for the restored server' });
	await aisha.goto(`/logs/${corrected}/edit`);
	await aisha.getByLabel('What did you hear?').fill('In the backup, corrected since');
	await saveLog(aisha);
	await server.stop();
	await rm(dataDir, { recursive: true });
	await mkdir(dataDir);
	await copy(backup, dataDir);
	await rm(backup, { recursive: true });
	await startAgain();
	await query('select private.restart_sync()');

	await flightMode(aisha, false);
	await aisha.goto('/sync');
	await expect(aisha.getByText(/Everything is sent\. Last updated/)).toBeVisible();
	expect(
		await query(`
			select id, heard from engagement_logs
			where id in ('${corrected}', '${after}', '${waited}')
				or heard in ('Waited for the restored server', 'In the backup, corrected since')
			order by heard`)
	).toEqual([
		{ id: corrected, heard: 'In the backup, corrected since' },
		{ id: waited, heard: 'Waited for the restored server' }
	]);
	for (const [id, words] of [
		[corrected, 'In the backup, corrected since'],
		[waited, 'Waited for the restored server'],
		// A backup cannot have what came after it; the phone does not pretend that the server does.
		[after, 'This log is not on this device']
	] as const) {
		await aisha.goto(`/logs/${id}`);
		await expect(aisha.getByText(words, { exact: true })).toBeVisible();
	}
});

test('the first read on slow 2G shows how far it is, and goes on where it was broken off', async ({
	device
}) => {
	await query(`
		insert into engagement_logs
			(id, council_id, type, occurred_on, coverage, ward_code, objective_id, themes, barriers, heard, restricted)
		select gen_random_uuid(), council_id, type, occurred_on, coverage, ward_code, objective_id, themes, barriers, heard, restricted
		from (select * from engagement_logs where scope like 'locality:%' and ward_code is not null
			and ward_code in (select code from areas where name = 'Blackbird Leys') limit 1) one,
			generate_series(1, 2000)`);
	const context = await device({ baseURL: server.url });
	const aisha = await context.newPage();
	await aisha.goto('/sign-in');
	await untilAppIsKept(aisha);
	await slow2G(aisha);
	await enterPassword(aisha, people.aisha);
	const progress = aisha.getByRole('progressbar', {
		name: 'Getting this device ready for offline'
	});
	const value = async () => Number(await progress.getAttribute('value', { timeout: 60_000 }));
	const first = await value();
	const total = Number(await progress.getAttribute('max'));
	expect(first).toBeGreaterThan(0);
	await expect.poll(value, { timeout: 60_000 }).toBeGreaterThan(first);
	const received = await value();
	expect(received).toBeLessThan(total);
	await aisha.close();

	const opened = await context.newPage();
	let rest = 0;
	opened.on('response', async (response) => {
		if (!response.url().endsWith('/rpc/sync_pull')) return;
		const { scopes } = (await response.json()) as { scopes: Record<string, { changes: [] }> };
		for (const { changes } of Object.values(scopes)) rest += changes.length;
	});
	await opened.goto('/sync');
	await expect(opened.getByText('Ready for offline', { exact: true })).toBeVisible();
	// What was received before is not asked for again.
	expect(rest).toBe(total - received);
	await expect(opened.getByText('Getting this device ready for offline')).toHaveCount(0);
});

/** Resolves when a device sends changes for the n-th time from now. */
function nthPush(page: Page, n: number): Promise<void> {
	return new Promise((reached) =>
		page.on('request', (request: Request) => {
			if (request.url().endsWith('/rpc/sync_push') && --n === 0) reached();
		})
	);
}
