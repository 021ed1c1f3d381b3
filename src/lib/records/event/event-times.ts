/** When events are: in words, in a series, and beside one another. */
import { addDays, addMonths, dateOf, formatDate, formatTime } from '../../time/dates';
import type { Row } from '../registry';

type Event = Row<'community_events'>;

/** "5 December 2026, 11am to 3pm" */
export function whenInWords({ starts_at, ends_at }: Pick<Event, 'starts_at' | 'ends_at'>): string {
	const [start, end] = [new Date(starts_at), new Date(ends_at)];
	const from = `${formatDate(dateOf(start))}, ${formatTime(start)}`;
	return dateOf(start) === dateOf(end)
		? `${from} to ${formatTime(end)}`
		: `${from} to ${formatDate(dateOf(end))}, ${formatTime(end)}`;
}

export const REPEATS = ['none', 'weekly', 'fortnightly', 'monthly'] as const;
export type Repeat = (typeof REPEATS)[number];

/** The most events that a series is begun with: two years of weeks. */
export const SERIES_MAX = 104;

/**
 * The days of a series, the first included.
 * @param first `YYYY-MM-DD`
 * @param times how many events
 */
export function daysOfSeries(first: string, repeat: Repeat, times: number): string[] {
	const nth = (number: number) => {
		if (repeat === 'monthly') return addMonths(first, number);
		return addDays(first, number * (repeat === 'weekly' ? 7 : 14));
	};
	return repeat === 'none' ? [first] : Array.from({ length: times }, (_, number) => nth(number));
}

/** What an event is compared by: a place on the calendar and in the council. */
export interface Slot {
	/** Of the event itself; it does not clash with itself. */
	id: string;
	/** `YYYY-MM-DD` */
	day: string;
	ward_code: string | null;
}

/** The events in the same ward on the same day, the earliest first. One that is cancelled is in nobody's way. */
export function clashesWith(slot: Slot, events: readonly Event[]): Event[] {
	if (!slot.ward_code) return [];
	return events
		.filter(
			(event) =>
				event.id !== slot.id &&
				event.status !== 'cancelled' &&
				event.ward_code === slot.ward_code &&
				dateOf(new Date(event.starts_at)) <= slot.day &&
				dateOf(new Date(event.ends_at)) >= slot.day
		)
		.sort((a, b) => a.starts_at.localeCompare(b.starts_at));
}

/** The wards in which nothing takes place in a period. @param period two days, both of them included */
export function wardsWithout<Area extends { code: string }>(
	areas: readonly Area[],
	events: readonly Event[],
	period: { since: string; until: string }
): Area[] {
	const held = new Set(
		events
			.filter((event) => {
				const day = dateOf(new Date(event.starts_at));
				return event.status !== 'cancelled' && day >= period.since && day <= period.until;
			})
			.map(({ ward_code }) => ward_code)
	);
	return areas.filter(({ code }) => !held.has(code));
}

/** Whether an event is over at a moment. */
export function isOver({ ends_at }: Pick<Event, 'ends_at'>, now: Date): boolean {
	return new Date(ends_at) < now;
}
