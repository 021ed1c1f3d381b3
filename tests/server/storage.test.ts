/** Pictures on the embedded server, as each person, by every way that Storage has. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SupabaseClient } from '@supabase/supabase-js';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/server';

const PEOPLE = {
	/** Officer in the south east: her pictures are the ones that everybody tries to get at. */
	aisha: 'aisha@example.org',
	/** Officer in the north. */
	tom: 'tom@example.org',
	champion: 'grace@example.org',
	/** Manager, cleared for the register. */
	cleared: 'daniel@example.org',
	admin: 'ruth@example.org',
	viewer: 'councillor@example.org',
	stranger: 'stranger@example.org'
};
type Person = keyof typeof PEOPLE | 'anon';

let dataDir: string;
let server: TestServer;
let sql: Sql;
let council: string;
let clients: Record<Person, SupabaseClient>;
let ids: Record<Person, string>;
/** Logs by Aisha: in her ward, and restricted. */
let log: string, restricted: string;
/** A picture of each, sent. */
let picture: Picture, secret: Picture;

interface Picture {
	/** Of its record. */
	id: string;
	/** Of its object. */
	name: string;
	bytes: Buffer;
}

beforeAll(async () => {
	dataDir = await mkdtemp(join(tmpdir(), 'common-ground-storage-'));
	server = await startServer({ dataDir, seed: 'demo' });
	sql = postgres(server.dbUrl, { max: 1 });
	const signedIn = await Promise.all(
		Object.entries(PEOPLE).map(async ([person, email]) => {
			const client = await server.client();
			const credentials = { email, password: 'common-ground-demo' };
			const { data, error } = await (person === 'stranger'
				? client.auth.signUp(credentials)
				: client.auth.signInWithPassword(credentials));
			if (error) throw error;
			return [person, client, data.user?.id ?? ''] as const;
		})
	);
	clients = Object.fromEntries([
		...signedIn.map(([person, client]) => [person, client]),
		['anon', await server.client()]
	]) as typeof clients;
	ids = Object.fromEntries(signedIn.map(([person, , id]) => [person, id])) as typeof ids;
	const [found] = await sql<{ id: string }[]>`select id from councils`;
	council = found?.id ?? '';
	log = await addLog('aisha');
	restricted = await addLog('aisha', { restricted: true });
	picture = await sendPicture('aisha', log);
	secret = await sendPicture('aisha', restricted);
});
afterAll(async () => {
	await sql.end();
	await server.stop();
	await rm(dataDir, { recursive: true, force: true });
});

const bucketOf = (person: Person) => clients[person].storage.from('attachments');

/** Pushes one mutation, as a phone does. */
async function push(person: Person, mutation: Record<string, unknown>): Promise<void> {
	const { data, error } = await clients[person].rpc('sync_push', {
		client_id: randomUUID(),
		mutations: [{ mid: 1, ...mutation }]
	});
	if (error) throw error;
	expect(data).toMatchObject({ verdicts: [{ verdict: 'applied' }] });
}

async function addLog(person: Person, fields: Record<string, unknown> = {}): Promise<string> {
	const id = randomUUID();
	const [mine] = await sql<{ ward_code: string; objective_id: string }[]>`
		select areas.code as ward_code, objectives.id as objective_id
		from memberships
		join areas using (council_id, locality_id)
		join objectives using (council_id)
		where user_id = ${ids[person]} and kind = 'priority' and closed_on is null
		limit 1`;
	const set = {
		council_id: council,
		type: 'visit',
		occurred_on: '2026-01-15',
		coverage: 'ward',
		...mine,
		...fields
	};
	await push(person, { table: 'engagement_logs', op: 'insert', id, set });
	return id;
}

/** Adds the record of a picture. */
async function addRecord(person: Person, row_id: string, bytes: Buffer): Promise<Picture> {
	const id = randomUUID();
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const set = {
		council_id: council,
		table_name: 'engagement_logs',
		row_id,
		sha256,
		content_type: 'image/jpeg',
		byte_size: bytes.length,
		width: 1600,
		height: 1200
	};
	await push(person, { table: 'attachments', op: 'insert', id, set });
	return { id, name: [council, ids[person], sha256].join('/'), bytes };
}

const send = (person: Person, { name, bytes }: Picture, contentType = 'image/jpeg') =>
	bucketOf(person).upload(name, bytes, { contentType });

