import { describe, expect, it } from 'vitest';
import { grantScore, scoreInWords, type Criterion } from './grant-score';

const criterion = (code: string, weight: number, max: number): Criterion => ({
	code,
	label: code,
	weight,
	max
});
const score = (criterion: string, score: number) => ({ criterion, score, reason: 'Because.' });

describe('what an application comes to', () => {
	const criteria = [criterion('need', 3, 5), criterion('reach', 1, 10)];

	it('weighs the share of each criterion’s points', () => {
		expect(grantScore(criteria, [score('need', 5), score('reach', 10)])).toBe(10);
		expect(grantScore(criteria, [score('need', 0), score('reach', 0)])).toBe(0);
		// (3 x 4/5 + 1 x 8/10) of 4
		expect(grantScore(criteria, [score('reach', 8), score('need', 4)])).toBe(8);
		// (3 x 1 + 0) of 4
		expect(grantScore(criteria, [score('need', 5), score('reach', 0)])).toBe(7.5);
	});

	it('rounds halves up, to one decimal', () => {
		expect(grantScore([criterion('a', 1, 8)], [score('a', 1)])).toBe(1.3);
		expect(grantScore([criterion('a', 1, 3)], [score('a', 1)])).toBe(3.3);
	});

	it('is nothing until every criterion is scored', () => {
		expect(grantScore(criteria, [score('need', 5)])).toBeNull();
		expect(grantScore([], [])).toBeNull();
		expect(scoreInWords(null)).toBe('Not scored');
		expect(scoreInWords(7.5)).toBe('7.5 of 10');
	});
});
