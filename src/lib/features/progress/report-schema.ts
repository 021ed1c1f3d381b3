/** How the form of a progress report is read. Loaded when it is sent. */
import * as z from 'zod/mini';
import { textField } from '$lib/forms/field-schemas';
import { readEach } from '$lib/forms/read-each';
import type { Row } from '$lib/records/registry';
import { REPORT_MAX } from '$lib/records/report/limits';
import type { ProgressReportFields } from '$lib/records/report/progress-report';
import type { ReportValues } from './report-values';

/**
 * Reads the form, or finds every field at fault in one go.
 * @param others reports that are there already: a plan has one for each year
 */
export function reportSchema(
	others: readonly Pick<Row<'progress_reports'>, 'plan_id' | 'year_from'>[]
): z.ZodMiniType<ProgressReportFields, ReportValues> {
	const words = (name: string) => textField({ name, max: REPORT_MAX, optional: true });
	return z.pipe(
		z.custom<ReportValues>(),
		z.transform((values, context) => {
			const { data, errors } = readEach(
				{
					plan_id: z.string().check(z.minLength(1, 'Select the plan')),
					year_from: z.string().check(z.minLength(1, 'Select the year')),
					foreword: words('the foreword'),
					achieved: words('what you achieved'),
					setbacks: words('what did not go as planned'),
					next_steps: words('what you will do next')
				},
				values
			);
			const isThere = others.some(
				({ plan_id, year_from }) => plan_id === values.plan_id && year_from === values.year_from
			);
			if (isThere) errors.year_from ??= 'There is a report on this plan and year already';
			for (const [field, message] of Object.entries(errors))
				context.issues.push({ code: 'custom', message, path: [field], input: values });
			return data;
		})
	);
}
