import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord } from '../define-record';

const { Enums } = Constants.public;

/** How many characters the server takes. */
export const MEASURE_MAX = { name: 300, unit: 50, whole: 200, baseline_note: 1000, note: 2000 };

const text = (max: number) => z.string().check(z.maxLength(max));
const number = z.nullable(z.number().check(z.gte(-1e12), z.lte(1e12)));

/** How the council knows whether an objective or an action gets anywhere. */
export const measure = defineRecord({
	table: 'measures',
	schema: z.object({
		objective_id: z.uuid(),
		/** Null for a measure of the objective as a whole. */
		action_id: z.nullable(z.uuid()),
		name: text(MEASURE_MAX.name).check(z.minLength(1)),
		/** What is counted: "safety messages". */
		unit: text(MEASURE_MAX.unit),
		kind: z.enum(Enums.measure_kind),
		/** What a percentage is of: "all staff". */
		whole: z.nullable(text(MEASURE_MAX.whole)),
		/** Readings add up: from `starts_on`, or within each year where the target grows by the year. */
		accumulates: z.boolean(),
		/** What of the logs its readings add up; null where people enter them. */
		fed_by: z.nullable(z.enum(Enums.measure_feed)),
		/** Which way is better. */
		direction: z.enum(Enums.measure_direction),
		baseline: number,
		baseline_on: z.nullable(z.iso.date()),
		baseline_note: z.nullable(text(MEASURE_MAX.baseline_note)),
		/** How the target is worked out; see measure-rules. */
		target_rule: z.enum(Enums.target_rule),
		/** Under `beyond_overall` the overall target, null while nobody knows it. */
		target: number,
		rate_percent: z.nullable(z.number().check(z.gte(-100), z.lte(1000))),
		frequency: z.enum(Enums.reading_frequency),
		/** Its periods are counted from here. */
		starts_on: z.iso.date(),
		due_on: z.nullable(z.iso.date()),
		/** What the plan says about it. */
		note: z.nullable(text(MEASURE_MAX.note)),
		position: z.int().check(z.gte(0), z.lte(1_000_000))
	}),
	columns: {
		name: { label: 'What is measured' },
		action_id: { label: 'Action', names: 'actions' },
		objective_id: { label: 'Objective or priority', names: 'objectives' },
		kind: { label: 'Kind', list: 'measure_kind' },
		unit: { label: 'Unit' },
		whole: { label: 'Out of' },
		accumulates: { label: 'Readings add up' },
		fed_by: { label: 'Worked out from', list: 'measure_feed' },
		direction: { label: 'Better is', list: 'measure_direction' },
		baseline: { label: 'Baseline' },
		baseline_on: { label: 'Baseline date', date: true },
		baseline_note: { label: 'About the baseline' },
		target_rule: { label: 'Target', list: 'target_rule' },
		target: { label: 'Target figure' },
		rate_percent: { label: 'Per cent' },
		frequency: { label: 'Reading', list: 'reading_frequency' },
		starts_on: { label: 'Starts', date: true },
		due_on: { label: 'Due', date: true },
		note: { label: 'What the plan says' }
	}
});

export type MeasureFields = z.infer<typeof measure.schema>;
