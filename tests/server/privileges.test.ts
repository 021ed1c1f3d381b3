import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareDatabase } from '../../supabase/local/migrate';
import { startServer, type TestServer } from '../support/server';
import { makeCouncil, signUp } from './council';

describe('privileges on the embedded server', () => {
	let server: TestServer;
	let sql: Sql;
	let plain: Sql;

	beforeAll(async () => {
		server = await startServer();
		sql = postgres(server.dbUrl, { max: 1 });
		// The same migrations without the embedded backend, beside it.
		await sql`create database plain`;
		plain = postgres(server.dbUrl, { max: 1, database: 'plain', onnotice: () => undefined });
		await prepareDatabase(plain);
	});
	afterAll(async () => {
		await plain.end();
		await sql.end();
		await server.stop();
	});

	it('are those of the migrations, also after people have used it', async () => {
		const { admin } = await makeCouncil(server);
		await admin.from('engagement_logs').select();
		await admin.rpc('sync_pull', { epoch: '', cursors: {} });
		await (await server.client()).rpc('setup_needed');

		const expected = await grantsIn(plain);
		expect(expected.length).toBeGreaterThan(50);
		expect(await grantsIn(sql)).toEqual(expected);
	});

	it('stop before the sign-in tables', async () => {
		const [row] = await sql`select
			has_schema_privilege('anon', 'auth', 'usage') as anon,
			has_schema_privilege('authenticated', 'auth', 'usage') as authenticated`;
		expect(row).toEqual({ anon: false, authenticated: false });
	});

	it('leave nothing to somebody who is not signed in, but the question whether to set up', async () => {
		const client = await server.client();
		expect(await client.from('engagement_logs').select()).toMatchObject({
			status: 401,
			error: { code: '42501' }
		});
		expect(await client.rpc('sync_pull', { epoch: '', cursors: {} })).toMatchObject({
			status: 401,
			error: { code: '42501' }
		});
		expect((await client.rpc('setup_needed')).data).toBe(false);
	});

	it('tell somebody who is signed in what they may not do, with the code', async () => {
		const stranger = await signUp(server, 'stranger@example.org');
		expect(
			await stranger.from('sync_epoch').update({ purged_xid: '1' }).eq('id', crypto.randomUUID())
		).toMatchObject({ status: 403, error: { code: '42501' } });
		expect(
			await stranger.rpc('create_council', { code: 'E07000178', name: 'Mine', full_name: 'Me' })
		).toMatchObject({
			status: 403,
			error: { code: '42501', message: 'This service is set up already.' }
		});
	});
});

/** Every privilege of the API's roles on tables, columns and functions, one a line. */
async function grantsIn(database: Sql): Promise<string[]> {
	const rows = await database<{ line: string }[]>`
		with grants (schema, what, grantee, privilege) as (
			select table_schema, table_name::text, grantee, privilege_type
			from information_schema.role_table_grants
			union
			select table_schema, table_name || '.' || column_name, grantee, privilege_type
			from information_schema.role_column_grants
			union
			select specific_schema, routine_name || '()', grantee, privilege_type
			from information_schema.role_routine_grants
			union
			select nspname, 'schema', grantee::regrole::text, privilege_type
			from pg_namespace, aclexplode(nspacl)
			where grantee <> 0
		)
		select concat_ws(' ', schema, what, grantee, privilege) as line
		from grants
		where schema in ('public', 'private', 'realtime')
			and grantee in ('anon', 'authenticated', 'service_role', 'PUBLIC')
		order by line`;
	return rows.map(({ line }) => line);
}