async function sendPicture(
	person: Person,
	row: string,
	bytes = randomBytes(200_000)
): Promise<Picture> {
	const sent = await addRecord(person, row, bytes);
	const { error } = await send(person, sent);
	if (error) throw error;
	return sent;
}

/** What a person gets of an object: its bytes' sha256, or how they were refused. */
async function got(person: Person, { name }: Picture): Promise<string> {
	const { data, error } = await bucketOf(person).download(name);
	if (error) return 'refused';
	return createHash('sha256')
		.update(Buffer.from(await data.arrayBuffer()))
		.digest('hex');
}

const sha256Of = ({ name }: Pick<Picture, 'name'>) => name.split('/').at(-1) ?? '';

/** The files in the bucket's folder, and the objects in the database. */
const files = async () =>
	(await readdir(join(dataDir, 'storage'), { recursive: true, withFileTypes: true })).filter(
		(entry) => entry.isFile()
	).length;
const objects = async () =>
	(await sql<{ count: number }[]>`select count(*)::int as count from storage.objects`)[0]?.count;

const POLICY = { statusCode: '403', message: 'new row violates row-level security policy' };
const MISSING = { statusCode: '404', message: 'Object not found' };

describe('who may see a picture', () => {
	it.each(['aisha', 'cleared', 'admin'] as const)('%s, who reads its log', async (person) => {
		expect(await got(person, picture)).toBe(sha256Of(picture));
		const { data } = await bucketOf(person).info(picture.name);
		expect(data).toMatchObject({ name: picture.name });
		expect((await raw(person, 'HEAD', `object/attachments/${picture.name}`)).status).toBe(200);
		const { data: listed } = await bucketOf(person).list(`${council}/${ids.aisha}`);
		expect(JSON.stringify(listed)).toContain(sha256Of(picture));
	});

	it.each(['aisha', 'cleared'] as const)('%s, of the register', async (person) => {
		expect(await got(person, secret)).toBe(sha256Of(secret));
	});

	describe.each([
		['tom', ['picture', 'secret']],
		['champion', ['picture', 'secret']],
		['admin', ['secret']],
		['viewer', ['picture', 'secret']],
		['stranger', ['picture', 'secret']],
		['anon', ['picture', 'secret']]
	] as const)('not %s', (person, hidden) => {
		const theirs = () => hidden.map((one) => (one === 'picture' ? picture : secret));

		it('by any way of reading', async () => {
			for (const { name } of theirs()) {
				const bucket = bucketOf(person);
				expect((await bucket.download(name)).error).not.toBeNull();
				expect((await bucket.info(name)).error).not.toBeNull();
				expect((await raw(person, 'HEAD', `object/attachments/${name}`)).ok).toBe(false);
				for (const path of ['', `${council}/${ids.aisha}`, `${council}/${ids.aisha}/`, name]) {
					const { data } = await bucket.list(path, { search: sha256Of({ name }) });
					expect(JSON.stringify(data ?? [])).not.toContain(sha256Of({ name }));
				}
				const answers = await Promise.all(
					[
						'object/public/attachments',
						'object/authenticated/attachments',
						'object/attachments',
						'object/sign/attachments',
						'render/image/authenticated/attachments',
						'render/image/public/attachments',
						's3/attachments'
					].map((way) => raw(person, 'GET', `${way}/${name}`))
				);
				expect(answers.filter(({ ok }) => ok)).toEqual([]);
			}
		});

		it('by copying or moving it', async () => {
			for (const { name } of theirs()) {
				const target = `${council}/${ids[person] ?? 'x'}/${sha256Of({ name })}`;
				expect((await bucketOf(person).copy(name, target)).error).not.toBeNull();
				expect((await bucketOf(person).move(name, target)).error).not.toBeNull();
			}
		});

		it('nor removes it', async () => {
			for (const one of theirs()) {
				const { data } = await bucketOf(person).remove([one.name]);
				expect(data ?? []).toEqual([]);
				expect(await got('aisha', one)).toBe(sha256Of(one));
			}
		});
	});

	it('nobody by a link: none can be made, to read or to write', async () => {
		const bucket = bucketOf('aisha');
		expect((await bucket.createSignedUrl(picture.name, 60)).error).toMatchObject(MISSING);
		const paths = { expiresIn: 60, paths: [picture.name] };
		expect((await raw('aisha', 'POST', 'object/sign/attachments', JSON.stringify(paths))).ok).toBe(
			false
		);
		const next = await addRecord('aisha', log, randomBytes(100));
		expect((await bucket.createSignedUploadUrl(next.name)).error).toMatchObject(POLICY);
	});

	it('whoever sees it keeps it in no cache, and takes it for nothing but a picture', async () => {
		const { headers } = await raw('aisha', 'GET', `object/attachments/${picture.name}`);
		expect(Object.fromEntries(headers)).toMatchObject({
			'content-type': 'image/jpeg',
			'content-length': '200000',
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff'
		});
		expect(headers.get('access-control-allow-origin')).toBeNull();
	});
});

