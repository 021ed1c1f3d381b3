/**
 * What hangs off a place. Safe spaces: for people cleared for the restricted register, and nobody else learns of one.
 * Access audits: whoever works in the field makes them, and the server works out what one comes to.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditScore, CRITERIA, type AuditAnswer } from '../../src/lib/records/place/audit-score';
import { NOT_ALLOWED, outcome } from './rights';
import { attachmentFields, setScene, WARDS, type PersonName, type Scene } from './scene';
import { pull, push } from './sync-client';

let scene: Scene;
beforeAll(async () => {
	scene = await setScene();
});
afterAll(() => scene.drop());

const as = (person: PersonName | 'anon') =>
	scene.as(person === 'anon' ? null : scene.people[person]);

/** Adds a place as the database's owner, and returns its id. */
async function addPlace(): Promise<string> {
	const id = randomUUID();
	await scene.sql`insert into places ${scene.sql({
		id,
		council_id: scene.council,
		name: 'Leys Community Centre',
		kind: 'community_centre',
		ward_code: WARDS.leys
	})}`;
	return id;
}

async function addRow(table: string, columns: Record<string, unknown>): Promise<string> {
	const id = randomUUID();
	await scene.sql`insert into ${scene.sql(table)} ${scene.sql({ id, council_id: scene.council, ...columns })}`;
	return id;
}

const deletedAt = async (table: string, id: string) => {
	const [row] = await scene.sql`select deleted_at from ${scene.sql(table)} where id = ${id}`;
	return row?.deleted_at as Date | null;
};

describe('safe spaces', () => {
	test.each([
		...(['aisha', 'tom', 'champion', 'manager', 'cleared', 'admin'] as const),
		...(['viewer', 'stranger', 'neighbour', 'anon'] as const)
	])(
		'%s: those who are cleared read, mark, change and unmark; nobody else does anything',
		async (person) => {
			const mark = await addRow('safe_spaces', {
				place_id: await addPlace(),
				note: 'Ask at the side door.',
				created_by: person === 'anon' ? null : scene.people[person]
			});
			const unmarked = { council_id: scene.council, place_id: await addPlace() };
			const speaker = as(person);
			const results = [
				await outcome(speaker, (tx) => tx`select id from safe_spaces where id = ${mark}`),
				await outcome(speaker, (tx) => tx`insert into safe_spaces ${tx(unmarked)}`),
				await outcome(
					speaker,
					(tx) => tx`update safe_spaces set note = 'Ring first.' where id = ${mark}`
				),
				await outcome(
					speaker,
					(tx) => tx`update safe_spaces set deleted_at = now() where id = ${mark}`
				)
			];
			if (person === 'cleared') expect(results).toEqual([1, 1, 1, 1]);
			else for (const result of results) expect([0, NOT_ALLOWED]).toContain(result);
		}
	);

	test('a place that is one reads the same to everybody else, however they ask', async () => {
		const place = await addPlace();
		const before = await pull(as('aisha'));
		const mark = await addRow('safe_spaces', { place_id: place, note: 'Ring first.' });
		await scene.sql`update safe_spaces set note = 'Ring twice.' where id = ${mark}`;

		for (const person of ['aisha', 'champion', 'manager', 'admin'] as const) {
			const said = JSON.stringify(await pull(as(person)));
			expect(said).toContain(place);
			expect(said).not.toContain(mark);
			expect(said).not.toContain('Ring');
		}
		const cursors = Object.fromEntries(
			Object.entries(before.scopes).map(([scope, { cursor }]) => [scope, cursor])
		);
		const since = await pull(as('aisha'), { epoch: before.epoch, cursors });
		const marked = Object.values(since.scopes).flatMap(({ changes }) =>
			changes.filter((change) => JSON.stringify(change).includes(mark))
		);
		expect(marked).toEqual([]);
		const [history] = await scene.sql`select scope from audit_log where row_id = ${mark}`;
		expect(history?.scope).toBe(`cleared:${scene.council}`);
		expect(
			await outcome(as('manager'), (tx) => tx`select id from audit_log where row_id = ${mark}`)
		).toBe(0);
	});

	test('guessing tells nothing: a place that is marked and one that is not are refused alike', async () => {
		const [marked, unmarked] = [await addPlace(), await addPlace()];
		await addRow('safe_spaces', { place_id: marked });
		const verdicts = await push(
			as('manager'),
			randomUUID(),
			[marked, unmarked].map((place_id, mid) => ({
				mid,
				table: 'safe_spaces',
				op: 'insert',
				id: randomUUID(),
				set: { council_id: scene.council, place_id, note: '' }
			}))
		);
		const [first, second] = verdicts.map(({ verdict, code, message, row }) => ({
			verdict,
			code,
			message,
			row
		}));
		expect(first).toMatchObject({ verdict: 'rejected', code: 'not_allowed', row: null });
		expect(second).toEqual(first);
	});

	test('somebody who is no longer cleared has the scope no more, so that their phone lets go of it', async () => {
		const scope = `cleared:${scene.council}`;
		expect(Object.keys((await pull(as('cleared'))).scopes)).toContain(scope);
		await scene.sql`update memberships set cleared = false where user_id = ${scene.people.cleared}`;
		expect(Object.keys((await pull(as('cleared'))).scopes)).not.toContain(scope);
		await scene.sql`update memberships set cleared = true where user_id = ${scene.people.cleared}`;
	});

	test('one mark a place, and it goes with the place', async () => {
		const place = await addPlace();
		const mark = await addRow('safe_spaces', { place_id: place });
		await expect(addRow('safe_spaces', { place_id: place })).rejects.toThrow(
			'safe_spaces_place_key'
		);
		await as('manager')((tx) => tx`update places set deleted_at = now() where id = ${place}`);
		expect(await deletedAt('safe_spaces', mark)).not.toBeNull();
		await expect(addRow('safe_spaces', { place_id: place })).rejects.toThrow('unknown_reference');
	});
});

