/** sync_push: one verdict per mutation, one effect per verdict, and nothing taken on trust. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { assume } from '../../tests/support/database';
import {
	addLog,
	logFields,
	setScene,
	WARD_NEXT_DOOR,
	WARDS,
	type PersonName,
	type Scene
} from './scene';
import { push, pushIn, type Mutation, type Verdict } from './sync-client';

let scene: Scene;
let client: string;
let mid: number;
beforeAll(async () => {
	scene = await setScene();
});
afterAll(() => scene.drop());
beforeEach(() => {
	client = randomUUID();
	mid = 0;
});

const as = (person: PersonName) => scene.as(scene.people[person]);

/** A mutation of a log, numbered. */
function change(parts: Partial<Mutation> & { id: string }): Mutation {
	return {
		mid: ++mid,
		table: 'engagement_logs',
		op: 'update',
		schema: 1,
		at: '2026-01-15T10:00:00Z',
		...parts
	};
}

const insertion = (id: string, fields: Record<string, unknown> = {}): Mutation =>
	change({ id, op: 'insert', set: logFields(scene, fields) });

/** Pushes one mutation and returns its verdict. */
async function pushOne(person: PersonName, mutation: Mutation): Promise<Verdict> {
	const [verdict] = await push(as(person), client, [mutation]);
	if (!verdict) throw new Error('no verdict');
	return verdict;
}

async function countLogs(id: string): Promise<number> {
	return (await scene.sql`select 1 from engagement_logs where id = ${id}`).length;
}

describe('a plain call', () => {
	test('makes, changes and deletes, and answers with the row as it is now', async () => {
		const id = randomUUID();
		const mutations = [
			insertion(id),
			change({
				id,
				set: { heard: 'Later.', themes: ['housing', 'digital'] },
				base: { heard: 1, themes: 1 }
			}),
			change({ id, op: 'delete' })
		];
		const verdicts = [];
		for (const mutation of mutations)
			verdicts.push(...(await push(as('aisha'), client, [mutation])));
		expect(verdicts.map(({ mid: number, verdict }) => [number, verdict])).toEqual([
			[1, 'applied'],
			[2, 'applied'],
			[3, 'applied']
		]);
		expect(verdicts[0]?.row).toMatchObject({ id, row_version: 1, created_by: scene.people.aisha });
		expect(verdicts[0]?.row).not.toHaveProperty('xid');
		expect(verdicts[1]?.row).toMatchObject({
			heard: 'Later.',
			themes: ['housing', 'digital'],
			row_version: 2
		});
		expect(verdicts[2]?.row).toMatchObject({
			id,
			row_version: 3,
			field_versions: {},
			deleted_at: expect.any(String)
		});
		expect(verdicts[2]?.row).not.toHaveProperty('heard');
		expect(verdicts[2]?.row).not.toHaveProperty('xid');
	});

	test('answers all changes of a record with the row as the call leaves it', async () => {
		const id = randomUUID();
		const verdicts = await push(as('aisha'), client, [
			insertion(id),
			change({ id, set: { people_count: 9 }, base: { people_count: 1 } })
		]);
		const row = { id, row_version: 2, people_count: 9 };
		expect(verdicts).toMatchObject([
			{ verdict: 'applied', row },
			{ verdict: 'applied', row }
		]);
	});

	test('fills in defaults and the scope', async () => {
		const id = randomUUID();
		const { coverage: _, heard: __, ...fields } = logFields(scene);
		const { row } = await pushOne('aisha', change({ id, op: 'insert', set: fields }));
		expect(row).toMatchObject({
			coverage: 'ward',
			heard: '',
			themes: [],
			scope: `locality:${scene.south}`
		});
	});

	test('one bad mutation stops no other', async () => {
		const [good, bad, later] = [randomUUID(), randomUUID(), randomUUID()];
		const verdicts = await push(as('aisha'), client, [
			insertion(good),
			insertion(bad, { objective_id: scene.closedPriority }),
			insertion(later)
		]);
		expect(verdicts.map(({ verdict }) => verdict)).toEqual(['applied', 'rejected', 'applied']);
		expect(verdicts[1]).toMatchObject({
			code: 'priority_closed',
			column: 'objective_id',
			message: 'This priority is closed. Choose another.',
			row: null
		});
		expect([await countLogs(good), await countLogs(bad), await countLogs(later)]).toEqual([
			1, 0, 1
		]);
	});

	test('a log that its author restricts comes back, though it has left the ward’s scope', async () => {
		const id = await addLog(scene, scene.people.aisha);
		const { row } = await pushOne('aisha', change({ id, set: { restricted: true } }));
		expect(row?.scope).toBe(`user:${scene.people.aisha}`);
	});
});

