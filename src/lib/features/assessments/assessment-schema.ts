/** How the forms over an assessment are read. */
import * as z from 'zod/mini';
import { firstErrors, type FieldErrors } from '$lib/forms/error-list';
import { dateField, textField } from '$lib/forms/field-schemas';
import type { AssessmentFields } from '$lib/records/assessment/assessment';
import { groups } from '$lib/records/assessment/groups';
import { ASSESSMENT_TEXT_MAX } from '$lib/records/assessment/limits';
import type { AssessmentValues } from './assessment-values';

/** Columns that hold nothing as null. */
const nullable = [
	'objective_id',
	'action_id',
	'due_on',
	...groups.map((group) => `impact_${group}` as const),
	'signed_off_on',
	'review_on'
] as const satisfies (keyof AssessmentFields)[];

const longText = (name: string) => textField({ name, max: ASSESSMENT_TEXT_MAX, optional: true });
const day = (name: string) => dateField({ name, optional: true });

const typedSchema = z.object({
	type: z.string().check(z.minLength(1, 'Select the kind of assessment')),
	title: textField({ name: 'the title', max: 300 }),
	service: textField({ name: 'the service', max: 200 }),
	trigger: z.string().check(z.minLength(1, 'Select why it is made')),
	summary: longText('what would change'),
	due_on: day('the due date'),
	lead: textField({ name: 'who does it', max: 200, optional: true }),
	reference: textField({ name: 'the reference', max: 50, optional: true }),
	screened_out_reason: longText('the reason'),
	need_note: longText('the need'),
	access_note: longText('the access'),
	outcome_comparison: longText('the outcomes'),
	findings: longText('the findings'),
	signed_off_by: textField({ name: 'who signs it off', max: 200, optional: true }),
	signed_off_on: day('the date of the sign-off'),
	review_on: day('the review date'),
	outcome_note: longText('what came of it')
});

/**
 * Reads a form's values into the columns of an assessment, or finds every field at fault in one go.
 * @param check what one form asks for besides: sentences by field
 */
export function assessmentSchema(
	check: (values: AssessmentValues) => FieldErrors = () => ({})
): z.ZodMiniType<AssessmentFields, AssessmentValues> {
	return z.pipe(
		z.custom<AssessmentValues>(),
		z.transform((values, context) => {
			const typed = typedSchema.safeParse(values);
			const errors = { ...check(values), ...firstErrors(typed.error?.issues ?? []) };
			for (const [field, message] of Object.entries(errors))
				context.issues.push({ code: 'custom', message, path: [field], input: values });
			const nothing = nullable.filter((column) => values[column] === '');
			return {
				...values,
				...typed.data,
				...Object.fromEntries(nothing.map((column) => [column, null]))
			} as AssessmentFields;
		})
	);
}
