/**
 * Grants: who takes them in, who decides, and what each status asks for. Tom is the officer who handles grants here; Aisha
 * is one who does not.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GRANT_MOVES, mayMove, type GrantStatus } from '../../src/lib/records/grant/grant-moves';
import { grantScore, type Criterion, type Score } from '../../src/lib/records/grant/grant-score';
import { NOT_ALLOWED, outcome } from './rights';
import { setScene, WARDS, type PersonName, type Scene } from './scene';
import { push } from './sync-client';

const CRITERIA: Criterion[] = [
	{ code: 'need', label: 'Need', weight: 3, max: 5 },
	{ code: 'reach', label: 'Reach', weight: 1, max: 10 }
];
const SCORES: Score[] = [
	{ criterion: 'need', score: 4, reason: 'Half the ward is on a low income.' },
	{ criterion: 'reach', score: 8, reason: 'Two groups that nobody else reaches.' }
];

let scene: Scene;
let programme: string;
let round: string;
let organisation: string;
beforeAll(async () => {
	scene = await setScene();
	await scene.sql`update memberships set handles_grants = true where user_id = ${scene.people.tom}`;
	programme = await addRow('grant_programmes', {
		name: 'Small Grants',
		objective_id: scene.priority,
		criteria: CRITERIA
	});
	round = await addRow('grant_rounds', roundFields());
	organisation = await addRow('organisations', { name: 'Choir', kind: 'community_group' });
});
afterAll(() => scene.drop());

const as = (person: PersonName | 'anon') =>
	scene.as(person === 'anon' ? null : scene.people[person]);

async function addRow(table: string, columns: Record<string, unknown>): Promise<string> {
	const id = randomUUID();
	const row = { id, council_id: scene.council, ...columns };
	await scene.sql`insert into ${scene.sql(table)} ${scene.sql(asJson(row))}`;
	return id;
}

/** Lists of objects as the driver writes them into jsonb. */
function asJson(row: Record<string, unknown>): Record<string, never> {
	return Object.fromEntries(
		Object.entries(row).map(([name, value]) => [
			name,
			Array.isArray(value) && (name === 'criteria' || name === 'scores' || name === 'schedule')
				? scene.sql.json(value as never)
				: value
		])
	) as Record<string, never>;
}

const roundFields = () => ({
	programme_id: programme,
	name: 'Small Grants 2026 R2',
	opens_on: '2026-01-01',
	closes_on: '2026-02-01',
	budget_pence: 1_000_000,
	cap_pence: 300_000
});

const grantFields = (fields: Record<string, unknown> = {}) => ({
	council_id: scene.council,
	round_id: round,
	organisation_id: organisation,
	title: 'Story afternoons',
	about: 'Weekly afternoons of stories.',
	objective_id: scene.priority,
	received_on: '2026-01-15',
	requested_pence: 300_000,
	...fields
});

const AWARD = {
	awarded_pence: 240_000,
	awarded_on: '2026-02-14',
	starts_on: '2026-03-01',
	ends_on: '2027-02-28',
	schedule: [
		{ due_on: '2026-03-01', pence: 120_000, paid_on: null },
		{ due_on: '2026-09-01', pence: 120_000, paid_on: null }
	]
};

/** What a grant of each status has. */
const STANDING: Record<GrantStatus, Record<string, unknown>> = {
	received: {},
	scored: { scores: SCORES },
	approved: { scores: SCORES, awarded_pence: 240_000 },
	declined: { scores: SCORES, decline_reason: 'The round is spent.' },
	withdrawn: {},
	awarded: { scores: SCORES, ...AWARD },
	monitored: { scores: SCORES, ...AWARD },
	closed: { scores: SCORES, ...AWARD }
};

const addGrant = (status: GrantStatus = 'received', fields: Record<string, unknown> = {}) =>
	addRow('grants', grantFields({ status, ...STANDING[status], ...fields }));

/** What becomes of a change that somebody sends; of one that is taken, the record. */
async function change(person: PersonName, id: string, set: Record<string, unknown>) {
	const [verdict] = await push(as(person), randomUUID(), [
		{ mid: 1, table: 'grants', op: 'update', id, set, base: await versionsOf(id) }
	]);
	return verdict;
}

async function versionsOf(id: string): Promise<Record<string, number>> {
	const [row] = await scene.sql<{ field_versions: Record<string, number> }[]>`
		select field_versions from grants where id = ${id}`;
	return row?.field_versions ?? {};
}

