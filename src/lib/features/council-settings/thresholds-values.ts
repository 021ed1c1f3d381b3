/** What the form of the smallest numbers shown holds, and how it becomes columns of the council. */
import * as z from 'zod/mini';
import { wholeNumberField } from '$lib/forms/field-schemas';
import type { FieldsOf } from '$lib/records/define-record';
import { THRESHOLDS, thresholdFields } from '$lib/records/tenancy/council';

type ThresholdColumns = Pick<FieldsOf<'councils'>, 'screen_threshold' | 'export_threshold'>;

export type ThresholdValues = Record<keyof ThresholdColumns, string>;

export function valuesOfThresholds(row: FieldsOf<'councils'>): ThresholdValues {
	return {
		screen_threshold: String(row.screen_threshold),
		export_threshold: String(row.export_threshold)
	};
}

const field = (name: string, column: z.ZodMiniType<number, number>) =>
	z.pipe(
		wholeNumberField({ name, max: THRESHOLDS.most }) as unknown as z.ZodMiniType<number, string>,
		column
	);

/** What leaves the council is shown to more people than a screen: its smallest number is no smaller. */
export const thresholdsSchema: z.ZodMiniType<ThresholdColumns, ThresholdValues> = z
	.object({
		screen_threshold: field('the smallest number on screens', thresholdFields.screen_threshold),
		export_threshold: field(
			'the smallest number in files and reports',
			thresholdFields.export_threshold
		)
	})
	.check(
		z.refine(({ screen_threshold, export_threshold }) => export_threshold >= screen_threshold, {
			path: ['export_threshold'],
			message: 'The smallest number in files and reports must not be below the one on screens'
		})
	);
