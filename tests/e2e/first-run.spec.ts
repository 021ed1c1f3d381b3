/** An empty server: the first administrator, the council, its wards. */
import { inventedBoundaries } from '../fixtures/invented-boundaries';
import { expect, expectProblems, expectUnsent, test } from './app';
import { expectReachable } from './reach';

test.use({ seed: 'none' });
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const founder = { email: 'first@example.org', password: 'three words in a row' };

test('the first person sets the council up and brings its wards in', async ({ device, sql }) => {
	const page = await (await device()).newPage();
	await page.goto('/');
	await page.getByRole('link', { name: 'Set up your council' }).click();
	await page.getByRole('button', { name: 'Set up', exact: true }).click();
	await expectProblems(page, [
		'Enter your full name',
		'Enter an email address, like name@council.gov.uk',
		'Password must be 12 characters or more',
		'Enter the name of the council',
		'Enter the GSS code of the council, like E07000178'
	]);
	await page.getByLabel('Your full name').fill('Ruth Carver');
	await page.getByLabel('Your email address').fill(founder.email);
	await page.getByLabel('A password').fill(founder.password);
	await page.getByLabel('Name of the council').fill('Oxford City Council');
	await page.getByLabel('GSS code of the council').fill('e07000178');
	await page.getByRole('button', { name: 'Set up', exact: true }).click();

	await expect(page).toHaveURL('/settings/wards');
	await expect(page.getByText('This council has no wards yet.')).toBeVisible();
	for (const [path, heading] of [
		['/', /^Hello Ruth$/],
		['/logs', /^Logs$/],
		['/actions', /^Actions$/],
		['/map', /^Activity map$/],
		['/sync', /^Sync$/],
		['/more', /^More$/],
		['/logs/new', /^New log$/]
	] as const)
		await expectReachable(page, path, heading);

	await page.goto('/settings/wards');
	await page.getByLabel('Boundary file').setInputFiles({
		name: 'invented-wards.geojson',
		mimeType: 'application/geo+json',
		buffer: Buffer.from(inventedBoundaries())
	});
	await page.getByRole('button', { name: 'Save 24 boundaries' }).click();
	await expect(page.getByText('24 of 24 wards have an official boundary.')).toBeVisible();
	await expectUnsent(page, 0);
	await page.goto('/map');
	await expect(page.getByRole('option', { name: /^Blackbird Leys: / })).toBeVisible();
	expect(await sql`select name, code from councils`).toEqual([
		{ name: 'Oxford City Council', code: 'E07000178' }
	]);
	expect(await sql`select 1 from areas where boundary is not null`).toHaveLength(24);
});

test('nobody sets it up a second time', async ({ device, sql }) => {
	const page = await (await device()).newPage();
	await page.goto('/sign-in');
	await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
	await page.goto('/set-up');
	await page.getByLabel('Your full name').fill('Somebody Else');
	await page.getByLabel('Your email address').fill('second@example.org');
	await page.getByLabel('A password').fill(founder.password);
	await page.getByLabel('Name of the council').fill('Another Council');
	await page.getByLabel('GSS code of the council').fill('E07000177');
	await page.getByRole('button', { name: 'Set up', exact: true }).click();
	await expectProblems(page, [
		'A council is already set up here. Ask its administrator to add you.'
	]);
	expect(await sql`select 1 from councils`).toHaveLength(1);
});
