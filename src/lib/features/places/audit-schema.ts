/** How the form of an audit is read. Loaded when it is sent. */
import * as z from 'zod/mini';
import { firstErrors } from '$lib/forms/error-list';
import { dateField, pastDateField, textField } from '$lib/forms/field-schemas';
import { auditScore, criteriaOf } from '$lib/records/place/audit-score';
import { AUDIT_NOTE_MAX, type PlaceAuditFields } from '$lib/records/place/place-audit';
import { answersOf, type AuditValues } from './audit-values';

/**
 * Reads the form's values into an audit, or finds every field at fault in one go.
 * @param today `YYYY-MM-DD`
 */
export function auditFormSchema(today: string): z.ZodMiniType<PlaceAuditFields, AuditValues> {
	return z.pipe(
		z.custom<AuditValues>(),
		z.transform((values, context) => {
			const typed = z
				.object({
					audited_on: pastDateField({ name: 'the date of the audit', today }),
					note: textField({ name: 'the note', max: AUDIT_NOTE_MAX, optional: true }),
					next_audit_on: dateField({ name: 'the date of the next audit' })
				})
				.safeParse(values);
			const answers = answersOf(values);
			const first = criteriaOf(values.kind)[0];
			const errors = {
				...(first &&
					Object.values(answers).every((answer) => answer === null) && {
						[first]: 'Answer at least one question'
					}),
				...(values.next_audit_on <= values.audited_on && {
					next_audit_on: 'The date of the next audit must be after the date of this one'
				}),
				...firstErrors(typed.error?.issues ?? [])
			};
			for (const [field, message] of Object.entries(errors))
				context.issues.push({ code: 'custom', message, path: [field], input: values });
			return {
				...values,
				...answers,
				...typed.data,
				score: auditScore(Object.values(answers))
			};
		})
	);
}
