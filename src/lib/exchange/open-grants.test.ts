import { csvParse } from 'd3-dsv';
import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schema from '../../../tests/fixtures/360giving.schema.json' with { type: 'json' };
import { sortGrants, type AwardedGrant, type OpenGrant } from './open-grants';
import {
	funderProblems,
	REQUIRED_FIELDS,
	threeSixtyCsv,
	threeSixtyJson,
	type Funder
} from './three-sixty';
import { transparencyCsv, transparencyRow } from './transparency';

const TODAY = '2026-11-16';
const FUNDER: Funder = { name: 'Oxford City Council', prefix: 'oxford', org_id: 'GB-LAE-OXO' };

/** The grant of story 13. */
const barton: OpenGrant = {
	id: '5b0c9d0e-7d0a-4f0e-9c53-3b6a1f2d8e41',
	reference: 'G2026-017',
	title: 'Stories over soup',
	about: 'A fortnightly lunch at which older neighbours tell and record their stories.',
	requested_pence: 300_000,
	awarded_pence: 240_000,
	paid_pence: 120_050,
	awarded_on: '2026-09-14',
	starts_on: '2026-10-01',
	ends_on: '2027-09-30',
	updated_at: '2026-09-14T09:30:00.123456+00:00',
	organisation: {
		id: '0f3c9d0e-7d0a-4f0e-9c53-3b6a1f2d8e42',
		name: 'Barton Story Circle',
		charity_number: '',
		company_number: '',
		own_reference: '017'
	},
	programme: { name: 'Community grants', service: 'Communities' },
	wards: [{ code: 'E05013096', name: 'Barton & Sandhills' }]
};

const validate = new Ajv({ allErrors: true, unknownFormats: 'ignore' }).compile(schema);

/** What the schema has against a package; nothing where it is valid. */
function faultsOf(json: string): unknown {
	return validate(JSON.parse(json)) ? [] : validate.errors;
}

const rowsOf = (csv: string) => csvParse(csv.slice(1));

describe('which grants are published', () => {
	it.each<[string, Partial<AwardedGrant>]>([
		['It has no reference yet: it was not sent to the server.', { reference: '' }],
		['It has no title.', { title: ' ' }],
		['It does not say what it is for.', { about: '' }],
		['It has no amount.', { awarded_pence: null }],
		['It has no date of award.', { awarded_on: null }],
		['Its date of award is in the future.', { awarded_on: '2026-11-17' }],
		['The organisation that received it is not on record.', { organisation: null }]
	])('refuses: %s', (sentence, lacking) => {
		const grant = { ...barton, ...lacking };
		expect(sortGrants([grant], TODAY)).toEqual({
			open: [],
			refused: [{ grant, sentences: [sentence] }],
			remarks: []
		});
	});

	it('gives every reason at once', () => {
		const { refused } = sortGrants([{ ...barton, title: '', awarded_on: null }], TODAY);
		expect(refused[0]?.sentences).toHaveLength(2);
	});

	it('publishes with a remark what may name somebody, or is too long', () => {
		const grant = {
			...barton,
			title: 'Story '.repeat(30),
			about: 'Ring Mrs Patel on 07700 900123.'
		};
		const { open, remarks } = sortGrants([grant], TODAY);
		expect(open).toEqual([grant]);
		expect(remarks[0]?.sentences).toEqual([
			'The title is longer than 140 characters: some sites cut it off.',
			'This looks like somebody’s name: Mrs Patel.',
			'This looks like a phone number: 07700 900123.'
		]);
	});

	it('has the earliest award first, and by number', () => {
		const grants = ['G2026-010', 'G2026-9', 'G2025-100'].map((reference) => ({
			...barton,
			reference,
			awarded_on: reference.startsWith('G2025') ? '2025-09-14' : '2026-09-14'
		}));
		expect(sortGrants(grants, TODAY).open.map(({ reference }) => reference)).toEqual([
			'G2025-100',
			'G2026-9',
			'G2026-010'
		]);
	});
});

