/** The values of the form that answers a proposal, and how they become columns. */
import * as z from 'zod/mini';
import { textField } from '$lib/forms/field-schemas';
import { firstErrors } from '$lib/forms/error-list';
import { REASON_MAX } from '$lib/records/action/limits';
import type { FieldsOf } from '$lib/records/define-record';
import type { Row } from '$lib/records/registry';
import { referenceFault } from './action-schema';

/** In the order of the page: errors are listed so. */
export interface DecisionValues {
	answer: '' | 'accept' | 'decline';
	reference: string;
	service: string;
	decision: string;
}

/** The columns that an answer fills. */
export type Answer = Pick<FieldsOf<'actions'>, 'status' | 'decision'> &
	Partial<Pick<FieldsOf<'actions'>, 'reference' | 'service'>>;

/**
 * Reads the form into the columns that it changes: an action needs a reference and a service, a refusal its reason.
 * @param actions those on this device, for no two of a plan go by one reference
 */
export function decisionSchema(
	proposal: Row<'actions'>,
	actions: () => readonly Row<'actions'>[]
): z.ZodMiniType<Answer, DecisionValues> {
	return z.pipe(
		z.custom<DecisionValues>(),
		z.transform((values, context) => {
			const accepts = values.answer === 'accept';
			const read = z
				.object({
					reference: textField({ name: 'the reference', max: 50, optional: !accepts }),
					service: textField({ name: 'the service', max: 200, optional: !accepts }),
					decision: textField({
						name: 'the reason',
						max: REASON_MAX,
						optional: values.answer !== 'decline'
					})
				})
				.safeParse(values);
			const faults = {
				...(values.answer === '' && { answer: 'Select whether to accept or decline it' }),
				...(accepts && referenceFault(values.reference, proposal, actions())),
				...firstErrors(read.error?.issues ?? [])
			};
			for (const [field, message] of Object.entries(faults))
				context.issues.push({ code: 'custom', message, path: [field], input: values });
			const { reference, service, decision } = read.data ?? values;
			return accepts
				? { status: 'not_started' as const, reference, service, decision: decision || null }
				: { status: 'declined' as const, decision };
		})
	);
}
