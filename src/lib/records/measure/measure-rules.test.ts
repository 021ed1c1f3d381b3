import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '$lib/time/dates';
import { sampleRow } from '../sample-rows';
import {
	expectedOn,
	figureOf,
	nextReadingOn,
	periodOf,
	positionOf,
	standingOf,
	stateOf,
	stepsOf,
	suggestDay,
	targetOn,
	wantsFinal,
	wayToTarget,
	type Measure
} from './measure-rules';

const measure = (fields: Partial<Measure> = {}): Measure => ({
	...sampleRow('measures'),
	...fields
});
const reading = (read_on: string, value: number, whole_count: number | null = null) => ({
	read_on,
	value,
	whole_count
});

const growing = measure({
	target_rule: 'growth_per_year',
	rate_percent: 20,
	baseline: 100,
	starts_on: '2015-04-01',
	frequency: 'year'
});

const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2014-01-01', n));
const someMeasure = fc
	.record({
		kind: fc.constantFrom('count' as const, 'percentage' as const),
		accumulates: fc.boolean(),
		fed_by: fc.constant(null),
		direction: fc.constantFrom('up' as const, 'down' as const),
		baseline: fc.option(fc.double({ min: 1, max: 1000, noNaN: true })),
		target_rule: fc.constantFrom(
			'fixed' as const,
			'growth_per_year' as const,
			'beyond_overall' as const,
			'none' as const
		),
		target: fc.option(fc.double({ min: 1, max: 1000, noNaN: true })),
		rate_percent: fc.integer({ min: -50, max: 100 }),
		frequency: fc.constantFrom(
			'month' as const,
			'quarter' as const,
			'half_year' as const,
			'year' as const
		),
		starts_on: day,
		due_on: fc.option(fc.integer({ min: 0, max: 2000 }))
	})
	.map(({ due_on, ...rest }): Measure => ({
		...rest,
		due_on: due_on === null ? null : addDays(rest.starts_on, due_on)
	}));
const someReadings = fc.uniqueArray(
	fc.record({
		read_on: day,
		value: fc.integer({ min: 0, max: 1000 }),
		whole_count: fc.constant(null)
	}),
	{ selector: ({ read_on }) => read_on, maxLength: 12 }
);

describe('periods', () => {
	it('are counted from the start, and the last ends at the deadline', () => {
		const quarterly = measure({ starts_on: '2026-04-01', due_on: '2026-11-15' });
		expect(periodOf(quarterly, '2026-06-30')).toEqual({ from: '2026-04-01', to: '2026-06-30' });
		expect(periodOf(quarterly, '2026-10-01')).toEqual({ from: '2026-10-01', to: '2026-11-15' });
	});

	it('begin on the last day of a month that has no such day', () => {
		const monthly = measure({ starts_on: '2026-01-31', frequency: 'month' });
		expect(periodOf(monthly, '2026-02-28')).toEqual({ from: '2026-02-28', to: '2026-03-30' });
	});

	it('follow each other without a gap, and hold the day that was asked for', () => {
		fc.assert(
			fc.property(someMeasure, day, (some, day) => {
				const endless = { ...some, due_on: null };
				const period = periodOf(endless, day);
				expect(period && period.from <= day && day <= period.to).toBe(true);
				const next = periodOf(endless, addDays(period?.to ?? '', 1));
				expect(next?.from).toBe(addDays(period?.to ?? '', 1));
			})
		);
	});
});

describe('the target', () => {
	it('grows by the year, 20% on 20%', () => {
		expect(targetOn(growing, '2015-03-31')).toBeCloseTo(100);
		expect(targetOn(growing, '2015-04-01')).toBeCloseTo(120);
		expect(targetOn(growing, '2016-03-31')).toBeCloseTo(120);
		expect(targetOn(growing, '2016-04-01')).toBeCloseTo(144);
	});

	it('grows no more after the deadline', () => {
		expect(targetOn({ ...growing, due_on: '2016-03-31' }, '2026-01-01')).toBeCloseTo(120);
	});

	it('is so much beyond an overall target, once that is known', () => {
		const beyond = measure({ target_rule: 'beyond_overall', rate_percent: 6 });
		expect(targetOn(beyond, '2018-12-31')).toBeNull();
		expect(targetOn({ ...beyond, target: 500 }, '2018-12-31')).toBeCloseTo(530);
	});

	it('is not known without its baseline', () => {
		expect(targetOn({ ...growing, baseline: null }, '2016-01-01')).toBeNull();
		expect(wayToTarget({ ...growing, baseline: null }, '2020-01-01')).toEqual([]);
	});

	it('grows each year by its rate, whatever that is', () => {
		fc.assert(
			fc.property(someMeasure, day, (some, day) => {
				const growth: Measure = {
					...some,
					target_rule: 'growth_per_year',
					baseline: some.baseline ?? 50,
					due_on: null
				};
				fc.pre(day >= growth.starts_on);
				const [now, later] = [targetOn(growth, day), targetOn(growth, addDays(day, 366))];
				const factor = 1 + (growth.rate_percent ?? 0) / 100;
				const years = (later ?? 0) / (now ?? 1);
				expect([factor, factor ** 2].some((f) => Math.abs(f - years) < 1e-9)).toBe(true);
			})
		);
	});
});

