import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, StartRefused, type TestServer } from '../support/server';
import { makeCouncil } from './council';

const roles = {
	'aisha@example.org': ['officer'],
	'tom@example.org': ['officer'],
	'mei@example.org': ['officer'],
	'grace@example.org': ['champion'],
	'daniel@example.org': ['manager'],
	'ruth@example.org': ['admin'],
	'councillor@example.org': ['viewer']
};

describe('the demonstration', () => {
	let dataDir: string;
	let server: TestServer;
	beforeAll(async () => {
		dataDir = await mkdtemp(join(tmpdir(), 'common-ground-'));
		server = await startServer({ dataDir, seed: 'demo' });
	});
	afterAll(async () => {
		await server.stop();
		await rm(dataDir, { recursive: true, force: true });
	});

	it('names its people and their password below the ready line', () => {
		const [, printed = ''] = server.output().split(`ready on ${server.url}\n`);
		expect(printed).toMatch(/^Sign in as one of the demo people.* common-ground-demo$/m);
		for (const [email, [role]] of Object.entries(roles))
			expect(printed).toMatch(new RegExp(`^ +${email} .*${role}`, 'm'));
	});

	it.each(Object.entries(roles))('lets %s in, as %s', async (email, expected) => {
		const client = await server.client();
		const { error } = await client.auth.signInWithPassword({
			email,
			password: 'common-ground-demo'
		});
		expect(error).toBeNull();
		const { data: person } = await client.auth.getUser();
		const { data } = await client
			.from('memberships')
			.select('role')
			.eq('user_id', person.user?.id ?? '');
		expect(data?.map(({ role }) => role as string)).toEqual(expected);
	});

	it('is the same after a restart', async () => {
		const before = await countOfEverything(server);
		expect(before.logs).toBeGreaterThan(300);
		await server.stop();
		server = await startServer({ dataDir, seed: 'demo' });
		expect(await countOfEverything(server)).toEqual(before);
	});

	it('does not mix with records that are not its own', async () => {
		const own = await mkdtemp(join(tmpdir(), 'common-ground-'));
		const real = await startServer({ dataDir: own });
		await makeCouncil(real);
		await real.stop();
		const refused = await startServer({ dataDir: own, seed: 'demo' }).catch((e: unknown) => e);
		expect(refused).toBeInstanceOf(StartRefused);
		expect((refused as StartRefused).output).toContain('Start with SEED=none');
		await rm(own, { recursive: true, force: true });
	});
});

async function countOfEverything(server: TestServer): Promise<Record<string, number>> {
	const sql = postgres(server.dbUrl, { max: 1 });
	const [counts] = await sql<Record<string, number>[]>`select
		(select count(*)::int from auth.users) as people,
		(select count(*)::int from public.areas) as areas,
		(select count(*)::int from public.actions) as actions,
		(select count(*)::int from public.engagement_logs) as logs,
		(select sum(row_version)::int from public.engagement_logs) as versions`;
	await sql.end();
	return counts ?? {};
}