describe('a retry', () => {
	test('gets the stored verdict and the row as it is now, and has no second effect', async () => {
		const id = randomUUID();
		const mutation = insertion(id);
		await pushOne('aisha', mutation);
		await scene.sql`update engagement_logs set heard = 'By a manager.' where id = ${id}`;
		const again = await pushOne('aisha', mutation);
		expect(again).toMatchObject({
			verdict: 'applied',
			row: { heard: 'By a manager.', row_version: 2 }
		});
		expect(await countLogs(id)).toBe(1);
	});

	test('of an edit does not edit again', async () => {
		const id = await addLog(scene, scene.people.aisha);
		const edit = change({ id, set: { people_count: 5 }, base: { people_count: 1 } });
		await pushOne('aisha', edit);
		await scene.sql`update engagement_logs set people_count = 9 where id = ${id}`;
		expect((await pushOne('aisha', edit)).row).toMatchObject({ people_count: 9 });
	});

	test('of a refusal is refused as before, even where it would now be taken', async () => {
		const id = randomUUID();
		const mutation = insertion(id, { ward_code: WARDS.marston });
		const first = await pushOne('aisha', mutation);
		await scene.sql`update areas set locality_id = ${scene.south} where code = ${WARDS.marston}`;
		expect(await pushOne('aisha', mutation)).toEqual(first);
		await scene.sql`update areas set locality_id = ${scene.north} where code = ${WARDS.marston}`;
	});

	test('that overtakes its first sending waits for it: one effect, the same verdict', async () => {
		const id = randomUUID();
		const mutations = [
			insertion(id),
			change({ id, set: { people_count: 7 }, base: { people_count: 1 } })
		];
		let retry: Promise<Verdict[]> = Promise.resolve([]);
		const first = await scene.sql.begin(async (tx) => {
			await assume(tx, scene.people.aisha);
			const verdicts = await pushIn(tx, client, mutations);
			retry = push(as('aisha'), client, mutations);
			const early = await Promise.race([
				retry,
				new Promise((resolve) => setTimeout(resolve, 150, 'waiting'))
			]);
			expect(early).toBe('waiting');
			return verdicts;
		});
		expect((await retry).map(({ verdict }) => verdict)).toEqual(
			first.map(({ verdict }) => verdict)
		);
		expect(
			(await scene.sql`select row_version::int from engagement_logs where id = ${id}`)[0]
				?.row_version
		).toBe(2);
		expect(await scene.sql`select 1 from sync_mutations where client_id = ${client}`).toHaveLength(
			2
		);
	});

	test('many at once are still one record', async () => {
		const id = randomUUID();
		const mutation = insertion(id);
		const answers = await Promise.all(
			Array.from({ length: 4 }, () => push(as('aisha'), client, [mutation]))
		);
		for (const [verdict] of answers)
			expect(verdict).toMatchObject({ verdict: 'applied', row: { row_version: 1 } });
		expect(await countLogs(id)).toBe(1);
	});

	test('a verdict belongs to one person and one device', async () => {
		const id = randomUUID();
		await pushOne('aisha', { ...insertion(id), mid: 1 });
		const other = await push(as('tom'), client, [{ ...insertion(randomUUID()), mid: 1 }]);
		expect(other[0]).toMatchObject({ verdict: 'rejected', code: 'ward_outside_localities' });
		expect(
			await as('tom')((tx) => tx`select 1 from sync_mutations where user_id <> ${scene.people.tom}`)
		).toHaveLength(0);
	});

	test('a new mutation that makes what its author made before is applied, without effect', async () => {
		const id = randomUUID();
		await pushOne('aisha', insertion(id));
		const again = await pushOne('aisha', insertion(id, { heard: 'Other words.' }));
		expect(again).toMatchObject({
			verdict: 'applied',
			row: { heard: 'The bus stops at six.', row_version: 1 }
		});
		await scene.sql`update engagement_logs set ward_code = ${WARDS.marston} where id = ${id}`;
		expect(await pushOne('aisha', insertion(id))).toMatchObject({ verdict: 'applied', row: null });
		expect(await pushOne('manager', { ...insertion(id), mid: 9 })).toMatchObject({
			code: 'already_exists',
			column: 'id'
		});
	});
});

