/** The embedded server for a bench, and logs in it by the thousand. */
import postgres, { type Sql } from 'postgres';
import { COUNCIL_ID } from '../../seeds/rows';
import { startServer, type TestServer } from '../support/server';
import { atEnd, temporaryFolder } from './harness';

export const ADMIN = { email: 'ruth@example.org', password: 'common-ground-demo' };

export interface Backend {
	server: TestServer;
	/** The server's database, seen by nobody's eyes. */
	sql: Sql;
}

/** A server with the demonstration in it. */
export async function startBackend(): Promise<Backend> {
	const dataDir = await temporaryFolder('server');
	const starting = startServer({ seed: 'demo', dataDir });
	atEnd(async () => (await starting).stop());
	const server = await starting;
	const sql = postgres(server.dbUrl, { max: 2, onnotice: () => undefined });
	atEnd(() => sql.end({ timeout: 1 }));
	return { server, sql };
}

/** Rows of one transaction. */
const BATCH = 5_000;

/** Adds logs as the triggers would have made them, until there are so many; takes a few seconds per 100,000. */
export async function fillWithLogs(sql: Sql, count: number): Promise<void> {
	const [held] = await sql<{ n: number }[]>`select count(*)::integer as n from engagement_logs`;
	for (let missing = count - (held?.n ?? 0); missing > 0; missing -= BATCH)
		await sql.begin(async (tx) => {
			await tx`set local session_replication_role = replica`;
			await tx`
				with word as (
					select array_agg(word) as words
					from regexp_split_to_table(${WORDS}, ' ') as word
				), area as (
					select array_agg(code) as codes, array_agg(locality_id) as localities from areas
					where locality_id is not null
				), priority as (
					select array_agg(id) as ids from objectives where kind = 'priority' and closed_on is null
				), author as (
					select array_agg(user_id) as ids from memberships where role = 'officer'
				), log as (
					select
						(random() * (cardinality(area.codes) - 1))::integer + 1 as ward,
						(random() * (cardinality(priority.ids) - 1))::integer + 1 as priority,
						(random() * (cardinality(author.ids) - 1))::integer + 1 as author,
						(
							-- The numbers make PostgreSQL throw the dice for each word of each row anew.
							select string_agg(words[(random() * (cardinality(words) - 1))::integer + 1 + 0 * k], ' ')
							from generate_series(1, 24) as k where n > 0
						) as heard
					from generate_series(1, ${Math.min(BATCH, missing)}) as n, word, area, priority, author
				)
				insert into engagement_logs (
					id, council_id, scope, created_by, updated_by,
					type, occurred_on, coverage, ward_code, objective_id, themes, heard, people_count
				)
				select
					gen_random_uuid(), ${COUNCIL_ID}, 'locality:' || localities[ward], author.ids[author], author.ids[author],
					'conversation', current_date - (random() * 1000)::integer, 'ward', codes[ward], priority.ids[priority],
					'{health,transport}', heard, (random() * 60)::integer
				from log, area, priority, author`;
		});
	await sql`vacuum analyze engagement_logs`;
}

const WORDS =
	'bus stop fare school uniform heating damp rent food bank carer letter English class park bench lighting crossing youth club prayer room toilet ramp form online appointment surgery neighbour allotment lunch group cost trust';
