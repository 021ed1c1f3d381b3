/** sync_pull: nothing missed, nothing kept that should have gone. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReservedSql } from 'postgres';
import { addLog, logFields, setScene, WARDS, type PersonName, type Scene } from './scene';
import {
	catchUp,
	cursorsOf,
	pull,
	pullAll,
	rowIds,
	type Change,
	type Cursors
} from './sync-client';

let scene: Scene;
beforeEach(async () => {
	scene = await setScene({ connections: 6 });
});
afterEach(() => scene.drop());

const as = (person: PersonName) => scene.as(scene.people[person]);
const logIds = (changes: readonly Change[]) => rowIds(changes, 'engagement_logs');
const exitsOf = (changes: readonly Change[], id: string) =>
	changes.filter((change) => 'exit' in change && change.id === id);

describe('a first sync', () => {
	test('brings everything in the person’s scopes, and says how much that is', async () => {
		const [mine, theirs] = [
			await addLog(scene, null),
			await addLog(scene, null, { ward_code: WARDS.marston })
		];
		const pulled = await pull(as('aisha'));
		expect(Object.keys(pulled.scopes).sort()).toEqual(
			[`user:${scene.people.aisha}`, `council:${scene.council}`, `locality:${scene.south}`].sort()
		);
		expect(pulled).toMatchObject({
			reset: false,
			epoch: expect.any(String),
			server_time: expect.any(String)
		});
		for (const { changes, total, more } of Object.values(pulled.scopes)) {
			expect(total).toBe(changes.length);
			expect(more).toBe(false);
		}
		const changes = Object.values(pulled.scopes).flatMap((scope) => scope.changes);
		expect(logIds(changes)).toContain(mine);
		expect(logIds(changes)).not.toContain(theirs);
		expect(rowIds(changes, 'objectives')).toContain(scene.priority);
		expect(rowIds(changes, 'areas')).toHaveLength(4);
		expect(changes[0]).not.toHaveProperty('row.xid');
	});

	test('goes from the newest to the oldest, in pages of the whole call’s size', async () => {
		const ids = [];
		for (let i = 0; i < 7; i++) ids.push(await addLog(scene, null));
		const size = 4;
		let cursors: Cursors = {};
		const seen: string[] = [];
		const sizes: number[] = [];
		const { epoch } = await pull(as('aisha'), { size });
		for (let more = true; more;) {
			const pulled = await pull(as('aisha'), { epoch, cursors, size });
			const changes = Object.values(pulled.scopes).flatMap((scope) => scope.changes);
			sizes.push(changes.length);
			seen.push(...logIds(changes));
			cursors = cursorsOf(pulled);
			more = Object.values(pulled.scopes).some((scope) => scope.more);
		}
		// While another database's transaction holds the horizon back, rows come again.
		expect([...new Set(seen)]).toEqual(ids.reverse());
		expect(Math.max(...sizes)).toBe(size);
	});

	test('leaves out what was deleted and what has left', async () => {
		const deleted = await addLog(scene, null, { deleted_at: new Date() });
		const moved = await addLog(scene, null);
		await scene.sql`update engagement_logs set ward_code = ${WARDS.marston} where id = ${moved}`;
		const { changes } = await pullAll(as('aisha'));
		expect(JSON.stringify(changes)).not.toContain(deleted);
		expect(JSON.stringify(changes)).not.toContain(moved);
	});

	test('misses nothing that is written, moved or deleted between its pages', async () => {
		const ids = [];
		for (let i = 0; i < 6; i++) ids.push(await addLog(scene, null));
		const [oldest, second, third] = ids as [string, string, string];
		const everything = (await pullAll(as('aisha'))).changes.length;
		// All but the four oldest logs.
		const first = await pull(as('aisha'), { size: everything - 4 });
		const added = await addLog(scene, null);
		await scene.sql`update engagement_logs set heard = 'Changed.' where id = ${oldest}`;
		await scene.sql`update engagement_logs set deleted_at = now() where id = ${second}`;
		await scene.sql`update engagement_logs set ward_code = ${WARDS.marston} where id = ${third}`;
		const rest = await pullAll(as('aisha'), {
			epoch: first.epoch,
			cursors: cursorsOf(first),
			size: 3
		});
		const changes = [
			...Object.values(first.scopes).flatMap((scope) => scope.changes),
			...rest.changes
		];
		for (const id of [added, ...ids.filter((one) => one !== third)])
			expect(logIds(changes)).toContain(id);
		const last = changes.filter((change) => 'row' in change && change.row.id === oldest).at(-1);
		expect(last).toMatchObject({ row: { heard: 'Changed.' } });
		expect(exitsOf(changes, third)).toHaveLength(1);
	});

	test('one scope after another: whose turn has not come keeps its place', async () => {
		await addLog(scene, null);
		const pulled = await pull(as('aisha'), { size: 1 });
		const last = pulled.scopes[`locality:${scene.south}`];
		expect(last).toEqual({ changes: [], cursor: '', more: true, total: 1 });
	});

	test('every total comes in the first answer and never again, however small the pages', async () => {
		await addLog(scene, null);
		const everything = (await pullAll(as('aisha'))).changes.length;
		let pulled = await pull(as('aisha'), { size: 1 });
		const totals = Object.values(pulled.scopes).map(({ total }) => total ?? NaN);
		expect(totals).toHaveLength(3);
		expect(totals.reduce((sum, total) => sum + total)).toBe(everything);
		for (let turns = 0; Object.values(pulled.scopes).some(({ more }) => more); turns++) {
			const held = { epoch: pulled.epoch, cursors: cursorsOf(pulled) };
			pulled = await pull(as('aisha'), { ...held, size: 3 });
			expect(JSON.stringify(pulled)).not.toContain('"total"');
			expect(turns).toBeLessThan(100);
		}
	});

	test('a scope that is new to a device brings its total', async () => {
		const held = await pullAll(as('aisha'));
		await addLog(scene, null, { ward_code: WARDS.marston });
		await scene.sql`insert into memberships ${scene.sql({
			council_id: scene.council,
			user_id: scene.people.aisha,
			role: 'officer',
			locality_id: scene.north
		})}`;
		const { scopes } = await pull(as('aisha'), held);
		const totals = Object.entries(scopes).flatMap(([scope, { total }]) =>
			total === undefined ? [] : [[scope, total]]
		);
		expect(totals).toEqual([[`locality:${scene.north}`, 1]]);
	});
});

describe('from a cursor on', () => {
	test('only what has changed comes, oldest first, without a total', async () => {
		const before = await addLog(scene, null);
		const { cursors, epoch } = await catchUp(as('aisha'));
		const [one, two] = [await addLog(scene, null), await addLog(scene, null)];
		const pulled = await pull(as('aisha'), { epoch, cursors });
		expect(logIds(pulled.scopes[`locality:${scene.south}`]?.changes ?? [])).toEqual([one, two]);
		expect(JSON.stringify(pulled)).not.toContain(before);
		expect(JSON.stringify(pulled)).not.toContain('"total"');
	});

	test('nothing comes where nothing has changed', async () => {
		await addLog(scene, null);
		const held = await catchUp(as('aisha'));
		expect((await pull(as('aisha'), held)).reset).toBe(false);
	});

	test('tombstones come, of the row and of its history, without what was written', async () => {
		const id = await addLog(scene, null, { heard: 'Secret one.' });
		await scene.sql`update engagement_logs set heard = 'Secret two.' where id = ${id}`;
		const held = await pullAll(as('aisha'));
		const history = rowIds(held.changes, 'audit_log');
		expect(history).toHaveLength(1);
		await scene.sql`update engagement_logs set deleted_at = now() where id = ${id}`;
		const { changes } = await pullAll(as('aisha'), held);
		const tombstones = changes.flatMap((change) =>
			'row' in change && change.row.deleted_at ? [change.row] : []
		);
		expect(tombstones.map((row) => row.id)).toEqual(expect.arrayContaining([id, ...history]));
		for (const row of tombstones)
			expect(Object.keys(row).sort()).toEqual([
				'council_id',
				'created_at',
				'created_by',
				'deleted_at',
				'field_versions',
				'id',
				'row_version',
				'scope',
				'updated_at',
				'updated_by'
			]);
		expect(tombstones.find((row) => row.id === id)).toMatchObject({
			scope: `locality:${scene.south}`,
			row_version: 3,
			field_versions: {}
		});
		expect(JSON.stringify(tombstones)).not.toContain('Secret');
	});

	test('a record that is restored comes back whole, with its history', async () => {
		const id = await addLog(scene, null, { heard: 'One.' });
		await scene.sql`update engagement_logs set heard = 'Two.' where id = ${id}`;
		await scene.sql`update engagement_logs set deleted_at = now() where id = ${id}`;
		const held = await pullAll(as('aisha'));
		await scene.sql`update engagement_logs set deleted_at = null where id = ${id}`;
		const { changes } = await pullAll(as('aisha'), held);
		const rows = changes.flatMap((change) => ('row' in change ? [change.row] : []));
		expect(rows).toContainEqual(
			expect.objectContaining({
				id,
				heard: 'Two.',
				field_versions: expect.objectContaining({ heard: 2 })
			})
		);
		const history = rows.filter(({ row_id, deleted_at }) => row_id === id && deleted_at === null);
		expect(history.map(({ version }) => version).sort()).toEqual([2, 3, 4]);
	});

	test('pages are walked while others commit, and nothing is missed', async () => {
		const held = await catchUp(as('aisha'));
		let { cursors } = held;
		const ids: string[] = [];
		for (let i = 0; i < 10; i++) ids.push(await addLog(scene, null));
		const seen = new Set<string>();
		for (let turn = 0; turn < 1000; turn++) {
			const pulled = await pull(as('aisha'), { epoch: held.epoch, cursors, size: 3 });
			logIds(Object.values(pulled.scopes).flatMap((scope) => scope.changes)).forEach((id) =>
				seen.add(id)
			);
			cursors = cursorsOf(pulled);
			if (turn < 8) {
				ids.push(await addLog(scene, null));
				await scene.sql`update engagement_logs set heard = ${`Turn ${turn}`} where id = ${ids[turn] ?? ''}`;
			} else if (!Object.values(pulled.scopes).some(({ more }) => more)) break;
		}
		expect([...seen].sort()).toEqual([...ids].sort());
	});

	test('a row and its exits of one transaction are not parted by a page’s end', async () => {
		const id = await addLog(scene, null);
		const { cursors, epoch } = await pullAll(as('aisha'));
		await scene.sql.begin(async (tx) => {
			for (const ward of [WARDS.marston, WARDS.leys, WARDS.marston, WARDS.leys])
				await tx`update engagement_logs set ward_code = ${ward} where id = ${id}`;
		});
		const { changes } = await pullAll(as('aisha'), { epoch, cursors, size: 1 });
		expect(exitsOf(changes, id)).toHaveLength(2);
		expect(logIds(changes)).toContain(id);
	});
});

describe('a slow transaction', () => {
	/** A transaction that has written a log and stays open. */
	async function slowLog(): Promise<{
		id: string;
		end: (how: 'commit' | 'rollback') => Promise<void>;
	}> {
		const id = randomUUID();
		const connection: ReservedSql = await scene.sql.reserve();
		await connection`begin`;
		await connection`insert into engagement_logs ${connection(logFields(scene, { id }))}`;
		return {
			id,
			end: async (how) => {
				await connection.unsafe(how);
				connection.release();
				await horizonHasPassed();
			}
		};
	}

	/** Waits for transactions in other databases, which hold the horizon where it was: what they hide comes with the next pull. */
	async function horizonHasPassed(): Promise<void> {
		const [now] = await scene.sql<{ xid: string }[]>`select pg_current_xact_id()::text as xid`;
		await expect
			.poll(
				async () => {
					const [row] = await scene.sql<{ passed: boolean }[]>`
						select pg_snapshot_xmin(pg_current_snapshot()) > ${now?.xid ?? ''}::text::xid8 as passed`;
					return row?.passed;
				},
				{ timeout: 20_000 }
			)
			.toBe(true);
	}

	test('is never missed, however much was committed and pulled in the meantime', async () => {
		let { cursors, epoch } = await pullAll(as('aisha'));
		const slow = await slowLog();
		for (let i = 0; i < 3; i++) {
			const fast = await addLog(scene, null);
			const next = await pullAll(as('aisha'), { epoch, cursors });
			expect(logIds(next.changes)).toContain(fast);
			({ cursors, epoch } = next);
		}
		await slow.end('commit');
		expect(logIds((await pullAll(as('aisha'), { epoch, cursors })).changes)).toContain(slow.id);
	});

	test('that commits between two pages is not missed either', async () => {
		const { cursors, epoch } = await pullAll(as('aisha'));
		const slow = await slowLog();
		for (let i = 0; i < 4; i++) await addLog(scene, null);
		const first = await pull(as('aisha'), { epoch, cursors, size: 2 });
		await slow.end('commit');
		const rest = await pullAll(as('aisha'), { epoch, cursors: cursorsOf(first), size: 2 });
		expect(logIds(rest.changes)).toContain(slow.id);
	});

	test('that was open during a first sync is not missed', async () => {
		const slow = await slowLog();
		for (let i = 0; i < 4; i++) await addLog(scene, null);
		const first = await pull(as('aisha'), { size: 2 });
		await slow.end('commit');
		const rest = await pullAll(as('aisha'), {
			epoch: first.epoch,
			cursors: cursorsOf(first),
			size: 2
		});
		expect(logIds(rest.changes)).toContain(slow.id);
	});

	test('that is rolled back leaves nothing, and the cursor catches up', async () => {
		const slow = await slowLog();
		await addLog(scene, null);
		const held = await pullAll(as('aisha'));
		await slow.end('rollback');
		await catchUp(as('aisha'), held);
	});

	test('of savepoints counts as one: what a push writes late is not missed', async () => {
		const { cursors, epoch } = await pullAll(as('aisha'));
		const id = randomUUID();
		const connection = await scene.sql.reserve();
		await connection`begin`;
		await connection`insert into organisations ${connection({ council_id: scene.council, name: 'First', kind: 'other' })}`;
		const other = await addLog(scene, null);
		const during = await pullAll(as('aisha'), { epoch, cursors });
		expect(logIds(during.changes)).toContain(other);
		await connection`savepoint one`;
		await connection`insert into engagement_logs ${connection(logFields(scene, { id }))}`;
		await connection`release savepoint one`;
		await connection`commit`;
		connection.release();
		expect(
			logIds((await pullAll(as('aisha'), { epoch, cursors: during.cursors })).changes)
		).toContain(id);
	});
});

