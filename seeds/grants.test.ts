import { describe, expect, it } from 'vitest';
import { Constants } from '../src/lib/records/database.types';
import { grantScore, type Score } from '../src/lib/records/grant/grant-score';
import { totalOf, type Payment } from '../src/lib/records/grant/payments';
import { areas, currentPlan, grants, organisations, people } from './files';
import { grantRows } from './grant-rows';

const userIds = new Map(people.people.map(({ email }) => [email, crypto.randomUUID()]));
const rows = grantRows(userIds);
const criteriaOf = (round: string) =>
	grants.programmes.find(
		({ name }) => name === grants.rounds.find((one) => one.name === round)?.programme
	)?.criteria ?? [];

describe('the demonstration’s grants', () => {
	it('are in every state', () => {
		expect(new Set(grants.grants.map(({ status }) => status))).toEqual(
			new Set(Constants.public.Enums.grant_status)
		);
	});

	it('name organisations, wards, priorities and actions that are there', () => {
		const priorities = currentPlan.objectives.flatMap(({ priorities }) => priorities);
		for (const { organisation, wards, priority, action, title } of grants.grants) {
			expect(organisations.map(({ name }) => name)).toContain(organisation);
			for (const ward of wards) expect(areas.areas.map(({ code }) => code)).toContain(ward);
			expect(priorities.map(({ reference }) => reference)).toContain(priority);
			if (action)
				expect(
					currentPlan.actions.map(({ reference }) => reference),
					title
				).toContain(action);
		}
	});

	it('have what the story says of Barton Story Circle', () => {
		const seed = grants.grants.find(({ organisation }) => organisation === 'Barton Story Circle');
		const row = rows.find(({ title }) => title === seed?.title);
		expect(seed).toMatchObject({ round: 'Small Grants 2026 R2', wards: ['E05013096'] });
		expect(row).toMatchObject({
			awarded_pence: 240_000,
			awarded_on: '2026-09-14',
			groups: ['older_people', 'asian']
		});
		expect(grantScore(criteriaOf(seed?.round ?? ''), row?.scores as Score[])).toBe(8);
	});

	it('pay what was awarded, and spend no more than a round has', () => {
		for (const { schedule, awarded_pence, awarded_on, title } of rows)
			if (awarded_on) expect(totalOf(schedule as Payment[]), title).toBe(awarded_pence);
		for (const { name, budget_pence } of grants.rounds) {
			const awards = grants.grants.filter(({ round }) => round === name);
			const spent = awards.reduce((sum, { award }) => sum + (award ?? 0) * 100, 0);
			expect(spent, name).toBeLessThanOrEqual(budget_pence);
		}
	});
});
