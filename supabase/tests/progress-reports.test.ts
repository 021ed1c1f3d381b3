/** Progress reports and their editions: managers and administrators make them, everybody who works for the council reads them. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeRights, NOT_ALLOWED, outcome } from './rights';
import { setScene, type PersonName, type Scene } from './scene';
import { push } from './sync-client';

const reportOf = (scene: Scene, fields: Record<string, unknown> = {}) => ({
	council_id: scene.council,
	plan_id: scene.plan,
	year_from: '2026-04-01',
	...fields
});

const makes = ['read', 'add', 'change', 'change own'] as const;

describeRights('progress_reports', {
	record: reportOf,
	change: { foreword: 'What we heard.' },
	rights: {
		aisha: ['read'],
		tom: ['read'],
		champion: ['read'],
		manager: makes,
		cleared: makes,
		admin: makes,
		viewer: [],
		stranger: [],
		neighbour: [],
		anon: []
	}
});

let scene: Scene;
let report: string;
beforeAll(async () => {
	scene = await setScene();
	report = randomUUID();
	await scene.sql`insert into progress_reports ${scene.sql({ id: report, ...reportOf(scene) })}`;
});
afterAll(() => scene.drop());

const send = async (table: string, set: Record<string, unknown>) => {
	const [verdict] = await push(scene.as(scene.people.manager), randomUUID(), [
		{ mid: 1, table, op: 'insert', id: randomUUID(), set }
	]);
	return verdict;
};

test('a report is on a year from 1 April', async () => {
	expect(
		await send('progress_reports', reportOf(scene, { year_from: '2026-04-02' }))
	).toMatchObject({ verdict: 'rejected', column: 'year_from' });
	expect(await send('progress_reports', reportOf(scene))).toMatchObject({ verdict: 'applied' });
});

describe('an edition', () => {
	const edition = (fields: Record<string, unknown> = {}) => ({
		council_id: scene.council,
		report_id: report,
		made_on: '2027-05-04',
		content: { title: 'Progress report', about: '', sections: [], notes: [] },
		page: '<!doctype html>',
		...fields
	});
	const kept = async () => {
		const id = randomUUID();
		await scene.sql`insert into report_editions ${scene.sql({ id, ...edition() } as object)}`;
		return id;
	};

	test.each<[PersonName, boolean, boolean]>([
		['aisha', true, false],
		['champion', true, false],
		['manager', true, true],
		['admin', true, true],
		['viewer', false, false],
		['stranger', false, false],
		['neighbour', false, false]
	])('is for %s: read %s, keep %s', async (person, reads, keeps) => {
		const id = await kept();
		const speaker = scene.as(scene.people[person]);
		const read = await outcome(
			speaker,
			(tx) => tx`select id from report_editions where id = ${id}`
		);
		expect(read === 1).toBe(reads);
		const added = await outcome(
			speaker,
			(tx) => tx`insert into report_editions ${tx(edition() as object)}`
		);
		expect(added).toBe(keeps ? 1 : NOT_ALLOWED);
		const taken = await outcome(
			speaker,
			(tx) => tx`update report_editions set deleted_at = now() where id = ${id}`
		);
		expect(taken).toBe(keeps ? 1 : 0);
	});

	test.each(['page', 'content', 'made_on'])('never changes its %s', async (column) => {
		const id = await kept();
		const changed = await outcome(
			scene.as(scene.people.admin),
			(tx) =>
				tx`update report_editions set ${tx({ [column]: edition()[column as 'page'] })} where id = ${id}`
		);
		expect(changed).toBe(NOT_ALLOWED);
	});

	test.each([
		[{ page: '' }, 'page'],
		[{ page: 'x'.repeat(500_001) }, 'page'],
		[{ content: [] }, 'content']
	])('%j is refused', async (fields, column) => {
		expect(await send('report_editions', edition(fields))).toMatchObject({
			verdict: 'rejected',
			column
		});
	});
});
