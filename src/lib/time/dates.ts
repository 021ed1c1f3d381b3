/**
 * Dates and times as a council writes them, always on the clock of Europe/London.
 *
 * A day is a string `YYYY-MM-DD` (as in the database: no time, no zone); a moment is a `Date`.
 * Wording follows the GOV.UK style guide. Nothing here reads the clock unless `now` is left out.
 */

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
] as const;

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 86_400_000;

const londonClock = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/London',
	weekday: 'short',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23'
});

/** What the wall clock in London shows at a moment; every value as text, `hour` from 00 to 23. */
function inLondon(moment: Date) {
	const parts = new Map(londonClock.formatToParts(moment).map(({ type, value }) => [type, value]));
	const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
	return {
		weekday: part('weekday'),
		hour: part('hour'),
		minute: part('minute'),
		date: `${part('year')}-${part('month')}-${part('day')}`
	};
}

/** Today's day in London, which can differ from the phone's own when the phone is set abroad. */
export function today(now: Date = new Date()): string {
	return inLondon(now).date;
}

/** The day in London on which a moment falls. */
export function dateOf(moment: Date): string {
	return inLondon(moment).date;
}

/** What the clock in London shows at a moment: "17:30". */
export function clockOf(moment: Date): string {
	const { hour, minute } = inLondon(moment);
	return `${hour}:${minute}`;
}

/**
 * The moment at which the clock in London shows a time (`HH:MM`) on a day; the first of the two, when the clocks go back.
 * A time that they leave out when they go forward is the one an hour later.
 */
export function momentOf(day: string, time: string): Date {
	const winter = new Date(`${day}T${time}:00Z`);
	const summer = new Date(winter.getTime() - MS_PER_HOUR);
	return dateOf(summer) === day && clockOf(summer) === time ? summer : winter;
}

/** A moment as the database writes it, to the second: "2026-11-20T17:30:00+00:00". */
export function timestampOf(moment: Date): string {
	return moment.toISOString().replace(/\.\d{3}Z$/, '+00:00');
}

/** True for a real calendar day written `YYYY-MM-DD`; 2026-02-30 is not one. */
export function isDate(text: string): boolean {
	if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
	const midnight = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

/**
 * The day typed into three boxes, or null when there is no such day.
 * A month may be a number or a name ("11", "Nov", "november"), as GOV.UK asks of date inputs.
 */
export function dateFromParts(day: string, month: string, year: string): string | null {
	const monthNumber = monthFrom(month.trim().toLowerCase());
	if (!/^\d{1,2}$/.test(day.trim()) || !/^\d{4}$/.test(year.trim()) || !monthNumber) return null;
	const text = `${year.trim()}-${pad(monthNumber)}-${pad(Number(day))}`;
	return isDate(text) ? text : null;
}

function monthFrom(text: string): number | null {
	if (/^\d{1,2}$/.test(text)) return Number(text);
	if (text.length < 3) return null;
	const index = MONTHS.findIndex((name) => name.toLowerCase().startsWith(text));
	return index < 0 ? null : index + 1;
}

/** The day's three numbers; `month` counts from 1. Throws RangeError when it is not a day. */
export function partsOf(iso: string): { year: number; month: number; day: number } {
	if (!isDate(iso)) throw new RangeError(`Not a date: ${iso}`);
	return {
		year: Number(iso.slice(0, 4)),
		month: Number(iso.slice(5, 7)),
		day: Number(iso.slice(8, 10))
	};
}

/** "22 November 2026" */
export function formatDate(iso: string): string {
	const { year, month, day } = partsOf(iso);
	return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** "Nov 2026" */
export function formatMonth(iso: string): string {
	const { year, month } = partsOf(iso);
	return `${MONTHS[month - 1]?.slice(0, 3)} ${year}`;
}

/** "5:30pm", "9am", "midday", "midnight" */
export function formatTime(moment: Date): string {
	const { hour, minute } = inLondon(moment);
	if (minute === '00' && hour === '00') return 'midnight';
	if (minute === '00' && hour === '12') return 'midday';
	const hours = Number(hour);
	const minutes = minute === '00' ? '' : `:${minute}`;
	return `${hours % 12 || 12}${minutes}${hours < 12 ? 'am' : 'pm'}`;
}

/** "22 November 2026 at 5:30pm" */
export function formatDateTime(moment: Date): string {
	return `${formatDate(dateOf(moment))} at ${formatTime(moment)}`;
}

/** "Mon 16 Nov, 17:42": for a status line, where room is short and the year is not in doubt. */
export function formatShortDateTime(moment: Date): string {
	const { weekday, hour, minute, date } = inLondon(moment);
	const { day, month } = partsOf(date);
	return `${weekday} ${day} ${MONTHS[month - 1]?.slice(0, 3)}, ${hour}:${minute}`;
}

/**
 * How long ago in words: "just now", "2 minutes ago", "3 hours ago", "yesterday", "5 days ago",
 * then the date itself. A moment still to come (a phone's clock may be wrong) is given in full.
 */
export function relativeTime(moment: Date, now: Date): string {
	const minutes = Math.floor((now.getTime() - moment.getTime()) / MS_PER_MINUTE);
	if (minutes < -1) return formatDateTime(moment);
	if (minutes < 1) return 'just now';
	if (minutes < 60) return `${count(minutes, 'minute')} ago`;

	const days = daysBetween(dateOf(moment), dateOf(now));
	const hours = Math.floor(minutes / 60);
	if (days === 0 || hours < 12) return `${count(hours, 'hour')} ago`;
	if (days === 1) return 'yesterday';
	return days < 7 ? `${days} days ago` : formatDate(dateOf(moment));
}

/** How long ago a day was: "today", "yesterday", "5 days ago". */
export function daysAgo(iso: string, today: string): string {
	const days = daysBetween(iso, today);
	if (days === 0) return 'today';
	return days === 1 ? 'yesterday' : `${count(days, 'day')} ago`;
}

/** The day `n` days after (or, when negative, before) another. */
export function addDays(iso: string, n: number): string {
	return fromDayNumber(dayNumber(iso) + n);
}

/**
 * The day `n` months after (or before) another; the last of the month where the day does not exist,
 * so one month after 31 January is 28 February.
 */
export function addMonths(iso: string, n: number): string {
	const { year, month, day } = partsOf(iso);
	const lastDay = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
	return fromDayNumber(Date.UTC(year, month - 1 + n, Math.min(day, lastDay)) / MS_PER_DAY);
}

/** Whole days from `a` to `b`; negative when `b` comes first. Clock changes do not matter. */
export function daysBetween(a: string, b: string): number {
	return dayNumber(b) - dayNumber(a);
}

/** The later of two days, where there is one. */
export function later(a: string | null, b: string | null): string | null {
	return a && b ? (a > b ? a : b) : (a ?? b);
}

/** True when a day is after today in London. */
export function isFuture(iso: string, now: Date = new Date()): boolean {
	return daysBetween(today(now), iso) > 0;
}

// Days are counted in UTC, where every day has 24 hours.
function dayNumber(iso: string): number {
	const { year, month, day } = partsOf(iso);
	return Date.UTC(year, month - 1, day) / MS_PER_DAY;
}

function fromDayNumber(days: number): string {
	return new Date(days * MS_PER_DAY).toISOString().slice(0, 10);
}

function pad(value: number): string {
	return String(value).padStart(2, '0');
}

function count(value: number, noun: string): string {
	return `${value} ${noun}${value === 1 ? '' : 's'}`;
}
