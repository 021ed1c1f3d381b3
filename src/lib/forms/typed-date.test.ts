import { describe, expect, it } from 'vitest';
import { boxesAtFault, boxesOf, missingBoxes, valueOf } from './typed-date';

describe('a typed date', () => {
	it.each([
		[{ day: '17', month: '11', year: '2026' }, '2026-11-17'],
		[{ day: '7', month: 'jan', year: '2026' }, '2026-01-07'],
		[{ day: '07', month: 'January', year: ' 2026 ' }, '2026-01-07'],
		[{ day: '', month: '', year: '' }, '']
	])('%j becomes %s', (boxes, value) => expect(valueOf(boxes)).toBe(value));

	it.each([
		{ day: '30', month: 'feb', year: '2026' },
		{ day: '17', month: '', year: '' },
		{ day: '17', month: '11', year: '26' }
	])('keeps what is half typed: %j', (boxes) => expect(boxesOf(valueOf(boxes))).toEqual(boxes));

	it('shows a real day without leading noughts', () =>
		expect(boxesOf('2026-01-07')).toEqual({ day: '7', month: '1', year: '2026' }));

	it('knows which boxes are missing or wrong', () => {
		expect(missingBoxes('2026--')).toEqual(['day', 'month']);
		expect(boxesAtFault('--')).toEqual(['day', 'month', 'year']);
		expect(boxesAtFault('26-11-17')).toEqual(['year']);
		expect(boxesAtFault('2026-2-30')).toEqual(['day', 'month', 'year']);
		expect(boxesAtFault('')).toEqual(['day', 'month', 'year']);
	});
});
