import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { visitSchema } from './visit-schema';
import { emptyVisit, visitValuesOf, type VisitValues } from './visit-values';

const TODAY = '2026-11-16';
const GRANT = '5b0c9d0e-7d0a-4f0e-9c53-3b6a1f2d8e41';
const typed = (values: Partial<VisitValues>) =>
	visitSchema(TODAY).safeParse({ ...emptyVisit(GRANT, TODAY), on_track: 'yes', ...values });
const messages = (values: Partial<VisitValues>) =>
	typed(values).error?.issues.map(({ path, message }) => `${path.join()}: ${message}`);

describe('the form of a visit', () => {
	it('asks for no more than whether it is on track', () => {
		expect(typed({}).data).toEqual({
			grant_id: GRANT,
			visited_on: TODAY,
			attended: null,
			on_track: 'yes',
			heard: '',
			risks: '',
			quote: '',
			quote_consent: false
		});
		expect(messages({ on_track: '' })).toEqual(['on_track: Select whether it is on track']);
	});

	it('keeps words of people who agreed, and no consent without words', () => {
		expect(messages({ quote: 'I sleep better.' })).toEqual([
			'quote_consent: Tick that they agreed to be quoted, or take their words out'
		]);
		expect(typed({ quote: 'I sleep better.', quote_consent: true }).success).toBe(true);
		expect(typed({ quote: ' ', quote_consent: true }).data).toMatchObject({
			quote: '',
			quote_consent: false
		});
	});

	it.each([
		[
			{ visited_on: '2026-11-17' },
			'visited_on: The date of the visit must be today or in the past'
		],
		[{ attended: 'many' }, 'attended: The number of people must be a whole number, like 15'],
		[
			{ quote: 'x'.repeat(2001), quote_consent: true },
			'quote: Their words must be 2,000 characters or fewer'
		]
	])('says what is wrong with %j', (values, message) => {
		expect(messages(values)).toEqual([message]);
	});

	it('shows what is there as it was typed', () => {
		const { grant_id, attended } = visitValuesOf(sampleRow('grant_visits', { grant_id: GRANT }));
		expect({ grant_id, attended }).toEqual({ grant_id: GRANT, attended: '14' });
		expect(visitValuesOf(sampleRow('grant_visits', { attended: null })).attended).toBe('');
	});
});
