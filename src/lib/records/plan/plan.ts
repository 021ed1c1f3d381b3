import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord } from '../define-record';

/** An equality plan: the objectives that a council must set, and the actions under them. */
export const plan = defineRecord({
	table: 'plans',
	schema: z.object({
		title: z
			.string()
			.check(
				z.minLength(1, 'Enter the title of the plan'),
				z.maxLength(300, 'The title must be 300 characters or fewer')
			),
		source: z.nullable(z.string()),
		status: z.enum(Constants.public.Enums.plan_status),
		starts_on: z.nullable(z.iso.date()),
		ends_on: z.nullable(z.iso.date()),
		/** When the objectives were published: their four years begin with it (SI 2017/353, regulation 5). */
		published_on: z.nullable(z.iso.date()),
		/** When equality information was last published: its year begins with it (regulation 4). */
		information_published_on: z.nullable(z.iso.date()),
		/** When the council means to review its objectives. */
		review_on: z.nullable(z.iso.date()),
		/** The plan that it continues. */
		carried_from: z.nullable(z.uuid())
	}),
	columns: {
		title: { label: 'Title' },
		status: { label: 'Status', list: 'plan_status' },
		source: { label: 'Source' },
		starts_on: { label: 'Starts', date: true },
		ends_on: { label: 'Ends', date: true },
		published_on: { label: 'Objectives published', date: true },
		information_published_on: { label: 'Equality information last published', date: true },
		review_on: { label: 'Review planned for', date: true },
		carried_from: { label: 'Continues', names: 'plans' }
	}
});
