import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord, type FieldsOf } from '../define-record';

/** The longest texts that the server takes. */
export const ROUTE_MAX = { name: 200, text: 2000, phone: 50, website: 500, hours: 500 };

const text = (max: number) => z.string().check(z.maxLength(max));

/** A service that people can be referred to: the council's own directory, for use without a network. */
export const referralRoute = defineRecord({
	table: 'referral_routes',
	schema: z.object({
		name: text(ROUTE_MAX.name).check(z.minLength(1, 'Enter the name of the service')),
		/** What it helps with. */
		reasons: z
			.array(z.enum(Constants.public.Enums.referral_reason))
			.check(z.minLength(1, 'Select what it helps with')),
		/** Who may use it. */
		who_for: text(ROUTE_MAX.text),
		/** How to refer, or how people get in touch themselves. */
		how: text(ROUTE_MAX.text),
		/** The service's own, never a person's. */
		phone: text(ROUTE_MAX.phone),
		website: text(ROUTE_MAX.website).check(
			z.regex(/^(https?:\/\/\S+)?$/, 'Enter the whole web address, like https://www.example.org')
		),
		hours: text(ROUTE_MAX.hours),
		/** When somebody last made sure that all of this is right. */
		checked_on: z.nullable(z.iso.date())
	}),
	columns: {
		name: { label: 'Service' },
		reasons: { label: 'Helps with', list: 'referral_reason' },
		who_for: { label: 'Who may use it' },
		how: { label: 'How to refer' },
		phone: { label: 'Phone' },
		website: { label: 'Website' },
		hours: { label: 'When it is open' },
		checked_on: { label: 'Last checked', date: true }
	}
});

export type RouteFields = FieldsOf<'referral_routes'>;
