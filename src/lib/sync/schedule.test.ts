import { expect, it } from 'vitest';
import { retryDelay } from './schedule';

it('doubles from two seconds to five minutes', () => {
	expect([1, 2, 3, 4].map((failures) => retryDelay(failures, 1))).toEqual([
		2_000, 4_000, 8_000, 16_000
	]);
	expect(retryDelay(50, 1)).toBe(300_000);
});

it('spreads devices over half of the time', () => {
	expect(retryDelay(1, 0)).toBe(1_000);
	expect(retryDelay(50, 0)).toBe(150_000);
});