describe('a picture goes with its record', () => {
	it('to another locality and back: its author still sends it, and whoever reads it gets it', async () => {
		const moving = await addLog('aisha');
		const sent = await sendPicture('aisha', moving);
		const unsent = await addRecord('aisha', moving, randomBytes(1000));
		const [north] = await sql<{ code: string }[]>`
			select code from areas join memberships using (council_id, locality_id)
			where user_id = ${ids.tom} limit 1`;
		await push('admin', {
			table: 'engagement_logs',
			op: 'update',
			id: moving,
			set: { ward_code: north?.code }
		});
		expect((await send('aisha', unsent)).error).toBeNull();
		for (const one of [sent, unsent]) {
			expect(await got('tom', one)).toBe(sha256Of(one));
			expect(await got('aisha', one)).toBe('refused');
		}
	});

	it('into the register', async () => {
		const opened = await addLog('aisha');
		const sent = await sendPicture('aisha', opened);
		expect(await got('admin', sent)).toBe(sha256Of(sent));
		const set = { restricted: true };
		await push('aisha', { table: 'engagement_logs', op: 'update', id: opened, set });
		expect(await got('admin', sent)).toBe('refused');
		expect(await got('cleared', sent)).toBe(sha256Of(sent));
	});

	it('out of sight of whoever loses their role', async () => {
		const everywhere = await addLog('aisha', { coverage: 'city_wide', ward_code: null });
		const sent = await sendPicture('aisha', everywhere);
		expect(await got('champion', sent)).toBe(sha256Of(sent));
		await sql`update memberships set deleted_at = now() where user_id = ${ids.champion}`;
		expect(await got('champion', sent)).toBe('refused');
		await sql`update memberships set deleted_at = null where user_id = ${ids.champion}`;
	});

	it('out of sight when it is deleted; then its author or a manager removes the bytes', async () => {
		const [mine, managed] = [await addLog('aisha'), await addLog('aisha')];
		for (const [person, id] of [
			['aisha', mine],
			['admin', managed]
		] as const) {
			const sent = await sendPicture('aisha', id);
			await push(person, { table: 'engagement_logs', op: 'delete', id });
			for (const anybody of ['aisha', 'cleared', 'admin'] as const)
				expect(await got(anybody, sent)).toBe('refused');
			for (const other of ['tom', 'champion', 'viewer', 'stranger', 'anon'] as const)
				expect((await bucketOf(other).remove([sent.name])).data ?? []).toEqual([]);
			const before = { files: await files(), objects: await objects() };
			const { data } = await bucketOf(person).remove([sent.name]);
			expect(data).toMatchObject([{ name: sent.name }]);
			expect(await files()).toBe(before.files - 1);
			expect(await objects()).toBe((before.objects ?? 0) - 1);
		}
	});

	it('its bytes stay while anything needs them, and nobody removes those of a live one', async () => {
		const bytes = randomBytes(1000);
		const first = await sendPicture('aisha', log, bytes);
		const second = await addRecord('aisha', restricted, bytes);
		expect(second.name).toBe(first.name);
		expect((await send('aisha', second)).error).toMatchObject({ statusCode: '409' });
		await push('aisha', { table: 'attachments', op: 'delete', id: first.id });
		// The one that is left is restricted: an administrator, who does not see it, must not take it away.
		for (const person of ['aisha', 'admin', 'cleared'] as const)
			expect((await bucketOf(person).remove([first.name])).data).toEqual([]);
		expect(await got('aisha', second)).toBe(sha256Of(second));
		expect(await got('admin', second)).toBe('refused');
		await push('aisha', { table: 'attachments', op: 'delete', id: second.id });
		expect((await bucketOf('admin').remove([first.name])).data).toHaveLength(1);
	});
});

