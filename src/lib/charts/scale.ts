/** Where figures and days stand in a picture. */
import { addMonths, daysBetween, partsOf } from '$lib/time/dates';

/** Maps figures from one stretch to another, straight. */
export function linear([d0, d1]: [number, number], [r0, r1]: [number, number]) {
	const slope = d1 === d0 ? 0 : (r1 - r0) / (d1 - d0);
	return (value: number): number => r0 + (value - d0) * slope;
}

/** Round figures, about `count` of them, that hold a stretch between them: 0, 50, 100, 150. */
export function ticks(min: number, max: number, count = 4): number[] {
	const rough = (max - min || Math.abs(max) || 1) / count;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = power * ([1, 2, 5, 10].find((nice) => nice * power >= rough * (1 - 1e-9)) ?? 10);
	const [first, last] = [Math.floor(min / step + 1e-9), Math.ceil(max / step - 1e-9)];
	const number = Math.max(1, last - first);
	// Counted, not added up, and freed from the last bit of the fraction.
	return Array.from({ length: number + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Days to write under a picture, at most `count`: the first, and then so many whole months apart. */
export function dayTicks(from: string, to: string, count: number): string[] {
	const [a, b] = [partsOf(from), partsOf(to)];
	const months = 12 * (b.year - a.year) + b.month - a.month;
	const apart =
		[1, 3, 6, 12, 24, 60, 120, 240].find((n) => months / n < count) ??
		Math.ceil((months + 1) / count);
	const days = Array.from({ length: Math.floor(months / apart) + 1 }, (_, i) =>
		addMonths(from, i * apart)
	);
	return days.filter((day) => daysBetween(day, to) >= 0);
}
