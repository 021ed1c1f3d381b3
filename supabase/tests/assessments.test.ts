/**
 * Assessments: officers, managers and administrators make them, champions read them; managers and administrators sign
 * off what shows due regard, and from then on it stands. What was heard is linked as evidence, never a restricted log.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeRights, NOT_ALLOWED, outcome, type Rights } from './rights';
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

const assessment = (fields: Record<string, unknown> = {}) => ({
	type: 'equality_impact',
	title: 'Moving the contact centre',
	service: 'Customer Services',
	trigger: 'service_change',
	...fields
});

const STATUTORY = [
	...['age', 'disability', 'gender_reassignment', 'marriage_civil_partnership'],
	...['pregnancy_maternity', 'race', 'religion_belief', 'sex', 'sexual_orientation']
].map((name) => `impact_${name}`);
const considered = Object.fromEntries(STATUTORY.map((column) => [column, 'neutral']));
const signedOff = {
	status: 'signed_off',
	signed_off_by: 'Priya Nair, Head of Policy',
	signed_off_on: '2026-01-15'
};

describeRights('assessments', {
	record: ({ council }) => assessment({ council_id: council }),
	change: { impact_age: 'negative', findings: 'The lift is too small.' },
	rights
});

describe('evidence', () => {
	let scene: Scene;
	let about: string;
	let logs: Record<'southern' | 'cityWide' | 'restricted' | 'northern', string>;
	beforeAll(async () => {
		scene = await setScene();
		const { aisha, tom } = scene.people;
		about = await add(scene);
		logs = {
			southern: await addLog(scene, aisha),
			cityWide: await addLog(scene, aisha, { coverage: 'city_wide', ward_code: null }),
			restricted: await addLog(scene, aisha, { restricted: true }),
			northern: await addLog(scene, tom, { ward_code: WARDS.marston })
		};
	});
	afterAll(() => scene.drop());

	const as = (person: PersonName | 'anon') =>
		scene.as(person === 'anon' ? null : scene.people[person]);

	/** The id of the link, or the code and the column of its refusal. */
	async function link(person: PersonName, log_id: string | null, assessment_id = about) {
		const id = randomUUID();
		const [verdict] = await push(as(person), randomUUID(), [
			{
				mid: 1,
				table: 'assessment_evidence',
				op: 'insert',
				id,
				set: {
					council_id: scene.council,
					assessment_id,
					...(log_id && { log_id }),
					note: 'Says it'
				}
			}
		]);
		return verdict?.verdict === 'applied' ? id : [verdict?.code, verdict?.column].join(' ').trim();
	}

	const unlink = (person: PersonName, id: string) =>
		push(as(person), randomUUID(), [
			{ mid: 1, table: 'assessment_evidence', op: 'delete', id }
		]).then(([verdict]) => verdict?.code ?? verdict?.verdict);

	const clear = () => scene.sql`delete from assessment_evidence`;
	const linked = expect.stringMatching(/^[0-9a-f-]{36}$/) as string;
	const unknown = 'unknown_reference log_id';
	const restricted = 'log_restricted log_id';

	test.each([
		['aisha', { southern: linked, cityWide: linked, restricted, northern: unknown }],
		['tom', { southern: unknown, cityWide: linked, restricted: unknown, northern: linked }],
		['manager', { southern: linked, cityWide: linked, restricted: unknown, northern: linked }],
		['admin', { southern: linked, cityWide: linked, restricted: unknown, northern: linked }],
		['cleared', { southern: linked, cityWide: linked, restricted, northern: linked }]
	] as const)(
		'%s links what they read, and nothing that is restricted',
		async (person, expected) => {
			for (const [name, log] of Object.entries(logs))
				expect(await link(person, log), name).toEqual(expected[name as keyof typeof logs]);
			await clear();
		}
	);

	test('a log that is there and one that is not are refused alike', async () => {
		expect(await link('tom', logs.restricted)).toEqual(await link('tom', randomUUID()));
		expect(await link('tom', null)).toEqual('required log_id');
	});

	test.each(['champion', 'viewer', 'stranger', 'neighbour'] as const)(
		'%s links nothing, and learns nothing from the refusal',
		async (person) => {
			for (const log of [...Object.values(logs), randomUUID()])
				expect(await link(person, log)).toBe('not_allowed');
		}
	);

	test('is read by whoever works here, also where they may not read the log', async () => {
		const id = await link('aisha', logs.southern);
		for (const person of ['tom', 'champion', 'manager'] as const)
			expect(
				await outcome(as(person), (tx) => tx`select id from assessment_evidence where id = ${id}`)
			).toBe(1);
		for (const person of ['viewer', 'stranger', 'neighbour'] as const)
			expect(await outcome(as(person), (tx) => tx`select id from assessment_evidence`)).toBe(0);
		expect(await outcome(as('anon'), (tx) => tx`select id from assessment_evidence`)).toBe(
			NOT_ALLOWED
		);
		expect(await unlink('champion', id)).toBe('not_allowed');
		expect(await unlink('viewer', id)).toBe('not_found');
		expect(await unlink('tom', id)).toBe('applied');
		await clear();
	});

	test('names a log once, and may name it again after the link was taken away', async () => {
		const id = await link('aisha', logs.southern);
		expect(await link('manager', logs.southern)).toBe('already_exists log_id');
		expect(await unlink('manager', id)).toBe('applied');
		expect(await link('manager', logs.southern)).toEqual(linked);
		await clear();
	});

	test('cannot be moved to another log or assessment', async () => {
		const id = await link('manager', logs.southern);
		for (const values of [{ log_id: logs.northern }, { assessment_id: await add(scene) }])
			expect(
				await outcome(
					as('manager'),
					(tx) => tx`update assessment_evidence set ${tx(values)} where id = ${id}`
				)
			).toBe(NOT_ALLOWED);
		await clear();
	});

	test('goes when its log is deleted or becomes restricted, and does not come back', async () => {
		const log = await addLog(scene, scene.people.aisha);
		const other = await addLog(scene, scene.people.aisha);
		const ids = [await link('aisha', log), await link('aisha', other)];
		const signed = await add(scene, considered);
		ids.push(await link('aisha', log, signed));
		await scene.sql`update assessments set ${scene.sql(signedOff)}, findings = 'x' where id = ${signed}`;
		await as('aisha')((tx) => tx`update engagement_logs set restricted = true where id = ${log}`);
		await as('aisha')(
			(tx) => tx`update engagement_logs set deleted_at = now() where id = ${other}`
		);
		const left = await scene.sql`
			select id from assessment_evidence where id in ${scene.sql(ids)} and deleted_at is null`;
		expect(left).toEqual([]);
		expect(
			await outcome(
				as('tom'),
				(tx) => tx`update assessment_evidence set deleted_at = null where id = ${ids[0] ?? null}`
			)
		).toBe('CG001');
		await clear();
	});

	test('goes when its assessment is deleted', async () => {
		const gone = await add(scene);
		const id = await link('aisha', logs.southern, gone);
		await scene.sql`update assessments set deleted_at = now() where id = ${gone}`;
		const [row] = await scene.sql`select deleted_at from assessment_evidence where id = ${id}`;
		expect(row?.deleted_at).not.toBeNull();
	});

	test('stays as it was once the assessment is signed off', async () => {
		const signed = await add(scene, considered);
		const id = await link('aisha', logs.southern, signed);
		await scene.sql`update assessments set ${scene.sql(signedOff)} where id = ${signed}`;
		expect(await link('manager', logs.cityWide, signed)).toBe('assessment_signed_off');
		expect(await unlink('manager', id)).toBe('assessment_signed_off');
		await clear();
	});

	/** Adds an assessment as an import would, in full assessment. */
	async function add(scene: Scene, fields: Record<string, unknown> = {}): Promise<string> {
		const id = randomUUID();
		const row = assessment({ id, council_id: scene.council, status: 'full', ...fields });
		await scene.sql`insert into assessments ${scene.sql(row)}`;
		return id;
	}
});