describe('sending', () => {
	it('by its author alone, and only once its record is there', async () => {
		const next = await addRecord('aisha', log, randomBytes(1000));
		for (const person of ['tom', 'champion', 'cleared', 'admin', 'viewer', 'stranger'] as const) {
			expect((await send(person, next)).error).toMatchObject(POLICY);
			const own = { ...next, name: next.name.replace(ids.aisha, ids[person]) };
			expect((await send(person, own)).error).toMatchObject(POLICY);
		}
		expect((await send('anon', next)).error).not.toBeNull();
		const unrecorded = {
			...next,
			name: next.name.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
		};
		expect((await send('aisha', unrecorded)).error).toMatchObject(POLICY);
		expect((await send('aisha', next)).error).toBeNull();
	});

	it('under no other name', async () => {
		const next = await addRecord('aisha', log, randomBytes(1000));
		const sha256 = sha256Of(next);
		for (const name of [
			sha256,
			`${ids.aisha}/${sha256}`,
			`${randomUUID()}/${ids.aisha}/${sha256}`,
			`${next.name}.jpg`,
			`${next.name}/${sha256}`,
			`x/${next.name}`,
			next.name.toUpperCase()
		])
			expect((await send('aisha', { ...next, name })).error, name).toMatchObject(POLICY);
		for (const name of [`../${next.name}`, `${council}/../../../etc/${sha256}`, '%2e%2e/%2e%2e/x'])
			expect((await raw('aisha', 'POST', `object/attachments/${name}`, next.bytes)).ok, name).toBe(
				false
			);
	});

	it('not once its record is deleted', async () => {
		const next = await addRecord('aisha', log, randomBytes(1000));
		await push('aisha', { table: 'attachments', op: 'delete', id: next.id });
		expect((await send('aisha', next)).error).toMatchObject(POLICY);
	});

	it('again: the answer is Duplicate, and the bytes stay', async () => {
		const other = { ...picture, bytes: randomBytes(200_000) };
		expect((await send('aisha', other)).error).toMatchObject({
			name: 'StorageApiError',
			status: 400,
			statusCode: '409',
			message: 'The resource already exists'
		});
		for (const upsert of [
			await bucketOf('aisha').upload(picture.name, other.bytes, {
				contentType: 'image/jpeg',
				upsert: true
			}),
			await bucketOf('aisha').update(picture.name, other.bytes, { contentType: 'image/jpeg' })
		])
			expect(upsert.error).toMatchObject(POLICY);
		expect(await got('aisha', picture)).toBe(sha256Of(picture));
	});

	it('at once from two tabs: it is there, whole', async () => {
		const next = await addRecord('aisha', log, randomBytes(300_000));
		const answers = await Promise.all([send('aisha', next), send('aisha', next)]);
		expect(answers.some(({ error }) => error === null)).toBe(true);
		expect(await got('aisha', next)).toBe(sha256Of(next));
	});

	it('up to 400 kB of JPEG, to the byte', async () => {
		const largest = await addRecord('aisha', log, randomBytes(409_600));
		expect((await send('aisha', largest)).error).toBeNull();
		expect(await got('aisha', largest)).toBe(sha256Of(largest));

		const next = await addRecord('aisha', log, randomBytes(1000));
		const tooLarge = { ...next, bytes: randomBytes(409_601) };
		expect((await send('aisha', tooLarge)).error).toMatchObject({ statusCode: '413' });
		for (const type of ['image/png', 'image/svg+xml', 'text/html', 'application/octet-stream'])
			expect((await send('aisha', next, type)).error, type).toMatchObject({ statusCode: '415' });
	});

	it('with its length stated, so that no limit is got round', async () => {
		const next = await addRecord('aisha', log, randomBytes(1000));
		const answer = await fetch(`${server.url}/storage/v1/object/attachments/${next.name}`, {
			method: 'POST',
			headers: { ...(await headersOf('aisha')), 'content-type': 'image/jpeg' },
			body: new Blob([randomBytes(500_000)]).stream(),
			duplex: 'half'
		} as RequestInit);
		expect(answer.status).toBe(411);
		expect(await got('aisha', next)).toBe('refused');
	});

	it('broken off half way leaves nothing, and can be begun again', async () => {
		const before = { files: await files(), objects: await objects() };
		const next = await addRecord('aisha', log, randomBytes(300_000));
		const headers = {
			...(await headersOf('aisha')),
			'content-type': 'image/jpeg',
			'content-length': String(next.bytes.length)
		};
		const half = request(`${server.url}/storage/v1/object/attachments/${next.name}`, {
			method: 'POST',
			headers
		});
		half.on('error', () => undefined);
		half.write(next.bytes.subarray(0, 150_000));
		// Half of it has arrived.
		await expect.poll(files).toBe(before.files + 1);
		half.destroy();
		await expect.poll(files).toBe(before.files);
		expect(await objects()).toBe(before.objects);
		expect(await got('aisha', next)).toBe('refused');
		expect((await send('aisha', next)).error).toBeNull();
		expect(await got('aisha', next)).toBe(sha256Of(next));
	});
});

