/**
 * Events as a file that calendars read (iCalendar, RFC 5545). It stands alone, so that the server's feed is written by the
 * same code as the file that a phone saves.
 */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** What a calendar shows of an event. */
export interface CalendarEntry {
	id: string;
	title: string;
	/** What it is, for anybody to read. */
	about: string;
	status: 'planned' | 'published' | 'delivered' | 'evaluated' | 'cancelled';
	cancelled_reason: string;
	/** Moments with their offset: "2026-11-16T17:30:00+00:00". */
	starts_at: string;
	ends_at: string;
	updated_at: string;
	/** How often what calendars show has changed. */
	sequence: number;
	/** "Leys Hub, 1 Blackbird Leys Road, OX4 6HW"; '' where there is no one place. */
	where: string;
}

/** How often a calendar that subscribes is asked to look again. */
const REFRESH_SECONDS = 60 * 60;

/**
 * A calendar of its entries, in their order, folded, escaped and with lines that end as the standard asks.
 *
 * Times are written in UTC, which calendars show in the reader's own time. Unlike a local time with a time zone it is also
 * plain in the hour that comes twice when the clocks go back.
 * @param name what the calendar is called where somebody subscribes
 */
export function calendarOf(name: string, entries: readonly CalendarEntry[]): string {
	const calendar = ical({
		name,
		prodId: { company: 'Common Ground', product: 'Events', language: 'EN' },
		method: ICalCalendarMethod.PUBLISH,
		ttl: REFRESH_SECONDS
	});
	for (const entry of entries) {
		const changed = new Date(entry.updated_at);
		calendar.createEvent({
			id: `${entry.id}@common-ground`,
			sequence: entry.sequence,
			stamp: changed,
			lastModified: changed,
			start: new Date(entry.starts_at),
			end: new Date(entry.ends_at),
			summary: summaryOf(entry),
			description: [entry.status === 'cancelled' ? entry.cancelled_reason : '', entry.about]
				.filter(Boolean)
				.join('\n\n'),
			location: entry.where,
			status: statusOf(entry)
		});
	}
	return `${calendar.toString()}\r\n`;
}

/** Several calendars show a cancelled event like any other: the title says it too. */
function summaryOf({ status, title }: CalendarEntry): string {
	return status === 'cancelled' ? `Cancelled: ${title}` : title;
}

function statusOf({ status }: CalendarEntry): ICalEventStatus {
	if (status === 'cancelled') return ICalEventStatus.CANCELLED;
	return status === 'planned' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}
