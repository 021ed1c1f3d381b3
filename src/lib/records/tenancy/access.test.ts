import { describe, expect, it } from 'vitest';
import { sampleRow } from '../sample-rows';
import { accessOf, worksFor, worksIn } from './access';

const locality_id = crypto.randomUUID();
const officer = sampleRow('memberships', { role: 'officer', locality_id });

describe('what a person may do', () => {
	it('is nothing without a membership', () => {
		const access = accessOf([]);
		expect(access).toMatchObject({ councilId: null, mayLog: false, isAdmin: false });
	});

	it.each([
		['officer', true, false, true],
		['champion', false, false, true],
		['manager', true, true, true],
		['admin', true, true, true],
		['viewer', false, false, false]
	] as const)('follows from being %s', (role, mayLog, seesCouncil, holdsRecords) => {
		const access = accessOf([sampleRow('memberships', { role })]);
		expect(access).toMatchObject({ mayLog, seesCouncil, holdsRecords });
	});

	it('adds up over several roles', () => {
		const access = accessOf([officer, sampleRow('memberships', { role: 'admin' })]);
		expect([...access.roles]).toEqual(['officer', 'admin']);
		expect(access.isAdmin).toBe(true);
	});
});

describe('where a person works', () => {
	it('is the own locality for an officer', () => {
		expect(worksIn(accessOf([officer]), { locality_id })).toBe(true);
		expect(worksIn(accessOf([officer]), { locality_id: crypto.randomUUID() })).toBe(false);
		expect(worksIn(accessOf([officer]), { locality_id: null })).toBe(false);
	});

	it('is every ward for a manager', () => {
		const manager = accessOf([sampleRow('memberships', { role: 'manager' })]);
		expect(worksIn(manager, { locality_id })).toBe(true);
	});
});

describe('whose business a network is', () => {
	const network = sampleRow('networks');
	const forum = sampleRow('networks', { kind: 'forum' });
	const champion = { role: 'champion' } as const;

	it.each([
		[{ role: 'officer' }, false, true],
		[champion, false, true],
		[{ ...champion, network_id: network.id }, true, true],
		[{ role: 'manager' }, true, true],
		[{ role: 'viewer' }, false, false]
	] as const)('%j: a staff network %s, a forum %s', (membership, staff, open) => {
		const access = accessOf([sampleRow('memberships', membership)]);
		expect(worksFor(access, network)).toBe(staff);
		expect(worksFor(access, forum)).toBe(open);
	});
});
