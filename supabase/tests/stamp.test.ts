/** What the database writes of every record by itself: versions, authors, scopes, history and exits. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addLog, logFields, setScene, WARDS, type Scene } from './scene';

let scene: Scene;
beforeAll(async () => {
	scene = await setScene();
});
afterAll(() => scene.drop());

interface Stamped {
	scope: string;
	row_version: string;
	field_versions: Record<string, number>;
	created_by: string | null;
	updated_by: string | null;
	created_at: Date;
	updated_at: Date;
}

async function read(id: string): Promise<Stamped> {
	const [row] = await scene.sql<Stamped[]>`select * from engagement_logs where id = ${id}`;
	if (!row) throw new Error(`no log ${id}`);
	return row;
}

const history = (id: string) =>
	scene.sql`select version::int, changes, scope, created_by from audit_log where row_id = ${id} order by version`;
const exits = (id: string) =>
	scene.sql`select scope, row_version::int from sync_exits where row_id = ${id} order by row_version`;

describe('versions', () => {
	test('a new record has version 1, and so have its columns, of which that is not said', async () => {
		const row = await read(await addLog(scene, scene.people.aisha));
		expect(row.row_version).toBe('1');
		expect(row.field_versions).toEqual({});
	});

	test('a change counts the row up, and the columns that changed with it', async () => {
		const id = await addLog(scene, scene.people.aisha);
		await scene.sql`update engagement_logs set heard = 'More.', type = 'conversation' where id = ${id}`;
		const { row_version, field_versions } = await read(id);
		expect(row_version).toBe('2');
		expect(field_versions).toEqual({ heard: 2 });
	});

	test('a change that changes nothing leaves no trace', async () => {
		const id = await addLog(scene, scene.people.aisha);
		const before = await read(id);
		await scene.sql`update engagement_logs set heard = heard, row_version = 50, created_by = null where id = ${id}`;
		expect(await read(id)).toEqual(before);
		expect(await history(id)).toHaveLength(0);
	});

	test('shared columns by name are those of the shared table', async () => {
		const [names] = await scene.sql`
			select private.shared_columns() as by_name,
				array(select attname::text from pg_attribute
					where attrelid = 'private.synced'::regclass and attnum > 0 order by attnum) as by_table`;
		expect(names?.by_name).toEqual(names?.by_table);
	});
});

describe('authors', () => {
	test('are whoever is signed in, whatever the statement says', async () => {
		const id = randomUUID();
		await scene.as(scene.people.aisha)(
			(tx) => tx`insert into engagement_logs ${tx(logFields(scene, { id }))}`
		);
		await scene.as(scene.people.manager)(
			(tx) => tx`update engagement_logs set heard = 'Edited.' where id = ${id}`
		);
		const row = await read(id);
		expect(row.created_by).toBe(scene.people.aisha);
		expect(row.updated_by).toBe(scene.people.manager);
	});

	test('an import says who and when', async () => {
		const id = await addLog(scene, scene.people.tom, { created_at: '2025-05-05T10:00:00Z' });
		const row = await read(id);
		expect(row.created_by).toBe(scene.people.tom);
		expect(row.created_at).toEqual(new Date('2025-05-05T10:00:00Z'));
	});
});

describe('scope', () => {
	test.each<[string, Record<string, unknown>, (scene: Scene) => string]>([
		['a ward’s is its locality', {}, ({ south }) => `locality:${south}`],
		[
			'of a ward in no locality, the council',
			{ ward_code: WARDS.edge },
			({ council }) => `council:${council}`
		],
		[
			'of city-wide, the council',
			{ coverage: 'city_wide', ward_code: null },
			({ council }) => `council:${council}`
		],
		['of restricted, the author', { restricted: true }, ({ people }) => `user:${people.aisha}`]
	])('%s', async (_, fields, expected) => {
		const row = await read(await addLog(scene, scene.people.aisha, fields));
		expect(row.scope).toBe(expected(scene));
	});

	test('follows the record, leaves word where it was, and takes the history along', async () => {
		const { south, north, people } = scene;
		const id = await addLog(scene, people.aisha);
		await scene.sql`update engagement_logs set heard = 'First.' where id = ${id}`;
		await scene.sql`update engagement_logs set ward_code = ${WARDS.marston} where id = ${id}`;
		await scene.sql`update engagement_logs set restricted = true where id = ${id}`;
		expect(await exits(id)).toEqual([
			{ scope: `locality:${south}`, row_version: 3 },
			{ scope: `locality:${north}`, row_version: 4 }
		]);
		const entries = await history(id);
		expect(entries.map(({ scope }) => scope)).toEqual(Array(3).fill(`user:${people.aisha}`));
		const [entry] = await scene.sql`select id from audit_log where row_id = ${id} and version = 2`;
		expect(await exits((entry as { id: string }).id)).toEqual([
			{ scope: `locality:${south}`, row_version: 2 },
			{ scope: `locality:${north}`, row_version: 3 }
		]);
	});

	test('a ward that changes locality takes its logs along; nobody has edited them', async () => {
		const id = await addLog(scene, scene.people.aisha, { ward_code: WARDS.brook });
		const before = await read(id);
		await scene.as(scene.people.admin)(
			(tx) => tx`update areas set locality_id = ${scene.north} where code = ${WARDS.brook}`
		);
		const after = await read(id);
		expect(after).toMatchObject({
			scope: `locality:${scene.north}`,
			row_version: '2',
			field_versions: before.field_versions,
			updated_by: scene.people.aisha,
			updated_at: before.updated_at
		});
		expect(await exits(id)).toEqual([{ scope: `locality:${scene.south}`, row_version: 2 }]);
		expect(await history(id)).toHaveLength(0);
		await scene.sql`update areas set locality_id = ${scene.south} where code = ${WARDS.brook}`;
		expect((await read(id)).scope).toBe(`locality:${scene.south}`);
	});

	test('a log written while its ward changes locality ends up in the new one', async () => {
		const id = randomUUID();
		const move = (locality: string) =>
			scene.sql`update areas set locality_id = ${locality} where code = ${WARDS.brook}`;
		let moved: Promise<unknown> = Promise.resolve();
		await scene.sql.begin(async (tx) => {
			await tx`insert into engagement_logs ${tx(logFields(scene, { id, ward_code: WARDS.brook }))}`;
			// Waits for this transaction: the log holds on to its ward.
			moved = move(scene.north).then(() => undefined);
			await new Promise((resolve) => setTimeout(resolve, 100));
			expect(
				(await tx`select locality_id from areas where code = ${WARDS.brook}`)[0]?.locality_id
			).toBe(scene.south);
		});
		await moved;
		expect((await read(id)).scope).toBe(`locality:${scene.north}`);
		await move(scene.south);
	});
});

describe('history', () => {
	test('holds what each change replaced, by whom; not the insert', async () => {
		const { aisha, manager } = scene.people;
		const id = await addLog(scene, aisha);
		await scene.as(manager)(
			(tx) => tx`update engagement_logs set heard = 'New.', people_count = 4 where id = ${id}`
		);
		await scene.as(aisha)(
			(tx) => tx`update engagement_logs set deleted_at = '2020-01-01' where id = ${id}`
		);
		const [edit, deletion] = await history(id);
		expect(edit).toMatchObject({
			version: 2,
			created_by: manager,
			changes: {
				heard: { from: 'The bus stops at six.', to: 'New.' },
				people_count: { from: null, to: 4 }
			}
		});
		expect(deletion).toMatchObject({ version: 3, created_by: aisha });
		expect(Object.keys(deletion?.changes as object)).toEqual(['deleted_at']);
		const row = await read(id);
		expect(row.updated_at.getTime()).toBeGreaterThan(Date.now() - 60_000);
	});

	test('of what is deleted leaves devices; what was lost stays here, for whoever reads the record', async () => {
		const id = await addLog(scene, scene.people.aisha);
		await scene.sql`update engagement_logs set heard = 'Lost.' where id = ${id}`;
		await scene.sql`update engagement_logs set heard = 'Last.', deleted_at = now() where id = ${id}`;
		await scene.sql`update engagement_logs set heard = 'Later.' where id = ${id}`;
		const read = await scene.as(scene.people.admin)(
			(tx) => tx<{ changes: { heard?: { from: string } }; deleted_at: Date | null }[]>`
				select changes, deleted_at from audit_log where row_id = ${id} order by version`
		);
		expect(read.map(({ changes }) => changes.heard?.from)).toEqual([
			'The bus stops at six.',
			'Lost.',
			'Last.'
		]);
		for (const { deleted_at } of read) expect(deleted_at).not.toBeNull();
		await scene.sql`update engagement_logs set deleted_at = null where id = ${id}`;
		expect(
			await scene.sql`select 1 from audit_log where row_id = ${id} and deleted_at is not null`
		).toHaveLength(0);
	});

	test('leaves out boundaries, which are too large to keep twice', async () => {
		const boundary = { type: 'Polygon', coordinates: [] };
		await scene.sql`update areas set boundary = ${scene.sql.json(boundary)}, boundary_source = 'ONS' where code = ${WARDS.edge}`;
		const [entry] =
			await scene.sql`select changes from audit_log where table_name = 'areas' and changes ? 'boundary'`;
		expect(entry?.changes).toEqual({
			boundary: { from: null, to: null },
			boundary_source: { from: null, to: 'ONS' }
		});
	});

	test('is read by whoever has the record, and written by nobody', async () => {
		const id = await addLog(scene, scene.people.aisha);
		await scene.sql`update engagement_logs set heard = 'Seen.' where id = ${id}`;
		const seenBy = async (person: string) =>
			(await scene.as(person)((tx) => tx`select id from audit_log where row_id = ${id}`)).length;
		expect(await seenBy(scene.people.aisha)).toBe(1);
		expect(await seenBy(scene.people.manager)).toBe(1);
		expect(await seenBy(scene.people.tom)).toBe(0);
		expect(await seenBy(scene.people.viewer)).toBe(0);
		expect(await seenBy(scene.people.neighbour)).toBe(0);
		for (const statement of [
			'delete from audit_log',
			`update audit_log set changes = '{}'`,
			`insert into audit_log (council_id, table_name, row_id, version, changes)
				values ('${scene.council}', 'plans', '${id}', 9, '{}')`
		])
			await expect(scene.as(scene.people.admin)((tx) => tx.unsafe(statement))).rejects.toThrow(
				'permission denied'
			);
	});
});
