import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord } from '../define-record';

/** An equality plan: the objectives that a council must set, and the actions under them. */
export const plan = defineRecord({
	table: 'plans',
	schema: z.object({
		title: z.string().check(z.minLength(1, 'Enter the title of the plan'), z.maxLength(300)),
		source: z.nullable(z.string()),
		status: z.enum(Constants.public.Enums.plan_status),
		starts_on: z.nullable(z.iso.date()),
		ends_on: z.nullable(z.iso.date()),
		/** The statutory periods begin with this date (SI 2017/353 regs 4 and 5). */
		published_on: z.nullable(z.iso.date())
	})
});
