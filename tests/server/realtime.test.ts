import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SupabaseClient } from '@supabase/supabase-js';
import { SignJWT } from 'jose';
import postgres, { type Sql } from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import type { Secrets } from '../../supabase/local/secrets';
import { startServer, type TestServer } from '../support/server';
import { makeCouncil, signUp } from './council';

/** What a phone hears on one private channel. */
interface Ear {
	pokes: unknown[];
	states: string[];
}

describe('realtime', () => {
	let server: TestServer;
	let sql: Sql;
	let admin: SupabaseClient;
	let councilId: string;
	let scope: string;
	const opened: SupabaseClient[] = [];

	beforeAll(async () => {
		server = await startServer();
		sql = postgres(server.dbUrl, { max: 1, onnotice: () => undefined });
		({ admin, councilId } = await makeCouncil(server));
		scope = `council:${councilId}`;
	});
	afterEach(async () => {
		for (const client of opened.splice(0)) await client.realtime.disconnect();
	});
	afterAll(async () => {
		await sql.end();
		await server.stop();
	});

	/** A phone with its own connection, listening as whoever the token says. */
	async function listen(token: string, topic = scope): Promise<Ear & { phone: SupabaseClient }> {
		const phone = await server.client();
		opened.push(phone);
		await phone.realtime.setAuth(token);
		const ear: Ear = { pokes: [], states: [] };
		phone
			.channel(topic, { config: { private: true } })
			.on('broadcast', { event: 'changed' }, ({ payload }) => ear.pokes.push(payload))
			.subscribe((state, error) => ear.states.push(error ? `${state}: ${error.message}` : state));
		await expect.poll(() => ear.states.length, { timeout: 5000 }).toBeGreaterThan(0);
		return { ...ear, phone };
	}

	async function tokenOf(client: SupabaseClient): Promise<string> {
		return (await client.auth.getSession()).data.session?.access_token ?? '';
	}

	/** A token for the administrator that runs out when the test needs it to. */
	async function shortToken(seconds: number, secret?: string): Promise<string> {
		const { jwtSecret } = JSON.parse(
			await readFile(join(server.dataDir, 'secrets.json'), 'utf8')
		) as Secrets;
		const { data } = await admin.auth.getUser();
		return new SignJWT({ role: 'authenticated' })
			.setProtectedHeader({ alg: 'HS256' })
			.setSubject(data.user?.id ?? '')
			.setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
			.sign(new TextEncoder().encode(secret ?? jwtSecret));
	}

	async function addLocality(): Promise<void> {
		const { error } = await admin
			.from('localities')
			.insert({ council_id: councilId, name: `North ${crypto.randomUUID()}` });
		expect(error).toBeNull();
	}

	it('pokes a member within two seconds of a change, with nothing in it', async () => {
		const ear = await listen(await tokenOf(admin));
		expect(ear.states).toEqual(['SUBSCRIBED']);
		await addLocality();
		await expect.poll(() => ear.pokes, { timeout: 2000 }).toEqual([{}]);
	});

	it('tells one phone only what is on its own channels', async () => {
		const { data } = await admin.auth.getUser();
		const ear = await listen(await tokenOf(admin), `user:${data.user?.id}`);
		expect(ear.states).toEqual(['SUBSCRIBED']);
		await addLocality();
		await sleep(500);
		expect(ear.pokes).toEqual([]);
	});

	it.each([
		['a stranger', async () => tokenOf(await signUp(server, 'stranger@example.org'))],
		['a forged token', () => shortToken(60, 'not the secret of this server, but as long')],
		['an expired token', () => shortToken(-10)]
	])('refuses %s', async (_, token) => {
		const ear = await listen(await token());
		expect(ear.states[0]).toMatch(/^CHANNEL_ERROR: .*Unauthorized/);
		await addLocality();
		await sleep(500);
		expect(ear.pokes).toEqual([]);
	});

	it('closes a channel when its token expires, unless a new one came in time', async () => {
		const left = await listen(await shortToken(2));
		const renewed = await listen(await shortToken(2));
		await renewed.phone.realtime.setAuth(await shortToken(60));
		await expect.poll(() => left.states, { timeout: 4000 }).toContain('CLOSED');
		await addLocality();
		await expect.poll(() => renewed.pokes, { timeout: 2000 }).toEqual([{}]);
		expect(renewed.states).toEqual(['SUBSCRIBED']);
		expect(left.pokes).toEqual([]);
	});

	it('shuts out somebody who lost their role when their token is renewed', async () => {
		const person = await signUp(server, 'leaver@example.org');
		const { data } = await person.auth.getUser();
		const user_id = data.user?.id ?? '';
		const { data: membership } = await admin
			.from('memberships')
			.insert({ council_id: councilId, user_id, role: 'manager' })
			.select('id')
			.single();
		const ear = await listen(await tokenOf(person));
		expect(ear.states).toEqual(['SUBSCRIBED']);
		await sql`update public.memberships set deleted_at = now() where id = ${membership?.id as string}`;
		const { data: fresh } = await person.auth.refreshSession();
		await ear.phone.realtime.setAuth(fresh.session?.access_token ?? '');
		await expect.poll(() => ear.states, { timeout: 4000 }).toContain('CLOSED');
	});

	it('stops telling a phone that left', async () => {
		const ear = await listen(await tokenOf(admin));
		await ear.phone.removeAllChannels();
		expect(ear.states).toContain('CLOSED');
		await addLocality();
		await sleep(500);
		expect(ear.pokes).toEqual([]);
	});

	it('listens to the database again after its connection was cut', async () => {
		const ear = await listen(await tokenOf(admin));
		const cut = await sql`
			select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%'`;
		expect(cut).toHaveLength(1);
		await sleep(1000);
		await addLocality();
		await expect.poll(() => ear.pokes, { timeout: 2000 }).toEqual([{}]);
	});

	it('drops a broadcast that is too long, never the write that caused it', async () => {
		const ear = await listen(await tokenOf(admin));
		await sql`select realtime.send(${sql.json({ text: 'x'.repeat(9000) })}, 'changed', ${scope})`;
		await addLocality();
		await expect.poll(() => ear.pokes, { timeout: 2000 }).toEqual([{}]);
	});

	describe('on the wire', () => {
		async function connect(query: string): Promise<WebSocket> {
			const socket = new WebSocket(
				`${server.url.replace('http', 'ws')}/realtime/v1/websocket?${query}`
			);
			await new Promise((opened, failed) => {
				socket.once('open', opened);
				socket.once('error', failed);
			});
			return socket;
		}

		async function ask(socket: WebSocket, frame: unknown[]): Promise<unknown> {
			const answer = new Promise((heard) =>
				socket.once('message', (data: Buffer) => heard(JSON.parse(data.toString())))
			);
			socket.send(JSON.stringify(frame));
			return answer;
		}

		async function key(): Promise<string> {
			const config = await (await fetch(`${server.url}/config.json`)).json();
			return `apikey=${(config as { publishableKey: string }).publishableKey}&vsn=2.0.0`;
		}

		it('answers heartbeats and refuses what it does not offer in plain words', async () => {
			const socket = await connect(await key());
			expect(await ask(socket, [null, '1', 'phoenix', 'heartbeat', {}])).toEqual([
				null,
				'1',
				'phoenix',
				'phx_reply',
				{ status: 'ok', response: {} }
			]);
			const open = await ask(socket, ['2', '2', 'realtime:x', 'phx_join', { config: {} }]);
			expect(open).toEqual([
				'2',
				'2',
				'realtime:x',
				'phx_reply',
				{ status: 'error', response: { reason: 'Only private channels are open here' } }
			]);
			socket.close();
		});

		it('turns away a caller without the key, and closes on what is not a frame', async () => {
			await expect(connect('vsn=2.0.0')).rejects.toThrow('401');
			const socket = await connect(await key());
			const closed = new Promise((done) => socket.once('close', done));
			socket.send('not a frame');
			expect(await closed).toBe(1003);
		});
	});
});

describe('a phone whose server restarts', () => {
	it('finds its channel again by itself', async () => {
		const first = await startServer();
		const { admin, councilId } = await makeCouncil(first);
		const pokes: unknown[] = [];
		const states: string[] = [];
		await admin.realtime.setAuth();
		admin
			.channel(`council:${councilId}`, { config: { private: true } })
			.on('broadcast', { event: 'changed' }, () => pokes.push(1))
			.subscribe((state) => states.push(state));
		await expect.poll(() => states).toEqual(['SUBSCRIBED']);

		await first.kill9();
		const second = await startServer({
			dataDir: first.dataDir,
			port: Number(new URL(first.url).port)
		});
		await expect
			.poll(() => states.filter((state) => state === 'SUBSCRIBED').length, { timeout: 20_000 })
			.toBe(2);
		await admin.from('localities').insert({ council_id: councilId, name: 'East' });
		await expect.poll(() => pokes.length, { timeout: 2000 }).toBe(1);
		await admin.realtime.disconnect();
		await second.stop();
		await rm(first.dataDir, { recursive: true, force: true });
	});
});
