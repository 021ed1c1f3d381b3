/** The digest, purging, and pokes. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addLog, setScene, WARDS, type PersonName, type Scene } from './scene';
import { catchUp, pull, pullAll, type SyncedRow } from './sync-client';

let scene: Scene;
beforeEach(async () => {
	scene = await setScene();
});
afterEach(() => scene.drop());

const as = (person: PersonName) => scene.as(scene.people[person]);

describe('sync_digest', () => {
	type Digests = Record<string, { count: number; digest: number }>;

	async function digests(person: PersonName): Promise<Digests> {
		const [row] = await as(person)(
			(tx) => tx<{ digests: Digests }[]>`select sync_digest() as digests`
		);
		return row?.digests ?? {};
	}

	/** The same, worked out of what a phone holds. */
	function digestOf(rows: readonly SyncedRow[]): { count: number; digest: number } {
		const digest = rows.reduce(
			(sum, { id, row_version }) =>
				(sum ^ (parseInt(id.slice(0, 8), 16) + Math.imul(row_version, 2654435761))) >>> 0,
			0
		);
		return { count: rows.length, digest };
	}

	test('is what a phone works out of the rows it holds, for every scope', async () => {
		for (let i = 0; i < 5; i++) {
			const id = await addLog(scene, null, { deleted_at: i === 4 ? new Date() : null });
			for (let edits = 0; edits < i; edits++)
				await scene.sql`update engagement_logs set people_count = ${edits} where id = ${id}`;
		}
		const { scopes } = await pull(as('aisha'));
		const held = Object.entries(scopes).map(([scope, { changes }]) => [
			scope,
			digestOf(changes.flatMap((change) => ('row' in change ? [change.row] : [])))
		]);
		expect(await digests('aisha')).toEqual(Object.fromEntries(held));
	});

	test('counts the tables that a device knows, where it names them', async () => {
		await addLog(scene, null);
		const [row] = await as('aisha')(
			(tx) => tx<{ logs: Digests; none: Digests }[]>`
				select sync_digest('{engagement_logs}') as logs, sync_digest('{unheard_of}') as none`
		);
		const south = `locality:${scene.south}`;
		expect(row?.logs[south]).toEqual((await digests('aisha'))[south]);
		expect(row?.logs[`council:${scene.council}`]).toEqual({ count: 0, digest: 0 });
		expect(row?.none[south]).toEqual({ count: 0, digest: 0 });
	});

	test('counts an empty scope as well, and nobody else’s', async () => {
		const mine = await digests('manager');
		expect(mine[`locality:${scene.north}`]).toEqual({ count: 0, digest: 0 });
		expect(Object.keys(mine)).toHaveLength(4);
		expect(await digests('stranger')).toEqual({});
	});

	test('changes with a version, and is the same again after a purge', async () => {
		const id = await addLog(scene, null);
		const first = await digests('aisha');
		await scene.sql`update engagement_logs set people_count = 1 where id = ${id}`;
		expect(await digests('aisha')).not.toEqual(first);
		await scene.sql`update engagement_logs set deleted_at = now() where id = ${await addLog(scene, null)}`;
		await scene.sql`update audit_log set deleted_at = now()`;
		const second = await digests('aisha');
		await scene.sql`select private.purge('0')`;
		expect(await digests('aisha')).toEqual(second);
	});
});

