import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '$lib/time/dates';
import { dayTicks, linear, ticks } from './scale';

it('maps a stretch to another', () => {
	const y = linear([0, 200], [100, 0]);
	expect([0, 50, 200].map(y)).toEqual([100, 75, 0]);
	expect(linear([5, 5], [0, 100])(5)).toBe(0);
});

describe('round figures', () => {
	it.each([
		[0, 144, [0, 50, 100, 150]],
		[0, 0.3, [0, 0.1, 0.2, 0.3]],
		[0, 0, [0, 0.5]],
		[-20, 100, [-50, 0, 50, 100]]
	])('from %d to %d are %j', (min, max, expected) => expect(ticks(min, max)).toEqual(expected));

	it('hold the stretch, are few, and rise', () => {
		const figure = fc.double({ min: -1e9, max: 1e9, noNaN: true });
		fc.assert(
			fc.property(figure, figure, (a, b) => {
				const [min, max] = a < b ? [a, b] : [b, a];
				fc.pre(max - min > 1e-3);
				const found = ticks(min, max);
				const slack = (max - min) * 1e-6;
				expect(found[0]).toBeLessThanOrEqual(min + slack);
				expect(found.at(-1)).toBeGreaterThanOrEqual(max - slack);
				expect(found.length).toBeLessThanOrEqual(7);
				expect(found).toEqual([...new Set(found)].sort((x, y) => x - y));
			})
		);
	});
});

describe('days to write', () => {
	it('are whole months apart', () => {
		expect(dayTicks('2026-04-01', '2030-03-31', 5)).toEqual([
			'2026-04-01',
			'2027-04-01',
			'2028-04-01',
			'2029-04-01'
		]);
	});

	it('are few, from the first to the last', () => {
		fc.assert(
			fc.property(fc.nat(20_000), fc.nat(40_000), fc.integer({ min: 2, max: 8 }), (a, b, count) => {
				const from = addDays('1990-01-01', a);
				const to = addDays(from, b);
				const days = dayTicks(from, to, count);
				expect(days[0]).toBe(from);
				expect(days.every((day) => day >= from && day <= to)).toBe(true);
				expect(days.length).toBeLessThanOrEqual(count);
			})
		);
	});
});
