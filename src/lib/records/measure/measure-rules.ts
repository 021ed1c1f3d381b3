/**
 * What can be said of a measure from its readings: which target holds when, how far it has got, and what is to be read
 * next. Days are `YYYY-MM-DD`; figures are never rounded here, only where they are shown.
 */
import { addDays, addMonths, daysBetween, partsOf } from '$lib/time/dates';
import type { Row } from '../registry';
import type { MeasureFields } from './measure';

export type Measure = Pick<
	MeasureFields,
	| 'kind'
	| 'accumulates'
	| 'fed_by'
	| 'direction'
	| 'baseline'
	| 'target_rule'
	| 'target'
	| 'rate_percent'
	| 'frequency'
	| 'starts_on'
	| 'due_on'
>;
export type Reading = Pick<Row<'measure_readings'>, 'read_on' | 'value' | 'whole_count'>;

/** Months between readings. A measure that is read once has no periods. */
const MONTHS = { month: 1, quarter: 3, half_year: 6, year: 12 };

/** Figures this near to each other, in parts of the larger, are the same: 0.1 + 0.2 reaches 0.3. */
const NEAR = 1e-9;

/** From its first day to its last, both included. */
export interface Period {
	from: string;
	to: string;
}

/**
 * The period that a day lies in, as the database counts them (private.measure_period): so many months each from
 * `starts_on`, the last one cut off by `due_on`. Of a measure that is read once, the whole of its time; null where that
 * has no end.
 */
export function periodOf(measure: Measure, day: string): Period | null {
	const { frequency, starts_on, due_on } = measure;
	if (frequency === 'once') return due_on === null ? null : { from: starts_on, to: due_on };
	const { from, to } = stretch(starts_on, MONTHS[frequency], day);
	return { from, to: earliest(to, due_on) };
}

/** The stretch of so many months, counted from a start, in which a day lies, and its number from 0. */
function stretch(start: string, months: number, day: string): Period & { number: number } {
	const [a, b] = [partsOf(start), partsOf(day)];
	let number = Math.floor((12 * (b.year - a.year) + b.month - a.month) / months);
	if (addMonths(start, number * months) > day) number--;
	return {
		number,
		from: addMonths(start, number * months),
		to: addDays(addMonths(start, (number + 1) * months), -1)
	};
}

function earliest(day: string, other: string | null): string {
	return other !== null && other < day ? other : day;
}

/** A reading's figure: a count, or a percentage. */
export function figureOf({ kind }: Pick<Measure, 'kind'>, { value, whole_count }: Reading): number {
	return kind === 'percentage' && whole_count !== null ? (100 * value) / whole_count : value;
}

/**
 * The figure to be reached by the end of the year (of the measure) that a day lies in, or by the deadline:
 * - `fixed`: the target
 * - `growth_per_year`: baseline × (1 + rate/100)^n in year n; the first year from `starts_on` is year 1
 * - `beyond_overall`: overall target × (1 + rate/100)
 *
 * Null where there is none, or where the baseline or the overall target is not known yet.
 */
export function targetOn(measure: Measure, day: string): number | null {
	const { target_rule, target, baseline, rate_percent } = measure;
	const factor = 1 + (rate_percent ?? 0) / 100;
	switch (target_rule) {
		case 'fixed':
			return target;
		case 'beyond_overall':
			return target === null ? null : target * factor;
		case 'growth_per_year':
			return baseline === null ? null : baseline * factor ** yearOf(measure, day);
		case 'none':
			return null;
	}
}

/** The number of the year from `starts_on` that a day lies in; 0 before it, that of the deadline after it. */
function yearOf({ starts_on, due_on }: Measure, day: string): number {
	return Math.max(0, stretch(starts_on, 12, earliest(day, due_on)).number + 1);
}

/** A straight piece of the way to the target. */
export interface Leg extends Period {
	/** Where it begins and ends, in the measure's figures. */
	start: number;
	end: number;
}

/**
 * The way to the target, up to a day: from nothing where readings add up, from the baseline where there is one; the target
 * itself all the time where there is neither. Growth goes year by year. Empty where the target is not known.
 */
export function wayToTarget(measure: Measure, until: string): Leg[] {
	const { starts_on, due_on, accumulates, baseline } = measure;
	const target = targetOn(measure, starts_on);
	if (target === null) return [];
	if (measure.target_rule === 'growth_per_year') return growth(measure, until);
	const first = accumulates ? 0 : baseline;
	if (first === null || due_on === null)
		return [{ from: starts_on, to: latest(starts_on, until), start: target, end: target }];
	const way = { from: starts_on, to: due_on, start: first, end: target };
	return until > due_on ? [way, { from: due_on, to: until, start: target, end: target }] : [way];
}

function growth(measure: Measure, until: string): Leg[] {
	const legs: Leg[] = [];
	const last = earliest(latest(measure.starts_on, until), measure.due_on);
	for (let day = measure.starts_on; day <= last;) {
		const { from, to } = stretch(measure.starts_on, 12, day);
		const before = measure.accumulates ? 0 : targetOn(measure, addDays(from, -1));
		legs.push({ from, to, start: before ?? 0, end: targetOn(measure, from) ?? 0 });
		day = addDays(to, 1);
	}
	return legs;
}

function latest(day: string, other: string): string {
	return other > day ? other : day;
}

