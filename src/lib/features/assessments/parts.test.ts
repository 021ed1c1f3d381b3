import { describe, expect, it } from 'vitest';
import { groups, isProtected } from '$lib/records/assessment/groups';
import type { Row } from '$lib/records/registry';
import { sampleRow } from '$lib/records/sample-rows';
import { accessOf } from '$lib/records/tenancy/access';
import type { Role } from '$lib/records/tenancy/membership';
import { parts, startOf, type Around } from './parts';

const today = '2026-11-17';
const considered = Object.fromEntries(
	groups.filter(isProtected).map((group) => [`impact_${group}`, 'neutral'])
) as Partial<Row<'assessments'>>;
const screening = sampleRow('assessments', considered);
const full = { ...screening, status: 'full' as const };
const signedOff = { ...screening, status: 'signed_off' as const };

const around = (assessment: Row<'assessments'>): Around => ({
	today,
	assessment,
	isOpen: assessment.status !== 'signed_off',
	mitigations: [],
	person: 'Daniel Hughes'
});
const access = (role: Role) => accessOf([sampleRow('memberships', { role })]);

describe('the screening', () => {
	const begun = startOf('screening', screening, around(screening));
	const check = (values: object, assessment = screening) =>
		parts.screening.check?.({ ...begun, ...values }, around(assessment));

	it('begins with nothing chosen', () => {
		expect(begun.status).toBe('');
		expect(check({})).toHaveProperty('status');
	});

	it('wants a reason where no full assessment is needed', () => {
		expect(check({ status: 'screening', screened_out_reason: ' ' })).toHaveProperty(
			'screened_out_reason'
		);
		expect(check({ status: 'screening', screened_out_reason: 'Too small.' })).toEqual({});
		expect(check({ status: 'full' })).toEqual({});
	});

	it('comes to a full one where an impact is negative', () => {
		const negative = { ...screening, impact_age: 'negative' as const };
		const values = { status: 'screening', screened_out_reason: 'Too small.' };
		expect(check(values, negative)).toHaveProperty('status');
	});
});

describe('the sign-off', () => {
	const begun = startOf('sign-off', full, around(full));
	const check = (values: object, assessment: Row<'assessments'> = full) =>
		parts['sign-off'].check?.({ ...begun, ...values }, around(assessment));

	it('begins with today, whoever opens it, and a review in a year', () => {
		expect(begun).toMatchObject({
			status: 'signed_off',
			signed_off_by: 'Daniel Hughes',
			signed_off_on: today,
			review_on: '2027-11-17'
		});
		expect(check({})).toEqual({});
	});

	it('says what is missing', () => {
		expect(check({}, { ...full, impact_age: null })).toEqual({ '': 'Consider age.' });
		expect(check({ signed_off_by: ' ', signed_off_on: '' })).toEqual({
			signed_off_by: 'Enter who signs it off',
			signed_off_on: 'Enter the date of the sign-off'
		});
		expect(check({ signed_off_on: '2026-11-18' })).toHaveProperty('signed_off_on');
	});
});

describe('a form is closed', () => {
	it('to whoever does not make assessments', () => {
		for (const part of Object.values(parts))
			for (const role of ['champion', 'viewer'] as const)
				expect(part.closed(access(role), around(full))).toBeTypeOf('string');
	});

	it('to officers, where it is the sign-off', () => {
		expect(parts['sign-off'].closed(access('officer'), around(full))).toMatch(/^A manager/);
		expect(parts['sign-off'].closed(access('manager'), around(full))).toBeUndefined();
		expect(parts.impacts.closed(access('officer'), around(full))).toBeUndefined();
	});

	it('once the assessment is signed off, but for what came of it', () => {
		const open = Object.entries(parts).filter(
			([, part]) => part.closed(access('admin'), around(signedOff)) === undefined
		);
		expect(open.map(([name]) => name)).toEqual(['outcome']);
	});
});