describe('a conflict', () => {
	/** A log that Aisha saw at version 1, and a manager has changed since. */
	async function changedMeanwhile(values: Record<string, unknown>): Promise<string> {
		const id = await addLog(scene, scene.people.aisha, { people_count: 1 });
		await as('manager')((tx) => tx`update engagement_logs set ${tx(values)} where id = ${id}`);
		return id;
	}

	test('of a scalar: the last arrival stays, and its sender is told what it replaced, whose and when', async () => {
		const id = await changedMeanwhile({ people_count: 20 });
		const answer = await pushOne(
			'aisha',
			change({ id, set: { people_count: 30 }, base: { people_count: 1 } })
		);
		expect(answer).toMatchObject({
			verdict: 'applied',
			conflicts: {
				people_count: { theirs: 20, version: 2, by: scene.people.manager, at: expect.any(String) }
			},
			row: { people_count: 30, row_version: 3 }
		});
	});

	test('of long text: it is left alone, and the rest is applied', async () => {
		const id = await changedMeanwhile({ heard: 'The bus stops at seven.' });
		const set = { heard: 'The bus stops at six. Sundays too.', type: 'visit' };
		const answer = await pushOne('aisha', change({ id, set, base: { heard: 1, type: 1 } }));
		expect(answer).toMatchObject({
			verdict: 'conflict',
			conflicts: { heard: { theirs: 'The bus stops at seven.', version: 2 } },
			row: { heard: 'The bus stops at seven.', type: 'visit' }
		});
		expect(Object.keys(answer.conflicts ?? {})).toEqual(['heard']);
		const merged = change({ id, set: { heard: 'Merged.' }, base: { heard: 2 } });
		expect(await pushOne('aisha', merged)).toMatchObject({
			verdict: 'applied',
			row: { heard: 'Merged.' }
		});
	});

	test('of a status: a person decides, the date beside it merges', async () => {
		await as('admin')(
			(tx) =>
				tx`update actions set status = 'done', due_on = '2026-12-15' where id = ${scene.action}`
		);
		const edit = change({
			table: 'actions',
			id: scene.action,
			set: { status: 'stopped', owner: 'Ruth' },
			base: { status: 1, owner: 1 }
		});
		expect(await pushOne('manager', edit)).toMatchObject({
			verdict: 'conflict',
			conflicts: { status: { theirs: 'done', version: 2, by: scene.people.admin } },
			row: { status: 'done', owner: 'Ruth', due_on: '2026-12-15' }
		});
	});

	test('keeps in the history what was not taken, once, for whoever has the record', async () => {
		const id = await changedMeanwhile({ heard: 'The bus stops at seven.' });
		const set = { heard: 'The bus stops at five.', people_count: 3 };
		const edit = change({ id, set, base: { heard: 1, people_count: 1 } });
		await pushOne('aisha', edit);
		await pushOne('aisha', edit);
		const history = await as('aisha')(
			(tx) => tx`
				select changes, created_by, version::int from audit_log where row_id = ${id} and not taken`
		);
		expect(history).toEqual([
			{
				changes: { heard: { from: 'The bus stops at seven.', to: 'The bus stops at five.' } },
				created_by: scene.people.aisha,
				version: 3
			}
		]);
		expect(await as('tom')((tx) => tx`select 1 from audit_log where row_id = ${id}`)).toHaveLength(
			0
		);
		// Whoever comes second again is told of the manager, not of what was not taken.
		const later = change({ id, set: { heard: 'At four.' }, base: { heard: 1 } });
		expect(await pushOne('aisha', later)).toMatchObject({
			conflicts: { heard: { version: 2, by: scene.people.manager } }
		});
	});

	test('is none where both wrote the same, or the base is the newest', async () => {
		const id = await changedMeanwhile({ heard: 'Same.' });
		const same = await pushOne(
			'aisha',
			change({ id, set: { heard: 'Same.' }, base: { heard: 1 } })
		);
		expect(same).toMatchObject({ verdict: 'applied', row: { row_version: 2 } });
		expect(same).not.toHaveProperty('conflicts');
		const newest = await pushOne(
			'aisha',
			change({ id, set: { heard: 'Newer.' }, base: { heard: 2 } })
		);
		expect(newest).not.toHaveProperty('conflicts');
	});

	test('counts a missing base as the first version', async () => {
		const id = await addLog(scene, scene.people.aisha);
		const first = await pushOne('aisha', change({ id, set: { heard: 'No base.' } }));
		expect(first).not.toHaveProperty('conflicts');
		expect(await pushOne('aisha', change({ id, set: { heard: 'Again.' } }))).toMatchObject({
			verdict: 'conflict'
		});
	});
});

