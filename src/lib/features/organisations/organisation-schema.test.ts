import { describe, expect, it } from 'vitest';
import { firstErrors } from '$lib/forms/error-list';
import { organisationFormSchema } from './organisation-schema';
import { emptyOrganisation, valuesOf } from './organisation-values';

const read = (changes: object) =>
	organisationFormSchema.safeParse({ ...emptyOrganisation(), ...changes });
const club = { name: ' Leys Supper Club ', kind: 'community_group' };

describe('organisationFormSchema', () => {
	it('writes what was typed as registers and browsers write it', () => {
		const found = read({
			...club,
			website: 'www.example.org/club',
			charity_number: '1,098,765',
			company_number: '1234567',
			email: ' club@example.org '
		});
		expect(found.data).toMatchObject({
			name: 'Leys Supper Club',
			website: 'https://www.example.org/club',
			charity_number: '1098765',
			company_number: '01234567',
			email: 'club@example.org',
			ward_code: null,
			governance: null,
			note: null
		});
	});

	it('says what is wrong with every field at once', () => {
		const found = read({
			charity_number: '12',
			company_number: 'x',
			email: 'club',
			website: 'a b'
		});
		expect(firstErrors(found.error?.issues ?? [])).toEqual({
			name: 'Enter the name of the organisation',
			kind: 'Select what kind of organisation it is',
			charity_number: 'Enter a charity number, like 1098765, SC012345 or NIC101234',
			company_number: 'Enter a company number, like 01234567',
			email: 'Enter an email address, like office@example.org',
			website: 'Enter the whole web address, like https://www.example.org'
		});
	});

	it('finds no fault with what it would have put right, where something else is wrong', () => {
		const found = read({ ...club, website: 'www.example.org', charity_number: '12' });
		expect(Object.keys(firstErrors(found.error?.issues ?? []))).toEqual(['charity_number']);
	});

	it('gives back an organisation that was not changed as it was', () => {
		const fields = read({ ...club, meets: 'Tuesdays at 6pm', communities: ['carers'] }).data;
		if (!fields) throw new Error('not read');
		expect(organisationFormSchema.parse(valuesOf(fields))).toEqual(fields);
	});
});
