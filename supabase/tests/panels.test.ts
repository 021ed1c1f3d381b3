/** Panel snapshots: managers and administrators keep them, everybody who works for the council reads them. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeRights } from './rights';
import { setScene, type Scene } from './scene';
import { push } from './sync-client';

const panelOf = (scene: Scene, fields: Record<string, unknown> = {}) => ({
	council_id: scene.council,
	title: 'Residents’ Panel',
	taken_on: '2026-01-15',
	people_count: 400,
	...fields
});

const keeps = ['read', 'add', 'change', 'change own'] as const;

describeRights('panel_snapshots', {
	record: panelOf,
	change: { title: 'Citizens’ Panel' },
	rights: {
		aisha: ['read'],
		tom: ['read'],
		champion: ['read'],
		manager: keeps,
		cleared: keeps,
		admin: keeps,
		viewer: [],
		stranger: [],
		neighbour: [],
		anon: []
	}
});

describe('what a panel snapshot holds', () => {
	let scene: Scene;
	beforeAll(async () => {
		scene = await setScene();
	});
	afterAll(() => scene.drop());

	test.each([
		[{ taken_on: '2199-01-01' }, 'date_in_future'],
		[{ tallies: [{ of: { sex: 'female' }, count: 401 }] }, 'more_than_people'],
		[{ tallies: [{ of: { sex: 'women' }, count: 4 }] }, 'not_valid']
	])('%j is refused: %s', async (fields, code) => {
		const [verdict] = await push(scene.as(scene.people.manager), randomUUID(), [
			{
				mid: 1,
				table: 'panel_snapshots',
				op: 'insert',
				id: randomUUID(),
				set: panelOf(scene, fields)
			}
		]);
		expect(verdict).toMatchObject({ verdict: 'rejected', code });
	});
});
