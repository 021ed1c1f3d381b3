import { describe, expect, it } from 'vitest';
import { sampleRow } from '../sample-rows';
import { accessOf, worksIn } from './access';

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
