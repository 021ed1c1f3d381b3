import { describe, expect, it } from 'vitest';
import { sampleRow } from '$lib/records/sample-rows';
import { scoreSchema } from './score-schema';
import { scoresSoFar, valuesOf } from './score-values';

const criteria = [
	{ code: 'need', label: 'Need', weight: 3, max: 5 },
	{ code: 'reach', label: 'Reach', weight: 1, max: 10 }
];
const schema = scoreSchema(criteria);
const blank = valuesOf(sampleRow('grants'), criteria);

describe('the form that scores', () => {
	it('asks for points and a reason for each criterion, in the order of the page', () => {
		expect(Object.keys(blank)).toEqual([
			...['points_need', 'reason_need', 'points_reach', 'reason_reach'],
			...['recommended', 'recommendation']
		]);
		expect(schema.safeParse(blank).error?.issues.map(({ message }) => message)).toEqual([
			'Enter points for “Need”',
			'Enter the reason for “Need”',
			'Enter points for “Reach”',
			'Enter the reason for “Reach”'
		]);
	});

	it('gives scores, what they come to, and what is recommended', () => {
		const scored = schema.parse({
			points_need: '4',
			reason_need: ' Half the ward. ',
			points_reach: '8',
			reason_reach: 'Nobody else does.',
			recommended: '2,400',
			recommendation: ''
		});
		expect(scored).toEqual({
			scores: [
				{ criterion: 'need', score: 4, reason: 'Half the ward.' },
				{ criterion: 'reach', score: 8, reason: 'Nobody else does.' }
			],
			score: 8,
			recommended_pence: 240_000,
			recommendation: '',
			status: 'scored'
		});
		expect(schema.parse(valuesOf({ ...sampleRow('grants'), ...scored }, criteria))).toEqual(scored);
	});

	it('takes no more points than there are', () => {
		const read = schema.safeParse({ ...blank, points_need: '6', reason_need: 'So.' });
		expect(read.error?.issues[0]?.message).toBe('Points for “Need” must be 5 or fewer');
		expect(scoresSoFar({ ...blank, points_need: '6', points_reach: '7' }, criteria)).toEqual([
			{ criterion: 'reach', score: 7, reason: '' }
		]);
	});
});
