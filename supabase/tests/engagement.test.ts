/** Engagement logs: a section per person, and the rules that every log must keep to. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOT_ALLOWED, outcome } from './rights';
import {
	addLog,
	logFields,
	setScene,
	WARD_NEXT_DOOR,
	WARDS,
	type PersonName,
	type Scene
} from './scene';

let scene: Scene;
/** Logs by Aisha: in her ward, city-wide, restricted; by Tom: in his. */
let southern: string, cityWide: string, restricted: string, northern: string;
beforeAll(async () => {
	scene = await setScene();
	const { aisha, tom } = scene.people;
	southern = await addLog(scene, aisha);
	cityWide = await addLog(scene, aisha, { coverage: 'city_wide', ward_code: null });
	restricted = await addLog(scene, aisha, { restricted: true });
	northern = await addLog(scene, tom, { ward_code: WARDS.marston });
});
afterAll(() => scene.drop());

const as = (person: PersonName | 'anon') =>
	scene.as(person === 'anon' ? null : scene.people[person]);

const logs = () => ({ southern, cityWide, restricted, northern });

/** Which of the four logs somebody can read. */
async function readBy(person: PersonName): Promise<string[]> {
	const rows = await as(person)((tx) => tx<{ id: string }[]>`select id from engagement_logs`);
	const ids = new Set(rows.map(({ id }) => id));
	return Object.entries(logs()).flatMap(([name, id]) => (ids.has(id) ? [name] : []));
}

/** Which of the four logs somebody can change. */
async function changedBy(person: PersonName): Promise<string[]> {
	const changed = [];
	for (const [name, id] of Object.entries(logs())) {
		const result = await outcome(
			as(person),
			(tx) => tx`update engagement_logs set people_count = 3 where id = ${id}`
		);
		if (result === 1) changed.push(name);
		else expect(result).toBe(0);
	}
	return changed;
}

/** Which of the four logs somebody can change without reading any: only what they may read. */
async function blindlyChangedBy(person: PersonName): Promise<string[]> {
	const mark = nextMark++;
	await as(person)((tx) => tx`update engagement_logs set people_count = ${mark}`);
	const rows = await scene.sql<{ id: string }[]>`
		select id from engagement_logs where people_count = ${mark}`;
	const ids = new Set(rows.map(({ id }) => id));
	return Object.entries(logs()).flatMap(([name, id]) => (ids.has(id) ? [name] : []));
}
let nextMark = 1000;

function add(
	person: PersonName | 'anon',
	fields: Record<string, unknown> = {}
): Promise<number | string> {
	const row = logFields(scene, { id: randomUUID(), ...fields });
	return outcome(as(person), (tx) => tx`insert into engagement_logs ${tx(row)}`);
}

const inNorth = { ward_code: WARDS.marston };
const everywhere = { coverage: 'city_wide', ward_code: null };

describe('the officer in the ward', () => {
	test('reads the ward, what is city-wide, and what they restricted', async () => {
		expect(await readBy('aisha')).toEqual(['southern', 'cityWide', 'restricted']);
	});
	test('changes their own', async () => {
		expect(await changedBy('aisha')).toEqual(['southern', 'cityWide', 'restricted']);
	});
	test('logs in their wards, city-wide and online, restricted or not', async () => {
		expect(await add('aisha')).toBe(1);
		expect(await add('aisha', { restricted: true })).toBe(1);
		expect(await add('aisha', everywhere)).toBe(1);
		expect(await add('aisha', { coverage: 'online', ward_code: null })).toBe(1);
	});
	test('cannot log in a ward of another locality, of none, or of another council', async () => {
		expect(await add('aisha', inNorth)).toBe('CG001');
		expect(await add('aisha', { ward_code: WARDS.edge })).toBe('CG001');
		expect(await add('aisha', { ...inNorth, restricted: true })).toBe('CG001');
		const next = {
			council_id: scene.other.council,
			ward_code: WARD_NEXT_DOOR,
			objective_id: scene.other.priority
		};
		expect(await add('aisha', next)).toBe(NOT_ALLOWED);
	});
	test('cannot move a log out of their localities', async () => {
		const move = (ward: string) =>
			outcome(
				as('aisha'),
				(tx) => tx`update engagement_logs set ward_code = ${ward} where id = ${southern}`
			);
		expect(await move(WARDS.brook)).toBe(1);
		expect(await move(WARDS.marston)).toBe('CG001');
		expect(await move(WARDS.edge)).toBe('CG001');
	});
});

describe('the officer elsewhere', () => {
	test('reads their own ward and what is city-wide; never what others restricted', async () => {
		expect(await readBy('tom')).toEqual(['cityWide', 'northern']);
	});
	test('changes their own alone', async () => {
		expect(await changedBy('tom')).toEqual(['northern']);
	});
	test('logs in their wards only', async () => {
		expect(await add('tom', inNorth)).toBe(1);
		expect(await add('tom')).toBe('CG001');
	});
});