describe('360Giving', () => {
	it('says of the story’s grant what the standard asks for', () => {
		const json = threeSixtyJson([barton], FUNDER, TODAY);
		expect(faultsOf(json)).toEqual([]);
		const { grants } = JSON.parse(json) as { grants: unknown[] };
		expect(grants).toEqual([
			{
				id: '360G-oxford-G2026-017',
				title: 'Stories over soup',
				description: barton.about,
				currency: 'GBP',
				amountAppliedFor: 3000,
				amountAwarded: 2400,
				amountDisbursed: 1200.5,
				awardDate: '2026-09-14',
				plannedDates: [{ startDate: '2026-10-01', endDate: '2027-09-30' }],
				recipientOrganization: [{ id: '360G-oxford-org-017', name: 'Barton Story Circle' }],
				fundingOrganization: [
					{ id: 'GB-LAE-OXO', name: 'Oxford City Council', department: 'Communities' }
				],
				grantProgramme: [{ title: 'Community grants' }],
				beneficiaryLocation: [
					{ name: 'Barton & Sandhills', countryCode: 'GB', geoCode: 'E05013096', geoCodeType: 'WD' }
				],
				dateModified: '2026-09-14T09:30:00.123Z'
			}
		]);
	});

	it.each([
		[{ charity_number: '1999024', company_number: '99900012' }, 'GB-CHC-1999024'],
		[{ company_number: '99900012' }, 'GB-COH-99900012'],
		[{ own_reference: '' }, `360G-oxford-org-${barton.organisation.id}`]
	])('names the recipient %j as %s', (numbers, id) => {
		const grant = { ...barton, organisation: { ...barton.organisation, ...numbers } };
		expect(rowsOf(threeSixtyCsv([grant], FUNDER))[0]?.['Recipient Org:Identifier']).toBe(id);
	});

	it('requires ten fields', () => {
		expect(REQUIRED_FIELDS).toHaveLength(10);
	});

	it('says the same in its CSV, under the standard’s headings, with a column for each ward', () => {
		const second = {
			...barton,
			reference: 'G2026-018',
			title: '=HYPERLINK("x")',
			wards: [...barton.wards, { code: 'E05013097', name: 'Blackbird Leys' }]
		};
		const [first, other] = rowsOf(threeSixtyCsv([barton, second], FUNDER));
		expect(Object.keys(first ?? {})).toEqual(expect.arrayContaining([...REQUIRED_FIELDS]));
		expect(first).toMatchObject({
			Identifier: '360G-oxford-G2026-017',
			'Amount Awarded': '2400',
			'Award Date': '2026-09-14',
			'Recipient Org:Identifier': '360G-oxford-org-017',
			'Beneficiary Location:0:Geographic Code': 'E05013096',
			'Beneficiary Location:0:Geographic Code Type': 'WD',
			'Beneficiary Location:1:Geographic Code': ''
		});
		expect(other?.['Beneficiary Location:1:Geographic Code']).toBe('E05013097');
		expect(other?.Title, 'a spreadsheet runs no formula').toBe('\'=HYPERLINK("x")');
	});

	it('is valid whatever the records hold', () => {
		const text = fc
			.string({ minLength: 1, unit: 'grapheme' })
			.filter((value) => value.trim() !== '');
		const day = fc
			.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
			.map((date) => date.toISOString().slice(0, 10));
		const pence = fc.integer({ min: 1, max: 1_000_000_000 });
		const grant: fc.Arbitrary<OpenGrant> = fc.record({
			id: fc.uuid(),
			reference: fc.uuid(),
			title: text,
			about: text,
			requested_pence: pence,
			awarded_pence: pence,
			paid_pence: fc.nat(1_000_000_000),
			awarded_on: day,
			starts_on: fc.option(day),
			ends_on: fc.option(day),
			updated_at: fc.constantFrom(barton.updated_at, '2026-03-29T01:30:00+00:00'),
			organisation: fc.record({
				id: fc.uuid(),
				name: text,
				charity_number: fc.constantFrom('', '1098765', '202918-1', 'SC012345', 'NIC101234'),
				company_number: fc.constantFrom('', '01234567'),
				own_reference: fc.constantFrom('', '017', 'V-100.2')
			}),
			programme: fc.option(fc.record({ name: text, service: fc.string() })),
			wards: fc.array(fc.constantFrom(...barton.wards), { maxLength: 3 })
		});
		fc.assert(
			fc.property(
				fc.uniqueArray(grant, {
					minLength: 1,
					maxLength: 5,
					selector: ({ reference }) => reference
				}),
				(grants) => {
					expect(faultsOf(threeSixtyJson(grants, FUNDER, TODAY))).toEqual([]);
					const rows = rowsOf(threeSixtyCsv(grants, FUNDER));
					expect(rows).toHaveLength(grants.length);
					for (const row of rows)
						for (const field of REQUIRED_FIELDS) expect(row[field]).not.toBe('');
				}
			)
		);
	});

	it('would notice: the check refuses what the standard refuses', () => {
		const text = threeSixtyJson([barton], FUNDER, TODAY);
		const broken: [string | RegExp, string][] = [
			['"2026-09-14"', '"14/09/2026"'],
			['"GBP"', '"£"'],
			['"amountAwarded": 2400', '"amountAwarded": "£2,400"'],
			[/\s*"description": .*\n/, '\n'],
			['"360G-oxford-G2026-017"', '"G2026-017"'],
			['"name": "Barton Story Circle"', '"nickname": "Barton Story Circle"']
		];
		for (const [good, bad] of broken) {
			const changed = text.replace(good, bad);
			expect(changed).not.toBe(text);
			expect(faultsOf(changed), bad).not.toEqual([]);
		}
	});

	it('is not published without the council’s own identifiers', () => {
		expect(funderProblems(FUNDER)).toEqual([]);
		expect(funderProblems({ ...FUNDER, prefix: '', org_id: '' })).toEqual([
			'The council has no 360Giving publisher prefix yet.',
			'The council has no organisation identifier yet.'
		]);
	});
});

describe('the Transparency Code', () => {
	it('has its seven columns', () => {
		const [row] = rowsOf(transparencyCsv([barton]));
		expect(row).toEqual({
			'Date awarded': '14 September 2026',
			Period: '1 October 2026 to 30 September 2027',
			Department: 'Communities',
			Beneficiary: 'Barton Story Circle',
			'Registration number': '',
			Purpose: 'Stories over soup',
			'Amount (£)': '2400'
		});
	});

	it('gives the number of the register, the charity’s first', () => {
		const registered = { ...barton.organisation, charity_number: '1999024', company_number: '1' };
		expect(transparencyRow({ ...barton, organisation: registered }).registration).toBe('1999024');
	});
});
