import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addDays,
	daysAgo,
	addMonths,
	clockOf,
	dateFromParts,
	dateOf,
	daysBetween,
	formatDate,
	formatDateTime,
	formatMonth,
	formatShortDateTime,
	formatTime,
	isDate,
	isFuture,
	momentOf,
	relativeTime,
	timestampOf,
	today
} from './dates';

const day = fc
	.date({
		min: new Date('1990-01-01T00:00:00Z'),
		max: new Date('2090-01-01T00:00:00Z'),
		noInvalidDate: true
	})
	.map((date) => date.toISOString().slice(0, 10));

describe('today', () => {
	it('is the day in London, not in UTC, during British Summer Time', () => {
		expect(today(new Date('2026-07-01T22:59:59Z'))).toBe('2026-07-01');
		expect(today(new Date('2026-07-01T23:00:00Z'))).toBe('2026-07-02');
	});

	it('is the day in UTC in winter', () => {
		expect(today(new Date('2026-11-17T23:59:59Z'))).toBe('2026-11-17');
	});

	it('changes with the clocks on 25 October 2026', () => {
		expect(dateOf(new Date('2026-10-24T23:30:00Z'))).toBe('2026-10-25');
		expect(dateOf(new Date('2026-10-25T23:30:00Z'))).toBe('2026-10-25');
	});
});

describe('reading a date', () => {
	it('knows real days from impossible ones', () => {
		expect(isDate('2028-02-29')).toBe(true);
		expect(isDate('2026-02-29')).toBe(false);
		expect(isDate('2026-13-01')).toBe(false);
		expect(isDate('22/11/2026')).toBe(false);
		expect(isDate('2026-11-22T10:00')).toBe(false);
	});

	it('takes a day, month and year as people type them', () => {
		expect(dateFromParts('5', '12', '2026')).toBe('2026-12-05');
		expect(dateFromParts(' 05 ', 'Dec', ' 2026 ')).toBe('2026-12-05');
		expect(dateFromParts('5', 'december', '2026')).toBe('2026-12-05');
	});

	it('gives null where there is no such day', () => {
		expect(dateFromParts('31', '11', '2026')).toBeNull();
		expect(dateFromParts('0', '11', '2026')).toBeNull();
		expect(dateFromParts('5', '0', '2026')).toBeNull();
		expect(dateFromParts('5', 'm', '2026')).toBeNull();
		expect(dateFromParts('5', '12', '26')).toBeNull();
		expect(dateFromParts('5', '12', '0026')).toBeNull();
		expect(dateFromParts('', '', '')).toBeNull();
	});
});

describe('writing a date', () => {
	it('follows GOV.UK style', () => {
		expect(formatDate('2026-11-22')).toBe('22 November 2026');
		expect(formatDate('2026-06-01')).toBe('1 June 2026');
		expect(formatMonth('2026-11-22')).toBe('Nov 2026');
	});

	it('refuses what is not a date', () => {
		expect(() => formatDate('soon')).toThrow(RangeError);
	});

	it('writes times without needless zeros', () => {
		expect(formatTime(new Date('2026-11-22T17:30:00Z'))).toBe('5:30pm');
		expect(formatTime(new Date('2026-11-22T09:00:00Z'))).toBe('9am');
		expect(formatTime(new Date('2026-11-22T12:00:00Z'))).toBe('midday');
		expect(formatTime(new Date('2026-11-22T00:00:00Z'))).toBe('midnight');
		expect(formatTime(new Date('2026-11-22T00:05:00Z'))).toBe('12:05am');
	});

	it('writes moments by the London clock, summer and winter', () => {
		expect(formatDateTime(new Date('2026-11-22T17:30:00Z'))).toBe('22 November 2026 at 5:30pm');
		expect(formatDateTime(new Date('2026-05-22T17:30:00Z'))).toBe('22 May 2026 at 6:30pm');
	});

	it('has a short form for status lines', () => {
		expect(formatShortDateTime(new Date('2026-11-16T17:42:00Z'))).toBe('Mon 16 Nov, 17:42');
		expect(formatShortDateTime(new Date('2026-09-01T23:05:00Z'))).toBe('Wed 2 Sep, 00:05');
	});
});

