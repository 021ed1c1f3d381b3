/** How the form that decides becomes columns of a grant. Loaded when it is sent. */
import * as z from 'zod/mini';
import { moneyField, pastDateField, textField } from '$lib/forms/field-schemas';
import { readEach } from '$lib/forms/read-each';
import { formatMoney } from '$lib/money';
import { GRANT_MAX } from '$lib/records/grant/limits';
import type { Decision, DecisionValues } from './decision-values';

/**
 * Reads the form: an approval needs an amount, and a reason where that is over the limit; declining needs its reason.
 * @param isScored only what is scored can be approved
 * @param cap the most that one grant of the round may be, in pence; null for no limit
 */
export function decisionSchema(
	isScored: boolean,
	cap: number | null,
	today: string
): z.ZodMiniType<Decision, DecisionValues> {
	return z.pipe(
		z.custom<DecisionValues>(),
		z.transform((values, context) => {
			const approves = values.answer === 'approve';
			const { data, errors } = readEach(
				{
					awarded: moneyField({ name: 'the amount', min: 1, optional: !approves }),
					over_cap_reason: textField({
						name: 'the reason',
						max: GRANT_MAX.over_cap_reason,
						optional: true
					}),
					decline_reason: textField({
						name: 'why it is declined',
						max: GRANT_MAX.decline_reason,
						optional: values.answer !== 'decline'
					}),
					decided_on: pastDateField({ name: 'the date of the decision', today })
				},
				values
			);
			const isOver = cap !== null && !errors.awarded && (data.awarded ?? 0) > cap;
			const faults: Record<string, string | undefined> = {
				...(values.answer === '' && { answer: 'Select whether to approve or decline it' }),
				...(approves && !isScored && { answer: 'Score it before you approve it' }),
				...(!approves ? { ...errors, awarded: undefined } : errors),
				...(approves &&
					isOver &&
					data.over_cap_reason === '' && {
						over_cap_reason: `The round gives ${formatMoney(cap)} at most. Enter why this is more`
					})
			};
			for (const [field, message] of Object.entries(faults))
				if (message) context.issues.push({ code: 'custom', message, path: [field], input: values });
			return approves
				? {
						status: 'approved' as const,
						awarded_pence: data.awarded,
						over_cap_reason: isOver ? data.over_cap_reason : '',
						decline_reason: '',
						decided_on: data.decided_on
					}
				: {
						status: 'declined' as const,
						awarded_pence: null,
						over_cap_reason: '',
						decline_reason: data.decline_reason,
						decided_on: data.decided_on
					};
		})
	);
}