describe('the champion', () => {
	test('reads what is city-wide', async () =>
		expect(await readBy('champion')).toEqual(['cityWide']));
	test('changes none', async () => expect(await changedBy('champion')).toEqual([]));
	test('logs none', async () => {
		expect(await add('champion')).toBe(NOT_ALLOWED);
		expect(await add('champion', everywhere)).toBe(NOT_ALLOWED);
	});
});

describe.each(['manager', 'admin'] as const)('the %s', (person) => {
	test('reads every locality; nothing restricted', async () => {
		expect(await readBy(person)).toEqual(['southern', 'cityWide', 'northern']);
	});
	test('changes what they read', async () => {
		expect(await changedBy(person)).toEqual(['southern', 'cityWide', 'northern']);
	});
	test('logs anywhere in the council', async () => {
		expect(await add(person)).toBe(1);
		expect(await add(person, inNorth)).toBe(1);
		expect(await add(person, { ward_code: WARDS.edge })).toBe(1);
		expect(await add(person, { ward_code: WARD_NEXT_DOOR })).toBe('23503');
	});
});

describe('the manager who is cleared', () => {
	test('reads and changes the restricted register as well', async () => {
		const all = ['southern', 'cityWide', 'restricted', 'northern'];
		expect(await readBy('cleared')).toEqual(all);
		expect(await changedBy('cleared')).toEqual(all);
	});
	test('has it in no scope, so that it is never pulled to a device', async () => {
		const pulled = await as('cleared')(
			(tx) => tx<{ pulled: unknown }[]>`select sync_pull('', '{}') as pulled`
		);
		const text = JSON.stringify(pulled);
		expect(text).toContain(southern);
		expect(text).not.toContain(restricted);
	});
	test('does not read another council’s register', async () => {
		const [theirs] = await scene.sql<{ id: string }[]>`insert into engagement_logs ${scene.sql({
			...logFields(scene),
			council_id: scene.other.council,
			ward_code: WARD_NEXT_DOOR,
			objective_id: scene.other.priority,
			restricted: true,
			created_by: scene.people.neighbour
		})} returning id`;
		expect(
			await outcome(
				as('cleared'),
				(tx) => tx`select id from engagement_logs where id = ${theirs?.id ?? ''}`
			)
		).toBe(0);
	});
});

describe.each(['viewer', 'stranger', 'neighbour'] as const)('the %s', (person) => {
	test('reads none, changes none', async () => {
		expect(await readBy(person)).toEqual([]);
		expect(await changedBy(person)).toEqual([]);
	});
	test('logs none, and learns nothing from the refusal', async () => {
		for (const fields of [
			{},
			everywhere,
			{ objective_id: scene.closedPriority },
			{ objective_id: scene.objective },
			{ objective_id: randomUUID() },
			{ ward_code: 'E05999999' },
			{ occurred_on: '2999-01-01' }
		])
			expect(await add(person, fields)).toBe(NOT_ALLOWED);
	});
});

describe('somebody who is not signed in', () => {
	test('can do nothing', async () => {
		expect(await outcome(as('anon'), (tx) => tx`select id from engagement_logs`)).toBe(NOT_ALLOWED);
		expect(await add('anon')).toBe(NOT_ALLOWED);
		expect(
			await outcome(as('anon'), (tx) => tx`update engagement_logs set heard = '' where true`)
		).toBe(NOT_ALLOWED);
	});
});

describe('nobody', () => {
	test.each(['aisha', 'manager', 'admin'] as const)(
		'deletes for good or writes what the server writes: %s',
		async (person) => {
			const speaker = as(person);
			expect(
				await outcome(speaker, (tx) => tx`delete from engagement_logs where id = ${southern}`)
			).toBe(NOT_ALLOWED);
			for (const [column, value] of [
				['scope', `user:${scene.people.aisha}`],
				['created_by', scene.people.tom],
				['row_version', 99],
				['field_versions', '{}'],
				['xid', '1'],
				['updated_by', scene.people.tom],
				['created_at', '2020-01-01'],
				['council_id', scene.other.council]
			] as const) {
				const values = { [column]: value };
				expect(
					await outcome(
						speaker,
						(tx) => tx`update engagement_logs set ${tx(values)} where id = ${southern}`
					)
				).toBe(NOT_ALLOWED);
			}
		}
	);
});

describe('an update that reads nothing', () => {
	test.each([
		['aisha', ['southern', 'cityWide', 'restricted']],
		['tom', ['northern']],
		['champion', []],
		['manager', ['southern', 'cityWide', 'northern']],
		['cleared', ['southern', 'cityWide', 'restricted', 'northern']],
		['admin', ['southern', 'cityWide', 'northern']],
		['viewer', []],
		['stranger', []],
		['neighbour', []]
	] as const)(
		'changes what the person reads and may change, no more: %s',
		async (person, theirs) => {
			expect(await blindlyChangedBy(person)).toEqual(theirs);
		}
	);

	test.each(['tom', 'champion', 'manager', 'admin', 'viewer', 'stranger', 'neighbour'] as const)(
		'does not open the register: %s',
		async (person) => {
			await as(person)((tx) => tx`update engagement_logs set restricted = false`);
			const [log] =
				await scene.sql`select restricted from engagement_logs where id = ${restricted}`;
			expect(log).toEqual({ restricted: true });
		}
	);

	test('does not reach an officer’s own logs in a locality that they have left', async () => {
		const left = await addLog(scene, scene.people.aisha, inNorth);
		await as('aisha')((tx) => tx`update engagement_logs set heard = 'From afar.'`);
		const [log] = await scene.sql`select heard from engagement_logs where id = ${left}`;
		expect(log).toEqual({ heard: 'The bus stops at six.' });
	});
});

