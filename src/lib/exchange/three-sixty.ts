/**
 * Awarded grants in the 360Giving Data Standard, version 1.4, as JSON (a package) and as CSV (one row a grant, the titles
 * of its schema as headings). Source: standard.threesixtygiving.org. Its ten required fields are always there; of the
 * others those that the council keeps.
 */
import { orgIdOf } from '../records/organisation/org-id';
import { csvOf, type Cell } from './csv';
import { pounds, type OpenGrant } from './open-grants';

/** The council as a funder. */
export interface Funder {
	name: string;
	/** What 360Giving gave it: "oxford", for identifiers that begin with "360G-oxford-". */
	prefix: string;
	/** Its identifier as an organisation, by org-id.guide: "GB-LAE-OXO". */
	org_id: string;
}

/** The fields that the standard requires, by the headings of its CSV. */
export const REQUIRED_FIELDS = [
	'Identifier',
	'Title',
	'Description',
	'Currency',
	'Amount Awarded',
	'Award Date',
	'Recipient Org:Identifier',
	'Recipient Org:Name',
	'Funding Org:Identifier',
	'Funding Org:Name'
] as const;

/** Open Government Licence 3.0, under which councils publish. */
const LICENCE = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

/** Why the council cannot publish at all yet, in sentences; empty where it can. */
export function funderProblems({ prefix, org_id }: Funder): string[] {
	return [
		...(prefix ? [] : ['The council has no 360Giving publisher prefix yet.']),
		...(org_id ? [] : ['The council has no organisation identifier yet.'])
	];
}

/** A grant as the schema has it. */
function grantOf(grant: OpenGrant, funder: Funder) {
	const { organisation, programme, wards, starts_on, ends_on } = grant;
	return {
		id: `360G-${funder.prefix}-${grant.reference}`,
		title: grant.title,
		description: grant.about,
		currency: 'GBP',
		amountAppliedFor: pounds(grant.requested_pence),
		amountAwarded: pounds(grant.awarded_pence),
		amountDisbursed: pounds(grant.paid_pence),
		awardDate: grant.awarded_on,
		...(starts_on && {
			plannedDates: [{ startDate: starts_on, ...(ends_on && { endDate: ends_on }) }]
		}),
		recipientOrganization: [
			{
				id: recipientId(organisation, funder),
				name: organisation.name,
				...(organisation.charity_number && { charityNumber: organisation.charity_number }),
				...(organisation.company_number && { companyNumber: organisation.company_number })
			}
		],
		fundingOrganization: [
			{
				id: funder.org_id,
				name: funder.name,
				...(programme?.service && { department: programme.service })
			}
		],
		...(programme && { grantProgramme: [{ title: programme.name }] }),
		...(wards.length > 0 && {
			beneficiaryLocation: wards.map(({ code, name }) => ({
				name,
				countryCode: 'GB',
				geoCode: code,
				geoCodeType: 'WD'
			}))
		}),
		dateModified: new Date(grant.updated_at).toISOString()
	};
}

/**
 * The identifier of whoever received a grant: of its register where there is one, else the council's own reference for it
 * under the council's prefix.
 */
function recipientId(organisation: OpenGrant['organisation'], { prefix }: Funder): string {
	return (
		orgIdOf(organisation) || `360G-${prefix}-org-${organisation.own_reference || organisation.id}`
	);
}

/**
 * The package as JSON text.
 * @param today the day of issue, `YYYY-MM-DD`
 */
export function threeSixtyJson(
	grants: readonly OpenGrant[],
	funder: Funder,
	today: string
): string {
	return JSON.stringify(
		{
			version: '1.4',
			title: `Grants awarded by ${funder.name}`,
			issued: today,
			publisher: { name: funder.name, identifier: funder.org_id },
			license: LICENCE,
			grants: grants.map((grant) => grantOf(grant, funder))
		},
		null,
		'\t'
	);
}

/** A grant's cells by their headings, but for the wards. */
function cellsOf(grant: ReturnType<typeof grantOf>): Record<string, Cell> {
	const [recipient] = grant.recipientOrganization;
	const [funder] = grant.fundingOrganization;
	const [dates] = grant.plannedDates ?? [];
	return {
		Identifier: grant.id,
		Title: grant.title,
		Description: grant.description,
		Currency: grant.currency,
		'Amount Applied For': grant.amountAppliedFor,
		'Amount Awarded': grant.amountAwarded,
		'Amount Disbursed': grant.amountDisbursed,
		'Award Date': grant.awardDate,
		'Planned Dates:Start Date': dates?.startDate ?? null,
		'Planned Dates:End Date': dates?.endDate ?? null,
		'Recipient Org:Identifier': recipient?.id ?? null,
		'Recipient Org:Name': recipient?.name ?? null,
		'Recipient Org:Charity Number': recipient?.charityNumber ?? null,
		'Recipient Org:Company Number': recipient?.companyNumber ?? null,
		'Funding Org:Identifier': funder?.id ?? null,
		'Funding Org:Name': funder?.name ?? null,
		'Funding Org:Department': funder?.department ?? null,
		'Grant Programme:Title': grant.grantProgramme?.[0]?.title ?? null,
		'Last modified': grant.dateModified
	};
}

const LOCATION = [
	['name', 'Name'],
	['countryCode', 'Country Code'],
	['geoCode', 'Geographic Code'],
	['geoCodeType', 'Geographic Code Type']
] as const;

/** The grants as rows by heading: as many columns of wards as the grant with the most of them needs. */
export function threeSixtyRows(
	grants: readonly OpenGrant[],
	funder: Funder
): Record<string, Cell>[] {
	const made = grants.map((grant) => grantOf(grant, funder));
	const most = Math.max(
		0,
		...made.map(({ beneficiaryLocation = [] }) => beneficiaryLocation.length)
	);
	const places = Array.from({ length: most }, (_, index) => index);
	return made.map((grant) => ({
		...cellsOf(grant),
		...Object.fromEntries(
			places.flatMap((index) =>
				LOCATION.map(([key, title]) => [
					`Beneficiary Location:${index}:${title}`,
					grant.beneficiaryLocation?.[index]?.[key] ?? null
				])
			)
		)
	}));
}

/** The grants as CSV text. */
export function threeSixtyCsv(grants: readonly OpenGrant[], funder: Funder): string {
	const rows = threeSixtyRows(grants, funder);
	const headings = Object.keys(rows[0] ?? {});
	return csvOf([headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? null))]);
}
