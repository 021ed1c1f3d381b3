/** Attachments: a section per person, and that a picture goes wherever its record goes. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOT_ALLOWED, outcome } from './rights';
import {
	addAttachment,
	addLog,
	attachmentFields,
	setScene,
	WARDS,
	type PersonName,
	type Scene
} from './scene';
import { catchUp, pull, push, type Change } from './sync-client';

let scene: Scene;
/** Logs by Aisha: in her ward, city-wide, restricted; by Tom: in his. */
let logs: Record<'southern' | 'cityWide' | 'restricted' | 'northern', string>;
/** A picture of each, by the log's author. */
let pictures: typeof logs;
beforeAll(async () => {
	scene = await setScene();
	const { aisha, tom } = scene.people;
	logs = {
		southern: await addLog(scene, aisha),
		cityWide: await addLog(scene, aisha, { coverage: 'city_wide', ward_code: null }),
		restricted: await addLog(scene, aisha, { restricted: true }),
		northern: await addLog(scene, tom, { ward_code: WARDS.marston })
	};
	pictures = {
		southern: await addAttachment(scene, aisha, logs.southern),
		cityWide: await addAttachment(scene, aisha, logs.cityWide),
		restricted: await addAttachment(scene, aisha, logs.restricted),
		northern: await addAttachment(scene, tom, logs.northern)
	};
});
afterAll(() => scene.drop());

const as = (person: PersonName | 'anon') =>
	scene.as(person === 'anon' ? null : scene.people[person]);

function named(rows: readonly { id: string }[]): string[] {
	const ids = new Set(rows.map(({ id }) => id));
	return Object.entries(pictures).flatMap(([name, id]) => (ids.has(id) ? [name] : []));
}

/** Which of the four pictures somebody can read. */
const readBy = async (person: PersonName) =>
	named(await as(person)((tx) => tx<{ id: string }[]>`select id from attachments`));

/** Which of the four pictures somebody can delete. */
async function deletedBy(person: PersonName): Promise<string[]> {
	const deleted = [];
	for (const [name, id] of Object.entries(pictures)) {
		const result = await outcome(
			as(person),
			(tx) => tx`update attachments set deleted_at = now() where id = ${id}`
		);
		if (result === 1) deleted.push(name);
		else expect(result).toBe(0);
	}
	return deleted;
}

/** Which of the four pictures somebody can change without reading any: only what they may read. */
async function blindlyChangedBy(person: PersonName): Promise<string[]> {
	const mark = randomUUID();
	await as(person)((tx) => tx`update attachments set description = ${mark}`);
	return named(
		await scene.sql<{ id: string }[]>`select id from attachments where description = ${mark}`
	);
}

/** Which of the four logs somebody can attach a picture to; the others must answer with `refused`. */
async function attachedBy(person: PersonName | 'anon', refused: string): Promise<string[]> {
	const attached = [];
	for (const [name, log] of Object.entries(logs)) {
		const result = await attach(person, { row_id: log });
		if (result === 1) attached.push(name);
		else expect(result).toBe(refused);
	}
	return attached;
}

function attach(
	person: PersonName | 'anon',
	fields: Record<string, unknown>
): Promise<number | string> {
	const row = attachmentFields(scene, logs.southern, { id: randomUUID(), ...fields });
	return outcome(as(person), (tx) => tx`insert into attachments ${tx(row)}`);
}

const REFUSED = 'CG001';

describe.each([
	['aisha', ['southern', 'cityWide', 'restricted'], ['southern', 'cityWide', 'restricted']],
	['tom', ['cityWide', 'northern'], ['northern']],
	['champion', ['cityWide'], []],
	['manager', ['southern', 'cityWide', 'northern'], ['southern', 'cityWide', 'northern']],
	['admin', ['southern', 'cityWide', 'northern'], ['southern', 'cityWide', 'northern']]
] as const)('%s', (person, read, changed) => {
	test('reads pictures of what they read, and attaches to it', async () => {
		expect(await readBy(person)).toEqual(read);
		expect(await attachedBy(person, REFUSED)).toEqual(read);
	});
	test('changes and deletes their own, or all that they read if they manage', async () => {
		expect(await deletedBy(person)).toEqual(changed);
		expect(await blindlyChangedBy(person)).toEqual(changed);
	});
});

