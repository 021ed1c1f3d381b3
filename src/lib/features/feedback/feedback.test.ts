import { describe, expect, it } from 'vitest';
import { accessOf } from '$lib/records/tenancy/access';
import { sampleRow } from '$lib/records/sample-rows';
import { sheetOf, toldInWords } from '../feedback-sheet';
import {
	answerSchema,
	answerValuesOf,
	emptySaid,
	saidSchema,
	toldSchema,
	toldValuesOf
} from './feedback-values';
import { addressOf, ageInWords, figuresInWords, filterFrom, inStage } from './feedback-words';

const TODAY = '2026-11-17';
const area = sampleRow('areas', { locality_id: crypto.randomUUID() });
const officer = accessOf([sampleRow('memberships', { locality_id: area.locality_id })]);
const around = {
	areas: [area, sampleRow('areas', { code: 'E05013098', name: 'Jericho' })],
	access: officer
};
const loop = (columns: object = {}) => sampleRow('feedback_loops', columns);
const answered = { outcome: 'did', response: 'We mended it.', responded_on: '2026-11-01' };

const messages = (result: { error?: { issues: { message: string }[] } | undefined }) =>
	result.error?.issues.map(({ message }) => message);

describe('what was said', () => {
	const log = sampleRow('engagement_logs', {
		action_id: crypto.randomUUID(),
		objective_id: crypto.randomUUID()
	});

	it('begins with what its log or its issue says', () => {
		expect(emptySaid(TODAY, { log })).toMatchObject({
			said: log.heard,
			said_on: log.occurred_on,
			ward_code: log.ward_code,
			action_id: log.action_id,
			log_id: log.id
		});
		const issue = sampleRow('issues', { reported_at: '2026-06-30T23:30:00Z' });
		expect(emptySaid(TODAY, { issue })).toMatchObject({
			said: issue.what,
			said_on: '2026-07-01',
			issue_id: issue.id
		});
		expect(emptySaid(TODAY, { log: { ...log, heard: 'x'.repeat(301) } }).said).toBe('');
	});

	it('is read with sentences', () => {
		const empty = emptySaid(TODAY, {});
		expect(
			messages(
				saidSchema(around, null).safeParse({
					...empty,
					said: ' ',
					said_on: '2999-01-01',
					ward_code: 'E05013098'
				})
			)
		).toEqual([
			'Enter what people said',
			'The date they said it must be today or in the past',
			expect.stringContaining('Jericho is outside your localities')
		]);
		expect(
			saidSchema(around, null).parse({ ...empty, said: ' Buses ', said_on: '2026-01-01' })
		).toEqual({
			said: 'Buses',
			said_on: '2026-01-01',
			ward_code: null,
			objective_id: null,
			action_id: null,
			log_id: null,
			issue_id: null
		});
		expect(
			saidSchema(around, loop({ ward_code: 'E05013098' })).safeParse({
				...empty,
				said: 'x',
				said_on: '2026-01-01',
				ward_code: 'E05013098'
			}).success
		).toBe(true);
	});
});

describe('what came of it', () => {
	it('is an outcome with its words, then a way of telling', () => {
		expect(messages(answerSchema().safeParse(answerValuesOf(loop())))).toEqual([
			'Select what came of it',
			'Enter the answer'
		]);
		expect(messages(toldSchema().safeParse(toldValuesOf(loop())))).toEqual([
			'Select how they were told'
		]);
		expect(toldInWords(loop({ told_on: '2026-10-02', told_how: ['meeting', 'email'] }))).toBe(
			'Told on 2 October 2026: at a meeting, by email'
		);
	});
});

describe('the queue', () => {
	const old = loop({ said_on: '2026-08-15' });
	const told = loop({ ...answered, told_on: '2026-11-02', told_how: ['email'] });

	it('has what waited longest first', () => {
		const fresh = loop();
		expect(inStage([fresh, told, old], 'unanswered')).toEqual([old, fresh]);
		expect(inStage([fresh, told, old], 'told')).toEqual([told]);
		expect(ageInWords(old, TODAY)).toBe('Said 94 days ago');
		expect(ageInWords(loop({ said_on: TODAY }), TODAY)).toBe('Said today');
	});

	it('is what its address says', () => {
		const filter = { stage: 'untold', ward: 'E05013097' } as const;
		expect(filterFrom(new URL(addressOf(filter), 'https://example.org').searchParams)).toEqual(
			filter
		);
		expect(filterFrom(new URLSearchParams('stage=odd')).stage).toBe('unanswered');
	});

	it('is counted in words', () => {
		expect(figuresInWords({ heard: 31, answered: 25, told: 19, oldestDays: 94 })).toBe(
			'31 heard, 25 answered, 19 told. The oldest that has not been reported back was said 94 days ago.'
		);
		expect(figuresInWords({ heard: 2, answered: 2, told: 2, oldestDays: null })).toContain(
			'Everything'
		);
	});
});

it('the sheet has what was answered, without whose log it was', () => {
	const sheet = sheetOf(
		[loop(), loop({ ...answered, ward_code: area.code, log_id: crypto.randomUUID() })],
		{
			council: 'Oxford City Council',
			period: { since: '2026-04-01', until: TODAY },
			ward: '',
			areas: [area],
			today: TODAY
		}
	);
	expect(sheet.items).toEqual([
		{
			ward: area.name,
			saidOn: '16 November 2026',
			said: 'The crossing is too far away.',
			outcome: 'We did',
			response: 'We mended it.',
			told: 'Not told yet'
		}
	]);
	expect(sheet.about).toBe(
		'Answered between 1 April 2026 and 17 November 2026. Oxford City Council, made on 17 November 2026.'
	);
});
