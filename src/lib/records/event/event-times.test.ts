import { describe, expect, it } from 'vitest';
import { sampleRow } from '../sample-rows';
import { clashesWith, daysOfSeries, isOver, wardsWithout, whenInWords } from './event-times';

const event = (fields: object) => ({ ...sampleRow('community_events'), ...fields });

describe('whenInWords', () => {
	it('says the clock on the wall, in winter and in summer', () => {
		expect(whenInWords(event({}))).toBe('5 December 2026, 11am to 3pm');
		expect(
			whenInWords(
				event({ starts_at: '2026-05-09T10:30:00+00:00', ends_at: '2026-05-09T12:00:00+00:00' })
			)
		).toBe('9 May 2026, 11:30am to 1pm');
	});

	it('names both days of one that goes over midnight', () => {
		expect(whenInWords(event({ ends_at: '2026-12-06T00:30:00+00:00' }))).toBe(
			'5 December 2026, 11am to 6 December 2026, 12:30am'
		);
	});
});

describe('daysOfSeries', () => {
	it('repeats by weeks or months, and keeps to the last day of a short month', () => {
		expect(daysOfSeries('2026-10-20', 'weekly', 3)).toEqual([
			'2026-10-20',
			'2026-10-27',
			'2026-11-03'
		]);
		expect(daysOfSeries('2026-10-20', 'fortnightly', 2)).toEqual(['2026-10-20', '2026-11-03']);
		expect(daysOfSeries('2027-01-31', 'monthly', 3)).toEqual([
			'2027-01-31',
			'2027-02-28',
			'2027-03-31'
		]);
		expect(daysOfSeries('2026-10-20', 'none', 9)).toEqual(['2026-10-20']);
	});
});

describe('clashesWith', () => {
	const slot = { id: 'new', day: '2026-12-05', ward_code: 'E05013097' };

	it('finds what takes place in the ward on the day, and nothing else', () => {
		const there = event({ id: 'there' });
		const others = [
			event({ id: 'cancelled', status: 'cancelled' }),
			event({ id: 'elsewhere', ward_code: 'E05013096' }),
			event({
				id: 'next day',
				starts_at: '2026-12-06T11:00:00+00:00',
				ends_at: '2026-12-06T12:00:00+00:00'
			}),
			event({ id: 'new' })
		];
		expect(clashesWith(slot, [there, ...others])).toEqual([there]);
		expect(clashesWith({ ...slot, ward_code: null }, [there])).toEqual([]);
	});

	it('finds one that began the day before', () => {
		const long = event({ starts_at: '2026-12-04T20:00:00+00:00' });
		expect(clashesWith(slot, [long])).toEqual([long]);
	});
});

it('wardsWithout leaves out the wards with an event in the period', () => {
	const areas = [{ code: 'E05013097' }, { code: 'E05013096' }];
	const period = { since: '2026-10-01', until: '2026-12-31' };
	expect(wardsWithout(areas, [event({})], period)).toEqual([{ code: 'E05013096' }]);
	expect(wardsWithout(areas, [event({ status: 'cancelled' })], period)).toEqual(areas);
	expect(wardsWithout(areas, [event({})], { ...period, until: '2026-12-04' })).toEqual(areas);
});

it('isOver once its end is past', () => {
	expect(isOver(event({}), new Date('2026-12-05T15:00:01Z'))).toBe(true);
	expect(isOver(event({}), new Date('2026-12-05T14:00:00Z'))).toBe(false);
});