describe('the way there', () => {
	it('goes straight from the baseline to the target', () => {
		const trained = measure({
			target_rule: 'fixed',
			target: 100,
			baseline: 0,
			starts_on: '2026-01-01',
			due_on: '2026-12-31'
		});
		expect(expectedOn(trained, '2026-07-02')).toBeCloseTo(50);
		expect(expectedOn(trained, '2027-07-02')).toBe(100);
	});

	it('is the target from the first day where nobody knows the baseline', () => {
		const graffiti = measure({ target_rule: 'fixed', target: 100, due_on: '2030-03-31' });
		expect(expectedOn(graffiti, '2026-05-01')).toBe(100);
	});

	it('begins anew each year where growth adds up', () => {
		const adding = { ...growing, accumulates: true };
		expect(expectedOn(adding, '2015-04-01')).toBe(0);
		expect(expectedOn(adding, '2016-03-31')).toBeCloseTo(120);
		expect(expectedOn(adding, '2017-03-31')).toBeCloseTo(144);
	});

	it('ends at the target that holds on its last day', () => {
		fc.assert(
			fc.property(someMeasure, day, (some, until) => {
				for (const { to, end } of wayToTarget(some, until))
					expect(targetOn(some, to)).toBeCloseTo(end, 6);
			})
		);
	});
});

