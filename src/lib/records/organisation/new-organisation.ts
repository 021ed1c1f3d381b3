/** What a form needs to know of organisations before anything is read: what is new, and how long texts may be. */
import type { FieldsOf } from '../define-record';

export type OrganisationFields = FieldsOf<'organisations'>;

/** The longest texts that the server takes. */
export const ORGANISATION_MAX = {
	name: 200,
	trustee_support: 2000,
	meets: 500,
	phone: 50,
	email: 200,
	website: 500,
	note: 10_000
};

/** An organisation of which no more is known than its name and kind. */
export function newOrganisation(
	known: Pick<OrganisationFields, 'name' | 'kind' | 'ward_code'>
): OrganisationFields {
	return {
		communities: [],
		governance: null,
		charity_number: '',
		company_number: '',
		own_reference: '',
		trustee_support: '',
		is_partner: false,
		meets: '',
		phone: '',
		email: '',
		website: '',
		note: null,
		...known
	};
}
