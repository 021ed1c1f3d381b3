/** Grants: taken in and scored with no signal, decided by a manager, awarded, paid, and kept whatever becomes of them. */
import type { Page } from '@playwright/test';
import type { Sql } from 'postgres';
import {
	expect,
	expectProblems,
	expectSaid,
	expectUnsent,
	flightMode,
	pick,
	test,
	typeDay,
	type Name
} from './app';
import { expectReachableNow } from './reach';

const DESK = { viewport: { width: 1280, height: 900 } };

/** A grant of the demonstration, by its title. */
async function grantOf(sql: Sql, title: string): Promise<string> {
	const [row] = await sql<{ id: string }[]>`select id from grants where title = ${title}`;
	if (!row) throw new Error(`No grant called ${title}`);
	return row.id;
}

const columns = async (sql: Sql, id: string) => {
	const [row] = await sql<{ row: Record<string, unknown> }[]>`
		select to_jsonb(grants) as row from grants where id = ${id}`;
	return row?.row;
};

/** Takes an application into the open round, from the list; returns its id. */
async function takeIn(page: Page, title: string): Promise<string> {
	await page.goto('/grants');
	await page.getByRole('link', { name: 'Take in an application' }).click();
	await expect(page.getByRole('heading', { name: 'Take in an application' })).toBeVisible();
	await page.getByLabel('Round', { exact: true }).selectOption('Small Grants 2026 R3');
	await pick(page, 'Who applies?', 'Barton Story Circle');
	await page.getByLabel('How much do they ask for?').fill('£2,700');
	await page.getByLabel('Title', { exact: true }).fill(title);
	await page.getByLabel('What is the money for?').fill('A second hall, and a story a week.');
	const wards = page.getByRole('group', { name: 'Which wards benefit? (optional)' });
	await wards.getByRole('searchbox').fill('Barton');
	await wards.getByRole('checkbox', { name: 'Barton & Sandhills' }).check();
	for (const group of ['Older people', 'Asian communities'])
		await page.getByRole('checkbox', { name: group, exact: true }).check();
	await page.getByRole('button', { name: 'Save application' }).click();
	await page.waitForURL(/\/grants\/[0-9a-f-]{36}$/);
	return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Gives points for the five criteria of the small grants, in order, and saves. */
async function score(page: Page, points: readonly number[]): Promise<void> {
	await page.getByRole('link', { name: 'Score', exact: true }).click();
	const groups = page.getByRole('group', { name: /^(It|Everybody)/ });
	await expect(groups).toHaveCount(points.length);
	for (const [place, given] of points.entries()) {
		const group = groups.nth(place);
		await group.getByRole('radio', { name: String(given), exact: true }).check();
		await page
			.getByLabel(/^Reason for/)
			.nth(place)
			.fill('Two logs of this spring say so.');
	}
	await page.getByLabel('How much do you recommend? (optional)').fill('2400');
	await page.getByRole('button', { name: 'Save score' }).click();
}

test('from an application with no signal to a payment, each step by whoever’s it is', async ({
	phoneOf,
	sql
}) => {
	test.slow();
	const mei = await phoneOf('mei');
	await flightMode(mei, true);
	const id = await takeIn(mei, 'Stories in the second hall');
	await expect(mei.getByText('£2,700 asked for')).toBeVisible();
	await score(mei, [5, 4, 3, 4, 3]);
	await expect(mei.getByText('8 of 10').first()).toBeVisible();
	await expect(mei.getByRole('link', { name: 'Decide' })).toHaveCount(0);
	await expectReachableNow(mei);
	await flightMode(mei, false);
	await expectUnsent(mei, 0);
	expect(await columns(sql, id)).toMatchObject({
		status: 'scored',
		score: 8,
		requested_pence: 270_000,
		recommended_pence: 240_000,
		ward_codes: ['E05013096'],
		groups: ['older_people', 'asian'],
		reference: expect.stringMatching(/^G2026-\d{3}$/)
	});

	const daniel = await phoneOf('daniel', DESK);
	await daniel.goto('/grants?view=decide');
	await daniel.getByRole('link', { name: /Stories in the second hall$/ }).click();
	await daniel.getByRole('link', { name: 'Decide' }).click();
	await expect(daniel.getByRole('heading', { name: 'Decide this application' })).toBeVisible();
	await expect(daniel.getByRole('definition').filter({ hasText: /^£2,400$/ })).toBeVisible();
	await daniel.getByRole('button', { name: 'Save decision' }).click();
	await expectProblems(daniel, ['Select whether to approve or decline it']);
	await daniel.getByRole('radio', { name: 'Approve' }).check();
	await daniel.getByRole('button', { name: 'Save decision' }).click();
	await expect(daniel.getByText('£2,400 approved')).toBeVisible();
	await expectUnsent(daniel, 0);

	await expect(mei.getByRole('link', { name: 'Award' })).toBeVisible();
	await mei.getByRole('link', { name: 'Award' }).click();
	await mei.getByRole('button', { name: 'Two, half a year apart' }).click();
	await mei.getByLabel('Amount of payment 2').fill('1,000');
	await mei.getByRole('button', { name: 'Award £2,400' }).click();
	await expectProblems(mei, ['The payments come to £2,200. They must add up to the award, £2,400']);
	await expectReachableNow(mei);
	await mei.getByLabel('Amount of payment 2').fill('1,200');
	await mei.getByLabel('Conditions (optional)').fill('A visit within three months.');
	await mei.getByRole('button', { name: 'Award £2,400' }).click();
	await expect(mei.getByText('£2,400 awarded')).toBeVisible();
	await mei
		.getByRole('button', { name: /^Mark as paid today/ })
		.first()
		.click();
	await expect(mei.getByRole('button', { name: /^Not paid after all/ })).toBeVisible();
	await expectUnsent(mei, 0);
	const awarded = await columns(sql, id);
	expect(awarded).toMatchObject({
		status: 'awarded',
		awarded_pence: 240_000,
		conditions: 'A visit within three months.'
	});
	const schedule = awarded?.schedule as { pence: number; paid_on: string | null }[];
	expect(schedule.map(({ pence }) => pence)).toEqual([120_000, 120_000]);
	expect(schedule.map(({ paid_on }) => paid_on !== null)).toEqual([true, false]);
});

test('the story’s award reads as it was made', async ({ phoneOf, sql }) => {
	const aisha = await phoneOf('aisha');
	await aisha.goto('/grants?text=stories+across');
	await expect(aisha.getByText('£2,400 awarded')).toBeVisible();
	await aisha.goto(`/grants/${await grantOf(sql, 'Stories across the estate')}`);
	for (const text of ['Barton Story Circle', 'Small Grants 2026 R2', 'Barton & Sandhills'])
		await expect(aisha.getByText(text, { exact: true })).toBeVisible();
	await expect(aisha.getByText('Older people, Asian communities')).toBeVisible();
	await expect(aisha.getByText('8 of 10')).toBeVisible();
	await expect(aisha.getByText('14 September 2026', { exact: true }).first()).toBeVisible();
	// She reads it; she does not handle grants.
	await expect(aisha.getByRole('link', { name: 'Change the award' })).toHaveCount(0);
	await expect(aisha.getByRole('button', { name: /^Mark as paid/ })).toHaveCount(0);
	await aisha.goto('/grants/new');
	await expect(aisha.getByRole('heading', { name: 'Not for you to change' })).toBeVisible();
});

test('a decision over the limit says why; declining says why; a reopened one keeps both in its history', async ({
	phoneOf,
	sql
}) => {
	const id = await grantOf(sql, 'A weekend off');
	const daniel = await phoneOf('daniel', DESK);
	await daniel.goto(`/grants/${id}/decide`);
	await daniel.getByRole('radio', { name: 'Approve' }).check();
	await daniel.getByLabel('How much?').fill('20 thousand');
	await daniel.getByRole('button', { name: 'Save decision' }).click();
	await expectProblems(daniel, ['The amount must be in pounds, like 2,400 or 2,400.50']);
	await daniel.getByLabel('How much?').fill('20,000.50');
	await expect(daniel.getByText(/^The round would be £[0-9,.]+ over its budget/)).toBeVisible();
	await daniel.getByRole('button', { name: 'Save decision' }).click();
	await expectProblems(daniel, ['The round gives £3,000 at most. Enter why this is more']);
	await expectReachableNow(daniel);
	await daniel.getByRole('radio', { name: 'Decline' }).check();
	await daniel.getByRole('button', { name: 'Save decision' }).click();
	await expectProblems(daniel, ['Enter why it is declined']);
	await daniel.getByLabel('Why is it declined?').fill('The round is spent. Ask again in spring.');
	await daniel.getByRole('button', { name: 'Save decision' }).click();
	await expect(daniel.getByText('The round is spent. Ask again in spring.')).toBeVisible();
	await expectUnsent(daniel, 0);
	expect(await columns(sql, id)).toMatchObject({ status: 'declined', awarded_pence: null });

	await daniel.getByRole('button', { name: 'Reopen the decision' }).click();
	await daniel.getByRole('button', { name: 'Reopen the decision' }).click();
	await expect(daniel.getByRole('link', { name: 'Decide' })).toBeVisible();
	await expectUnsent(daniel, 0);
	expect(await columns(sql, id)).toMatchObject({ status: 'scored', decline_reason: '' });
	const history = daniel.getByRole('listitem').filter({ has: daniel.getByRole('time') });
	await history.nth(0).locator('summary').click();
	await expect(history.nth(0)).toContainText('The round is spent. Ask again in spring.');
});

test('two amounts for one application are never merged: a person decides', async ({
	phoneOf,
	sql
}) => {
	const id = await grantOf(sql, 'A choir for carers');
	const ask = async (page: Page, amount: string) => {
		await page.goto(`/grants/${id}/edit`);
		await page.getByLabel('How much do they ask for?').fill(amount);
		await page.getByRole('button', { name: 'Save application' }).click();
		await page.waitForURL(`/grants/${id}`);
	};
	const mei = await phoneOf('mei');
	await flightMode(mei, true);
	await ask(mei, '1,750.50');
	const daniel = await phoneOf('daniel', DESK);
	await ask(daniel, '1,500');
	await expectUnsent(daniel, 0);
	await flightMode(mei, false);
	await expect(
		mei.getByRole('heading', { name: 'Your change of this grant needs attention' })
	).toBeVisible();
	await mei.goto('/sync');
	await expect(mei.getByText('To decide: Asked for.')).toBeVisible();
	await mei.getByRole('link', { name: /^Decide what stays/ }).click();
	await expect(mei.getByRole('radio', { name: '£1,500', exact: true })).toBeVisible();
	await mei.getByRole('radio', { name: '£1,750.50' }).check();
	await mei.getByRole('button', { name: 'Save decision' }).click();
	await expectSaid(mei, 'Decided. What you kept of yours goes out now.');
	await expectUnsent(mei, 0);
	expect(await columns(sql, id)).toMatchObject({ requested_pence: 175_050 });
});

test('an administrator sets what counts, and a round in which something is scored keeps it', async ({
	phoneOf,
	sql
}) => {
	const ruth = await phoneOf('ruth', DESK);
	await ruth.goto('/grants/programmes/new');
	await ruth.getByRole('button', { name: 'Save programme' }).click();
	await expectProblems(ruth, [
		'Enter the name',
		'Select the priority that it serves',
		'Enter criterion 1'
	]);
	await ruth.getByLabel('Name', { exact: true }).fill('Warm Welcome Fund');
	await pick(ruth, 'Which priority does it serve?', 'Focus on crisis prevention');
	await ruth.getByRole('radio', { name: 'Open', exact: true }).check();
	await ruth.getByLabel('Criterion 1', { exact: true }).fill('It keeps people warm');
	await ruth.getByLabel('Weight of criterion 1', { exact: true }).fill('3');
	await ruth.getByRole('button', { name: 'Add a criterion' }).click();
	await ruth.getByLabel('Criterion 2', { exact: true }).fill('It can start this winter');
	await expectReachableNow(ruth);
	await ruth.getByRole('button', { name: 'Save programme' }).click();
	await ruth.waitForURL(/\/grants\/programmes\/[0-9a-f-]{36}$/);
	await ruth.getByRole('link', { name: 'Add a round' }).click();
	await ruth.getByLabel('Name', { exact: true }).fill('Warm Welcome 2026');
	await typeDay(ruth, 'When does it open?', ['2', '11', '2026']);
	await typeDay(ruth, 'When does it close?', ['1', '11', '2026']);
	await ruth.getByLabel('How much is there to give?').fill('40,000');
	await ruth.getByRole('button', { name: 'Save round' }).click();
	await expectProblems(ruth, ['The closing date must be after the opening date']);
	await typeDay(ruth, 'When does it close?', ['31', '12', '2026']);
	await ruth.getByRole('button', { name: 'Save round' }).click();
	await ruth.waitForURL(/\/grants\/rounds\/[0-9a-f-]{36}$/);
	await expect(ruth.getByText('£40,000')).toBeVisible();
	await expectUnsent(ruth, 0);
	const [round] = await sql`
		select budget_pence, criteria from grant_rounds where name = 'Warm Welcome 2026'`;
	expect(round).toMatchObject({
		budget_pence: 4_000_000,
		criteria: [
			{ code: 'it_keeps_people_warm', weight: 3, max: 5 },
			{ code: 'it_can_start_this_winter', weight: 1, max: 5 }
		]
	});
});

test('who does not handle grants is told so, wherever they land', async ({ phoneOf, sql }) => {
	const id = await grantOf(sql, 'First job evenings');
	const cases: [Name, string, string][] = [
		['tom', `/grants/${id}/award`, 'Not for you to change'],
		['mei', `/grants/${id}/decide`, 'A manager or administrator decides applications'],
		['mei', '/grants/programmes/new', 'Administrators keep the programmes']
	];
	const pages = new Map<Name, Page>();
	for (const [name, address, heading] of cases) {
		const page = pages.get(name) ?? (await phoneOf(name));
		pages.set(name, page);
		await page.goto(address);
		await expect(page.getByRole('heading', { name: heading })).toBeVisible();
	}
});
