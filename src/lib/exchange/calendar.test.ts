/** Calendars are read back with ical.js, which shares no code with what writes them. */
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { momentOf } from '$lib/time/dates';
import { calendarOf, type CalendarEntry } from './calendar';

const entry = (columns: Partial<CalendarEntry> = {}): CalendarEntry => ({
	id: '7d1b6c1e-6d2f-4f3e-9a57-1d5c1c9f7a01',
	title: 'Winter Fair',
	about: '',
	status: 'published',
	cancelled_reason: '',
	starts_at: '2026-02-07T11:00:00+00:00',
	ends_at: '2026-02-07T15:00:00+00:00',
	updated_at: '2026-01-12T09:30:00.123456+00:00',
	sequence: 0,
	where: '',
	...columns
});

const written = (...entries: CalendarEntry[]) => calendarOf('Events', entries);

/** The events of a file, as a calendar reads them. */
const read = (file: string) =>
	new ICAL.Component(ICAL.parse(file) as unknown[])
		.getAllSubcomponents('vevent')
		.map((component) => new ICAL.Event(component));

function only(columns: Partial<CalendarEntry>): ICAL.Event {
	const [event, ...more] = read(written(entry(columns)));
	if (!event || more.length > 0) throw new Error('Not one event');
	return event;
}

const isoOf = (time: ICAL.Time) => time.toJSDate().toISOString();

describe('a calendar', () => {
	it('says what and where an event is, and which one', () => {
		const event = only({ about: 'Stalls and music.', where: 'Leys Hub, OX4 6HW' });
		expect(event.uid).toBe('7d1b6c1e-6d2f-4f3e-9a57-1d5c1c9f7a01@common-ground');
		expect([event.summary, event.description, event.location]).toEqual([
			'Winter Fair',
			'Stalls and music.',
			'Leys Hub, OX4 6HW'
		]);
		expect(event.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
	});

	it.each([
		['the day before the clocks go forward', '2026-03-28', '10:00', '2026-03-28T10:00:00.000Z'],
		['the day the clocks go forward', '2026-03-29', '10:00', '2026-03-29T09:00:00.000Z'],
		['the last minute of winter', '2026-03-29', '00:59', '2026-03-29T00:59:00.000Z'],
		['the first minute of summer', '2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
		['the day before the clocks go back', '2026-10-24', '10:00', '2026-10-24T09:00:00.000Z'],
		['the first of the two hours', '2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
		['the day the clocks go back', '2026-10-25', '10:00', '2026-10-25T10:00:00.000Z']
	])('is right on %s', (_when, day, time, expected) => {
		const starts = momentOf(day, time);
		const ends = new Date(starts.getTime() + 90 * 60_000);
		const event = only({ starts_at: starts.toISOString(), ends_at: ends.toISOString() });
		expect(isoOf(event.startDate)).toBe(expected);
		expect(event.duration.toSeconds()).toBe(90 * 60);
	});

	it('tells the two hours apart that the clocks show when they go back', () => {
		const [first, second] = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map(
			(starts_at) => only({ starts_at, ends_at: '2026-10-25T03:00:00Z' }).startDate
		);
		expect(second?.subtractDate(first as ICAL.Time).toSeconds()).toBe(3600);
	});

	it('keeps every character of long and awkward text, in lines of at most 75 bytes', () => {
		const about =
			'Bring: a coat; gloves, a hat\\scarf.\n"Croeso" – 欢迎 – ਜੀ ਆਇਆਂ ਨੂੰ 👩🏽‍🦽‍➡️\n'.repeat(12) +
			'END:VEVENT';
		const file = written(entry({ title: 'Food, music; and “more”', about }));
		const [event] = read(file);
		expect(event?.summary).toBe('Food, music; and “more”');
		expect(event?.description).toBe(about);
		const lines = file.split('\r\n');
		expect(lines.at(-1)).toBe('');
		expect(lines.filter((line) => Buffer.byteLength(line) > 75 || line.includes('\n'))).toEqual([]);
	});

	it('says how often an event has changed, and when', () => {
		const event = only({ sequence: 3 });
		expect(event.sequence).toBe(3);
		expect(isoOf(event.component.getFirstPropertyValue('dtstamp') as ICAL.Time)).toBe(
			'2026-01-12T09:30:00.000Z'
		);
	});

	it('says that an event is cancelled, and why', () => {
		const event = only({ status: 'cancelled', cancelled_reason: 'Flooded.', about: 'Stalls.' });
		expect(event.component.getFirstPropertyValue('status')).toBe('CANCELLED');
		expect(event.summary).toBe('Cancelled: Winter Fair');
		expect(event.description).toBe('Flooded.\n\nStalls.');
	});

	it('calls an event tentative that is only planned', () => {
		expect(only({ status: 'planned' }).component.getFirstPropertyValue('status')).toBe('TENTATIVE');
	});

	it('has a name, and no events where there are none', () => {
		const file = calendarOf('Leys: events', []);
		const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
		expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Leys: events');
		expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
		expect(read(file)).toEqual([]);
	});
});
