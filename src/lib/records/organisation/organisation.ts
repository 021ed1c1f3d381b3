import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord } from '../define-record';
import { ORGANISATION_MAX } from './new-organisation';

const { Enums } = Constants.public;

const text = (max: number) => z.string().check(z.maxLength(max));

/** A group, partner or body that officers work with. Organisations come before people: no residents' names are kept. */
export const organisation = defineRecord({
	table: 'organisations',
	schema: z.object({
		name: text(ORGANISATION_MAX.name).check(z.minLength(1, 'Enter the name of the organisation')),
		kind: z.enum(Enums.organisation_kind, 'Select what kind of organisation it is'),
		ward_code: z.nullable(z.string()),
		communities: z.array(z.enum(Enums.community)),
		governance: z.nullable(z.enum(Enums.governance)),
		/** As its register writes it (org-id.ts). */
		charity_number: z
			.string()
			.check(z.regex(/^(\d{6,7}(-\d{1,2})?|SC\d{6}|NIC\d{6})?$/, 'Enter a charity number')),
		company_number: z.string().check(z.regex(/^(\d{8}|[A-Z]{2}\d{6})?$/, 'Enter a company number')),
		/** Its number in the council's own records; open data uses it where no register has one. '' for none. */
		own_reference: z
			.string()
			.check(
				z.regex(
					/^([A-Za-z0-9][A-Za-z0-9._-]{0,49})?$/,
					'Enter your own reference in letters, numbers, dots and hyphens, like V-10234'
				)
			),
		/** Help offered to its trustees, and vacancies. No names. */
		trustee_support: text(ORGANISATION_MAX.trustee_support),
		/** Works with the council on its equality plan. */
		is_partner: z.boolean(),
		/** When and where. */
		meets: text(ORGANISATION_MAX.meets),
		/** Its own, never a person's; likewise the email address. */
		phone: text(ORGANISATION_MAX.phone),
		email: text(ORGANISATION_MAX.email).check(
			z.regex(/^([^\s@]+@[^\s@]+)?$/, 'Enter an email address, like office@example.org')
		),
		website: text(ORGANISATION_MAX.website).check(
			z.regex(/^(https?:\/\/\S+)?$/, 'Enter the whole web address, like https://www.example.org')
		),
		note: z.nullable(text(ORGANISATION_MAX.note))
	}),
	columns: {
		name: { label: 'Name' },
		kind: { label: 'Kind of organisation', list: 'organisation_kind' },
		is_partner: { label: 'Partner of the council' },
		ward_code: { label: 'Ward', names: 'areas', by: 'code' },
		communities: { label: 'Communities', list: 'community' },
		meets: { label: 'Meets' },
		phone: { label: 'Phone' },
		email: { label: 'Email' },
		website: { label: 'Website' },
		governance: { label: 'How it is run', list: 'governance' },
		charity_number: { label: 'Charity number' },
		company_number: { label: 'Company number' },
		own_reference: { label: 'Our own reference' },
		trustee_support: { label: 'Support for trustees' },
		note: { label: 'Note' }
	}
});
