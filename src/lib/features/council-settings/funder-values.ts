/** What the form of the council as a funder holds, and how it becomes columns of the council. */
import * as z from 'zod/mini';
import { wholeNumberField } from '$lib/forms/field-schemas';
import type { FieldsOf } from '$lib/records/define-record';
import { funderFields, REMINDER_MAX } from '$lib/records/tenancy/council';

type FunderColumns = Pick<
	FieldsOf<'councils'>,
	'funder_prefix' | 'funder_org_id' | 'report_reminder_days'
>;

export type FunderValues = Record<keyof FunderColumns, string>;

export function valuesOfFunder(row: FieldsOf<'councils'>): FunderValues {
	const { funder_prefix, funder_org_id, report_reminder_days } = row;
	return { funder_prefix, funder_org_id, report_reminder_days: String(report_reminder_days) };
}

/** Reads what was typed: people may write the prefix as their grants carry it, "360G-oxford-". */
export const funderSchema: z.ZodMiniType<FunderColumns, FunderValues> = z.object({
	funder_prefix: z.pipe(
		z.pipe(
			z.string(),
			z.transform((typed) =>
				typed
					.trim()
					.replace(/^360G-/i, '')
					.replace(/-$/, '')
			)
		),
		funderFields.funder_prefix
	),
	funder_org_id: z.pipe(
		z.pipe(
			z.string(),
			z.transform((typed) => typed.trim())
		),
		funderFields.funder_org_id
	),
	report_reminder_days: wholeNumberField({
		name: 'the number of working days',
		max: REMINDER_MAX
	}) as unknown as z.ZodMiniType<number, string>
});
