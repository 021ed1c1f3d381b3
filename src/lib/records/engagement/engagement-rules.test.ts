import { describe, expect, it } from 'vitest';
import { sampleRow } from '../sample-rows';
import { accessOf } from '../tenancy/access';
import { servable } from '../plan/servable';
import { checkLog, type LogSurroundings } from './engagement-rules';
import { suggestPriority } from './suggest-priority';

const today = '2026-11-17';
const mine = crypto.randomUUID();
const ward = sampleRow('areas', { code: 'E05013097', locality_id: mine });
const elsewhere = sampleRow('areas', {
	code: 'E05013119',
	name: 'Wolvercote',
	locality_id: crypto.randomUUID()
});
const priority = sampleRow('objectives');
const closed = sampleRow('objectives', { closed_on: '2026-11-17' });

const around: LogSurroundings = {
	today,
	access: accessOf([sampleRow('memberships', { role: 'officer', locality_id: mine })]),
	areas: [ward, elsewhere],
	priorities: [priority, closed]
};
const log = sampleRow('engagement_logs', { objective_id: priority.id });

describe('a log', () => {
	it('may be saved when everything is right', () => {
		expect(checkLog(log, around)).toEqual({});
		expect(checkLog({ ...log, occurred_on: today }, around)).toEqual({});
	});

	it('is not of tomorrow', () => {
		expect(checkLog({ ...log, occurred_on: '2026-11-18' }, around)).toEqual({
			occurred_on: 'The date it happened must be today or in the past'
		});
	});

	it('names its ward, unless it was city-wide or online', () => {
		expect(checkLog({ ...log, ward_code: null }, around).ward_code).toMatch(/^Select the ward/);
		expect(checkLog({ ...log, ward_code: null, coverage: 'online' }, around)).toEqual({});
	});

	it('lies in the officer’s own localities', () => {
		const errors = checkLog({ ...log, ward_code: 'E05013119' }, around);
		expect(errors.ward_code).toMatch(/^Wolvercote is outside your localities\./);
	});

	it('serves a priority that is open', () => {
		expect(checkLog({ ...log, objective_id: closed.id }, around).objective_id).toBe(
			'This priority is closed. Choose another'
		);
		expect(checkLog({ ...log, objective_id: crypto.randomUUID() }, around).objective_id).toBe(
			'Select the priority it serves'
		);
	});
});

describe('the suggested priority', () => {
	const priorities = [priority, closed];

	it('is the one of the action that the log was started from', () => {
		const from = { action: { objective_id: priority.id }, lastLog: { objective_id: closed.id } };
		expect(suggestPriority(priorities, today, from)).toBe(priority.id);
	});

	it('is the last one used, while it is open', () => {
		expect(suggestPriority(priorities, today, { lastLog: { objective_id: priority.id } })).toBe(
			priority.id
		);
		expect(suggestPriority(priorities, today, { lastLog: { objective_id: closed.id } })).toBeNull();
	});

	it('is none on a first log', () => {
		expect(suggestPriority(priorities, today, {})).toBeNull();
	});
});

it('may serve priorities, and objectives that have none', () => {
	const theme = sampleRow('objectives', { kind: 'objective' });
	const under = sampleRow('objectives', { parent_id: theme.id });
	const alone = sampleRow('objectives', { kind: 'objective' });
	expect(servable([theme, under, alone])).toEqual([under, alone]);
});
