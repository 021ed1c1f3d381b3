/** Story 13: a grant is visited with no signal, owes its report on a day, is counted as spend, and is published. */
import { csvParse } from 'd3-dsv';
import type { Sql } from 'postgres';
import { PIXEL } from '../fixtures/photo';
import { expect, expectProblems, expectUnsent, fileOf, flightMode, test } from './app';
import { expectReachable, expectReachableNow } from './reach';

const PHONE = { viewport: { width: 390, height: 844 } };
const TITLE = 'Stories across the estate';

test.describe.configure({ timeout: 120_000 });

/** The story's grant: £2,400 for Barton Story Circle. */
async function grantOf(sql: Sql): Promise<{ id: string; reference: string }> {
	const [grant] = await sql<{ id: string; reference: string }[]>`
		select id, reference from grants where title = ${TITLE}`;
	if (!grant) throw new Error(`${TITLE} is not there`);
	return grant;
}

test('an officer visits with no signal, and the monitoring has begun', async ({ phoneOf, sql }) => {
	const { id } = await grantOf(sql);
	const tom = await phoneOf('tom', PHONE);
	await flightMode(tom, true);
	await tom.goto(`/grants/${id}`);
	await expect(tom.getByText('Nobody has visited yet.')).toBeVisible();
	await expect(tom.getByRole('list', { name: 'Reports' })).toContainText('Due 14 March 2027.');
	await tom.getByRole('link', { name: 'Record a visit' }).click();
	await tom.getByLabel('How many people were there? (optional)').fill('14');
	await tom.getByLabel('In somebody’s own words (optional)').fill('Now I know my neighbours.');
	await tom.getByRole('button', { name: 'Save visit' }).click();
	await expectProblems(tom, [
		'Select whether it is on track',
		'Tick that they agreed to be quoted, or take their words out'
	]);
	await expectReachableNow(tom);
	await tom.getByRole('radio', { name: 'On track', exact: true }).check();
	await tom.getByLabel('They agreed to be quoted').check();
	await tom.getByLabel('Add a photo').setInputFiles(PIXEL);
	await tom.getByLabel('What does photo 1 show? (optional)').fill('The long table');
	await tom.getByRole('button', { name: 'Save visit' }).click();
	await tom.waitForURL(/\/visits\/[0-9a-f-]{36}$/);
	await expect(tom.getByText('Now I know my neighbours.')).toBeVisible();
	await expect(tom.getByRole('img', { name: 'The long table' })).toBeVisible();
	expect(await sql`select from grant_visits where grant_id = ${id}`).toHaveLength(0);

	await flightMode(tom, false);
	await expectUnsent(tom, 0, 15_000);
	await tom.getByRole('link', { name: 'The grant' }).click();
	await expect(tom.getByRole('list', { name: 'Visits' })).toContainText('14 there.');
	await expect(tom.getByText('Monitored', { exact: true }).first()).toBeVisible();
	await expect
		.poll(
			() => sql`
				select attended, on_track, quote, quote_consent, status,
					(select count(*)::int from attachments where row_id = grant_visits.id) as photos
				from grant_visits join grants on grants.id = grant_id where grant_id = ${id}`
		)
		.toEqual([
			{
				attended: 14,
				on_track: 'yes',
				quote: 'Now I know my neighbours.',
				quote_consent: true,
				status: 'monitored',
				photos: 1
			}
		]);
	await sql`update grant_visits set deleted_at = now() where grant_id = ${id}`;
	await sql`update grants set status = 'awarded' where id = ${id}`;
});

test('a report is due on its day and overdue on the next, offline too', async ({
	phoneOf,
	sql
}) => {
	const { reference } = await grantOf(sql);
	const mei = await phoneOf('mei', PHONE);
	await flightMode(mei, true);
	const listed = mei
		.getByRole('listitem')
		.filter({ hasText: `${reference} ${TITLE}` })
		.filter({ hasText: 'due 14 March 2027' });

	await mei.clock.setFixedTime('2027-03-14T20:00:00Z');
	await mei.goto('/grants/due?view=due_soon');
	await expect(listed).toContainText('Due now');
	await mei.clock.setFixedTime('2027-03-15T08:00:00Z');
	await mei.goto('/grants/due');
	await expect(listed).toContainText('Overdue by 1 working day');
});

