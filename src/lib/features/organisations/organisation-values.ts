/** The organisation form's values, and how they become an organisation. */
import * as z from 'zod/mini';
import { firstErrors } from '$lib/forms/error-list';
import { textField } from '$lib/forms/field-schemas';
import { readCharityNumber, readCompanyNumber } from '$lib/records/organisation/org-id';
import { readEach } from '$lib/forms/read-each';
import {
	newOrganisation,
	organisation,
	ORGANISATION_MAX,
	type OrganisationFields
} from '$lib/records/organisation/organisation';

/** In the order of the page: errors are listed so. Nothing is ''. */
export type OrganisationValues = {
	[C in keyof OrganisationFields]: OrganisationFields[C] extends boolean | string[]
		? OrganisationFields[C]
		: string;
};

/** The values of an organisation that nobody has begun. */
export function emptyOrganisation(name = ''): OrganisationValues {
	return valuesOf({ ...newOrganisation({ name, kind: 'other', ward_code: null }), kind: '' });
}

/** The form's values for an organisation that is there. */
export function valuesOf(
	fields: Omit<OrganisationFields, 'kind'> & { kind: string }
): OrganisationValues {
	return {
		name: fields.name,
		kind: fields.kind,
		ward_code: fields.ward_code ?? '',
		communities: [...fields.communities],
		is_partner: fields.is_partner,
		meets: fields.meets,
		phone: fields.phone,
		email: fields.email,
		website: fields.website,
		governance: fields.governance ?? '',
		charity_number: fields.charity_number,
		company_number: fields.company_number,
		trustee_support: fields.trustee_support,
		note: fields.note ?? ''
	};
}

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