describe('access audits', () => {
	const audit = (place_id: string, fields: Record<string, unknown> = {}) => ({
		place_id,
		kind: 'facility',
		audited_on: '2026-01-15',
		next_audit_on: '2027-01-15',
		step_free: 'good',
		toilets: 'poor',
		...fields
	});

	const field = ['read', 'add', 'change own'];
	const office = [...field, 'change'];
	test.each<[PersonName | 'anon', string[]]>([
		['aisha', field],
		['tom', field],
		['champion', field],
		['manager', office],
		['cleared', office],
		['admin', office],
		['viewer', []],
		['stranger', []],
		['neighbour', []],
		['anon', []]
	])('%s may %j', async (person, granted) => {
		const place = await addPlace();
		const [mine, another] = [
			await addRow('place_audits', {
				...audit(place),
				created_by: person === 'anon' ? null : scene.people[person]
			}),
			await addRow('place_audits', audit(place))
		];
		const change = (id: string) =>
			outcome(as(person), (tx) => tx`update place_audits set lighting = 'good' where id = ${id}`);
		const results: Record<string, number | string> = {
			read: await outcome(
				as(person),
				(tx) => tx`select id from place_audits where id = ${another}`
			),
			add: await outcome(
				as(person),
				(tx) => tx`insert into place_audits ${tx({ council_id: scene.council, ...audit(place) })}`
			),
			change: await change(another),
			'change own': await change(mine)
		};
		for (const [verb, result] of Object.entries(results))
			if (granted.includes(verb)) expect(result, verb).toBe(1);
			else expect([0, NOT_ALLOWED], verb).toContain(result);
	});

	test('the server’s score is the phone’s, whatever was sent', async () => {
		const place = await addPlace();
		const criteria = Object.keys(CRITERIA);
		const answer = fc.constantFrom<AuditAnswer | null>(
			...(['good', 'partly', 'poor', 'missing', 'not_applicable', null] as const)
		);
		await fc.assert(
			fc.asyncProperty(fc.array(answer, { maxLength: criteria.length }), async (answers) => {
				const [row] = await scene.sql<{ score: number | null }[]>`
					select private.audit_score(variadic ${answers}::text[]::public.audit_answer[]) as score`;
				expect(row?.score).toBe(auditScore(answers));
			}),
			{ numRuns: 200 }
		);
		const id = await addRow('place_audits', audit(place, { score: 99 }));
		const scoreOf = async () =>
			(await scene.sql<{ score: number }[]>`select score from place_audits where id = ${id}`)[0]
				?.score;
		// (3 + 1) of 6
		expect(await scoreOf()).toBe(67);
		await scene.sql`update place_audits set toilets = 'missing' where id = ${id}`;
		expect(await scoreOf()).toBe(50);
	});

	test.each([
		['a day to come', { audited_on: '2999-01-01', next_audit_on: '2999-06-01' }, 'date_in_future'],
		['a next audit before this one', { next_audit_on: '2026-01-15' }, 'next_audit_on_out_of_range'],
		['a gate of a building', { gate_width: 'good' }, 'gate_width_not_valid'],
		[
			'a hearing loop of a park',
			{ kind: 'green_space', hearing_loop: 'good' },
			'hearing_loop_not_valid'
		],
		['a place that is not there', { place_id: randomUUID() }, 'unknown_reference']
	])('is refused: %s', async (_, fields, reason) => {
		await expect(addRow('place_audits', audit(await addPlace(), fields))).rejects.toThrow(reason);
	});

	test('a place that is deleted takes its audits and their pictures along', async () => {
		const place = await addPlace();
		const made = await addRow('place_audits', audit(place));
		const picture = await addRow(
			'attachments',
			attachmentFields(scene, made, { table_name: 'place_audits' })
		);
		await as('manager')((tx) => tx`update places set deleted_at = now() where id = ${place}`);
		expect(await deletedAt('place_audits', made)).not.toBeNull();
		expect(await deletedAt('attachments', picture)).not.toBeNull();
	});
});