test('whoever handles grants keeps what a report tells', async ({ phoneOf, sql }) => {
	const [report] = await sql<{ id: string }[]>`
		select grant_reports.id from grant_reports join grants on grants.id = grant_id
		where title = 'Welcome pack in Tetum' and kind = 'interim'`;
	const mei = await phoneOf('mei', PHONE);
	await mei.goto(`/reports/${report?.id}`);
	await mei.getByRole('link', { name: 'Record what came' }).click();
	await mei.getByRole('group', { name: 'When did it come?' }).getByRole('button').first().click();
	await mei.getByRole('button', { name: 'Save report' }).click();
	await expectProblems(mei, ['Enter what the grant has changed']);
	await mei.getByLabel('What has the grant changed?').fill('Two hundred packs went out.');
	await mei.getByLabel('How many people took part? (optional)').fill('200');
	await mei.getByLabel('What of the grant is spent? (optional)').fill('1,180.50');
	await expectReachableNow(mei);
	await mei.getByRole('button', { name: 'Save report' }).click();
	await expect(mei.getByText('£1,180.50')).toBeVisible();
	await expect
		.poll(
			() => sql`
				select people_count, spent_pence, received_on is not null as received
				from grant_reports where id = ${report?.id ?? ''}`
		)
		.toEqual([{ people_count: 200, spent_pence: 118_050, received: true }]);

	const tom = await phoneOf('tom', PHONE);
	await tom.goto(`/reports/${report?.id}/edit`);
	await expect(tom.getByRole('heading', { name: 'Not for you to change' })).toBeVisible();
});

test('grants are published with ten fields and seven, and what is not says why', async ({
	phoneOf,
	sql
}) => {
	const [other] = await sql<{ id: string; awarded_on: string }[]>`
		select id, awarded_on::text from grants where title = 'Try a trike'`;
	await sql`update grants set awarded_on = '2199-01-01' where id = ${other?.id ?? ''}`;
	try {
		const { reference } = await grantOf(sql);
		const mei = await phoneOf('mei');
		await mei.goto('/grants/publish');
		const left = mei.getByRole('list', { name: 'Left out' }).getByRole('listitem');
		await expect(left).toHaveCount(1);
		await expect(left).toContainText('Try a trike');
		await expect(left).toContainText('Its date of award is in the future.');

		const csv = await fileOf(mei, 'Save 360Giving CSV');
		expect(csv.name).toBe('360giving-oxford-all-years.csv');
		const row = csvParse(csv.text).find(({ Title }) => Title === TITLE);
		expect(row).toMatchObject({
			Identifier: `360G-oxford-${reference}`,
			Currency: 'GBP',
			'Amount Awarded': '2400',
			'Award Date': '2026-09-14',
			'Recipient Org:Identifier': '360G-oxford-org-017',
			'Recipient Org:Name': 'Barton Story Circle',
			'Funding Org:Identifier': 'GB-LAE-OXO',
			'Funding Org:Name': 'Oxford City Council',
			'Beneficiary Location:0:Geographic Code': 'E05013096',
			'Beneficiary Location:0:Geographic Code Type': 'WD'
		});
		expect(row?.Description).not.toBe('');
		expect(csv.text).not.toContain('Try a trike');

		const json = JSON.parse((await fileOf(mei, 'Save 360Giving JSON')).text) as {
			grants: { id: string }[];
		};
		expect(json.grants.map(({ id }) => id)).toContain(`360G-oxford-${reference}`);

		const code = csvParse((await fileOf(mei, 'Save Transparency Code CSV')).text);
		expect(code.columns).toHaveLength(7);
		expect(code).toContainEqual(
			expect.objectContaining({
				Beneficiary: 'Barton Story Circle',
				'Date awarded': '14 September 2026',
				'Amount (£)': '2400'
			})
		);
	} finally {
		await sql`update grants set awarded_on = ${other?.awarded_on ?? null} where id = ${other?.id ?? ''}`;
	}
});