describe('purge', () => {
	const purge = async (olderThan: string) =>
		(
			await scene.sql<
				{ purged: Record<string, number> }[]
			>`select private.purge(${olderThan}::interval) as purged`
		)[0]?.purged;
	const count = async (table: string) =>
		(await scene.sql`select 1 from ${scene.sql(table)}`).length;

	test('forgets tombstones, exits and verdicts of long ago, and nothing younger', async () => {
		const gone = await addLog(scene, null);
		const moved = await addLog(scene, null);
		await scene.sql`update engagement_logs set ward_code = ${WARDS.marston} where id = ${moved}`;
		await scene.sql`update engagement_logs set deleted_at = now() where id = ${gone}`;
		await as('aisha')((tx) => tx`select sync_push(gen_random_uuid(), '[{"mid": 1}]')`);
		expect(await purge('1 day')).toEqual({ tombstones: 0, exits: 0, verdicts: 0 });
		expect(await purge('0')).toEqual({ tombstones: 1, exits: 1, verdicts: 1 });
		expect(await count('engagement_logs')).toBe(1);
		expect(await count('sync_exits')).toBe(0);
		expect(await count('sync_mutations')).toBe(0);
	});

	test('forgets the history of what it forgets, and no other', async () => {
		const [id, kept] = [await addLog(scene, null), await addLog(scene, null)];
		for (const one of [id, kept])
			await scene.sql`update engagement_logs set heard = 'Secret.' where id = ${one}`;
		await scene.sql`update engagement_logs set deleted_at = now() where id = ${id}`;
		const entries = (one: string) => scene.sql`select 1 from audit_log where row_id = ${one}`;
		await purge('1 day');
		expect(await entries(id)).toHaveLength(2);
		await purge('0');
		expect(await entries(id)).toHaveLength(0);
		expect(await entries(kept)).toHaveLength(1);
	});

	test('keeps the history of a tombstone that it must keep', async () => {
		const [place] = await scene.sql<{ id: string }[]>`
			insert into places (council_id, name, kind) values (${scene.council}, 'Hall', 'hub') returning id`;
		await addLog(scene, null, { place_id: place?.id });
		await scene.sql`update places set deleted_at = now()`;
		await purge('0');
		expect(await scene.sql`select 1 from audit_log where row_id = ${place?.id ?? ''}`).toHaveLength(
			1
		);
	});

	test('keeps a tombstone that a record still names, until that one goes too', async () => {
		const [place] = await scene.sql<{ id: string }[]>`
			insert into places (council_id, name, kind) values (${scene.council}, 'Hall', 'hub') returning id`;
		const log = await addLog(scene, null, { place_id: place?.id });
		await scene.sql`update places set deleted_at = now()`;
		expect((await purge('0'))?.tombstones).toBe(0);
		await scene.sql`update engagement_logs set deleted_at = now() where id = ${log}`;
		await purge('0');
		await purge('0');
		expect(await count('places')).toBe(0);
	});

	test('makes devices that have not heard of it start anew, and no others', async () => {
		const id = await addLog(scene, null);
		const old = await pullAll(as('aisha'));
		await scene.sql`update engagement_logs set deleted_at = now() where id = ${id}`;
		const current = await catchUp(as('aisha'), old);
		const fresh = await catchUp(as('tom'));
		await purge('0');
		const anew = await pull(as('aisha'), old);
		expect(anew.reset).toBe(true);
		expect(JSON.stringify(anew)).not.toContain(id);
		expect((await pull(as('aisha'), current)).reset).toBe(false);
		expect((await pull(as('tom'), fresh)).reset).toBe(false);
	});

	test('in the middle of a first walk makes it start anew, lest it keep what is gone', async () => {
		const id = await addLog(scene, null);
		await addLog(scene, null);
		const begun = await pull(as('aisha'), { size: 30 });
		const { epoch } = begun;
		const cursors = Object.fromEntries(
			Object.entries(begun.scopes).map(([scope, { cursor }]) => [scope, cursor])
		);
		await scene.sql`update engagement_logs set deleted_at = now() where id = ${id}`;
		await purge('0');
		expect((await pull(as('aisha'), { epoch, cursors })).reset).toBe(true);
	});

	test('is not for callers', async () => {
		await expect(as('admin')((tx) => tx`select private.purge('0')`)).rejects.toMatchObject({
			code: '42501'
		});
		await expect(as('admin')((tx) => tx`select private.restart_sync()`)).rejects.toMatchObject({
			code: '42501'
		});
	});
});

