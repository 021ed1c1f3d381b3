import { describe, expect, it } from 'vitest';
import { stateOf } from '$lib/records/measure/measure-rules';
import type { Row } from '$lib/records/registry';
import { sampleRow } from '$lib/records/sample-rows';
import {
	baselineInWords,
	positionInWords,
	readingInWords,
	standingInWords,
	targetInWords,
	wantsInWords,
	written,
	yearlyTargets
} from './measure-words';

const measure = (fields: Partial<Row<'measures'>> = {}) => sampleRow('measures', fields);
const TODAY = '2026-11-22';

const alive = measure({
	name: '365 Alive',
	unit: 'fewer deaths',
	baseline: 425,
	baseline_note: 'Over eight years',
	target_rule: 'beyond_overall',
	rate_percent: 6,
	frequency: 'year',
	starts_on: '2015-04-01',
	due_on: '2018-12-31'
});
const messages = measure({
	unit: 'messages',
	target_rule: 'growth_per_year',
	rate_percent: 20,
	baseline: 100,
	accumulates: true,
	starts_on: '2026-04-01',
	due_on: '2028-03-31'
});

it('writes figures to one place at most', () => {
	expect([1200, 172.80000000000004, 33.333, -0.01].map(written)).toEqual([
		'1,200',
		'172.8',
		'33.3',
		'0'
	]);
});

it('says of a percentage how many of how many', () => {
	const reading = sampleRow('measure_readings', { value: 320, whole_count: 500 });
	expect(readingInWords(measure({ kind: 'percentage' }), reading)).toBe('64% (320 of 500)');
	expect(readingInWords(measure(), sampleRow('measure_readings'))).toBe('40 staff');
});

describe('the target', () => {
	it.each([
		[
			measure({ target_rule: 'fixed', target: 100, kind: 'percentage', whole: 'all staff' }),
			'100% of all staff'
		],
		[
			measure({ target_rule: 'fixed', target: 50, direction: 'down', due_on: '2030-03-31' }),
			'At most 50 staff by 31 March 2030'
		],
		[messages, '20% more each year by 31 March 2028.'],
		[
			measure({ target_rule: 'growth_per_year', rate_percent: 20 }),
			'20% more each year. There is no figure until the baseline is known.'
		],
		[
			alive,
			'6% above the overall target by 31 December 2018. The overall target is not known yet.'
		],
		[
			{ ...alive, target: 500 },
			'6% above the overall target by 31 December 2018: 530 fewer deaths'
		],
		[measure(), 'No target']
	])('in words', (some, words) => expect(targetInWords(some)).toBe(words));

	it('of this year, where somebody asks today', () => {
		expect(targetInWords(messages, '2027-05-01')).toBe(
			'20% more each year by 31 March 2028. This year: 144 messages.'
		);
	});

	it('year by year, from the baseline', () => {
		expect(yearlyTargets(messages, TODAY).map(({ by, target }) => [by, written(target)])).toEqual([
			['Baseline', '100'],
			['31 March 2027', '120'],
			['31 March 2028', '144']
		]);
		expect(yearlyTargets(alive, TODAY)).toEqual([]);
	});
});

it('says where the baseline comes from', () => {
	expect(baselineInWords(alive)).toBe('425 fewer deaths. Over eight years');
	expect(baselineInWords(measure({ baseline_on: '2019-12-31' }))).toBe('31 December 2019');
	expect(baselineInWords(measure())).toBe('');
});

it('says what is wanted, and what came of a deadline', () => {
	const state = stateOf(alive, [], TODAY);
	expect(wantsInWords(state)).toBe('Deadline passed: record the final position');
	expect(positionInWords(alive, state)).toBe('No reading yet');
	const missed = { ...alive, target: 500 };
	const last = sampleRow('measure_readings', { read_on: '2018-12-31', value: 440 });
	expect(standingInWords(missed, stateOf(missed, [last], TODAY), TODAY).label).toBe(
		'Target not met'
	);
	expect(wantsInWords(stateOf(messages, [], TODAY))).toBe(
		'Reading due for the time to 30 June 2026'
	);
});

it('says since when readings add up', () => {
	const reading = sampleRow('measure_readings', { read_on: '2026-06-30', value: 40 });
	expect(positionInWords(messages, stateOf(messages, [reading], TODAY))).toBe(
		'40 messages so far that year, on 30 June 2026'
	);
});