describe('a moment by the London clock', () => {
	it.each([
		['2026-11-20', '17:30', '2026-11-20T17:30:00+00:00'],
		['2026-07-01', '00:15', '2026-06-30T23:15:00+00:00'],
		['2026-10-25', '01:30', '2026-10-25T00:30:00+00:00'],
		['2026-10-25', '02:30', '2026-10-25T02:30:00+00:00'],
		['2026-03-29', '01:30', '2026-03-29T01:30:00+00:00'],
		['2026-03-29', '02:30', '2026-03-29T01:30:00+00:00']
	])('%s at %s', (day, time, moment) => {
		expect(timestampOf(momentOf(day, time))).toBe(moment);
	});

	it('and back again, for every time that there is', () => {
		fc.assert(
			fc.property(day, fc.integer({ min: 0, max: 1439 }), (iso, minute) => {
				const time = [Math.floor(minute / 60), minute % 60]
					.map((part) => String(part).padStart(2, '0'))
					.join(':');
				const moment = momentOf(iso, time);
				const isLeftOut = clockOf(moment) !== time;
				if (isLeftOut) expect(iso).toMatch(/-03-(2[5-9]|3[01])$/);
				else expect(dateOf(moment)).toBe(iso);
			})
		);
	});
});

describe('relativeTime', () => {
	const now = new Date('2026-11-17T10:00:00Z');
	const ago = (words: string) => relativeTime(new Date(words), now);

	it('counts minutes, hours and days, then gives the date', () => {
		expect(ago('2026-11-17T09:59:31Z')).toBe('just now');
		expect(ago('2026-11-17T09:59:00Z')).toBe('1 minute ago');
		expect(ago('2026-11-17T09:58:00Z')).toBe('2 minutes ago');
		expect(ago('2026-11-17T08:30:00Z')).toBe('1 hour ago');
		expect(ago('2026-11-16T23:30:00Z')).toBe('10 hours ago');
		expect(ago('2026-11-16T17:42:00Z')).toBe('yesterday');
		expect(ago('2026-11-14T17:42:00Z')).toBe('3 days ago');
		expect(ago('2026-11-10T10:00:00Z')).toBe('10 November 2026');
	});

	it('gives a moment still to come in full, and forgives a minute', () => {
		expect(ago('2026-11-17T10:00:40Z')).toBe('just now');
		expect(ago('2026-11-17T12:00:00Z')).toBe('17 November 2026 at midday');
	});
});

describe('reckoning with days', () => {
	it('crosses months, leap days and clock changes', () => {
		expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
		expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
		expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
		expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
		expect(daysBetween('2026-11-17', '2026-11-10')).toBe(-7);
	});

	it('stays in the month when adding months', () => {
		expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
		expect(addMonths('2026-11-17', -12)).toBe('2025-11-17');
		expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
		expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
	});

	it('adding and counting agree', () => {
		fc.assert(
			fc.property(day, fc.integer({ min: -5000, max: 5000 }), (iso, n) => {
				expect(daysBetween(iso, addDays(iso, n))).toBe(n);
				expect(addDays(addDays(iso, n), -n)).toBe(iso);
			})
		);
	});

	it('knows the future by the London day', () => {
		const lateOnMonday = new Date('2026-06-15T23:30:00Z');
		expect(isFuture('2026-06-16', lateOnMonday)).toBe(false);
		expect(isFuture('2026-06-17', lateOnMonday)).toBe(true);
	});
});

it('says how long ago a day was', () => {
	expect(daysAgo('2026-11-17', '2026-11-17')).toBe('today');
	expect(daysAgo('2026-11-16', '2026-11-17')).toBe('yesterday');
	expect(daysAgo('2026-10-31', '2026-11-17')).toBe('17 days ago');
});