describe('a refusal', () => {
	test('has a sentence of its own, whatever rule it comes from', async () => {
		const codes = await scene.sql<{ code: string; sentence: string }[]>`
			select distinct code, private.sentence(code) as sentence
			from pg_proc, regexp_matches(prosrc, 'refuse\\(\\s*''([a-z_]+)''', 'g') as found (codes), unnest(codes) as code
			where pronamespace = 'private'::regnamespace`;
		expect(codes.length).toBeGreaterThan(20);
		const [unknown] = await scene.sql`select private.sentence('no such code') as sentence`;
		expect(codes.filter(({ sentence }) => sentence === unknown?.sentence)).toEqual([]);
	});

	const heardTooLong = 'x'.repeat(10_001);
	test.each<[string, Record<string, unknown>, string | undefined]>([
		['required', { type: null }, 'type'],
		['required', { ward_code: null }, 'ward_code'],
		['unknown_reference', { place_id: randomUUID() }, 'place_id'],
		['unknown_reference', { ward_code: 'E05999999' }, 'ward_code'],
		['unknown_priority', { objective_id: randomUUID() }, 'objective_id'],
		['not_valid', { type: 'seance' }, 'type'],
		['not_valid', { occurred_on: 'the other day' }, 'occurred_on'],
		['not_valid', { occurred_on: '2026-02-30' }, 'occurred_on'],
		['not_valid', { place_id: 'here' }, 'place_id'],
		['not_valid', { people_count: '5' }, 'people_count'],
		['not_valid', { people_count: 2.5 }, 'people_count'],
		['not_valid', { heard: { text: 'x' } }, 'heard'],
		['not_valid', { themes: 'housing' }, 'themes'],
		['not_valid', { themes: ['housing', 'dragons'] }, 'themes'],
		['not_valid', { themes: ['housing', null] }, 'themes'],
		['not_valid', { themes: [['housing']] }, 'themes'],
		['not_valid', { coverage: 'online' }, 'ward_code'],
		['too_long', { heard: heardTooLong }, 'heard'],
		['out_of_range', { people_count: -1 }, 'people_count'],
		['out_of_range', { people_count: 100_001 }, 'people_count'],
		['out_of_range', { people_count: 1e12 }, 'people_count'],
		['out_of_range', { occurred_on: '-infinity' }, 'occurred_on'],
		['date_in_future', { occurred_on: 'infinity' }, 'occurred_on'],
		['not_allowed', { council_id: 'theirs' }, undefined],
		['unknown_column', { mood: 'good' }, 'mood']
	])('%s: %o', async (code, fields, column) => {
		const values = 'council_id' in fields ? { council_id: scene.other.council } : fields;
		const answer = await pushOne('aisha', insertion(randomUUID(), values));
		expect(answer).toMatchObject({
			verdict: 'rejected',
			code,
			message: expect.stringMatching(/\.$/)
		});
		expect(answer.column).toBe(column);
	});

	test.each([
		'scope',
		'created_by',
		'row_version',
		'field_versions',
		'xid',
		'updated_at',
		'deleted_at',
		'id'
	])('of what the server writes: %s', async (column) => {
		const insert = await pushOne('aisha', insertion(randomUUID(), { [column]: 'forged' }));
		expect(insert).toMatchObject({ verdict: 'rejected', code: 'not_allowed', column });
		const id = await addLog(scene, scene.people.aisha);
		const update = await pushOne('aisha', change({ id, set: { [column]: 'forged' } }));
		expect(update).toMatchObject({ verdict: 'rejected', code: 'not_allowed', column });
	});

	test('of another council, or none', async () => {
		const id = await addLog(scene, scene.people.aisha);
		const moved = await pushOne('aisha', change({ id, set: { council_id: scene.other.council } }));
		expect(moved).toMatchObject({ code: 'not_allowed', column: 'council_id' });
		const { council_id: _, ...without } = logFields(scene);
		const none = await pushOne('aisha', change({ id: randomUUID(), op: 'insert', set: without }));
		expect(none).toMatchObject({ code: 'required', column: 'council_id' });
	});

	test('of rows that point into another council', async () => {
		const set = {
			council_id: scene.council,
			name: 'Far hall',
			kind: 'hub',
			ward_code: WARD_NEXT_DOOR
		};
		const answer = await pushOne(
			'aisha',
			change({ table: 'places', id: randomUUID(), op: 'insert', set })
		);
		expect(answer).toMatchObject({ code: 'unknown_reference', column: 'ward_code' });
	});

	test('of what is there already', async () => {
		const set = { council_id: scene.council, user_id: scene.people.tom, full_name: 'Tom again' };
		const answer = await pushOne(
			'admin',
			change({ table: 'profiles', id: randomUUID(), op: 'insert', set })
		);
		expect(answer).toMatchObject({ code: 'already_exists', column: 'user_id' });
	});

	test('of a mutation that makes no sense', async () => {
		const id = await addLog(scene, scene.people.aisha);
		const codes = [];
		for (const parts of [
			{ table: 'dragons' },
			{ table: 'sync_epoch' },
			{ table: null },
			{ op: 'upsert' },
			{ id: 'one' },
			{ set: 'heard' },
			{ base: 7 },
			{ base: { heard: 'x' }, set: { heard: 'y' } },
			{ schema: 2 },
			{ schema: -2 },
			{ schema: 1.5 }
		])
			codes.push((await pushOne('aisha', change({ id, ...parts } as never))).code);
		expect(codes).toEqual([
			...['unknown_table', 'unknown_table', 'unknown_table', 'not_valid', 'not_valid', 'not_valid'],
			...['not_valid', 'not_valid', 'unknown_schema', 'schema_too_old', 'unknown_schema']
		]);
	});

	test('takes the schema before this one, and the one before that', async () => {
		const id = await addLog(scene, scene.people.aisha);
		for (const schema of [1, 0, -1])
			expect(
				await pushOne('aisha', change({ id, set: { people_count: schema + 5 }, schema }))
			).toMatchObject({ verdict: 'applied' });
	});

	test('of what is not the person’s to change, told apart only where they may read it', async () => {
		const cityWide = await addLog(scene, scene.people.tom, { coverage: 'online', ward_code: null });
		const northern = await addLog(scene, scene.people.tom, { ward_code: WARDS.marston });
		for (const op of ['update', 'delete'] as const) {
			const set = { heard: 'Mine now.' };
			expect(await pushOne('aisha', change({ op, id: cityWide, set }))).toMatchObject({
				code: 'not_allowed',
				row: { id: cityWide }
			});
			expect(await pushOne('aisha', change({ op, id: northern, set }))).toMatchObject({
				code: 'not_found',
				row: null
			});
			expect(await pushOne('aisha', change({ op, id: randomUUID(), set }))).toMatchObject({
				code: 'not_found',
				row: null
			});
		}
		expect(
			await pushOne('aisha', change({ table: 'plans', id: scene.plan, set: { title: 'Mine' } }))
		).toMatchObject({ code: 'not_allowed' });
		expect(
			await pushOne(
				'admin',
				change({
					table: 'audit_log',
					id: randomUUID(),
					op: 'insert',
					set: { council_id: scene.council }
				})
			)
		).toMatchObject({ code: 'not_allowed' });
	});

	test('of edits to what was deleted; deleting it again is fine', async () => {
		const id = await addLog(scene, scene.people.aisha, { deleted_at: new Date() });
		expect(await pushOne('aisha', change({ id, set: { heard: 'Late.' } }))).toMatchObject({
			code: 'deleted',
			row: { id }
		});
		expect(await pushOne('aisha', change({ id, op: 'delete' }))).toMatchObject({
			verdict: 'applied',
			row: { row_version: 1 }
		});
	});

	test.each(['stranger', 'viewer', 'champion', 'neighbour'] as const)(
		'of everything, without a reason: %s',
		async (person) => {
			const id = await addLog(scene, scene.people.aisha);
			for (const fields of [
				{},
				{ objective_id: scene.closedPriority },
				{ occurred_on: '2999-01-01' },
				{ heard: heardTooLong }
			])
				expect(await pushOne(person, insertion(randomUUID(), fields))).toMatchObject({
					code: 'not_allowed',
					row: null
				});
			expect(await pushOne(person, change({ id, op: 'delete' }))).toMatchObject({
				code: 'not_found',
				row: null
			});
		}
	);
});