describe('buckets', () => {
	it.each(['aisha', 'admin', 'anon'] as const)(
		'are not for %s to see or change',
		async (person) => {
			const { storage } = clients[person];
			expect((await storage.listBuckets()).data ?? []).toEqual([]);
			expect((await storage.getBucket('attachments')).error).not.toBeNull();
			expect((await storage.createBucket('mine', { public: true })).error).not.toBeNull();
			expect((await storage.updateBucket('attachments', { public: true })).error).not.toBeNull();
			expect((await storage.emptyBucket('attachments')).error).not.toBeNull();
			expect((await storage.deleteBucket('attachments')).error).not.toBeNull();
			const [bucket] =
				await sql`select public, file_size_limit, allowed_mime_types from storage.buckets`;
			expect(bucket).toEqual({
				public: false,
				file_size_limit: '409600',
				allowed_mime_types: ['image/jpeg']
			});
			expect(await got('aisha', picture)).toBe(sha256Of(picture));
		}
	);
});

describe('the tables of Storage', () => {
	it('are out of reach but through Storage', async () => {
		for (const table of ['objects', 'buckets']) {
			const { error } = await clients.admin.schema('storage').from(table).select();
			expect(error).toMatchObject({ code: 'PGRST106' });
		}
	});

	it('have row level security, and no more privileges than hosted Supabase gives', async () => {
		const rows = await sql`
			select relname, relrowsecurity,
				has_table_privilege('authenticated', oid, 'truncate')
					or has_table_privilege('anon', oid, 'truncate') as truncate
			from pg_class where relnamespace = 'storage'::regnamespace and relkind = 'r' order by relname`;
		expect(rows).toEqual([
			{ relname: 'buckets', relrowsecurity: true, truncate: false },
			{ relname: 'objects', relrowsecurity: true, truncate: false }
		]);
	});
});

it('is there after a crash, and nothing of what was half received', async () => {
	await writeFile(join(dataDir, 'storage', '.incoming', 'half'), 'half a picture');
	await server.kill9();
	await sql.end();
	server = await startServer({ dataDir, seed: 'demo' });
	sql = postgres(server.dbUrl, { max: 1 });
	expect(await readdir(join(dataDir, 'storage', '.incoming'))).toEqual([]);
	clients.aisha = await server.client();
	await clients.aisha.auth.signInWithPassword({
		email: PEOPLE.aisha,
		password: 'common-ground-demo'
	});
	expect(await got('aisha', picture)).toBe(sha256Of(picture));
});

async function headersOf(person: Person): Promise<Record<string, string>> {
	const config = (await (await fetch(`${server.url}/config.json`)).json()) as {
		publishableKey: string;
	};
	const { data } = await clients[person].auth.getSession();
	const token = data.session?.access_token;
	return {
		apikey: config.publishableKey,
		...(token && { authorization: `Bearer ${token}` })
	};
}

/** A call without supabase-js. A string is sent as JSON, bytes as a picture. */
async function raw(
	person: Person,
	method: string,
	path: string,
	body?: string | Buffer
): Promise<Response> {
	const type = typeof body === 'string' ? 'application/json' : 'image/jpeg';
	return fetch(`${server.url}/storage/v1/${path}`, {
		method,
		headers: { ...(await headersOf(person)), ...(body && { 'content-type': type }) },
		...(body && { body: typeof body === 'string' ? body : new Uint8Array(body) })
	});
}
