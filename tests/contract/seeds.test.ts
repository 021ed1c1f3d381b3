import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidV5 } from '../../seeds/ids';
import { loadSeeds } from '../../seeds/load';
import { createDatabase, type TestDatabase } from '../support/database';

const TODAY = '2026-11-17';
const TABLES = [
	'councils',
	'profiles',
	'memberships',
	'localities',
	'areas',
	'plans',
	'objectives',
	'actions',
	'organisations',
	'places',
	'safe_spaces',
	'place_audits',
	'engagement_logs',
	'assessments',
	'assessment_evidence',
	'measures',
	'measure_readings',
	'issues',
	'referral_routes',
	'referrals',
	'feedback_loops',
	'grant_programmes',
	'grant_rounds',
	'grants',
	'grant_visits',
	'grant_reports',
	'community_events',
	'event_evaluations',
	'event_counts',
	'networks',
	'network_snapshots',
	'network_activities',
	'network_points',
	'panel_snapshots',
	'progress_reports',
	'report_editions',
	'attachments',
	'audit_log'
] as const;

const PEOPLE = 'c7b1f8e6-6a4e-4f0e-8d53-0b8f3c1d2e4a';
const userId = (email: string) => uuidV5(PEOPLE, email);
const signUp = (email: string) => Promise.resolve(userId(email));

let database: TestDatabase;
beforeAll(async () => {
	database = await createDatabase();
	await loadSeeds({ sql: database.sql, signUp, today: TODAY });
});
afterAll(() => database.drop());

/** Rows and contents of every seeded table. */
async function contents(): Promise<Record<string, string>> {
	const state: Record<string, string> = {};
	for (const table of TABLES) {
		const rows = await database.sql`select * from ${database.sql(`public.${table}`)} order by id`;
		const digest = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
		state[table] = `${rows.length} ${digest}`;
	}
	return state;
}

const countFor = (email: string, table: string) =>
	database.as(userId(email))(async (tx) => {
		const [row] = await tx<{ count: number }[]>`
			select count(*)::int from ${tx(`public.${table}`)}`;
		return row?.count;
	});

describe('loading the seeds', () => {
	it('brings in every row', async () => {
		const rows = Object.fromEntries(
			Object.entries(await contents()).map(([table, state]) => [table, Number(state.split(' ')[0])])
		);
		expect(rows).toEqual({
			councils: 1,
			profiles: 7,
			memberships: 7,
			localities: 4,
			areas: 24,
			plans: 2,
			objectives: 19,
			actions: 67,
			organisations: 38,
			places: 34,
			safe_spaces: 1,
			place_audits: 6,
			engagement_logs: 400,
			assessments: 8,
			assessment_evidence: 6,
			measures: 24,
			measure_readings: 10,
			issues: 19,
			referral_routes: 14,
			referrals: 14,
			feedback_loops: 31,
			grant_programmes: 2,
			grant_rounds: 5,
			grants: 32,
			grant_visits: 13,
			grant_reports: 36,
			community_events: 57,
			event_evaluations: 44,
			event_counts: 4,
			networks: 5,
			network_snapshots: 14,
			network_activities: 35,
			network_points: 16,
			panel_snapshots: 1,
			progress_reports: 1,
			report_editions: 0,
			attachments: 0,
			audit_log: 0
		});
	});

	it('changes nothing the second time, even on another day', async () => {
		const before = await contents();
		for (const today of ['2026-12-24', TODAY, '2027-06-01'])
			await loadSeeds({ sql: database.sql, signUp, today });
		expect(await contents()).toEqual(before);
	});

	it('keeps what people have changed since', async () => {
		await database.sql`update public.actions set rag = 'red' where reference = 'EDI-14'`;
		await loadSeeds({ sql: database.sql, signUp, today: TODAY });
		const [action] = await database.sql`
			select rag, due_on::text from public.actions where reference = 'EDI-14'`;
		expect(action).toEqual({ rag: 'red', due_on: '2026-11-30' });
	});

	it('says who logged what and when', async () => {
		const [wrong] = await database.sql`
			select id from public.engagement_logs
			where created_by is null or created_at < occurred_on or created_at >= ${TODAY} or updated_at <> created_at`;
		expect(wrong).toBeUndefined();
	});

	it('lets each person read what is theirs, and no more', async () => {
		expect(await countFor('councillor@example.org', 'engagement_logs')).toBe(0);
		expect(await countFor('grace@example.org', 'engagement_logs')).toBe(26);
		const southEast = await countFor('aisha@example.org', 'engagement_logs');
		const everything = await countFor('daniel@example.org', 'engagement_logs');
		expect(southEast).toBeGreaterThan(100);
		expect(southEast).toBeLessThan(300);
		// Cleared: the register of restricted logs is part of it.
		expect(everything).toBe(400);
	});

	it('lets a councillor reach no record but their own role and name, in any table and by sync', async () => {
		const email = 'councillor@example.org';
		const tables = await database.sql<{ name: string; readable: boolean }[]>`
			select relname as name, has_table_privilege('authenticated', oid, 'select') as readable
			from pg_class
			where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p', 'f')`;
		const reached: Record<string, number> = {};
		for (const { name, readable } of tables) {
			const count = readable ? await countFor(email, name) : 0;
			if (count) reached[name] = count;
		}
		// Their own role and name, and the mark that tells whether the database was put back to a backup.
		expect(reached).toEqual({ memberships: 1, profiles: 1, sync_epoch: 1 });

		const [pulled] = await database.as(userId(email))(
			(tx) => tx<{ scopes: Record<string, { changes: { table: string }[] }> }[]>`
				select (sync_pull('', '{}', 5000) -> 'scopes')::jsonb as scopes`
		);
		const scopes = Object.entries(pulled?.scopes ?? {});
		expect(scopes.map(([name]) => name)).toEqual([`user:${userId(email)}`]);
		const own = scopes.flatMap(([, { changes }]) => changes.map(({ table }) => table));
		expect(own.every((table) => table === 'memberships' || table === 'profiles')).toBe(true);
	});

	it('leaves a database alone that belongs to another council', async () => {
		const other = await createDatabase();
		const id = userId('another council');
		await other.sql`
			insert into public.councils (id, council_id, code, name)
			values (${id}, ${id}, 'E07000177', 'Cherwell District Council')`;
		await expect(loadSeeds({ sql: other.sql, signUp, today: TODAY })).rejects.toThrow(
			'This database belongs to Cherwell District Council'
		);
		await other.drop();
	});

	it('loads nothing at all when something goes wrong half way', async () => {
		const empty = await createDatabase();
		const nobody = () => Promise.resolve('');
		await expect(loadSeeds({ sql: empty.sql, signUp: nobody, today: TODAY })).rejects.toThrow();
		expect(await empty.sql`select id from public.councils`).toHaveLength(0);
		await empty.drop();
	});
});