describe('cleared', () => {
	const all = ['southern', 'cityWide', 'restricted', 'northern'];
	test('reads, changes and deletes pictures of the register as well; attaches none to it', async () => {
		expect(await readBy('cleared')).toEqual(all);
		expect(await deletedBy('cleared')).toEqual(all);
		expect(await blindlyChangedBy('cleared')).toEqual(all);
		expect(await attachedBy('cleared', NOT_ALLOWED)).toEqual(['southern', 'cityWide', 'northern']);
	});
	test('has them in no scope, so that they are never pulled to a device', async () => {
		const text = JSON.stringify(await pull(as('cleared')));
		expect(text).toContain(pictures.southern);
		expect(text).not.toContain(pictures.restricted);
	});
});

describe.each(['viewer', 'stranger', 'neighbour'] as const)('%s', (person) => {
	test('reads none, changes none', async () => {
		expect(await readBy(person)).toEqual([]);
		expect(await deletedBy(person)).toEqual([]);
		expect(await blindlyChangedBy(person)).toEqual([]);
	});
	test('attaches nothing, and learns nothing from the refusal', async () => {
		expect(await attachedBy(person, NOT_ALLOWED)).toEqual([]);
		for (const fields of [
			{ row_id: randomUUID() },
			{ table_name: 'plans' },
			{ table_name: 'nothing' },
			{ byte_size: 0 }
		])
			expect(await attach(person, fields)).toBe(NOT_ALLOWED);
	});
});

test('somebody who is not signed in can do nothing', async () => {
	expect(await attachedBy('anon', NOT_ALLOWED)).toEqual([]);
	expect(await outcome(as('anon'), (tx) => tx`select id from attachments`)).toBe(NOT_ALLOWED);
});

test('an officer who has left the council changes nothing of what they made', async () => {
	await scene.sql`update memberships set deleted_at = now() where user_id = ${scene.people.tom}`;
	expect(await blindlyChangedBy('tom')).toEqual([]);
	expect(await attachedBy('tom', NOT_ALLOWED)).toEqual([]);
	await scene.sql`update memberships set deleted_at = null where user_id = ${scene.people.tom}`;
});

describe.each(['aisha', 'cleared', 'admin'] as const)('what is fixed, for %s', (person) => {
	test('is everything but the description and whether it is deleted', async () => {
		for (const [column, value] of Object.entries({
			...attachmentFields(scene, logs.southern),
			id: randomUUID(),
			scope: `council:${scene.council}`,
			created_by: scene.people.tom,
			row_version: 9
		}))
			if (column !== 'description')
				expect(
					await outcome(
						as(person),
						(tx) => tx`update attachments set ${tx({ [column]: value })}
							where id = ${pictures.southern}`
					),
					column
				).toBe(NOT_ALLOWED);
		expect(
			await outcome(as(person), (tx) => tx`delete from attachments where id = ${pictures.southern}`)
		).toBe(NOT_ALLOWED);
		const forged = { scope: `council:${scene.council}`, created_by: scene.people.tom };
		for (const [column, value] of Object.entries(forged))
			expect(await attach(person, { [column]: value })).toBe(NOT_ALLOWED);
	});
});

