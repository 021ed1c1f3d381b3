/** What the payments of an award must look like. */
import * as z from 'zod/mini';
import { PENCE_MAX } from '$lib/money';
import { PAYMENTS_MAX, type Payment } from './payments';

/** The column `schedule` of a grant. */
export const scheduleSchema = z
	.array(
		z.object({
			due_on: z.iso.date(),
			pence: z.int().check(z.gte(1), z.lte(PENCE_MAX)),
			paid_on: z.nullable(z.iso.date())
		} satisfies Record<keyof Payment, z.ZodMiniType>)
	)
	.check(z.maxLength(PAYMENTS_MAX, `An award has ${PAYMENTS_MAX} payments at most`));
