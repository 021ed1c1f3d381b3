/** How the organisation form's values become an organisation. Loaded when the form is sent. */
import * as z from 'zod/mini';
import { firstErrors } from '$lib/forms/error-list';
import { textField } from '$lib/forms/field-schemas';
import { readEach } from '$lib/forms/read-each';
import {
	ORGANISATION_MAX,
	type OrganisationFields
} from '$lib/records/organisation/new-organisation';
import { readCharityNumber, readCompanyNumber } from '$lib/records/organisation/org-id';
import { organisation } from '$lib/records/organisation/organisation';
import type { OrganisationValues } from './organisation-values';

/** A number that a register writes its own way: in, as typed; out, as the register writes it. */
const number = (read: (typed: string) => string | null, message: string) =>
	z.pipe(
		z.string().check(z.refine((typed) => read(typed) !== null, message)),
		z.transform((typed) => read(typed) ?? '')
	);

/** A web address as people say it: "www.example.org" is one too. */
const website = z.pipe(
	textField({ name: 'the website', max: ORGANISATION_MAX.website - 8, optional: true }),
	z.transform((typed) => (typed === '' || /^https?:\/\//.test(typed) ? typed : `https://${typed}`))
);

const line = (name: string, max: number) => textField({ name, max, optional: true });

const typedSchemas = {
	name: textField({ name: 'the name of the organisation', max: ORGANISATION_MAX.name }),
	meets: line('when it meets', ORGANISATION_MAX.meets),
	phone: line('the phone number', ORGANISATION_MAX.phone),
	email: line('the email address', ORGANISATION_MAX.email),
	website,
	charity_number: number(
		readCharityNumber,
		'Enter a charity number, like 1098765, SC012345 or NIC101234'
	),
	company_number: number(readCompanyNumber, 'Enter a company number, like 01234567'),
	own_reference: line('our own reference', 50),
	trustee_support: line('the support for trustees', ORGANISATION_MAX.trustee_support),
	note: line('the note', ORGANISATION_MAX.note)
};

/** Reads the form's values into an organisation, or finds every field at fault in one go. */
export const organisationFormSchema: z.ZodMiniType<OrganisationFields, OrganisationValues> = z.pipe(
	z.custom<OrganisationValues>(),
	z.transform((values, context) => {
		const typed = readEach(typedSchemas, values);
		const fields = {
			...values,
			...typed.data,
			ward_code: values.ward_code || null,
			governance: values.governance || null,
			note: typed.data.note || null
		} as OrganisationFields;
		const errors = {
			...firstErrors(organisation.schema.safeParse(fields).error?.issues ?? []),
			...typed.errors
		};
		for (const [field, message] of Object.entries(errors))
			context.issues.push({ code: 'custom', message, path: [field], input: values });
		return fields;
	})
);
