/** The form that sets what the council promises for issues. */
import * as z from 'zod/mini';
import { timeField, wholeNumberField } from '$lib/forms/field-schemas';
import { labelOf } from '$lib/records/code-lists';
import { Constants } from '$lib/records/database.types';
import type { IssueKind, IssueTargets } from '$lib/records/issue/issue-rules';
import type { Row } from '$lib/records/registry';
import { TARGET_MAX } from '$lib/records/tenancy/council';
import { formatTime, momentOf } from '$lib/time/dates';

type Column = `${IssueKind}_days`;

/** Each kind's column, with its name, in the order of the page. */
export const targetFields: readonly { column: Column; label: string }[] =
	Constants.public.Enums.issue_kind.map((kind) => ({
		column: `${kind}_days`,
		label: labelOf('issue_kind', kind)
	}));

export type TargetValues = Record<Column | 'office_closes_at', string>;

export function targetValuesOf(council: Row<'councils'>): TargetValues {
	const closes = momentOf('2026-01-01', council.office_closes_at.slice(0, 5));
	const days = targetFields.map(({ column }) => [column, String(council[column])]);
	return { office_closes_at: formatTime(closes), ...Object.fromEntries(days) } as TargetValues;
}

/** Reads the form. */
export function targetSchema(): z.ZodMiniType<IssueTargets, TargetValues> {
	const days = targetFields.map(({ column, label }) => [
		column,
		wholeNumberField({
			name: `working days for ${label.toLocaleLowerCase('en-GB')}`,
			max: TARGET_MAX
		})
	]);
	return z.object({
		office_closes_at: z.pipe(
			timeField({ name: 'the time the office closes' }),
			// As the database writes it.
			z.transform((time) => `${time}:00`)
		),
		...(Object.fromEntries(days) as Record<Column, ReturnType<typeof wholeNumberField>>)
	}) as unknown as z.ZodMiniType<IssueTargets, TargetValues>;
}
