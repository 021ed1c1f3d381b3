import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { accessOf } from '$lib/records/tenancy/access';
import type { Role } from '$lib/records/tenancy/membership';
import { mayChange, mayDecide, mayReport } from './action-rights';

const me = crypto.randomUUID();
const as = (role: Role) => accessOf([sampleRow('memberships', { role })]);

describe.each([
	// role, changes an action, its own proposal, another's, its own declined one, reports, decides
	['officer', false, true, false, false, true, false],
	['champion', false, true, false, false, true, false],
	['manager', true, true, true, true, true, true],
	['admin', true, true, true, true, true, true],
	['viewer', false, false, false, false, false, false]
] as const)('%s', (role, changes, own, others, declined, reports, decides) => {
	const access = as(role);
	const running = { status: 'in_progress', created_by: me } as const;
	const mine = { status: 'proposed', created_by: me } as const;

	it(`changes ${changes ? 'actions' : own ? 'an own proposal' : 'nothing'}`, () => {
		expect(mayChange(running, access, me)).toBe(changes);
		expect(mayChange(mine, access, me)).toBe(own);
		expect(mayChange({ ...mine, created_by: null }, access, me)).toBe(others);
		expect(mayChange({ ...mine, status: 'declined' }, access, me)).toBe(declined);
	});

	it(`${reports ? 'reports' : 'does not report'} and ${decides ? 'decides' : 'does not decide'}`, () => {
		expect(mayReport(running, access)).toBe(reports);
		expect(mayReport(mine, access)).toBe(false);
		expect(mayDecide(mine, access)).toBe(decides);
		expect(mayDecide({ ...mine, status: 'declined' }, access)).toBe(decides);
		expect(mayDecide(running, access)).toBe(false);
	});
});
