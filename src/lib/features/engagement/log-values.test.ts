import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { accessOf } from '$lib/records/tenancy/access';
import { logFormSchema, readLog } from './log-schema';
import { emptyLog, valuesOf } from './log-values';

const area = sampleRow('areas');
const priority = sampleRow('objectives');
const around = {
	today: '2026-11-17',
	access: accessOf([sampleRow('memberships', { role: 'manager' })]),
	areas: [area],
	priorities: [priority]
};
const filled = {
	...emptyLog('2026-11-17'),
	type: 'conversation',
	ward_code: area.code,
	objective_id: priority.id
};

describe('the log form', () => {
	it('asks for the kind of contact, the ward and the priority, in the order of the page', () => {
		const { errors } = readLog(emptyLog('2026-11-17'), around);
		expect(Object.keys(errors).sort()).toEqual(['objective_id', 'type', 'ward_code']);
		expect(errors.type).toBe('Select what kind of contact it was');
	});

	it('reads a filled form into a log', () => {
		const { log, errors } = readLog(
			{ ...filled, heard: '  School uniform cost ', people_count: '6' },
			around
		);
		expect(errors).toEqual({});
		expect(log).toMatchObject({
			ward_code: 'E05013097',
			heard: 'School uniform cost',
			people_count: 6,
			place_id: null
		});
	});

	it('forgets the ward and the place of a log that was online', () => {
		const values = { ...filled, coverage: 'online', place_id: crypto.randomUUID() };
		expect(readLog(values, around).log).toMatchObject({ ward_code: null, place_id: null });
	});

	it('leaves out of a hate incident what could say who it was, and asks where they were signposted', () => {
		const values = {
			...filled,
			place_id: crypto.randomUUID(),
			organisation_id: crypto.randomUUID(),
			tallies: [{ of: { religion: 'muslim' as const }, count: 1 }],
			people_count: '1',
			hate_incident: true
		};
		const { log, errors } = readLog(values, around);
		expect(log).toMatchObject({
			restricted: true,
			ward_code: 'E05013097',
			place_id: null,
			organisation_id: null,
			tallies: []
		});
		expect(errors).toEqual({ signposted: 'Select where you signposted them' });
		expect(readLog({ ...values, signposted: ['police'] }, around).errors).toEqual({});
	});

	it('keeps no place of a restricted log', () => {
		const values = { ...filled, place_id: crypto.randomUUID(), restricted: true };
		expect(readLog(values, around).log.place_id).toBeNull();
	});

	it.each([
		['2026-11-', 'The date it happened must include a day'],
		['2026-02-30', 'The date it happened must be a real date'],
		['2026-11-18', 'The date it happened must be today or in the past']
	])('refuses the date %s', (occurred_on, sentence) => {
		expect(readLog({ ...filled, occurred_on }, around).errors.occurred_on).toBe(sentence);
	});

	it.each(['six', '-1', '100001', '2.5'])('refuses %s people', (people_count) => {
		expect(readLog({ ...filled, people_count }, around).errors.people_count).toBeTruthy();
	});

	it('says how long a note may be', () => {
		const { errors } = readLog({ ...filled, heard: 'x'.repeat(2_000_000) }, around);
		expect(errors.heard).toBe('What you heard must be 10,000 characters or fewer');
	});

	it('gives a log back as it was', () => {
		const log = sampleRow('engagement_logs', { objective_id: priority.id });
		const read = readLog(valuesOf(log), around);
		expect(read.errors).toEqual({});
		expect(log).toMatchObject(read.log);
	});

	it('is a schema that finds every fault in one go', () => {
		const parsed = logFormSchema(() => around).safeParse(emptyLog('2026-11-17'));
		expect(parsed.error?.issues.map(({ path }) => path[0]).sort()).toEqual([
			'objective_id',
			'type',
			'ward_code'
		]);
	});
});