describe('rules', () => {
	/** The plain code and the column that a log of an officer's is refused with. */
	async function refusal(fields: Record<string, unknown>): Promise<unknown> {
		const row = logFields(scene, { id: randomUUID(), ...fields });
		return as('aisha')((tx) => tx`insert into engagement_logs ${tx(row)}`).then(
			() => 'taken',
			(error: { message: string; column_name?: string }) => [error.message, error.column_name]
		);
	}

	test('a log serves a priority that is there and open', async () => {
		expect(await refusal({ objective_id: scene.closedPriority })).toEqual([
			'priority_closed',
			'objective_id'
		]);
		expect(await refusal({ objective_id: scene.objective })).toEqual([
			'not_a_priority',
			'objective_id'
		]);
		expect(await refusal({ objective_id: randomUUID() })).toEqual([
			'unknown_priority',
			'objective_id'
		]);
		expect(await refusal({ objective_id: scene.other.priority })).toEqual([
			'unknown_priority',
			'objective_id'
		]);
	});

	test('it is dated tomorrow at the latest, in London', async () => {
		const [day] = await scene.sql<{ tomorrow: string; after: string }[]>`
			select ((now() at time zone 'Europe/London')::date + 1)::text as tomorrow,
				((now() at time zone 'Europe/London')::date + 2)::text as after`;
		expect(await refusal({ occurred_on: day?.tomorrow })).toBe('taken');
		expect(await refusal({ occurred_on: day?.after })).toEqual(['date_in_future', 'occurred_on']);
	});

	test('a ward is named exactly where the coverage is a ward, and is the officer’s', async () => {
		expect(await refusal({ ward_code: null })).toEqual(['required', 'ward_code']);
		expect(await refusal({ ward_code: 'E05999999' })).toEqual(['unknown_reference', 'ward_code']);
		expect(await refusal({ ward_code: WARDS.marston })).toEqual([
			'ward_outside_localities',
			'ward_code'
		]);
		expect(await refusal({ coverage: 'online' })).toEqual([
			expect.stringContaining('ward_code_not_valid'),
			undefined
		]);
	});

	test('an edit answers only for what it changes: a log of a closed priority can be corrected', async () => {
		const id = await addLog(scene, scene.people.aisha);
		const closing = (on: string | null) =>
			scene.sql`update objectives set closed_on = ${on} where id = ${scene.priority}`;
		await closing('2020-01-01');
		expect(
			await outcome(
				as('aisha'),
				(tx) => tx`update engagement_logs set heard = 'Mended.' where id = ${id}`
			)
		).toBe(1);
		expect(await refusal({})).toEqual(['priority_closed', 'objective_id']);
		await closing(null);
	});

	test('a log serves an objective that has no priorities', async () => {
		const id = randomUUID();
		const [objective] = await scene.sql`
			insert into objectives ${scene.sql({
				council_id: scene.council,
				plan_id: scene.plan,
				kind: 'objective',
				reference: '8',
				title: 'All alone',
				position: 8
			})} returning id`;
		const record = logFields(scene, { id, objective_id: String(objective?.id) });
		expect(await outcome(as('aisha'), (tx) => tx`insert into engagement_logs ${tx(record)}`)).toBe(
			1
		);
		await scene.sql`
			insert into objectives ${scene.sql({
				council_id: scene.council,
				plan_id: scene.plan,
				parent_id: String(objective?.id),
				kind: 'priority',
				reference: '8.1',
				title: 'No longer',
				position: 1
			})}`;
		expect(await refusal({ objective_id: String(objective?.id) })).toEqual([
			'not_a_priority',
			'objective_id'
		]);
	});

	test('imports keep to the rules as well', async () => {
		await expect(addLog(scene, null, { objective_id: scene.objective })).rejects.toThrow(
			'not_a_priority'
		);
		await expect(addLog(scene, null, { occurred_on: '2999-01-01' })).rejects.toThrow(
			'date_in_future'
		);
		await expect(addLog(scene, null, { restricted: true })).rejects.toThrow('restricted_not_valid');
	});

	test('lists are plain lists', async () => {
		expect(await refusal({ themes: '{housing,health}' })).toBe('taken');
		expect(await refusal({ themes: '{housing,null}' })).toEqual([
			expect.stringContaining('themes_not_valid'),
			undefined
		]);
		expect(await refusal({ themes: '{{housing},{health}}' })).toEqual([
			expect.stringContaining('themes_not_valid'),
			undefined
		]);
	});
});