async function columnsOf(id: string): Promise<Record<string, unknown>> {
	const [row] = await scene.sql<{ row: Record<string, unknown> }[]>`
		select to_jsonb(grants) as row from grants where id = ${id}`;
	return row?.row ?? {};
}

describe('who may do what', () => {
	const office = ['read', 'take in', 'change', 'add round', 'change round'];
	test.each<[PersonName | 'anon', string[]]>([
		['aisha', ['read']],
		['tom', office],
		['champion', ['read']],
		['manager', office],
		['cleared', office],
		['admin', [...office, 'add programme', 'change programme']],
		['viewer', []],
		['stranger', []],
		['neighbour', []],
		['anon', []]
	])('%s may %j', async (person, granted) => {
		const id = await addGrant();
		const speaker = as(person);
		const council_id = scene.council;
		const results: Record<string, number | string> = {
			read: await outcome(
				speaker,
				(tx) => tx`
				select grants.id from grants
				join grant_rounds on round_id = grant_rounds.id
				join grant_programmes on programme_id = grant_programmes.id
				where grants.id = ${id}`
			),
			'take in': await outcome(speaker, (tx) => tx`insert into grants ${tx(grantFields())}`),
			change: await outcome(
				speaker,
				(tx) => tx`update grants set title = 'Stories' where id = ${id}`
			),
			'add round': await outcome(
				speaker,
				(tx) => tx`insert into grant_rounds ${tx({ council_id, ...roundFields() })}`
			),
			'change round': await outcome(
				speaker,
				(tx) => tx`update grant_rounds set name = 'R3' where id = ${round}`
			),
			'add programme': await outcome(
				speaker,
				(tx) =>
					tx`insert into grant_programmes ${tx({
						council_id,
						name: 'Big Ideas',
						objective_id: scene.priority
					})}`
			),
			'change programme': await outcome(
				speaker,
				(tx) => tx`update grant_programmes set name = 'Smaller Grants' where id = ${programme}`
			)
		};
		for (const [verb, result] of Object.entries(results))
			if (granted.includes(verb)) expect(result, verb).toBe(1);
			else expect([0, NOT_ALLOWED], verb).toContain(result);
	});

	test('a grant is the council’s, whoever took it in', async () => {
		const id = await addGrant();
		expect(await columnsOf(id)).toMatchObject({ scope: `council:${scene.council}` });
	});

	test('an officer stops handling grants when they are told to', async () => {
		const id = await addGrant();
		await scene.sql`update memberships set handles_grants = false where user_id = ${scene.people.tom}`;
		const result = await outcome(
			as('tom'),
			(tx) => tx`update grants set title = 'Stories' where id = ${id}`
		);
		await scene.sql`update memberships set handles_grants = true where user_id = ${scene.people.tom}`;
		expect(result).toBe(0);
	});
});