describe('scopes that come and go', () => {
	test('a log that moves to another ward leaves one device and reaches the other', async () => {
		const id = await addLog(scene, scene.people.aisha);
		await scene.sql`update engagement_logs set heard = 'With history.' where id = ${id}`;
		const [aisha, tom] = [await catchUp(as('aisha')), await catchUp(as('tom'))];
		await scene.sql`update engagement_logs set ward_code = ${WARDS.marston} where id = ${id}`;
		const left = (await pullAll(as('aisha'), aisha)).changes;
		expect(left.filter(({ table }) => table === 'engagement_logs')).toEqual([
			{ table: 'engagement_logs', id, exit: true, row_version: 3 }
		]);
		expect(left.filter(({ table }) => table === 'audit_log')).toEqual([
			expect.objectContaining({ table: 'audit_log', exit: true })
		]);
		const arrived = (await pullAll(as('tom'), tom)).changes;
		expect(logIds(arrived)).toEqual([id]);
		expect(rowIds(arrived, 'audit_log')).toHaveLength(2);
	});

	test('a ward that changes locality takes its logs from one device to the other', async () => {
		const id = await addLog(scene, scene.people.aisha, { ward_code: WARDS.brook });
		const [aisha, tom] = [await catchUp(as('aisha')), await catchUp(as('tom'))];
		await scene.sql`update areas set locality_id = ${scene.north} where code = ${WARDS.brook}`;
		expect(exitsOf((await pullAll(as('aisha'), aisha)).changes, id)).toHaveLength(1);
		expect(logIds((await pullAll(as('tom'), tom)).changes)).toEqual([id]);
	});

	test('a log that somebody restricts leaves every device but its author’s', async () => {
		const id = await addLog(scene, scene.people.aisha);
		const [aisha, manager] = [await catchUp(as('aisha')), await catchUp(as('manager'))];
		await as('aisha')((tx) => tx`update engagement_logs set restricted = true where id = ${id}`);
		expect(exitsOf((await pullAll(as('manager'), manager)).changes, id)).toHaveLength(1);
		expect(logIds((await pullAll(as('aisha'), aisha)).changes)).toEqual([id]);
	});

	test('a role that is taken away takes its scope off the list; given again, all of it comes', async () => {
		const id = await addLog(scene, null);
		const south = `locality:${scene.south}`;
		const held = await pullAll(as('aisha'));
		const role = scene.sql`user_id = ${scene.people.aisha}`;
		await scene.sql`update memberships set deleted_at = now() where ${role}`;
		const without = await pull(as('aisha'), held);
		expect(Object.keys(without.scopes)).toEqual([`user:${scene.people.aisha}`]);
		const news = without.scopes[`user:${scene.people.aisha}`]?.changes;
		expect(news?.find(({ table }) => table === 'memberships')).toMatchObject({
			row: { deleted_at: expect.any(String) }
		});
		await scene.sql`update memberships set deleted_at = null where ${role}`;
		// The device let go of the scope and of its cursor; it begins that scope anew.
		const again = await pull(as('aisha'), { epoch: held.epoch, cursors: cursorsOf(without) });
		expect(again.scopes[south]).toMatchObject({ total: expect.any(Number), more: false });
		expect(logIds(again.scopes[south]?.changes ?? [])).toContain(id);
	});

	test.each(['viewer', 'stranger'] as const)('the %s gets no records', async (person) => {
		await addLog(scene, null);
		const { changes } = await pullAll(as(person));
		expect(changes.filter(({ table }) => table !== 'memberships')).toEqual([]);
	});

	test('a stranger gets no scopes at all, and somebody who is not signed in nothing', async () => {
		expect((await pull(as('stranger'))).scopes).toEqual({});
		await expect(pull(scene.as(null))).rejects.toMatchObject({ code: '42501' });
	});

	test('asking for other people’s scopes gives nothing', async () => {
		const cursors = { [`locality:${scene.north}`]: '', [`council:${scene.other.council}`]: '1' };
		const { epoch } = await pull(as('aisha'));
		const pulled = await pull(as('aisha'), { epoch, cursors });
		expect(Object.keys(pulled.scopes)).not.toContain(`locality:${scene.north}`);
		expect(Object.keys(pulled.scopes)).not.toContain(`council:${scene.other.council}`);
	});
});