describe('the way of an assessment', () => {
	let scene: Scene;
	beforeAll(async () => {
		scene = await setScene();
	});
	afterAll(() => scene.drop());

	const as = (person: PersonName) => scene.as(scene.people[person]);
	const deciders = ['manager', 'cleared', 'admin'] as const;

	async function add(fields: Record<string, unknown> = {}, author: PersonName = 'tom') {
		const id = randomUUID();
		const created_by = scene.people[author];
		await scene.sql`insert into assessments ${scene.sql(
			assessment({ id, council_id: scene.council, created_by, ...considered, ...fields })
		)}`;
		return id;
	}

	/** What becomes of a change: 'applied', or the code and the column of its refusal. */
	async function change(person: PersonName, id: string, set: Record<string, unknown>) {
		const [verdict] = await push(as(person), randomUUID(), [
			{ mid: 1, table: 'assessments', op: 'update', id, set, base: await versions(id) }
		]);
		return verdict?.verdict === 'applied' ? 'applied' : [verdict?.code, verdict?.column];
	}

	async function versions(id: string): Promise<Record<string, number>> {
		const [row] = await scene.sql`select field_versions from assessments where id = ${id}`;
		return row?.field_versions as Record<string, number>;
	}

	async function state(id: string) {
		const [row] = await scene.sql`
			select status, signed_off_by, signed_off_on, screened_out_reason from assessments where id = ${id}`;
		return row;
	}

	const full = { status: 'full' };
	const neutral = { screened_out_reason: 'Nobody would notice a difference.' };

	test('goes from screening to full to signed off', async () => {
		const id = await add();
		expect(await change('aisha', id, full)).toBe('applied');
		expect(await change('aisha', id, { status: 'screening' })).toEqual([
			'status_not_next',
			'status'
		]);
		expect(await change('manager', id, signedOff)).toBe('applied');
		expect(await change('admin', id, { status: 'screening' })).toEqual([
			'status_not_next',
			'status'
		]);
	});

	test('ends at the screening where that finds a reason', async () => {
		const id = await add();
		expect(await change('manager', id, signedOff)).toEqual(['required', 'screened_out_reason']);
		expect(await change('aisha', id, neutral)).toBe('applied');
		expect(await change('manager', id, signedOff)).toBe('applied');
		expect(await state(id)).toMatchObject({ status: 'signed_off', ...neutral });
	});

	test.each(['negative', 'unknown'])('needs a full assessment for a %s impact', async (impact) => {
		const id = await add({ impact_low_income: impact, ...neutral });
		expect(await change('manager', id, signedOff)).toEqual(['full_assessment_needed', 'status']);
		expect(await change('aisha', id, full)).toBe('applied');
		expect(await state(id)).toMatchObject({ screened_out_reason: '' });
	});

	test.each(deciders)('%s signs off, and reopens: the sign-off is taken back', async (person) => {
		const id = await add(full);
		expect(await change(person, id, signedOff)).toBe('applied');
		expect(await change(person, id, { ...full, findings: 'There is more.' })).toBe('applied');
		expect(await state(id)).toMatchObject({
			status: 'full',
			signed_off_by: '',
			signed_off_on: null
		});
	});

	test.each(['aisha', 'tom'] as const)('%s neither signs off nor reopens', async (person) => {
		const id = await add(full);
		expect(await change(person, id, signedOff)).toEqual(['not_allowed', 'status']);
		expect(await change(person, id, { signed_off_by: 'Me' })).toEqual([
			'not_allowed',
			'signed_off_by'
		]);
		expect(await change(person, id, { signed_off_on: '2026-01-15' })).toEqual([
			'not_allowed',
			'signed_off_on'
		]);
		expect(await change('manager', id, signedOff)).toBe('applied');
		expect(await change(person, id, full)).toEqual(['not_allowed', 'status']);
		const [verdict] = await push(as(person), randomUUID(), [
			{
				mid: 1,
				table: 'assessments',
				op: 'insert',
				id: randomUUID(),
				set: { council_id: scene.council, ...assessment(considered), ...signedOff }
			}
		]);
		expect(verdict).toMatchObject({ verdict: 'rejected', code: 'not_allowed', column: 'status' });
	});

	test('a sign-off says by whom and when', async () => {
		const id = await add(full);
		expect(await change('manager', id, { status: 'signed_off' })).toEqual([
			'required',
			'signed_off_by'
		]);
		expect(
			await change('manager', id, { status: 'signed_off', signed_off_by: signedOff.signed_off_by })
		).toEqual(['required', 'signed_off_on']);
		expect(await change('manager', id, { ...signedOff, signed_off_on: '2999-01-01' })).toEqual([
			'date_in_future',
			'signed_off_on'
		]);
	});

	test.each(STATUTORY)('wants %s considered', async (column) => {
		const id = await add({ ...full, [column]: null });
		expect(await change('manager', id, signedOff)).toEqual(['impact_not_considered', column]);
	});

	test('wants need, access and outcome of a health equity audit instead', async () => {
		const id = await add({ ...full, type: 'health_equity_audit', impact_age: null });
		const said: Record<string, unknown> = {};
		for (const column of ['need_note', 'access_note', 'outcome_comparison']) {
			expect(await change('manager', id, { ...said, ...signedOff })).toEqual(['required', column]);
			said[column] = 'Men over 50 come half as often.';
		}
		expect(await change('manager', id, { ...said, ...signedOff })).toBe('applied');
	});

	describe.each(['negative', 'unknown'])('a %s impact', (impact) => {
		test('is answered in the findings', async () => {
			const id = await add({ ...full, impact_age: impact });
			expect(await change('manager', id, signedOff)).toEqual(['impact_not_answered', 'findings']);
			expect(await change('manager', id, { ...signedOff, findings: 'It is needed.' })).toBe(
				'applied'
			);
		});

		test('is answered by an action of the plan that names it, while somebody does it', async () => {
			const id = await add({ ...full, impact_carers: impact });
			const action = randomUUID();
			await scene.sql`insert into actions ${scene.sql({
				id: action,
				council_id: scene.council,
				plan_id: scene.plan,
				objective_id: scene.priority,
				reference: 'A7',
				title: 'Keep a desk on the ground floor',
				service: 'Customer Services',
				position: 7,
				assessment_id: id,
				status: 'stopped'
			})}`;
			expect(await change('manager', id, signedOff)).toEqual(['impact_not_answered', 'findings']);
			await scene.sql`update actions set status = 'in_progress' where id = ${action}`;
			expect(await change('manager', id, signedOff)).toBe('applied');
		});
	});

	test.each(deciders)(
		'once signed off, %s changes the review and its outcome alone',
		async (person) => {
			const id = await add({ ...full, ...signedOff });
			const review = { review_on: '2027-01-15', outcome_note: 'As many came as before.' };
			expect(await change(person, id, review)).toBe('applied');
			for (const [column, value] of Object.entries({
				type: 'health_equity_audit',
				title: 'Another',
				impact_age: 'negative',
				impact_carers: 'positive',
				findings: 'After the fact',
				signed_off_by: 'Somebody else',
				signed_off_on: '2026-01-14',
				due_on: '2026-02-01'
			}))
				expect(await change(person, id, { [column]: value })).toEqual([
					'assessment_signed_off',
					column
				]);
			const [gone] = await push(as(person), randomUUID(), [
				{ mid: 1, table: 'assessments', op: 'delete', id }
			]);
			expect(gone).toMatchObject({ verdict: 'rejected', code: 'assessment_signed_off' });
		}
	);

	test('officers too say what came of it after the sign-off', async () => {
		const id = await add({ ...full, ...signedOff });
		expect(await change('aisha', id, { outcome_note: 'Fewer complaints.' })).toBe('applied');
	});

	test('an officer deletes their own alone; a manager any that is not signed off', async () => {
		const remove = (person: PersonName, id: string) =>
			push(as(person), randomUUID(), [{ mid: 1, table: 'assessments', op: 'delete', id }]).then(
				([verdict]) => verdict?.code ?? verdict?.verdict
			);
		expect(await remove('aisha', await add())).toBe('not_allowed');
		expect(await remove('tom', await add())).toBe('applied');
		expect(await remove('manager', await add())).toBe('applied');
	});

	test('two people who consider different groups go together; the status is theirs to settle', async () => {
		const id = await add();
		const at = (person: PersonName, set: Record<string, unknown>) =>
			push(as(person), randomUUID(), [
				{ mid: 1, table: 'assessments', op: 'update', id, set, base: {} }
			]);
		await at('aisha', { impact_age: 'negative', ...full });
		const [verdict] = await at('manager', {
			impact_race: 'positive',
			status: 'signed_off',
			screened_out_reason: 'Too small to matter.',
			signed_off_by: signedOff.signed_off_by,
			signed_off_on: signedOff.signed_off_on
		});
		expect(verdict).toMatchObject({
			verdict: 'conflict',
			conflicts: { status: { theirs: 'full', by: scene.people.aisha } },
			row: { status: 'full', impact_age: 'negative', impact_race: 'positive' }
		});
	});

	test('names nothing of another council', async () => {
		const id = await add();
		const [objective] = await scene.sql`
			select id from objectives where council_id = ${scene.other.council} limit 1`;
		expect(await change('manager', id, { objective_id: objective?.id as string })).toEqual([
			'unknown_reference',
			'objective_id'
		]);
		expect(await change('manager', id, { action_id: randomUUID() })).toEqual([
			'unknown_reference',
			'action_id'
		]);
	});
});
