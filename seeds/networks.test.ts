import { describe, expect, it } from 'vitest';
import { currentPlan, networks, organisations, people } from './files';
import { networkActivityRows, networkPointRows } from './network-rows';

const userIds = new Map(people.people.map(({ email }) => [email, crypto.randomUUID()]));
const TODAY = '2026-11-23';
const activities = networks.flatMap(({ activities }) => activities);

describe('the demonstration’s networks', () => {
	it('name priorities, actions, organisations and networks that are there', () => {
		const priorities = currentPlan.objectives.flatMap(({ priorities }) =>
			priorities.map(({ reference }) => reference)
		);
		const actions = currentPlan.actions.map(({ reference }) => reference);
		const groups = organisations.map(({ name }) => name);
		const names = networks.map(({ name }) => name);
		for (const { priority, reports_to } of networks) {
			expect(priorities).toContain(priority);
			if (reports_to) expect(names).toContain(reports_to);
		}
		for (const { action, priority, partners, points } of activities) {
			if (priority) expect(priorities).toContain(priority);
			for (const one of [action, ...points.map((point) => point.action)])
				if (one) expect(actions).toContain(one);
			for (const partner of partners) expect(groups).toContain(partner);
		}
		for (const { memberships } of people.people)
			for (const { network } of memberships) if (network) expect(names).toContain(network);
	});

	it('did what lies behind, and plan what is to come', () => {
		for (const { held_on, status, title } of networkActivityRows(userIds, TODAY))
			expect(status, title).toBe(held_on > TODAY ? 'planned' : 'held');
	});

	it('raise issues that nothing came of yet, for the next pack', () => {
		const open = networkPointRows(userIds, TODAY).filter(
			({ kind, status, to_steering }) => kind === 'issue' && status === 'open' && to_steering
		);
		expect(open.length).toBeGreaterThan(3);
	});
});