describe('starting anew', () => {
	test('is not what a device does that has never synced, with or without empty words for it', async () => {
		for (const [epoch, cursors] of [
			[null, '{}'],
			['', '{}'],
			[null, null]
		] as const) {
			const [answer] = await as('aisha')(
				(tx) => tx`select sync_pull(${epoch}, ${cursors}::text::jsonb) -> 'reset' as reset`
			);
			expect(answer?.reset).toBe(false);
		}
		const cursors = { [`council:${scene.council}`]: '9' };
		expect((await pull(as('aisha'), { epoch: '', cursors })).reset).toBe(true);
	});

	test('another epoch resets the device and pulls from the start', async () => {
		const id = await addLog(scene, null);
		const { cursors } = await pullAll(as('aisha'));
		const pulled = await pull(as('aisha'), { epoch: randomUUID(), cursors });
		expect(pulled.reset).toBe(true);
		expect(logIds(pulled.scopes[`locality:${scene.south}`]?.changes ?? [])).toContain(id);
		expect(pulled.scopes[`locality:${scene.south}`]).toHaveProperty('total');
	});

	test('a cursor from before a restore, ahead of this database, resets the device', async () => {
		const { cursors, epoch } = await pullAll(as('aisha'));
		const ahead = Object.fromEntries(Object.keys(cursors).map((scope) => [scope, '999999999']));
		expect((await pull(as('aisha'), { epoch, cursors: ahead })).reset).toBe(true);
	});

	test('restart_sync, run after a restore, gives a new epoch and numbers every row anew', async () => {
		const id = await addLog(scene, null);
		const { cursors, epoch } = await pullAll(as('aisha'));
		await scene.sql`alter table engagement_logs disable trigger user`;
		await scene.sql`update engagement_logs set xid = '888888888'`;
		await scene.sql`alter table engagement_logs enable trigger user`;
		await scene.sql`select private.restart_sync()`;
		const anew = await pullAll(as('aisha'), { epoch, cursors });
		expect(anew.epoch).not.toBe(epoch);
		expect(logIds(anew.changes)).toContain(id);
		await catchUp(as('aisha'), anew);
		const [row] = await scene.sql`select row_version::int from engagement_logs where id = ${id}`;
		expect(row?.row_version).toBe(1);
	});

	test.each(['x', '1/sideways/2/3', '-1', '1/ascending/2/not-an-id'])(
		'%s is no cursor',
		async (cursor) => {
			const { epoch } = await pull(as('aisha'));
			const cursors = { [`council:${scene.council}`]: cursor };
			await expect(pull(as('aisha'), { epoch, cursors })).rejects.toMatchObject({
				code: expect.stringMatching(/^22/)
			});
		}
	);
});

describe('speed', () => {
	test('a page is read along the index, however large the table', async () => {
		await scene.sql`insert into engagement_logs
			(council_id, type, occurred_on, ward_code, objective_id)
			select ${scene.council}, 'visit', '2026-01-01', ${WARDS.leys}, ${scene.priority} from generate_series(1, 5000)`;
		await scene.sql`analyze engagement_logs`;
		for (const direction of ['ascending', 'descending']) {
			const plan = await as('aisha')(async (tx) => {
				const [query] = await tx<
					{ text: string }[]
				>`select private.page_query(${direction}) as text`;
				await tx.unsafe(`prepare page (text, xid8, uuid, integer) as ${query?.text ?? ''}`);
				const lines = await tx.unsafe<{ 'QUERY PLAN': string }[]>(
					`explain execute page ('locality:${scene.south}', '999999', '00000000-0000-0000-0000-000000000000', 100)`
				);
				await tx`deallocate page`;
				return lines;
			});
			const text = plan.map((line) => line['QUERY PLAN']).join('\n');
			expect(text).toMatch(/Index Scan( Backward)? using engagement_logs_scope_xid_id_idx/);
			expect(text).toMatch(/Index Cond: .*scope = .*xid/);
		}
	});
});
