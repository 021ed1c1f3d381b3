/** The organisation form's values. How they become an organisation: organisation-schema.ts. */
import {
	newOrganisation,
	type OrganisationFields
} from '$lib/records/organisation/new-organisation';

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
		own_reference: fields.own_reference,
		trustee_support: fields.trustee_support,
		note: fields.note ?? ''
	};
}