describe('the position', () => {
	it('is the last reading', () => {
		const readings = [reading('2026-09-30', 60), reading('2026-06-30', 40)];
		expect(positionOf(measure(), readings, '2026-11-22')).toEqual({ value: 60, on: '2026-09-30' });
	});

	it('is the sum of the readings since the start', () => {
		const readings = [
			reading('2026-03-31', 7),
			reading('2026-06-30', 40),
			reading('2026-09-30', 2)
		];
		expect(positionOf(measure({ accumulates: true }), readings, '2026-11-22')?.value).toBe(42);
	});

	it('is the sum of the year where the target grows by the year', () => {
		const adding: Measure = { ...growing, accumulates: true, frequency: 'half_year' };
		const readings = [
			reading('2015-09-30', 50),
			reading('2016-03-31', 60),
			reading('2016-09-30', 70)
		];
		expect(stepsOf(adding, readings).map(({ value, run }) => [run, value])).toEqual([
			[1, 50],
			[1, 110],
			[2, 70]
		]);
		expect(positionOf(adding, readings, '2016-12-01')).toEqual({ value: 70, on: '2016-09-30' });
	});

	it('of a percentage is worked out from how many of how many', () => {
		const share = measure({ kind: 'percentage' });
		expect(figureOf(share, reading('2026-06-30', 320, 500))).toBe(64);
		expect(figureOf(share, reading('2026-06-30', 64))).toBe(64);
	});

	it('stands for today while its period goes on', () => {
		expect(positionOf(measure(), [reading('2026-12-31', 5)], '2026-11-22')?.on).toBe('2026-11-22');
	});

	it('does not depend on the order of the readings', () => {
		fc.assert(
			fc.property(someMeasure, someReadings, day, (some, readings, today) => {
				const state = stateOf(some, readings, today);
				expect(stateOf(some, readings.toReversed(), today)).toEqual(state);
			})
		);
	});

	it('adds up to all the readings since the start, over all its runs', () => {
		fc.assert(
			fc.property(someMeasure, someReadings, (some, readings) => {
				const adding = { ...some, accumulates: true };
				const steps = stepsOf(adding, readings);
				const ends = steps.filter(({ run }, i) => steps[i + 1]?.run !== run);
				const total = readings
					.filter(({ read_on }) => read_on >= adding.starts_on)
					.reduce((sum, { value }) => sum + value, 0);
				expect(ends.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(total);
			})
		);
	});
});

describe('the standing', () => {
	const trained = measure({
		target_rule: 'fixed',
		target: 100,
		baseline: 0,
		starts_on: '2026-01-01',
		due_on: '2026-12-31'
	});

	it.each([
		[100, 'met'],
		[120, 'met'],
		[55, 'on_the_way'],
		[45, 'behind']
	])('of %i half way to 100 is %s', (value, standing) => {
		expect(standingOf(trained, { value, on: '2026-07-02' })).toBe(standing);
	});

	it('is not known without a reading, or without a target', () => {
		expect(standingOf(trained, null)).toBe('not_known');
		expect(standingOf(measure(), { value: 5, on: '2026-07-02' })).toBe('not_known');
	});

	it('of what should go down looks the other way', () => {
		const deaths: Measure = { ...trained, direction: 'down', baseline: 100, target: 50 };
		expect(standingOf(deaths, { value: 50, on: '2026-07-02' })).toBe('met');
		expect(standingOf(deaths, { value: 70, on: '2026-07-02' })).toBe('on_the_way');
		expect(standingOf(deaths, { value: 80, on: '2026-07-02' })).toBe('behind');
	});

	it('of what must stay low and adds up is met only at the end', () => {
		const deaths: Measure = { ...trained, direction: 'down', accumulates: true, target: 50 };
		expect(standingOf(deaths, { value: 10, on: '2026-07-02' })).toBe('on_the_way');
		expect(standingOf(deaths, { value: 40, on: '2026-07-02' })).toBe('behind');
		expect(standingOf(deaths, { value: 50, on: '2026-12-31' })).toBe('met');
	});

	it('forgives the last bit of a fraction', () => {
		const target: Measure = { ...trained, target: 0.3 };
		expect(standingOf(target, { value: 0.1 + 0.1 + 0.1, on: '2026-12-31' })).toBe('met');
		expect(standingOf(growing, { value: 100 * 1.2 * 1.2, on: '2017-03-31' })).toBe('met');
	});

	it('is the same up as down, turned over', () => {
		fc.assert(
			fc.property(someMeasure, fc.integer({ min: -2000, max: 2000 }), day, (some, value, on) => {
				const up: Measure = { ...some, direction: 'up', accumulates: false };
				const negative = (n: number | null) => (n === null ? null : -n);
				const down: Measure = {
					...up,
					direction: 'down',
					baseline: negative(up.baseline),
					target: negative(up.target)
				};
				expect(standingOf(down, { value: -value, on })).toBe(standingOf(up, { value, on }));
			})
		);
	});

	it('never gets worse by a better figure', () => {
		const order = ['behind', 'on_the_way', 'met'];
		fc.assert(
			fc.property(someMeasure, fc.nat(2000), fc.nat(500), day, (some, value, more, on) => {
				const better = some.direction === 'up' ? value + more : value - more;
				const [a, b] = [value, better].map((v) =>
					order.indexOf(standingOf(some, { value: v, on }))
				);
				expect(b).toBeGreaterThanOrEqual(a ?? 0);
			})
		);
	});
});

describe('the next reading', () => {
	const quarterly = measure({ starts_on: '2026-04-01', due_on: '2027-03-31' });

	it('is that of the first period, then of the one after the last', () => {
		expect(nextReadingOn(quarterly, [])).toBe('2026-06-30');
		expect(nextReadingOn(quarterly, [reading('2026-06-29', 1)])).toBe('2026-09-30');
		expect(nextReadingOn(quarterly, [reading('2027-03-31', 1)])).toBeNull();
	});

	it('of a measure that is read once is at the deadline', () => {
		expect(nextReadingOn({ ...quarterly, frequency: 'once' }, [])).toBe('2027-03-31');
		expect(nextReadingOn({ ...quarterly, frequency: 'once', due_on: null }, [])).toBeNull();
	});

	it('is nobody’s to enter where logs feed it', () => {
		expect(nextReadingOn({ ...quarterly, fed_by: 'logs' }, [])).toBeNull();
	});

	it('is wanted once its period is over, and the final one once the deadline has passed', () => {
		expect(stateOf(quarterly, [], '2026-06-30').wants).toBeNull();
		expect(stateOf(quarterly, [], '2026-07-01').wants).toBe('reading');
		expect(stateOf(quarterly, [reading('2027-03-30', 1)], '2027-04-01').wants).toBe('final');
		expect(stateOf(quarterly, [reading('2027-03-31', 1)], '2027-04-01').wants).toBeNull();
		expect(wantsFinal({ ...quarterly, fed_by: 'logs' }, [], '2027-04-01')).toBe(false);
	});

	it('has for its day the end of the last period that has none', () => {
		expect(suggestDay(quarterly, [], '2026-11-22')).toBe('2026-09-30');
		expect(suggestDay(quarterly, [reading('2026-09-30', 1)], '2026-11-22')).toBe('2026-06-30');
		const both = [reading('2026-09-30', 1), reading('2026-06-30', 1)];
		expect(suggestDay(quarterly, both, '2026-11-22')).toBe('2026-11-22');
		expect(suggestDay(quarterly, [], '2030-01-01')).toBe('2027-03-31');
		expect(suggestDay(quarterly, [], '2026-04-02')).toBe('2026-04-02');
	});

	it('suggests no day to come, and none that has a reading already unless that is today', () => {
		fc.assert(
			fc.property(someMeasure, someReadings, day, (some, readings, today) => {
				const suggested = suggestDay(some, readings, today);
				expect(suggested <= today).toBe(true);
				if (suggested !== today)
					expect(readings.map(({ read_on }) => read_on)).not.toContain(suggested);
			})
		);
	});
});
