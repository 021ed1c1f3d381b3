/** What a log says beyond the quick one: each column is kept as it was sent, and refused where nobody could read it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logFields, setScene, type Scene } from './scene';
import { push } from './sync-client';

let scene: Scene;
let organisation: string;
beforeAll(async () => {
	scene = await setScene();
	const [row] = await scene.sql<{ id: string }[]>`
		insert into organisations (id, council_id, name, kind)
		values (gen_random_uuid(), ${scene.council}, 'Leys Parents', 'community_group') returning id`;
	organisation = row?.id ?? '';
});
afterAll(() => scene.drop());

/** What becomes of an officer's log with these columns: `applied`, or the code and column of its refusal. */
async function log(fields: Record<string, unknown>, id: string = randomUUID()) {
	const [verdict] = await push(scene.as(scene.people.aisha), randomUUID(), [
		{ mid: 1, table: 'engagement_logs', op: 'insert', id, set: logFields(scene, fields) }
	]);
	return [verdict?.code ?? verdict?.verdict, verdict?.column].join(' ').trim();
}

test('a whole log is kept as it was sent', async () => {
	const id = randomUUID();
	const fields = {
		partner_ids: [organisation],
		councillor_present: true,
		audiences: ['carers', 'leaseholders'],
		sentiment: 'mixed',
		needed: 'A later bus',
		strengths: ['skill', 'space'],
		strong: 'Two retired cooks would run a class',
		connected_organisation_ids: [organisation],
		channel: 'face_to_face',
		languages: ['tetum', 'bsl'],
		resources: [{ resource: 'welcome_pack', language: 'arabic', count: 3 }],
		programmes: ['Youth Ambition']
	};
	expect(await log(fields, id)).toBe('applied');
	const [row] = await scene.sql`select * from engagement_logs where id = ${id}`;
	expect(row).toMatchObject(fields);
});

test('a log of a phone that knows nothing of them is taken', async () => {
	const id = randomUUID();
	expect(await log({}, id)).toBe('applied');
	const [row] = await scene.sql`
		select partner_ids, councillor_present, channel, resources from engagement_logs where id = ${id}`;
	expect(row).toEqual({ partner_ids: [], councillor_present: false, channel: null, resources: [] });
});

describe('refused', () => {
	const given = (line: unknown) => ({ resources: [line] });
	test.each([
		['resources that are no list', { resources: {} }, 'not_valid resources'],
		['no thing', given({ count: 1 }), 'not_valid resources'],
		['an unknown thing', given({ resource: 'gold', count: 1 }), 'not_valid resources'],
		['a list of things', given({ resource: ['warm_pack'], count: 1 }), 'not_valid resources'],
		['none of it', given({ resource: 'warm_pack', count: 0 }), 'not_valid resources'],
		['half of it', given({ resource: 'warm_pack', count: 0.5 }), 'not_valid resources'],
		[
			'an unknown language',
			given({ resource: 'warm_pack', language: 'klingon', count: 1 }),
			'not_valid resources'
		],
		[
			'no language, said as null',
			given({ resource: 'warm_pack', language: null, count: 1 }),
			'not_valid resources'
		],
		['a name', given({ resource: 'warm_pack', count: 1, to: 'Ann' }), 'not_valid resources'],
		['an unknown partner', { partner_ids: [randomUUID()] }, 'unknown_reference partner_ids'],
		[
			'an unknown organisation put in touch',
			{ connected_organisation_ids: [randomUUID()] },
			'unknown_reference connected_organisation_ids'
		],
		['a programme without a name', { programmes: [''] }, 'not_valid programmes'],
		['a novel of what is needed', { needed: 'x'.repeat(10_001) }, 'too_long needed']
	])('%s', async (_, fields, refusal) => {
		expect(await log(fields)).toBe(refusal);
	});
});
