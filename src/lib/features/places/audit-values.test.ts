import { describe, expect, it } from 'vitest';
import { firstErrors } from '$lib/forms/error-list';
import { sampleRow } from '$lib/records/sample-rows';
import { auditFormSchema } from './audit-schema';
import { emptyAudit, moved, valuesOf } from './audit-values';

const TODAY = '2026-11-23';
const park = sampleRow('places', { kind: 'green_space' });
const empty = emptyAudit(park, TODAY);
const read = (changes: object) => auditFormSchema(TODAY).safeParse({ ...empty, ...changes });
const errorsOf = (changes: object) => firstErrors(read(changes).error?.issues ?? []);

describe('auditFormSchema', () => {
	it('works out the score, and drops what its kind does not ask', () => {
		const audit = read({ paths: 'good', gate_width: 'missing', hearing_loop: 'good' }).data;
		expect(audit).toMatchObject({
			place_id: park.id,
			kind: 'green_space',
			paths: 'good',
			gate_width: 'missing',
			hearing_loop: null,
			seating: null,
			score: 50,
			next_audit_on: '2028-11-23'
		});
	});

	it('gives back an audit that was not changed as it was', () => {
		const audit = read({ paths: 'good', note: 'Mud after rain.' }).data;
		if (!audit) throw new Error('not read');
		expect(auditFormSchema(TODAY).parse(valuesOf(audit))).toEqual(audit);
	});

	it.each([
		[{}, { public_transport: 'Answer at least one question' }],
		[
			{ paths: 'good', audited_on: '2026-11-24' },
			{ audited_on: 'The date of the audit must be today or in the past' }
		],
		[
			{ paths: 'good', next_audit_on: TODAY },
			{ next_audit_on: 'The date of the next audit must be after the date of this one' }
		],
		[{ paths: 'good', next_audit_on: '' }, { next_audit_on: 'Enter the date of the next audit' }]
	])('%j: %j', (changes, errors) => {
		expect(errorsOf(changes)).toEqual(errors);
	});
});

describe('moved', () => {
	it('takes the next audit along', () => {
		expect(moved(empty, { kind: 'facility' }).next_audit_on).toBe('2027-11-23');
		expect(moved(empty, { audited_on: '2026-10-01' }).next_audit_on).toBe('2028-10-01');
	});

	it('comes back to a suggestion after a day that was half typed', () => {
		const half = { ...empty, ...moved(empty, { audited_on: '2026-11-' }) };
		expect(half.next_audit_on).toBe('');
		expect(moved(half, { audited_on: '2026-11-02' }).next_audit_on).toBe('2028-11-02');
	});

	it('leaves a day that somebody set', () => {
		const set = { ...empty, next_audit_on: '2027-03-01' };
		expect(moved(set, { kind: 'facility' }).next_audit_on).toBe('2027-03-01');
	});
});
