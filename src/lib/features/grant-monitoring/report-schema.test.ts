import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { reportSchema } from './report-schema';
import { emptyReport, reportValuesOf, type ReportValues } from './report-values';

const TODAY = '2027-03-15';
const GRANT = '5b0c9d0e-7d0a-4f0e-9c53-3b6a1f2d8e41';
const read = (values: Partial<ReportValues>) =>
	reportSchema(TODAY).safeParse({ ...emptyReport(GRANT), due_on: '2027-03-14', ...values });
const messages = (values: Partial<ReportValues>) =>
	read(values).error?.issues.map(({ path, message }) => `${path.join()}: ${message}`);

describe('the form of a report', () => {
	it('asks for a report with no more than its kind and its day', () => {
		expect(read({}).data).toMatchObject({
			kind: 'interim',
			due_on: '2027-03-14',
			received_on: null,
			people_count: null,
			spent_pence: null
		});
		expect(messages({ due_on: '' })).toEqual(['due_on: Enter the date it is due']);
	});

	it('takes what came, in pence and by group', () => {
		const tallies = [{ of: { age: '75_over' }, count: 9 }];
		expect(
			read({
				received_on: TODAY,
				outcome: 'Forty regulars.',
				people_count: '40',
				tallies,
				spent_pence: '£1,180.50'
			}).data
		).toMatchObject({ received_on: TODAY, people_count: 40, tallies, spent_pence: 118_050 });
	});

	it('says everything that is wrong at once', () => {
		expect(
			messages({
				kind: '',
				received_on: '2027-03-16',
				people_count: '3',
				tallies: [{ of: { age: '75_over' }, count: 9 }],
				spent_pence: 'most of it'
			})
		).toEqual([
			'kind: Select which report it is',
			'received_on: The date it came must be today or in the past',
			'outcome: Enter what the grant has changed',
			'spent_pence: What was spent must be in pounds, like 2,400 or 2,400.50',
			'tallies: Age: you counted 9, but the number of people is 3. Change one of them'
		]);
	});

	it('shows what is there as it was typed', () => {
		const row = sampleRow('grant_reports', { people_count: 40, spent_pence: 118_050 });
		expect(reportValuesOf(row)).toMatchObject({
			received_on: '',
			people_count: '40',
			spent_pence: '1,180.50'
		});
	});
});
