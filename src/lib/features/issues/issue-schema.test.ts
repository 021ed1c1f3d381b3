import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { accessOf } from '$lib/records/tenancy/access';
import { endingOf, finishSchema } from './finish';
import { issueFormSchema, type IssueSurroundings } from './issue-schema';
import { dueOf, emptyIssue, valuesOf } from './issue-values';

const area = sampleRow('areas', { locality_id: crypto.randomUUID() });
const elsewhere = sampleRow('areas', { code: 'E05013098', name: 'Jericho' });
const author = crypto.randomUUID();
const around: IssueSurroundings = {
	targets: sampleRow('councils'),
	fromRestricted: false,
	author,
	areas: [area, elsewhere],
	access: accessOf([sampleRow('memberships', { locality_id: area.locality_id })])
};
/** A Friday at 5:30pm. */
const LATE = new Date('2026-11-20T17:30:00Z');
const filled = { ...emptyIssue(LATE), kind: 'offensive_graffiti', what: ' Slogans ' };
const read = (values = filled, opened: Parameters<typeof issueFormSchema>[1] = null, more = {}) =>
	issueFormSchema({ ...around, ...more }, opened).safeParse(values);
const messages = (result: ReturnType<typeof read>) =>
	result.error?.issues.map(({ message }) => message);

describe('the form of an issue', () => {
	it('says when it is due as it is filled in', () => {
		expect(dueOf(filled, around.targets)).toBe('2026-11-24');
		expect(dueOf({ ...filled, kind: '' }, around.targets)).toBeUndefined();
		expect(dueOf({ ...filled, reported_time: 'soon' }, around.targets)).toBeUndefined();
	});

	it('becomes an issue with its deadline', () => {
		expect(read().data).toMatchObject({
			what: 'Slogans',
			reported_at: '2026-11-20T17:30:00+00:00',
			due_on: '2026-11-24',
			owner_id: null,
			restricted: false
		});
	});

	it('begins where its log was', () => {
		const log = sampleRow('engagement_logs', { place_id: crypto.randomUUID() });
		const { ward_code, place_id, id: log_id } = log;
		expect(emptyIssue(LATE, log)).toMatchObject({ ward_code, place_id, log_id });
	});

	it('keeps no point, no place and no other owner of what is restricted', () => {
		const pinned = { ...filled, latitude: 51.7, longitude: -1.2, place_id: crypto.randomUUID() };
		const nowhere = {
			restricted: true,
			latitude: null,
			longitude: null,
			place_id: null,
			owner_id: author
		};
		expect(read({ ...pinned, kind: 'hate_incident' }).data).toMatchObject(nowhere);
		expect(read({ ...pinned, restricted: true }).data).toMatchObject(nowhere);
		expect(read(pinned, null, { fromRestricted: true }).data).toMatchObject(nowhere);
		expect(read(pinned).data).toMatchObject({ latitude: 51.7, owner_id: null });
	});

	it('finds fault with sentences', () => {
		expect(
			messages(read({ ...emptyIssue(LATE), reported_on: '2019-12-31', ward_code: elsewhere.code }))
		).toEqual([
			'Select what kind of issue it is',
			'Enter what is wrong',
			expect.stringContaining('Jericho is outside your localities'),
			'The date it was reported must be on or after 1 January 2020'
		]);
		expect(messages(read({ ...filled, reported_on: '2999-01-01' }))).toEqual([
			'The date it was reported must be today or in the past'
		]);
	});

	it('leaves the deadline and the seconds of an issue that is only reworded', () => {
		const opened = sampleRow('issues', {
			reported_at: '2026-11-16T10:00:27+00:00',
			due_on: '2026-11-30',
			ward_code: elsewhere.code
		});
		const values = { ...valuesOf(opened), what: 'Slogans, two metres high' };
		expect(read(values, opened).data).toMatchObject({
			reported_at: opened.reported_at,
			due_on: '2026-11-30'
		});
		expect(read({ ...values, reported_time: '10:01am' }, opened).data).toMatchObject({
			reported_at: '2026-11-16T10:01:00+00:00',
			due_on: '2026-11-17'
		});
		expect(read({ ...values, kind: 'lighting' }, opened).data).toMatchObject({
			reported_at: opened.reported_at,
			due_on: '2026-11-23'
		});
	});
});

describe('the form that finishes an issue', () => {
	const issue = sampleRow('issues');
	const schema = finishSchema(issue.reported_at);

	it('says when, and why it cannot be put right', () => {
		const values = endingOf(issue, new Date('2026-11-17T09:05:00Z'));
		expect(values).toMatchObject({ status: '', finished_time: '9:05am' });
		expect(schema.parse({ ...values, status: 'resolved' })).toEqual({
			status: 'resolved',
			outcome: '',
			resolved_at: '2026-11-17T09:05:00+00:00'
		});
		const refused = schema.safeParse({ ...values, status: 'cannot' });
		expect(refused.error?.issues.map(({ message }) => message)).toEqual([
			'Enter why it cannot be put right'
		]);
	});

	it('takes no end before the report', () => {
		const before = { ...endingOf(issue), status: 'resolved', finished_on: '2026-11-15' };
		expect(schema.safeParse(before).error?.issues[0]?.message).toBe(
			'The date must be on or after 16 November 2026'
		);
	});
});
