/** Organisations from a table. */
import { codeList } from '$lib/records/code-lists';
import type { OrganisationFields } from '$lib/records/organisation/new-organisation';
import type { Row } from '$lib/records/registry';
import { codeFrom, codesFrom, truthFrom, wardFrom, type Importing } from '../csv-import';
import { organisationFormSchema } from './organisation-schema';
import { emptyOrganisation, type OrganisationValues } from './organisation-values';
import { addOrganisation } from './verbs';

/** An organisation is known by its name, whatever its letters. */
const keyOf = ({ name }: { name: string }) => name.trim().toLocaleLowerCase('en-GB');

/** @param organisations those that are here */
export function organisationImport(
	organisations: readonly Row<'organisations'>[],
	areas: readonly Row<'areas'>[]
): Importing<OrganisationValues, OrganisationFields> {
	return {
		columns: [
			{ field: 'name', label: 'Name', also: ['organisation', 'group', 'organisation name'] },
			{
				field: 'kind',
				label: 'Kind',
				also: ['kind of organisation', 'type'],
				read: codeFrom(codeList('organisation_kind')),
				says: 'a kind of organisation that there is'
			},
			{
				field: 'ward_code',
				label: 'Ward',
				also: ['ward name'],
				read: wardFrom(areas),
				says: 'a ward of this council'
			},
			{
				field: 'communities',
				label: 'Communities',
				read: (cell) =>
					codesFrom(codeList('community'))(cell) as OrganisationValues['communities'] | null,
				says: 'a list of communities with ; between them'
			},
			{ field: 'is_partner', label: 'Partner', read: truthFrom, says: 'yes or no' },
			{ field: 'meets', label: 'Meets' },
			{ field: 'phone', label: 'Phone', also: ['telephone', 'phone number'] },
			{ field: 'email', label: 'Email', also: ['email address', 'e mail'] },
			{ field: 'website', label: 'Website', also: ['web', 'url'] },
			{
				field: 'governance',
				label: 'How it is run',
				read: codeFrom(codeList('governance')),
				says: 'a way of running that there is'
			},
			{ field: 'charity_number', label: 'Charity number' },
			{ field: 'company_number', label: 'Company number' },
			{ field: 'own_reference', label: 'Our own reference', also: ['reference'] },
			{ field: 'note', label: 'Note', also: ['notes'] }
		],
		required: ['name', 'kind'],
		empty: () => emptyOrganisation(),
		schema: () => organisationFormSchema,
		nameOf: ({ name }) => name,
		keyOf,
		known: new Set(organisations.map(keyOf)),
		save: addOrganisation,
		example: [
			'Leys Choir',
			'community_group',
			areas[0]?.name ?? '',
			'older_people; carers',
			'no',
			'Tuesdays, 7pm',
			'01865 000000',
			'office@example.org',
			'www.example.org',
			'',
			'',
			'',
			'',
			''
		]
	};
}