test('an administrator says what the council is called as a funder', async ({ phoneOf, sql }) => {
	const ruth = await phoneOf('ruth', PHONE);
	await ruth.goto('/settings/funder');
	await ruth.getByLabel('360Giving publisher prefix').fill('ox ford');
	await ruth.getByLabel('Organisation identifier of the council').fill('Oxford');
	await ruth.getByRole('button', { name: 'Save', exact: true }).click();
	await expectProblems(ruth, [
		'Enter the prefix that 360Giving gave you, like “oxford”, without the “360G-”',
		'Enter an organisation identifier, like GB-LAE-OXO'
	]);
	await expectReachableNow(ruth);
	await ruth.getByLabel('360Giving publisher prefix').fill('360G-oxfordcity-');
	await ruth.getByLabel('Organisation identifier of the council').fill('GB-LAE-OXO');
	await ruth.getByRole('button', { name: 'Save', exact: true }).click();
	await ruth.waitForURL('/grants/publish');
	// Of each grant that it was given.
	await expect(ruth.getByText('360G-oxfordcity-org-017').first()).toBeVisible();
	await expect
		.poll(() => sql`select funder_prefix from councils`)
		.toEqual([{ funder_prefix: 'oxfordcity' }]);
	await sql`update councils set funder_prefix = 'oxford'`;

	const aisha = await phoneOf('aisha', PHONE);
	await aisha.goto('/settings/funder');
	await expect(aisha.getByRole('heading', { name: 'For administrators' })).toBeVisible();
	await aisha.goto('/grants/publish');
	await expect(aisha.getByRole('heading', { name: 'For whoever handles grants' })).toBeVisible();
});

test('spend is seen by ward, group and priority, and against deprivation', async ({
	phoneOf,
	sql
}) => {
	// Other tests award grants here too.
	const [spent] = await sql<{ pounds: number }[]>`
		select (sum(grants_pence) / 100)::int as pounds
		from private.public_facts(
			(select id from councils), '2026-04-01', '2027-03-31', null, 'all', ''
		)
		where ward_code = 'E05013096'`;
	const pounds = spent?.pounds ?? NaN;
	const mei = await phoneOf('mei');
	await mei.goto('/grants/spend');
	await mei.getByLabel('Awarded', { exact: true }).selectOption({ label: 'In 2026/27' });
	const wards = mei.getByRole('table', { name: 'By ward, 2026/27' });
	await expect(wards.getByRole('row', { name: /^Barton & Sandhills/ })).toContainText(
		`£${pounds.toLocaleString('en-GB')}`
	);
	const { name, text } = await fileOf(mei, 'Save as a spreadsheet (CSV) of grants by ward');
	expect(name).toBe('grants-by-ward-2026-27.csv');
	const barton = csvParse(text).find(({ Ward }) => Ward === 'Barton & Sandhills');
	expect(barton?.['Awarded (£)']).toBe(String(pounds));
});

test('every page can be reached by everybody', async ({ phoneOf, sql }) => {
	const [visit] = await sql<
		{ id: string }[]
	>`select id from grant_visits where quote <> '' limit 1`;
	const [report] = await sql<{ id: string }[]>`
		select id from grant_reports where tallies <> '[]' limit 1`;
	const { id } = await grantOf(sql);
	const mei = await phoneOf('mei');
	await expectReachable(mei, '/grants/due', /^Visits and reports due$/);
	await expectReachable(mei, '/grants/due?view=unvisited', /^Visits and reports due$/);
	await expectReachable(mei, `/visits/${visit?.id}`, /^Visit of /);
	await expectReachable(mei, `/reports/${report?.id}`, /^Final report$/);
	await expectReachable(mei, `/reports/${report?.id}/edit`, /^Report$/);
	await expectReachable(mei, `/grants/${id}/report`, /^Ask for a report$/);
	await expectReachable(mei, '/grants/spend', /^Where the money goes$/);
	await expectReachable(mei, '/grants/publish', /^Publish awards$/);
});
