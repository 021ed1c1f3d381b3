/** Postcode sectors: administrators import them, everybody who works for the council looks wards up in them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeRights, outcome, type Rights } from './rights';
import { setScene, type Scene } from './scene';

const reader = ['read'] as const;
const rights: Rights = {
	aisha: reader,
	tom: reader,
	champion: reader,
	manager: reader,
	cleared: reader,
	admin: ['read', 'add', 'change', 'change own'],
	viewer: [],
	stranger: [],
	neighbour: [],
	anon: []
};

let made = 0;
/** Of each sector there is one. */
const nextSector = () => `OX${1 + (made % 90)} ${Math.floor(made++ / 90)}`;

describeRights('postcode_sectors', {
	record: ({ council }) => ({
		council_id: council,
		sector: nextSector(),
		units: { JD: 'E05013097', JE: '' },
		vintage: 'May 2026'
	}),
	change: { units: { JD: 'E05013100' }, vintage: 'August 2026' },
	rights
});

let scene: Scene;
beforeAll(async () => {
	scene = await setScene();
});
afterAll(() => scene.drop());

const add = (fields: Record<string, unknown>) =>
	outcome(scene.as(scene.people.admin), (tx) => {
		const row = {
			council_id: scene.council,
			sector: 'OX4 6',
			units: {},
			vintage: 'May 2026',
			...fields
		};
		return tx`insert into postcode_sectors ${tx(row)}`;
	});

test.each([
	['a sector without its space', { sector: 'OX46' }],
	['a whole postcode', { sector: 'OX4 6JD' }],
	['units that are a list', { units: ['JD'] }],
	['a unit of three letters', { units: { JDD: '' } }],
	['a ward that is no code', { units: { JD: 'Blackbird Leys' } }],
	['a ward that is no text', { units: { JD: null } }],
	['no vintage', { vintage: '' }]
])('refuses %s', async (_, fields) => {
	expect(await add(fields)).toBe('23514');
});

test('takes a sector that lies outside the council', async () => {
	expect(await add({ units: {} })).toBe(1);
});

test('has each sector once in a council', async () => {
	await scene.sql`insert into postcode_sectors ${scene.sql({
		council_id: scene.council,
		sector: 'OX4 6',
		units: {},
		vintage: 'May 2026'
	})}`;
	expect(await add({})).toBe('23505');
});