describe('moves', () => {
	test('are the same on devices and here', async () => {
		const rows = await scene.sql`
			select from_status as "from", to_status as "to", is_decision as "isDecision" from private.grant_moves`;
		expect([...rows].map(inWords).sort()).toEqual(GRANT_MOVES.map(inWords).sort());
	});
	const inWords = (move: object) => JSON.stringify(Object.entries(move).sort());

	const handler = { handlesGrants: true, seesCouncil: false };
	const manager = { handlesGrants: true, seesCouncil: true };
	const single = GRANT_MOVES.map(({ from, to }) => [from, to] as const);
	test.each(single)('from %s to %s: whoever’s it is, and nobody else', async (from, to) => {
		for (const [person, rights] of [
			['tom', handler],
			['manager', manager]
		] as const) {
			const id = await addGrant(from);
			const before = await columnsOf(id);
			const set = Object.fromEntries(
				Object.entries({ status: to, ...STANDING[to] }).filter(
					([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value)
				)
			);
			const verdict = await change(person, id, set);
			if (mayMove(from, to, rights)) expect(verdict, person).toMatchObject({ verdict: 'applied' });
			else expect(verdict, person).toMatchObject({ verdict: 'rejected', code: 'grant_decision' });
			expect((await columnsOf(id)).status).toBe(mayMove(from, to, rights) ? to : from);
		}
	});

	test('several that were made offline arrive as one, if each was theirs', async () => {
		const id = await addGrant();
		expect(
			await change('manager', id, { status: 'approved', scores: SCORES, awarded_pence: 240_000 })
		).toMatchObject({ verdict: 'applied' });
		const another = await addGrant();
		expect(
			await change('tom', another, { status: 'awarded', scores: SCORES, ...AWARD })
		).toMatchObject({ verdict: 'rejected', code: 'grant_decision', column: 'status' });
	});

	test('what was made offline from the start arrives as one, if each move was theirs', async () => {
		const insert = async (person: PersonName, status: GrantStatus) => {
			const set = { ...grantFields(), status, ...STANDING[status] };
			const [verdict] = await push(as(person), randomUUID(), [
				{ mid: 1, table: 'grants', op: 'insert', id: randomUUID(), set }
			]);
			return verdict?.verdict === 'applied' ? verdict.row?.status : verdict?.code;
		};
		expect(await insert('manager', 'awarded')).toBe('awarded');
		expect(await insert('manager', 'declined')).toBe('declined');
		expect(await insert('tom', 'scored')).toBe('scored');
		expect(await insert('tom', 'withdrawn')).toBe('withdrawn');
		for (const status of ['approved', 'declined', 'awarded', 'closed'] as const)
			expect(await insert('tom', status)).toBe('grant_decision');
	});

	test('an application that was declined goes nowhere without the decision being reopened', async () => {
		const id = await addGrant('declined');
		for (const status of ['received', 'scored', 'withdrawn', 'awarded'])
			expect(await change('tom', id, { status })).toMatchObject({ code: 'grant_decision' });
	});

	test('money and status are never merged: a stale one waits for a person', async () => {
		const id = await addGrant('approved');
		await change('manager', id, { awarded_pence: 200_000 });
		const [verdict] = await push(as('admin'), randomUUID(), [
			{
				mid: 1,
				table: 'grants',
				op: 'update',
				id,
				set: { awarded_pence: 100_000 },
				base: { awarded_pence: 1 }
			}
		]);
		expect(verdict).toMatchObject({ verdict: 'conflict', conflicts: { awarded_pence: {} } });
		expect(await columnsOf(id)).toMatchObject({ awarded_pence: 200_000 });
	});
});

describe('what a status asks for', () => {
	test.each<[string, GrantStatus, PersonName, Record<string, unknown>, string, string]>([
		[
			'a score of every criterion',
			'received',
			'tom',
			{ status: 'scored', scores: [SCORES[0]] },
			'grant_not_scored',
			'scores'
		],
		['an amount', 'scored', 'manager', { status: 'approved' }, 'required', 'awarded_pence'],
		[
			'a reason to decline',
			'scored',
			'manager',
			{ status: 'declined' },
			'decline_reason_needed',
			'decline_reason'
		],
		[
			'a reason to go over the cap',
			'scored',
			'manager',
			{ status: 'approved', awarded_pence: 300_001 },
			'over_cap',
			'over_cap_reason'
		],
		[
			'a first day',
			'approved',
			'tom',
			{ status: 'awarded', ...AWARD, starts_on: null },
			'required',
			'starts_on'
		],
		[
			'a last day that comes later',
			'approved',
			'tom',
			{ status: 'awarded', ...AWARD, ends_on: '2026-02-28' },
			'ends_too_early',
			'ends_on'
		],
		[
			'payments that add up',
			'approved',
			'tom',
			{ status: 'awarded', ...AWARD, schedule: AWARD.schedule.slice(1) },
			'payments_not_award',
			'schedule'
		],
		[
			'an award that has come',
			'approved',
			'tom',
			{ status: 'awarded', ...AWARD, awarded_on: '2199-01-01' },
			'date_in_future',
			'awarded_on'
		]
	])('%s', async (_, from, person, set, code, column) => {
		const id = await addGrant(from);
		const verdict = await change(person, id, set);
		expect(verdict).toMatchObject({ verdict: 'rejected', code, column });
		expect(verdict?.message).toMatch(/\.$/);
		expect((await columnsOf(id)).status).toBe(from);
	});

	test('more than the cap may be given for a reason', async () => {
		const id = await addGrant('scored');
		expect(
			await change('manager', id, {
				status: 'approved',
				awarded_pence: 350_000,
				over_cap_reason: 'Two rounds in one, agreed by the panel.'
			})
		).toMatchObject({ verdict: 'applied' });
	});

	test('the amount is the decision’s: who handles the grant may not change it', async () => {
		const id = await addGrant('approved');
		expect(await change('tom', id, { awarded_pence: 300_000 })).toMatchObject({
			code: 'grant_decision',
			column: 'awarded_pence'
		});
		expect(await change('tom', id, { decided_on: '2026-01-20' })).toMatchObject({
			code: 'grant_decision'
		});
	});

	test('what a decision stood on stays until it is reopened', async () => {
		const id = await addGrant('approved');
		for (const set of [{ requested_pence: 1 }, { scores: [] }, { recommendation: 'Nothing.' }])
			expect(await change('manager', id, set)).toMatchObject({ code: 'grant_decided' });
		expect(await change('manager', id, { status: 'scored' })).toMatchObject({ verdict: 'applied' });
		expect(await columnsOf(id)).toMatchObject({ awarded_pence: null, decided_on: null });
		expect(await change('tom', id, { requested_pence: 250_000 })).toMatchObject({
			verdict: 'applied'
		});
	});

	test('an award that is taken back leaves no payments behind', async () => {
		const id = await addGrant('awarded');
		expect(await change('manager', id, { status: 'approved' })).toMatchObject({
			verdict: 'applied'
		});
		expect(await columnsOf(id)).toMatchObject({
			awarded_pence: 240_000,
			awarded_on: null,
			schedule: []
		});
	});

	test('payments are ticked off by whoever handles the grant', async () => {
		const id = await addGrant('awarded');
		const [first, ...others] = AWARD.schedule;
		const schedule = [{ ...first, paid_on: '2026-03-02' }, ...others];
		expect(await change('tom', id, { schedule })).toMatchObject({ verdict: 'applied' });
	});

	test.each([
		['a score beyond the most', { scores: [{ ...SCORES[0], score: 6 }] }, 'scores'],
		['a score without a reason', { scores: [{ ...SCORES[0], reason: '' }] }, 'scores'],
		[
			'a criterion that the round has not',
			{ scores: [{ ...SCORES[0], criterion: 'charm' }] },
			'scores'
		],
		['a criterion twice', { scores: [SCORES[0], SCORES[0]] }, 'scores'],
		[
			'a payment on no day',
			{ schedule: [{ due_on: '2026-02-30', pence: 1, paid_on: null }] },
			'schedule'
		],
		[
			'a payment of nothing',
			{ schedule: [{ due_on: '2026-02-20', pence: 0, paid_on: null }] },
			'schedule'
		],
		['scores that are no list', { scores: {} }, 'scores'],
		['a ward of another council', { ward_codes: ['E05000009'] }, 'ward_codes'],
		['an organisation that is not there', { organisation_id: randomUUID() }, 'organisation_id']
	])('is refused: %s', async (_, set, column) => {
		const verdict = await change('tom', await addGrant(), set);
		expect(verdict).toMatchObject({ verdict: 'rejected', column });
	});

	test('a closed priority takes no new application', async () => {
		await expect(
			addRow('grants', grantFields({ objective_id: scene.closedPriority }))
		).rejects.toThrow('priority_closed');
	});

	test('the wards and groups that benefit are kept', async () => {
		const id = await addGrant();
		expect(
			await change('tom', id, { ward_codes: [WARDS.leys, WARDS.marston], groups: ['asian'] })
		).toMatchObject({ verdict: 'applied' });
	});
});

describe('deleting', () => {
	test.each<[PersonName, GrantStatus, 'own' | 'other', string]>([
		['tom', 'received', 'own', 'applied'],
		['tom', 'received', 'other', 'not_allowed'],
		['tom', 'scored', 'own', 'not_allowed'],
		['manager', 'scored', 'other', 'applied'],
		['admin', 'awarded', 'other', 'grant_awarded'],
		['manager', 'closed', 'other', 'grant_awarded']
	])('%s deletes one that is %s (%s): %s', async (person, status, whose, result) => {
		const created_by = whose === 'own' ? scene.people[person] : null;
		const id = await addGrant(status, { created_by });
		const [verdict] = await push(as(person), randomUUID(), [
			{ mid: 1, table: 'grants', op: 'delete', id }
		]);
		expect(verdict?.verdict === 'applied' ? 'applied' : verdict?.code).toBe(result);
	});
});

describe('the score', () => {
	test('is the phone’s, whatever was sent', async () => {
		const criterion = fc.record({
			weight: fc.integer({ min: 1, max: 100 }),
			max: fc.integer({ min: 1, max: 100 }),
			share: fc.option(fc.integer({ min: 0, max: 100 }), { freq: 10 })
		});
		await fc.assert(
			fc.asyncProperty(fc.array(criterion, { maxLength: 12 }), async (drawn) => {
				const criteria = drawn.map(({ weight, max }, place) => ({
					code: `c${place}`,
					label: 'Something',
					weight,
					max
				}));
				const scores = drawn.flatMap(({ max, share }, place) =>
					share === null
						? []
						: [{ criterion: `c${place}`, score: Math.round((max * share) / 100), reason: 'So.' }]
				);
				const { sql } = scene;
				const [row] = await sql<{ score: number | null }[]>`
					select private.grant_score(${sql.json(criteria)}, ${sql.json(scores)}) as score`;
				expect(row?.score).toBe(grantScore(criteria, scores));
			}),
			{ numRuns: 300 }
		);
		const id = await addGrant('scored', { score: 1 });
		// (3 x 4/5 + 1 x 8/10) of 4
		expect(await columnsOf(id)).toMatchObject({ score: 8 });
		expect(await change('tom', id, { score: 10 })).toMatchObject({ row: { score: 8 } });
	});
});

describe('criteria', () => {
	test('stay in a round in which an application is scored, and reach those in which none is', async () => {
		const criteria = [{ code: 'charm', label: 'Charm', weight: 1, max: 3 }];
		const own = await addRow('grant_programmes', {
			name: 'Big Ideas',
			objective_id: scene.priority,
			criteria: CRITERIA
		});
		const [scored, open] = [
			await addRow('grant_rounds', { ...roundFields(), programme_id: own, criteria }),
			await addRow('grant_rounds', { ...roundFields(), programme_id: own })
		];
		await addGrant('scored', { round_id: scored });
		await as('admin')(
			(tx) => tx`update grant_programmes set criteria = ${tx.json(criteria)} where id = ${own}`
		);
		const criteriaOf = async (id: string) =>
			(await scene.sql`select criteria from grant_rounds where id = ${id}`)[0]?.criteria as unknown;
		expect(await criteriaOf(scored)).toEqual(CRITERIA);
		expect(await criteriaOf(open)).toEqual(criteria);
	});

	test.each([
		['no weight', [{ ...CRITERIA[0], weight: 0 }]],
		['half a point', [{ ...CRITERIA[0], max: 2.5 }]],
		['the same code twice', [CRITERIA[0], CRITERIA[0]]],
		['no name', [{ ...CRITERIA[0], label: '' }]],
		['no list', { code: 'need' }]
	])('are refused: %s', async (_, criteria) => {
		const [verdict] = await push(as('admin'), randomUUID(), [
			{ mid: 1, table: 'grant_programmes', op: 'update', id: programme, set: { criteria } }
		]);
		expect(verdict).toMatchObject({ verdict: 'rejected', column: 'criteria' });
	});
});

describe('programmes and rounds', () => {
	test('are not deleted under what hangs off them', async () => {
		await addGrant();
		const remove = async (table: string, id: string) =>
			(await push(as('admin'), randomUUID(), [{ mid: 1, table, op: 'delete', id }]))[0];
		expect(await remove('grant_rounds', round)).toMatchObject({ code: 'round_in_use' });
		expect(await remove('grant_programmes', programme)).toMatchObject({ code: 'programme_in_use' });
	});

	test.each([
		['a round that closes before it opens', { closes_on: '2025-12-31' }, 'closes_too_early'],
		['a decision before the round closes', { decided_by: '2026-01-31' }, 'decided_too_early'],
		['a round of no programme', { programme_id: randomUUID() }, 'unknown_reference']
	])('is refused: %s', async (_, fields, code) => {
		await expect(addRow('grant_rounds', { ...roundFields(), ...fields })).rejects.toThrow(code);
	});
});

describe('references', () => {
	test('count up within a year, and are never the sender’s', async () => {
		const year = (received_on: string) =>
			push(as('tom'), randomUUID(), [
				{
					mid: 1,
					table: 'grants',
					op: 'insert',
					id: randomUUID(),
					set: { ...grantFields({ received_on }), reference: 'G2030-999' }
				}
			]);
		const referenceOf = ([verdict]: Awaited<ReturnType<typeof year>>) =>
			(verdict?.row as { reference: string } | null)?.reference;
		expect(referenceOf(await year('2019-05-01'))).toBe('G2019-001');
		expect(referenceOf(await year('2019-06-01'))).toBe('G2019-002');
		expect(referenceOf(await year('2018-06-01'))).toBe('G2018-001');
	});

	test('that are asked for at once are not the same', async () => {
		const ids = await Promise.all(
			Array.from({ length: 6 }, () => addGrant('received', { received_on: '2017-01-01' }))
		);
		const references = await Promise.all(ids.map(async (id) => (await columnsOf(id)).reference));
		expect(new Set(references).size).toBe(6);
	});

	test('stay as they were given', async () => {
		const id = await addGrant();
		const before = (await columnsOf(id)).reference;
		await scene.sql`update grants set reference = 'X', received_on = '2015-01-01' where id = ${id}`;
		expect((await columnsOf(id)).reference).toBe(before);
	});
});