describe('a call that cannot be answered', () => {
	const call = (mutations: unknown, device: string | null = client) =>
		as('aisha')((tx) => tx`select sync_push(${device}, ${tx.json(mutations as never)})`);

	test('is refused whole', async () => {
		const full = Array.from({ length: 200 }, () => insertion(randomUUID()));
		await expect(call([...full, insertion(randomUUID())])).rejects.toMatchObject({ code: '22023' });
		for (const malformed of [
			{},
			'x',
			null,
			[1],
			[{}],
			[{ mid: null }],
			[{ mid: 1.5 }],
			[{ mid: 'one' }]
		])
			await expect(call(malformed)).rejects.toMatchObject({ code: '22023' });
		await expect(call([], null)).rejects.toMatchObject({ code: '22023' });
	});

	test('200 mutations fit', async () => {
		const verdicts = await push(
			as('aisha'),
			client,
			Array.from({ length: 200 }, () => insertion(randomUUID()))
		);
		expect(new Set(verdicts.map(({ verdict }) => verdict))).toEqual(new Set(['applied']));
	});

	test('is not for somebody who is not signed in', async () => {
		await expect(push(scene.as(null), client, [])).rejects.toMatchObject({ code: '42501' });
	});

	test('a lock that times out ends the call and leaves nothing, so that it is sent again', async () => {
		const [held, fresh] = [await addLog(scene, scene.people.aisha), randomUUID()];
		const mutations = [insertion(fresh), change({ id: held, set: { people_count: 1 } })];
		await scene.sql.begin(async (tx) => {
			await tx`select 1 from engagement_logs where id = ${held} for update`;
			const impatient = as('aisha')(async (mine) => {
				await mine`set local lock_timeout = '50ms'`;
				return pushIn(mine, client, mutations);
			});
			await expect(impatient).rejects.toMatchObject({ code: '55P03' });
		});
		expect(await countLogs(fresh)).toBe(0);
		expect((await push(as('aisha'), client, mutations)).map(({ verdict }) => verdict)).toEqual([
			'applied',
			'applied'
		]);
	});
});