describe('rules', () => {
	test.each([
		[{ sha256: 'F'.repeat(64) }, 'not_valid', 'sha256'],
		[{ sha256: 'f'.repeat(63) }, 'not_valid', 'sha256'],
		[{ content_type: 'image/png' }, 'not_valid', 'content_type'],
		[{ byte_size: 0 }, 'out_of_range', 'byte_size'],
		[{ byte_size: 409_601 }, 'out_of_range', 'byte_size'],
		[{ width: 0 }, 'out_of_range', 'width'],
		[{ height: 1601 }, 'out_of_range', 'height'],
		[{ description: 'x'.repeat(501) }, 'too_long', 'description'],
		[{ sha256: null }, 'required', 'sha256'],
		[{ table_name: null }, 'required', 'table_name'],
		[{ row_id: null }, 'required', 'row_id'],
		[{ table_name: 'plans' }, 'not_valid', 'table_name'],
		[{ table_name: 'nothing"' }, 'not_valid', 'table_name'],
		[{ row_id: randomUUID() }, 'unknown_reference', 'row_id']
	])('%j is %s at %s', async (fields, code, column) => {
		const set = { ...attachmentFields(scene, logs.southern), ...fields };
		const [verdict] = await push(as('aisha'), randomUUID(), [
			{ mid: 1, table: 'attachments', op: 'insert', id: randomUUID(), set }
		]);
		expect(verdict).toMatchObject({ verdict: 'rejected', code, column });
	});

	test('a picture may be as large as that', async () => {
		expect(await attach('aisha', { byte_size: 409_600, width: 1600, height: 1600 })).toBe(1);
	});

	test('a record of another council is unknown, to imports as well', async () => {
		const row = attachmentFields(scene, logs.southern, { council_id: scene.other.council });
		await expect(scene.sql`insert into attachments ${scene.sql(row)}`).rejects.toThrow(
			'unknown_reference'
		);
	});

	test('of two descriptions the last to arrive stays, and its sender hears what it replaced', async () => {
		const id = await addAttachment(scene, scene.people.aisha, logs.southern);
		const describe = (person: PersonName, description: string) =>
			push(as(person), randomUUID(), [
				{ mid: 1, table: 'attachments', op: 'update', id, set: { description } }
			]);
		await describe('aisha', 'The ramp');
		const [verdict] = await describe('manager', 'The ramp outside the hall');
		expect(verdict).toMatchObject({
			verdict: 'applied',
			conflicts: { description: { theirs: 'The ramp', by: scene.people.aisha } },
			row: { description: 'The ramp outside the hall' }
		});
	});
});