/** Where the measure should be on a day, on a straight way to its target. Null where nobody can say. */
export function expectedOn(measure: Measure, day: string): number | null {
	const openEnded = measure.accumulates && measure.due_on === null;
	if (openEnded && measure.target_rule !== 'growth_per_year') return null;
	const leg = wayToTarget(measure, day).findLast(({ from }) => from <= day);
	if (!leg) return null;
	const length = daysBetween(leg.from, leg.to);
	const gone = Math.min(1, length === 0 ? 1 : daysBetween(leg.from, day) / length);
	return leg.start + (leg.end - leg.start) * gone;
}

/** Where a measure is: its last figure, or what its readings have come to. */
export interface Position {
	value: number;
	/** The day that it stands for. */
	on: string;
}

/** A reading with what all of them have come to by then; the same as its own figure where they do not add up. */
export interface Step<R extends Reading> extends Position {
	reading: R;
	/** Steps of one run follow from each other; sums begin anew with each. */
	run: number;
}

/** The readings in the order of their days, and what they come to. */
export function stepsOf<R extends Reading>(measure: Measure, readings: readonly R[]): Step<R>[] {
	const counted = readings
		.filter(({ read_on }) => !measure.accumulates || read_on >= measure.starts_on)
		.sort((a, b) => a.read_on.localeCompare(b.read_on));
	const byYear = measure.accumulates && measure.target_rule === 'growth_per_year';
	let sum = 0;
	let run = 0;
	return counted.map((reading) => {
		const itsRun = byYear ? yearOf(measure, reading.read_on) : 0;
		if (itsRun !== run) sum = 0;
		run = itsRun;
		const figure = figureOf(measure, reading);
		sum = measure.accumulates ? sum + figure : figure;
		return { reading, run, value: sum, on: reading.read_on };
	});
}

/** Where the measure is now. Null without a reading. */
export function positionOf(
	measure: Measure,
	readings: readonly Reading[],
	today: string
): Position | null {
	const last = stepsOf(measure, readings).at(-1);
	// A period that logs feed goes on until its last day.
	return last ? { value: last.value, on: earliest(last.on, today) } : null;
}

export type Standing = 'met' | 'on_the_way' | 'behind' | 'not_known';

/**
 * How a position compares with the target. What must stay low and adds up is met only when its time is over. Not known
 * without a reading or a target.
 */
export function standingOf(measure: Measure, position: Position | null): Standing {
	const target = position && targetOn(measure, position.on);
	if (position === null || target === null) return 'not_known';
	const reaches = (goal: number) => atLeast(measure, position.value, goal);
	if (reaches(target) && (!staysOpen(measure) || position.on >= endOfTarget(measure, position.on)))
		return 'met';
	const expected = expectedOn(measure, position.on);
	return expected === null || reaches(expected) ? 'on_the_way' : 'behind';
}

/** Whether a figure is as good as another, or better. */
function atLeast({ direction }: Measure, value: number, goal: number): boolean {
	const slack = NEAR * Math.max(Math.abs(value), Math.abs(goal));
	return direction === 'up' ? value >= goal - slack : value <= goal + slack;
}

function staysOpen({ direction, accumulates }: Measure): boolean {
	return direction === 'down' && accumulates;
}

/** The last day of the time for which the target of a day is set. */
function endOfTarget(measure: Measure, day: string): string {
	const { target_rule, starts_on, due_on } = measure;
	if (target_rule === 'growth_per_year')
		return earliest(stretch(starts_on, 12, earliest(day, due_on)).to, due_on);
	return due_on ?? '9999-12-31';
}

/**
 * The last day of the next period that wants a reading. Null where the database works readings out, and when the last
 * one is in.
 */
export function nextReadingOn(measure: Measure, readings: readonly Reading[]): string | null {
	if (measure.fed_by !== null) return null;
	const { starts_on, due_on } = measure;
	const last = readings.reduce((day, { read_on }) => latest(day, read_on), addDays(starts_on, -1));
	if (due_on !== null && last >= due_on) return null;
	if (measure.frequency === 'once') return due_on;
	const covered = last < starts_on ? last : (periodOf(measure, last)?.to ?? last);
	return periodOf(measure, addDays(covered, 1))?.to ?? null;
}

/** Whether the deadline has passed and nobody has said how it ended. */
export function wantsFinal(measure: Measure, readings: readonly Reading[], today: string): boolean {
	const { due_on, fed_by } = measure;
	if (due_on === null || fed_by !== null) return false;
	return due_on < today && !readings.some(({ read_on }) => read_on >= due_on);
}

/** The day to suggest for a new reading: the end of the last period that is over and has none, or else today. */
export function suggestDay(measure: Measure, readings: readonly Reading[], today: string): string {
	const { starts_on, due_on } = measure;
	const days = readings.map(({ read_on }) => read_on);
	let period = periodOf(measure, earliest(today, due_on));
	while (period && period.to >= starts_on) {
		const { from, to } = period;
		if (to <= today && !days.some((day) => day >= from && day <= to)) return to;
		period = measure.frequency === 'once' ? null : periodOf(measure, addDays(from, -1));
	}
	return today;
}

/** Everything that lists and pages say of a measure. */
export interface MeasureState {
	position: Position | null;
	standing: Standing;
	/** The end of the next period that wants a reading. */
	nextOn: string | null;
	/** What it asks of people now. */
	wants: 'final' | 'reading' | null;
}

export function stateOf(
	measure: Measure,
	readings: readonly Reading[],
	today: string
): MeasureState {
	const position = positionOf(measure, readings, today);
	const nextOn = nextReadingOn(measure, readings);
	const isOver = nextOn !== null && nextOn < today;
	return {
		position,
		standing: standingOf(measure, position),
		nextOn,
		wants: wantsFinal(measure, readings, today) ? 'final' : isOver ? 'reading' : null
	};
}
