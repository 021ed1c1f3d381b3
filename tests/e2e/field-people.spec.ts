/** Who was there and where: counts by group, and wards by postcode. */
import type { Page } from '@playwright/test';
import {
	chosen,
	expect,
	expectProblems,
	expectSaid,
	fillLog,
	flightMode,
	openSection,
	saveLog,
	startLog,
	test
} from './app';
import { expectReachableNow } from './reach';

const box = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });
const oneMore = (page: Page, label: string) =>
	page.getByRole('button', { name: `One more: ${label}`, exact: true });
const summaryOf = (page: Page, name: string) =>
	page.locator('summary').filter({ hasText: new RegExp(`^${name}\\b`) });

test('an officer counts who was there by group, two groups at once among them, with no signal', async ({
	phoneOf,
	sql
}) => {
	const page = await phoneOf('aisha');
	await flightMode(page, true);
	await startLog(page);
	await fillLog(page, { heard: 'Slips at the youth club', people: '6' });
	await openSection(page, 'People by group');
	await expect(summaryOf(page, 'Religion')).toHaveText(/Not asked/);

	await summaryOf(page, 'Age').click();
	for (let tap = 0; tap < 4; tap++) await oneMore(page, '16 to 24').click();
	await page.getByRole('button', { name: 'One fewer: 16 to 24' }).click();
	await expectSaid(page, '16 to 24: 4');
	await expect(page.getByText('3 of 6 counted.')).toBeVisible();
	await page.getByRole('button', { name: 'Put the remaining 3 under Not known' }).click();
	await expect(summaryOf(page, 'Age')).toHaveText(/3 answered, 3 not known/);

	await summaryOf(page, 'Ethnic group').click();
	await summaryOf(page, 'Asian or Asian British').click();
	await box(page, 'Pakistani').fill('2 or so');
	await box(page, 'Pakistani').blur();
	await expect(page.getByRole('alert')).toHaveText(/^Type a whole number, like 3\./);
	await expect(box(page, 'Pakistani')).toHaveValue('');
	await box(page, 'Pakistani').fill('2');

	await summaryOf(page, 'Several groups at once').click();
	await page.getByLabel('Age', { exact: true }).selectOption('16 to 24');
	await page.getByRole('button', { name: 'Count them together' }).click();
	await expectSaid(page, 'Choose answers in two groups or more');
	await page
		.getByLabel('Ethnic group', { exact: true })
		.selectOption('Asian or Asian British: Pakistani');
	await page.getByLabel('How many people are in all of these?').fill('2');
	await page.getByRole('button', { name: 'Count them together' }).click();
	await expectSaid(page, '16 to 24 and Pakistani: 2 counted.');
	await expect(box(page, '16 to 24')).toHaveValue('1');
	await expect(page.getByText('And 2 counted together with other groups')).toHaveCount(2);
	await expectReachableNow(page);

	await page.setViewportSize({ width: 390, height: 844 });
	const id = await saveLog(page);
	await expect(page.getByText('Together: 16 to 24 and Pakistani (2)')).toBeVisible();
	await expect(page.getByText(/Not asked: disability, sex/)).toBeVisible();
	await flightMode(page, false);
	await expect(page.getByText('Sent', { exact: true })).toBeVisible();
	await expect
		.poll(async () => (await sql`select tallies from engagement_logs where id = ${id}`)[0])
		.toEqual({
			tallies: [
				{ of: { age: '16_24' }, count: 1 },
				{ of: { age: 'unknown' }, count: 3 },
				{ of: { age: '16_24', ethnic_group: 'asian_pakistani' }, count: 2 }
			]
		});
});

test('more people in a group than there were are refused in a sentence that leads to the group', async ({
	phoneOf
}) => {
	const page = await phoneOf('aisha');
	await startLog(page);
	await fillLog(page, { heard: 'Too many', people: '2' });
	await openSection(page, 'People by group');
	await summaryOf(page, 'Sex').click();
	await box(page, 'Female').fill('3');
	await expect(
		page.getByText('3 counted, which is 1 more than the number of people.')
	).toBeVisible();
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByRole('button', { name: 'Check your answers' }).click();
	await page.getByRole('button', { name: 'Save log' }).click();
	const sentence = 'Sex: you counted 3, but the number of people is 2. Change one of them';
	await expectProblems(page, [sentence]);
	await page.getByRole('link', { name: sentence }).click();
	await expect(box(page, 'Female')).toBeFocused();
	await page.getByRole('button', { name: 'One fewer: Female' }).click();
	await saveLog(page);
	await expect(page.getByText('Sex: Female (2)')).toBeVisible();
});

