/** How the form that awards becomes columns of a grant. Loaded when it is sent. */
import * as z from 'zod/mini';
import { dateField, moneyField, pastDateField, textField } from '$lib/forms/field-schemas';
import { readEach } from '$lib/forms/read-each';
import { formatMoney } from '$lib/money';
import { isAwarded } from '$lib/records/grant/grant-moves';
import { GRANT_MAX } from '$lib/records/grant/limits';
import { PAYMENTS_MAX, totalOf } from '$lib/records/grant/payments';
import type { Row } from '$lib/records/registry';
import { daysProblem } from './application-values';
import {
	amountField,
	dueField,
	type Award,
	type AwardValues,
	type PaymentValues
} from './award-values';

/**
 * Reads the form, or finds every field at fault in one go.
 * @param awarded what was approved, in pence: the payments add up to it
 * @param status the grant's: an award that is changed does not go back
 */
export function awardSchema(
	{ awarded_pence: awarded, status }: Pick<Row<'grants'>, 'awarded_pence' | 'status'>,
	today: string
): z.ZodMiniType<Award, AwardValues> {
	return z.pipe(
		z.custom<AwardValues>(),
		z.transform((values, context) => {
			const { data, errors } = readEach(
				{
					awarded_on: pastDateField({ name: 'the date of the award', today }),
					starts_on: dateField({ name: 'the first day' }),
					ends_on: dateField({ name: 'the last day' }),
					conditions: textField({
						name: 'the conditions',
						max: GRANT_MAX.conditions,
						optional: true
					})
				},
				values
			);
			const read = readPayments(values.payments);
			const faults = { ...daysProblem(data.starts_on, data.ends_on), ...errors, ...read.errors };
			const total = totalOf(read.schedule);
			if (Object.keys(read.errors).length === 0 && total !== awarded)
				Object.assign(faults, {
					payments: `The payments come to ${formatMoney(total)}. They must add up to the award, ${formatMoney(awarded ?? 0)}`
				});
			for (const [field, message] of Object.entries(faults))
				context.issues.push({ code: 'custom', message, path: [field], input: values });
			return {
				...data,
				status: isAwarded({ status }) ? status : ('awarded' as const),
				schedule: read.schedule
			};
		})
	);
}

function readPayments(payments: readonly PaymentValues[]) {
	const errors: Record<string, string> = {};
	if (payments.length === 0) errors.payments = 'Add a payment';
	if (payments.length > PAYMENTS_MAX)
		errors.payments = `An award has ${PAYMENTS_MAX} payments at most`;
	const schedule = payments.map(({ due_on, amount, paid_on }, place) => {
		const name = `payment ${place + 1}`;
		const read = readEach(
			{
				due_on: dateField({ name: `the date of ${name}` }),
				amount: moneyField({ name: `the amount of ${name}`, min: 1 })
			},
			{ due_on, amount }
		);
		if (read.errors.due_on) errors[dueField(place)] = read.errors.due_on;
		if (read.errors.amount) errors[amountField(place)] = read.errors.amount;
		return { due_on: read.data.due_on, pence: read.data.amount as number, paid_on };
	});
	return { errors, schedule };
}
