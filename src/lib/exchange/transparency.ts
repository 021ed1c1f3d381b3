/**
 * Awarded grants as the Local Government Transparency Code 2015 asks for them: "Grants to voluntary, community and social
 * enterprise organisations", for each the date of the award, the period, the department, the beneficiary and its
 * registration number, a summary of the purpose, and the amount. To be published at least once a year.
 */
import { formatDate } from '../time/dates';
import { csvOf } from './csv';
import { pounds, type OpenGrant } from './open-grants';

/** One grant, in the seven columns of the code. */
export interface TransparencyRow {
	awarded: string;
	period: string;
	department: string;
	beneficiary: string;
	registration: string;
	purpose: string;
	/** Pounds. */
	amount: number;
}

export const TRANSPARENCY_COLUMNS: readonly { key: keyof TransparencyRow; label: string }[] = [
	{ key: 'awarded', label: 'Date awarded' },
	{ key: 'period', label: 'Period' },
	{ key: 'department', label: 'Department' },
	{ key: 'beneficiary', label: 'Beneficiary' },
	{ key: 'registration', label: 'Registration number' },
	{ key: 'purpose', label: 'Purpose' },
	{ key: 'amount', label: 'Amount (£)' }
];

export function transparencyRow(grant: OpenGrant): TransparencyRow {
	const { organisation, starts_on, ends_on } = grant;
	return {
		awarded: formatDate(grant.awarded_on),
		period:
			starts_on && ends_on ? `${formatDate(starts_on)} to ${formatDate(ends_on)}` : 'One payment',
		department: grant.programme?.service ?? '',
		beneficiary: organisation.name,
		registration: organisation.charity_number || organisation.company_number,
		purpose: grant.title,
		amount: pounds(grant.awarded_pence)
	};
}

/** The table as CSV text. */
export function transparencyCsv(grants: readonly OpenGrant[]): string {
	return csvOf([
		TRANSPARENCY_COLUMNS.map(({ label }) => label),
		...grants.map((grant) => {
			const row = transparencyRow(grant);
			return TRANSPARENCY_COLUMNS.map(({ key }) => row[key]);
		})
	]);
}
