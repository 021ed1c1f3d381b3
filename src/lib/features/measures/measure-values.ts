/** The values of the form for a measure, and how they become columns. */
import * as z from 'zod/mini';
import { dateField, decimalField, textField } from '$lib/forms/field-schemas';
import type { FieldsOf } from '$lib/records/define-record';
import { MEASURE_MAX, type MeasureFields } from '$lib/records/measure/measure';

/** In the order of the page: errors are listed so. */
export interface MeasureValues {
	name: string;
	kind: string;
	unit: string;
	whole: string;
	fed_by: string;
	accumulates: boolean;
	direction: string;
	target_rule: string;
	rate_percent: string;
	target: string;
	baseline: string;
	baseline_on: string;
	baseline_note: string;
	frequency: string;
	starts_on: string;
	due_on: string;
	note: string;
}

export type MeasureChange = Omit<FieldsOf<'measures'>, 'objective_id' | 'action_id' | 'position'>;

/** A new measure of the time of its plan. */
export function emptyMeasure(starts_on: string, due_on: string): MeasureValues {
	return {
		name: '',
		kind: 'count',
		unit: '',
		whole: '',
		fed_by: '',
		accumulates: false,
		direction: 'up',
		target_rule: 'fixed',
		rate_percent: '',
		target: '',
		baseline: '',
		baseline_on: '',
		baseline_note: '',
		frequency: 'quarter',
		starts_on,
		due_on,
		note: ''
	};
}

export function valuesOfMeasure(measure: MeasureFields): MeasureValues {
	const { name, kind, unit, accumulates, direction, target_rule, frequency, starts_on } = measure;
	return {
		name,
		kind,
		unit,
		whole: measure.whole ?? '',
		fed_by: measure.fed_by ?? '',
		accumulates,
		direction,
		target_rule,
		rate_percent: measure.rate_percent?.toString() ?? '',
		target: measure.target?.toString() ?? '',
		baseline: measure.baseline?.toString() ?? '',
		baseline_on: measure.baseline_on ?? '',
		baseline_note: measure.baseline_note ?? '',
		frequency,
		starts_on,
		due_on: measure.due_on ?? '',
		note: measure.note ?? ''
	};
}

/** Which further questions the answers ask for; the others are not shown, and not kept. */
export function asks({
	kind,
	target_rule,
	fed_by
}: Pick<MeasureValues, 'kind' | 'target_rule' | 'fed_by'>) {
	const isCount = kind !== 'percentage';
	return {
		isCount,
		isFed: isCount && fed_by !== '',
		target: target_rule === 'fixed' || target_rule === 'beyond_overall',
		rate: target_rule === 'growth_per_year' || target_rule === 'beyond_overall'
	};
}

const DAYS = {
	notBefore: { date: '1900-01-01' },
	notAfter: { date: '2200-12-31' }
};

/** Reads the form: only what its answers ask for. */
export const measureSchema: z.ZodMiniType<MeasureChange, MeasureValues> = z.pipe(
	z.custom<MeasureValues>(),
	z.transform((values, context) => {
		const asked = asks(values);
		const blank = <V>(wanted: boolean, value: V) => (wanted ? value : ('' as V));
		const read = typed(values).safeParse({
			...values,
			whole: blank(!asked.isCount, values.whole),
			fed_by: blank(asked.isCount, values.fed_by),
			target: blank(asked.target, values.target),
			rate_percent: blank(asked.rate, values.rate_percent)
		});
		if (!read.success) {
			context.issues.push(
				...read.error.issues.map(({ message, path }) => ({
					code: 'custom' as const,
					message,
					path,
					input: values
				}))
			);
			return z.NEVER;
		}
		const { whole, fed_by, baseline_on, baseline_note, due_on, note, ...rest } = read.data;
		return {
			...rest,
			accumulates: asked.isCount && rest.accumulates,
			whole: whole || null,
			fed_by: fed_by || null,
			baseline_on: baseline_on || null,
			baseline_note: baseline_note || null,
			due_on: due_on || null,
			note: note || null
		} as MeasureChange;
	})
);

/** The fields, as strictly as the answers ask. */
function typed(values: MeasureValues) {
	const asked = asks(values);
	const text = (name: string, max: number) => textField({ name, max, optional: true });
	return z
		.object({
			name: textField({ name: 'what is measured', max: MEASURE_MAX.name }),
			kind: z.string(),
			unit: text('the unit', MEASURE_MAX.unit),
			whole: text('what it is a percentage of', MEASURE_MAX.whole),
			fed_by: z.string(),
			accumulates: z.boolean(),
			direction: z.string(),
			target_rule: z.string(),
			rate_percent: decimalField({
				name: 'the percentage',
				min: -100,
				max: 1000,
				optional: !asked.rate
			}),
			target: decimalField({
				name: 'the target',
				...(!asked.isCount && { min: 0, max: 100 }),
				optional: values.target_rule !== 'fixed'
			}),
			baseline: decimalField({ name: 'the baseline', optional: true }),
			baseline_on: dateField({ name: 'the date of the baseline', optional: true, ...DAYS }),
			baseline_note: text('the words about the baseline', MEASURE_MAX.baseline_note),
			frequency: z
				.string()
				.check(
					z.refine(
						(frequency) => !asked.isFed || frequency !== 'once',
						'Records feed a measure every month, quarter, half year or year'
					)
				),
			starts_on: dateField({ name: 'the date it starts', ...DAYS }),
			due_on: dateField({ name: 'the deadline', optional: true, ...DAYS }),
			note: text('what the plan says', MEASURE_MAX.note)
		})
		.check(({ value: { starts_on, due_on }, issues }) => {
			if (due_on !== '' && due_on < starts_on)
				issues.push({
					code: 'custom',
					path: ['due_on'],
					input: due_on,
					message: 'The deadline must be after the date it starts'
				});
		});
}
