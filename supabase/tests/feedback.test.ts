/**
 * You said, we did: officers in their localities, managers and administrators everywhere; champions read what is
 * council-wide. Nothing that was said in confidence is reported back.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeRights, outcome, type Rights } from './rights';
import { addLog, setScene, WARDS, type PersonName, type Scene } from './scene';
import { push } from './sync-client';

const worker = ['read', 'add', 'change', 'change own'] as const;
const rights: Rights = {
	aisha: worker,
	tom: worker,
	champion: ['read'],
	manager: worker,
	cleared: worker,
	admin: worker,
	viewer: [],
	stranger: [],
	neighbour: [],
	anon: []
};

const said = { said: 'The crossing is too far away.', said_on: '2026-01-15' };
const answered = { outcome: 'did', response: 'There is a new crossing.' };
const told = { told_on: '2026-01-20', told_how: ['meeting'] };

describeRights('feedback_loops', {
	record: ({ council }) => ({ council_id: council, ...said }),
	change: answered,
	rights
});

describe('feedback', () => {
	let scene: Scene;
	beforeAll(async () => {
		scene = await setScene();
	});
	afterAll(() => scene.drop());

	const as = (person: PersonName) => scene.as(scene.people[person]);

	/** What a phone's new feedback comes to: its id, or the code and the column of its refusal. */
	async function keep(person: PersonName, fields: Record<string, unknown> = {}) {
		const id = randomUUID();
		const [verdict] = await push(as(person), randomUUID(), [
			{
				mid: 1,
				table: 'feedback_loops',
				op: 'insert',
				id,
				set: { council_id: scene.council, ...said, ...fields }
			}
		]);
		return verdict?.code ? [verdict.code, verdict.column].join(' ').trim() : id;
	}
	const kept = expect.stringMatching(/^[0-9a-f-]{36}$/) as string;

	async function change(person: PersonName, id: string, set: Record<string, unknown>) {
		const [row] = await scene.sql`select field_versions from feedback_loops where id = ${id}`;
		const [verdict] = await push(as(person), randomUUID(), [
			{ mid: 1, table: 'feedback_loops', op: 'update', id, set, base: row?.field_versions }
		]);
		return verdict?.code ? [verdict.code, verdict.column].join(' ').trim() : verdict?.verdict;
	}

	async function addIssue(fields: Record<string, unknown> = {}): Promise<string> {
		const id = randomUUID();
		await scene.sql`insert into issues ${scene.sql({
			id,
			council_id: scene.council,
			created_by: scene.people.aisha,
			kind: 'lighting',
			what: 'The lamp is out.',
			ward_code: WARDS.leys,
			reported_at: '2026-01-15T10:00:00Z',
			due_on: '2026-01-15',
			...fields
		})}`;
		return id;
	}

	test('of a ward is for its locality', async () => {
		const id = await keep('aisha', { ward_code: WARDS.leys });
		const readers = [];
		for (const person of Object.keys(scene.people) as PersonName[])
			if (
				(await outcome(as(person), (tx) => tx`select id from feedback_loops where id = ${id}`)) ===
				1
			)
				readers.push(person);
		expect(readers).toEqual(['aisha', 'manager', 'cleared', 'admin']);
		expect(await keep('tom', { ward_code: WARDS.leys })).toBe('ward_outside_localities ward_code');
		expect(await change('tom', id, answered)).toBe('not_found');
		expect(await change('aisha', id, { ward_code: WARDS.marston })).toBe(
			'ward_outside_localities ward_code'
		);
		expect(await change('manager', id, { ward_code: WARDS.marston })).toBe('applied');
		await scene.sql`update areas set locality_id = ${scene.south} where code = ${WARDS.marston}`;
		const [row] = await scene.sql`select scope from feedback_loops where id = ${id}`;
		expect(row?.scope).toBe(`locality:${scene.south}`);
		await scene.sql`update areas set locality_id = ${scene.north} where code = ${WARDS.marston}`;
	});

	test('comes from a log or an issue that its author reads, never one that is restricted', async () => {
		const { aisha, tom } = scene.people;
		const log = await addLog(scene, aisha);
		const northern = await addLog(scene, tom, { ward_code: WARDS.marston });
		const secret = await addLog(scene, aisha, { restricted: true });
		const issue = await addIssue();
		const hate = await addIssue({ kind: 'hate_incident' });
		expect(await keep('aisha', { log_id: log })).toEqual(kept);
		expect(await keep('aisha', { issue_id: issue })).toEqual(kept);
		expect(await keep('aisha', { log_id: secret })).toBe('said_in_confidence log_id');
		expect(await keep('cleared', { log_id: secret })).toBe('said_in_confidence log_id');
		expect(await keep('aisha', { issue_id: hate })).toBe('said_in_confidence issue_id');
		for (const log_id of [northern, randomUUID()])
			expect(await keep('aisha', { log_id })).toBe('unknown_reference log_id');
		for (const person of ['tom', 'manager'] as const) {
			expect(await keep(person, { log_id: secret })).toBe('unknown_reference log_id');
			expect(await keep(person, { issue_id: hate })).toBe('unknown_reference issue_id');
		}
		for (const person of ['champion', 'viewer', 'stranger', 'neighbour'] as const)
			expect(await keep(person, { log_id: secret })).toBe('not_allowed');
	});

	test('goes when its log or its issue becomes restricted', async () => {
		const log = await addLog(scene, scene.people.aisha);
		const issue = await addIssue();
		const ids = [await keep('aisha', { log_id: log }), await keep('manager', { issue_id: issue })];
		await as('aisha')((tx) => tx`update engagement_logs set restricted = true where id = ${log}`);
		await as('aisha')((tx) => tx`update issues set restricted = true where id = ${issue}`);
		const left = await scene.sql`
			select id from feedback_loops where id in ${scene.sql(ids)} and deleted_at is null`;
		expect(left).toEqual([]);
	});

	test('is answered before it is told, and told somehow', async () => {
		const id = await keep('aisha');
		expect(await change('aisha', id, told)).toBe('answer_needed outcome');
		expect(await change('aisha', id, { outcome: 'cannot' })).toBe('required response');
		expect(await change('aisha', id, answered)).toBe('applied');
		expect(await change('aisha', id, { told_on: told.told_on })).toBe('required told_how');
		expect(await change('aisha', id, { ...told, told_on: '2999-01-01' })).toBe(
			'date_in_future told_on'
		);
		expect(await change('aisha', id, told)).toBe('applied');
		const [row] = await scene.sql`select responded_on from feedback_loops where id = ${id}`;
		expect(row?.responded_on).not.toBeNull();
	});

	test('an officer deletes their own alone', async () => {
		const remove = (person: PersonName, id: string) =>
			push(as(person), randomUUID(), [{ mid: 1, table: 'feedback_loops', op: 'delete', id }]).then(
				([verdict]) => verdict?.code ?? verdict?.verdict
			);
		expect(await remove('aisha', await keep('tom'))).toBe('not_allowed');
		expect(await remove('aisha', await keep('aisha'))).toBe('applied');
		expect(await remove('manager', await keep('tom'))).toBe('applied');
	});
});