const CSV = [
	'pcd,pcds,doterm,ced,osward',
	'"OX4 6JD","OX4 6JD","","E58001234","E05013097"',
	'"OX4 6AA","OX4 6AA","","E58001234","E05011395"',
	'"OX4 6ZZ","OX4 6ZZ","200106","E58001234","E05013097"',
	'"OX4 3AB","OX4 3AB","","E58001234","E05013100"'
];
const csvFile = (lines: string[], name = 'ONSPD_MAY_2026_UK_OX.csv') => ({
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from(lines.map((line) => `${line}\r\n`).join(''))
});

test('an administrator brings postcodes in, and an officer finds a ward by one with no signal', async ({
	phoneOf,
	sql
}) => {
	const aisha = await phoneOf('aisha');
	const answer = (text: string) => aisha.getByRole('status').getByText(text, { exact: true });
	const postcode = aisha.getByLabel('Postcode, to find the ward (optional)');
	await startLog(aisha);
	await postcode.fill('ox46jd');
	await expect(
		answer(
			'No postcodes have been imported yet. Ask your administrator, and choose the ward from the list.'
		)
	).toBeVisible();

	const ruth = await phoneOf('ruth', { viewport: { width: 1280, height: 800 } });
	await ruth.goto('/more');
	await ruth.getByRole('link', { name: 'Postcodes' }).click();
	const choose = (file: ReturnType<typeof csvFile>) =>
		ruth.getByLabel('File of postcodes').setInputFiles(file);
	await choose(csvFile(CSV.with(-1, '"OX4 3AB","OX4')));
	await expectProblems(ruth, [
		'Row 5 of the file is not whole, so the file is damaged or was cut short. Download it again.'
	]);
	await choose(csvFile(['a,b', '1,2'], 'holidays.csv'));
	await expect(ruth.getByRole('group', { name: 'There is a problem' })).toContainText(
		'There is no column of postcodes in this file.'
	);
	await choose(csvFile(CSV));
	await expect(
		ruth.getByRole('term').filter({ hasText: 'Your wards with' }).locator('+ dd')
	).toHaveText('2 of 24');
	await expect(
		ruth.getByRole('term').filter({ hasText: 'no longer in use' }).locator('+ dd')
	).toHaveText('1');
	await expectReachableNow(ruth);
	await ruth.getByRole('button', { name: 'Save 2 postcode sectors' }).click();
	await expectSaid(ruth, 'Postcodes saved on this device. Waiting to send.');
	await expect
		.poll(
			() => sql`
			select sector, units, vintage from postcode_sectors where deleted_at is null order by sector`
		)
		.toEqual([
			{ sector: 'OX4 3', units: { AB: 'E05013100' }, vintage: 'May 2026' },
			{ sector: 'OX4 6', units: { JD: 'E05013097', AA: '' }, vintage: 'May 2026' }
		]);
	await choose(csvFile(CSV));
	await expect(ruth.getByText('The look-up has all of this already.')).toBeVisible();

	await startLog(aisha);
	await expect(async () => {
		await postcode.fill('');
		await postcode.fill('OX4 3AB');
		await expect(answer('OX4 3AB is in Cowley.')).toBeVisible({ timeout: 1000 });
	}).toPass();
	await flightMode(aisha, true);
	await postcode.fill('ox4 6j');
	await expect(answer('This is not a postcode. Enter a whole one, like OX4 6JD.')).toBeVisible();
	await postcode.fill('OX4 6ZZ');
	await expect(
		answer(
			'OX4 6ZZ is not in the look-up. It may be new, or mistyped. Choose the ward from the list.'
		)
	).toBeVisible();
	await postcode.fill('OX4 6aa');
	await expect(
		answer(
			'OX4 6AA lies outside the council. Choose the ward from the list, if it happened in one.'
		)
	).toBeVisible();
	await postcode.fill('ox4-6jd');
	await expect(answer('OX4 6JD is in Blackbird Leys.')).toBeVisible();
	await expect(chosen(aisha, 'Ward')).toHaveAccessibleName('Blackbird Leys');
	await expectReachableNow(aisha);
	await sql`update postcode_sectors set deleted_at = now() where deleted_at is null`;
});

test('the nearest places come first once the phone knows where it is', async ({ phoneOf }) => {
	const page = await phoneOf('aisha', {
		geolocation: { latitude: 51.7236, longitude: -1.202 },
		permissions: ['geolocation']
	});
	await startLog(page);
	await page.getByRole('button', { name: 'Use where I am' }).click();
	const places = page.getByRole('group', { name: 'Place (optional)', exact: true });
	await expect(places.getByRole('radio').nth(1)).toHaveAccessibleName('Leys Community Centre');
	await expect(places.getByText('Blackbird Leys, 100 m away')).toBeVisible();
});
