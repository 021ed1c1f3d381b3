/** The smallest number of people that a percentage is worked out of: of fewer, one person moves it by 4 points or more. */
export const PERCENT_BASE = 25;

/** "15.4%" */
export function percentInWords(percent: number): string {
	return `${percent.toFixed(1)}%`;
}

/** "−6.4", "+1.0", "0.0": the difference of two percentages, in points. */
export function pointsInWords(points: number): string {
	const rounded = points.toFixed(1);
	if (/^-?0\.0$/.test(rounded)) return '0.0';
	return `${points < 0 ? '−' : '+'}${rounded.replace('-', '')}`;
}