describe('a picture goes with its record', () => {
	/** A log of Aisha's with two pictures, one of them deleted. */
	async function logWithPictures() {
		const log = await addLog(scene, scene.people.aisha);
		const live = await addAttachment(scene, scene.people.aisha, log);
		const dead = await addAttachment(scene, scene.people.aisha, log, { deleted_at: new Date(0) });
		return { log, live, dead };
	}

	const scopeOf = async (id: string) =>
		(await scene.sql<{ scope: string }[]>`select scope from attachments where id = ${id}`)[0]
			?.scope;

	const exitsOf = (changes: readonly Change[]) =>
		changes.flatMap((change) => ('exit' in change ? [change.id] : []));

	/** What Tom's or Aisha's phone hears of since it was up to date. */
	async function heard(person: PersonName, change: () => Promise<unknown>): Promise<Change[]> {
		const before = await catchUp(as(person));
		await change();
		const { scopes } = await pull(as(person), before);
		return Object.values(scopes).flatMap(({ changes }) => changes);
	}

	test('to another ward: devices of the old locality let go of it', async () => {
		const { log, live, dead } = await logWithPictures();
		const changes = await heard(
			'aisha',
			() => scene.sql`update engagement_logs set ward_code = ${WARDS.marston} where id = ${log}`
		);
		expect(exitsOf(changes)).toEqual(expect.arrayContaining([log, live]));
		expect(await scopeOf(live)).toBe(`locality:${scene.north}`);
		expect(await scopeOf(dead)).toBe(`locality:${scene.north}`);
	});

	test('into the register and out again, with its history', async () => {
		const { log, live } = await logWithPictures();
		await as('aisha')((tx) => tx`update attachments set description = 'A rash' where id = ${live}`);
		const restrict = (restricted: boolean) =>
			as('aisha')(
				(tx) => tx`update engagement_logs set restricted = ${restricted} where id = ${log}`
			);
		const history = async () =>
			(
				await scene.sql<
					{ scope: string }[]
				>`select distinct scope from audit_log where row_id = ${live}`
			).map(({ scope }) => scope);

		expect(exitsOf(await heard('manager', () => restrict(true)))).toEqual(
			expect.arrayContaining([log, live])
		);
		expect(await scopeOf(live)).toBe(`user:${scene.people.aisha}`);
		expect(await history()).toEqual([`user:${scene.people.aisha}`]);
		await restrict(false);
		expect(await scopeOf(live)).toBe(`locality:${scene.south}`);
		expect(await history()).toEqual([`locality:${scene.south}`]);
	});

	test('when its ward changes locality, though nobody has edited it', async () => {
		const { live } = await logWithPictures();
		const move = (locality: string) =>
			scene.sql`update areas set locality_id = ${locality} where code = ${WARDS.leys}`;
		await move(scene.north);
		expect(await scopeOf(live)).toBe(`locality:${scene.north}`);
		const [row] = await scene.sql`select updated_at = created_at as untouched from attachments
			where id = ${live}`;
		expect(row).toEqual({ untouched: true });
		await move(scene.south);
		expect(await scopeOf(live)).toBe(`locality:${scene.south}`);
	});

	test('when it is deleted, in the same transaction and by the same person', async () => {
		const { log, live, dead } = await logWithPictures();
		const changes = await heard('manager', () =>
			push(as('aisha'), randomUUID(), [{ mid: 1, table: 'engagement_logs', op: 'delete', id: log }])
		);
		const tombstones = changes.flatMap((change) =>
			'row' in change && change.row.deleted_at ? [change.row] : []
		);
		expect(tombstones.map(({ id }) => id)).toEqual(expect.arrayContaining([log, live]));
		for (const row of tombstones) expect(row).not.toHaveProperty('sha256');
		const rows = await scene.sql`
			select attachments.id, attachments.xid = engagement_logs.xid as together, attachments.updated_by
			from attachments join engagement_logs on engagement_logs.id = row_id
			where row_id = ${log} order by together`;
		expect(rows).toEqual([
			{ id: dead, together: false, updated_by: scene.people.aisha },
			{ id: live, together: true, updated_by: scene.people.aisha }
		]);
	});

	test('a deleted record takes no picture, and gets none back', async () => {
		const { log, live } = await logWithPictures();
		await scene.sql`update engagement_logs set deleted_at = now() where id = ${log}`;
		expect(await attach('aisha', { row_id: log })).toBe(REFUSED);
		const restore = () =>
			outcome(as('aisha'), (tx) => tx`update attachments set deleted_at = null where id = ${live}`);
		expect(await restore()).toBe(REFUSED);
		await scene.sql`update engagement_logs set deleted_at = null where id = ${log}`;
		expect(await restore()).toBe(1);
	});

	test('a picture that comes while its record moves ends where the record ends', async () => {
		const { aisha } = scene.people;
		const log = await addLog(scene, aisha);
		let picture: Promise<string> | undefined;
		await scene.sql.begin(async (tx) => {
			await tx`update engagement_logs set ward_code = ${WARDS.marston} where id = ${log}`;
			picture = addAttachment(scene, aisha, log);
			await waitForLock(scene);
		});
		expect(await scopeOf((await picture) ?? '')).toBe(`locality:${scene.north}`);
	});

	test('a picture that comes while its record is deleted is refused', async () => {
		const log = await addLog(scene, scene.people.aisha);
		let answer: Promise<number | string> | undefined;
		await scene.sql.begin(async (tx) => {
			await tx`update engagement_logs set deleted_at = now() where id = ${log}`;
			answer = attach('aisha', { row_id: log });
			await waitForLock(scene);
		});
		expect(await answer).toBe(NOT_ALLOWED);
	});

	test('both are purged together', async () => {
		const { log } = await logWithPictures();
		await scene.sql`update engagement_logs set deleted_at = now() where id = ${log}`;
		await scene.sql`select private.purge('0')`;
		expect(await scene.sql`select id from engagement_logs where id = ${log}`).toHaveLength(0);
		expect(await scene.sql`select id from attachments where row_id = ${log}`).toHaveLength(0);
	});
});

/** Until somebody in this database waits for a lock. */
async function waitForLock({ sql }: Scene): Promise<void> {
	for (let tries = 0; tries < 500; tries++) {
		const waiting = await sql`select 1 from pg_stat_activity
			where datname = current_database() and wait_event_type = 'Lock'`;
		if (waiting.length > 0) return;
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	throw new Error('nobody waits');
}
