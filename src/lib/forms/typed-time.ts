/** Times of day as people type them. */

const NAMED: Readonly<Record<string, string>> = {
	midday: '12:00',
	noon: '12:00',
	midnight: '00:00'
};

/** The time as `HH:MM`: of "5:30pm", "5.30 pm", "9am", "17:30", "1730" or "midday". Null where it is none. */
export function readTime(text: string): string | null {
	const typed = text.trim().toLowerCase();
	if (NAMED[typed]) return NAMED[typed];
	const match = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*([ap]\.?m\.?)?$/.exec(typed);
	if (!match) return null;
	const [, hours = '', minutes = '00', half] = match;
	const hour = Number(hours);
	if (Number(minutes) > 59) return null;
	if (!half) return match[2] && hour < 24 ? `${hours.padStart(2, '0')}:${minutes}` : null;
	if (hour < 1 || hour > 12) return null;
	return `${String((hour % 12) + (half.startsWith('p') ? 12 : 0)).padStart(2, '0')}:${minutes}`;
}