describe('pokes', () => {
	/** Replaces the database's Realtime by one that writes down what is sent. */
	async function record(): Promise<() => Promise<string[]>> {
		await scene.sql.unsafe(`
			create table realtime.sent (topic text, event text, payload jsonb, private boolean);
			create or replace function realtime.send(payload jsonb, event text, topic text, private boolean default true)
			returns void language sql as $$
				insert into realtime.sent values (topic, event, payload, private)
			$$;
`);
		return async () => {
			const sent = await scene.sql<{ topic: string }[]>`select * from realtime.sent order by topic`;
			for (const poke of sent)
				expect(poke).toMatchObject({ event: 'changed', payload: {}, private: true });
			return sent.map(({ topic }) => topic);
		};
	}

	test('one per scope and transaction, and no data in it', async () => {
		const sent = await record();
		await scene.sql.begin(async (tx) => {
			for (let i = 0; i < 3; i++)
				await tx`insert into organisations (council_id, name, kind) values (${scene.council}, 'Group', 'other')`;
			await tx`update organisations set note = 'Edited.'`;
			await tx`update profiles set full_name = 'Renamed' where user_id = ${scene.people.tom}`;
		});
		expect(await sent()).toEqual([`council:${scene.council}`]);
		await addLog(scene, null);
		expect(await sent()).toEqual([`council:${scene.council}`, `locality:${scene.south}`]);
	});

	test('both scopes hear of a log that moves', async () => {
		const id = await addLog(scene, null);
		const sent = await record();
		await scene.sql`update engagement_logs set ward_code = ${WARDS.marston} where id = ${id}`;
		expect(await sent()).toEqual([`locality:${scene.south}`, `locality:${scene.north}`].sort());
	});

	test('none for a change that changes nothing, or that is rolled back', async () => {
		const id = await addLog(scene, null);
		const sent = await record();
		await scene.sql`update engagement_logs set heard = heard where id = ${id}`;
		await scene.sql
			.begin(async (tx) => {
				await tx`update engagement_logs set heard = 'Never.' where id = ${id}`;
				throw new Error('undone');
			})
			.catch(() => undefined);
		expect(await sent()).toEqual([]);
	});

	test('a mutation that is refused pokes nobody; the next one still does', async () => {
		const sent = await record();
		const insert = { table: 'engagement_logs', op: 'insert' };
		const set = {
			council_id: scene.council,
			type: 'visit',
			occurred_on: '2026-01-01',
			ward_code: WARDS.leys
		};
		const mutations = [
			{
				...insert,
				mid: 1,
				id: crypto.randomUUID(),
				set: { ...set, objective_id: scene.priority, place_id: crypto.randomUUID() }
			},
			{ ...insert, mid: 2, id: crypto.randomUUID(), set: { ...set, objective_id: scene.priority } }
		];
		await as('aisha')((tx) => tx`select sync_push(gen_random_uuid(), ${tx.json(mutations)})`);
		expect(await sent()).toEqual([`locality:${scene.south}`]);
	});

	test('a Realtime that fails fails no write', async () => {
		await scene.sql.unsafe(`
			create or replace function realtime.send(payload jsonb, event text, topic text, private boolean default true)
			returns void language plpgsql as $$ begin raise exception 'down'; end $$;`);
		const id = await addLog(scene, null);
		expect(await scene.sql`select 1 from engagement_logs where id = ${id}`).toHaveLength(1);
	});

	test('people listen to their own scopes only', async () => {
		await scene.sql`insert into realtime.messages (topic, extension) values ('any', 'broadcast')`;
		const hears = async (person: PersonName, topic: string) => {
			const rows = await as(person)(async (tx) => {
				await tx`select set_config('realtime.topic', ${topic}, true)`;
				return tx`select 1 from realtime.messages`;
			});
			return rows.length === 1;
		};
		const { south, north, council, people } = scene;
		expect(await hears('aisha', `locality:${south}`)).toBe(true);
		expect(await hears('aisha', `locality:${north}`)).toBe(false);
		expect(await hears('aisha', `user:${people.aisha}`)).toBe(true);
		expect(await hears('aisha', `user:${people.tom}`)).toBe(false);
		expect(await hears('viewer', `council:${council}`)).toBe(false);
		expect(await hears('stranger', `council:${council}`)).toBe(false);
	});
});
