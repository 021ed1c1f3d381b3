/** The app's own way to the server, as a phone uses it: through supabase-js, over the network, with its channels. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import type { Page } from '../../src/lib/sync/remote';
import { supabaseClient } from '../../src/lib/supabase/client';
import { SupabaseRemote } from '../../src/lib/supabase/remote';
import { session } from '../../src/lib/supabase/session';
import { startServer, type TestServer } from '../support/server';

const realFetch = globalThis.fetch;

let dataDir: string;
let server: TestServer;
let sql: Sql;
let userId: string;
let remote: SupabaseRemote;
let scopes: string[];

beforeAll(async () => {
	dataDir = await mkdtemp(join(tmpdir(), 'common-ground-remote-'));
	server = await startServer({ dataDir });
	sql = postgres(server.dbUrl, { max: 1 });
	const config = await (await fetch(`${server.url}/config.json`)).json();
	// What a browser has and Node 20 has not.
	vi.stubGlobal('WebSocket', WebSocket);
	const kept = new Map([['common-ground:config', JSON.stringify(config)]]);
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value),
		removeItem: (key: string) => kept.delete(key)
	});
	({ userId } = await session.signUp('ruth@example.org', 'common-ground-demo', 'Ruth Adeyemi'));
	await session.createCouncil({ code: 'E07000178', name: 'Oxford', fullName: 'Ruth Adeyemi' });
	remote = new SupabaseRemote(userId);
	scopes = Object.keys((await pull()).scopes);
});
afterAll(async () => {
	await (await supabaseClient()).realtime.disconnect();
	vi.unstubAllGlobals();
	await sql.end();
	await server.stop();
	await rm(dataDir, { recursive: true, force: true });
});

const pull = () => remote.pull('', {}, 1000);
const council = (page: Page) =>
	Object.keys(page.scopes)
		.find((scope) => scope.startsWith('council:'))
		?.slice('council:'.length) ?? '';
const addLocality = async () =>
	sql`insert into localities (council_id, name) values (${council(await pull())}, 'North')`;

/** Listens, and keeps what it hears. */
function listen() {
	const heard = { changed: 0, closed: 0, live: [] as boolean[] };
	const stop = remote.listen(scopes, {
		changed: () => heard.changed++,
		closed: () => heard.closed++,
		live: (live) => heard.live.push(live)
	});
	return { heard, stop };
}

describe('calls', () => {
	it('pull and push', async () => {
		const id = crypto.randomUUID();
		const verdicts = await remote.push(crypto.randomUUID(), [
			{
				mid: 1,
				table: 'localities',
				op: 'insert',
				id,
				set: { council_id: council(await pull()), name: 'South' },
				base: {},
				schema: 1,
				at: new Date().toISOString()
			}
		]);
		expect(verdicts).toMatchObject([{ mid: 1, verdict: 'applied', row: { id, name: 'South' } }]);
	});

	it('never speak for somebody else', async () => {
		const other = new SupabaseRemote(crypto.randomUUID());
		await expect(other.pull('', {}, 1)).rejects.toMatchObject({ code: 'signed_out' });
	});

	it('fetch a new token where the server no longer takes the one that the phone thinks good', async () => {
		const answers: number[] = [];
		vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
			const call = url.includes('/rpc/');
			const headers = new Headers(init?.headers);
			if (call && answers.length === 0) headers.set('Authorization', 'Bearer not.a.token');
			const response = await realFetch(url, { ...init, headers });
			if (call) answers.push(response.status);
			return response;
		});
		await expect(pull()).resolves.toMatchObject({ reset: false });
		expect(answers).toEqual([401, 200]);
		vi.stubGlobal('fetch', realFetch);
	});

	it('say offline where no answer comes', async () => {
		vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
		await expect(pull()).rejects.toMatchObject({ code: 'offline' });
		vi.stubGlobal('fetch', realFetch);
	});
});

/** A token made in the same second is the same, and says nothing new to the server: it takes the next. */
async function renewToken(): Promise<void> {
	const { auth } = await supabaseClient();
	const token = (await auth.getSession()).data.session?.access_token;
	const renewed = async () => (await auth.refreshSession()).data.session?.access_token;
	await expect.poll(renewed, { timeout: 5000, interval: 300 }).not.toBe(token);
}

describe('listening', () => {
	it('hears of changes, and of nothing once it stopped', async () => {
		const { heard, stop } = listen();
		await expect.poll(() => heard.live.at(-1), { timeout: 5000 }).toBe(true);
		await addLocality();
		await expect.poll(() => heard.changed, { timeout: 5000 }).toBeGreaterThan(0);
		stop();
		const { changed } = heard;
		const next = listen();
		await expect.poll(() => next.heard.live.at(-1), { timeout: 5000 }).toBe(true);
		await addLocality();
		await expect.poll(() => next.heard.changed, { timeout: 5000 }).toBeGreaterThan(0);
		expect(heard).toMatchObject({ changed, closed: 0 });
		next.stop();
	});

	it('may change its mind before it is heard', async () => {
		const ears = [listen(), listen(), listen()];
		ears[0]?.stop();
		ears[1]?.stop();
		await expect.poll(() => ears[2]?.heard.live.at(-1), { timeout: 5000 }).toBe(true);
		expect(ears[0]?.heard.live).toEqual([]);
		ears[2]?.stop();
	});

	it('is over when the server closes it, and can begin again', async () => {
		const { heard, stop } = listen();
		await expect.poll(() => heard.live.at(-1), { timeout: 5000 }).toBe(true);
		await sql`update memberships set deleted_at = now() where user_id = ${userId}`;
		await renewToken();
		await expect.poll(() => heard.closed, { timeout: 5000 }).toBeGreaterThan(0);
		stop();
		await sql`
			insert into memberships (council_id, user_id, role)
			select council_id, user_id, role from memberships where user_id = ${userId}`;
		const again = listen();
		await expect.poll(() => again.heard.live.at(-1), { timeout: 5000 }).toBe(true);
		again.stop();
	});

	it(
		'is not live while the server is away, and live again by itself',
		{ timeout: 90_000 },
		async () => {
			const { heard, stop } = listen();
			await expect.poll(() => heard.live.at(-1), { timeout: 5000 }).toBe(true);
			await server.stop();
			await expect.poll(() => heard.live.at(-1), { timeout: 10_000 }).toBe(false);
			await expect(pull()).rejects.toMatchObject({ code: 'offline' });
			server = await startServer({ dataDir, port: Number(new URL(server.url).port) });
			await sql.end();
			sql = postgres(server.dbUrl, { max: 1 });
			await expect.poll(() => heard.live.at(-1), { timeout: 30_000 }).toBe(true);
			await addLocality();
			await expect.poll(() => heard.changed, { timeout: 5000 }).toBeGreaterThan(0);
			expect(heard.closed).toBe(0);
			stop();
		}
	);
});
