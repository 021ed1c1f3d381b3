/** The plan as a tree, offline; making one; the statutory clock; closing it and carrying it over into the next. */
import type { Page } from '@playwright/test';
import { addLog, expect, expectProblems, expectSaid, expectUnsent, flightMode, test } from './app';
import { expectReachable, expectReachableNow } from './reach';

const PLAN = 'EDI Action Plan 2026-30';
const PRIORITY = 'Providing inclusive services';

/** The part of the page about one objective or priority of the tree. */
function branch(page: Page, title: string) {
	return page.locator('.priority').filter({ has: page.getByRole('heading', { name: title }) });
}

async function evidenceOf(page: Page, title: string): Promise<number> {
	const words = await branch(page, title)
		.getByText(/evidence/)
		.first()
		.textContent();
	return Number(/^[\d,]+/.exec(words?.trim() ?? '')?.[0].replace(',', '') ?? 0);
}

test('an officer reads the tree with no signal, and their log counts at once', async ({
	phoneOf
}) => {
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	await aisha.goto('/');
	await aisha.getByRole('link', { name: 'Plan', exact: true }).click();
	await expect(aisha.getByRole('heading', { name: PLAN })).toBeVisible();
	await expect(aisha.getByText('Evidence is counted from the logs on this device')).toBeVisible();
	await expect(branch(aisha, PRIORITY)).toContainText(/pieces? of evidence, the latest of/);
	const before = await evidenceOf(aisha, PRIORITY);

	await addLog(aisha, { heard: 'Counts for the plan', priority: PRIORITY });
	await aisha.getByRole('link', { name: 'Plan', exact: true }).click();
	await expect.poll(() => evidenceOf(aisha, PRIORITY)).toBe(before + 1);

	await branch(aisha, PRIORITY).locator('summary').click();
	await expect(branch(aisha, PRIORITY).getByRole('listitem').first()).toContainText(
		/Red|Amber|Green|Not rated/
	);
	await branch(aisha, PRIORITY).getByRole('link', { name: PRIORITY }).click();
	await expect(aisha.getByRole('heading', { level: 1, name: PRIORITY })).toBeVisible();
	await expect(aisha.getByText('Counts for the plan')).toBeVisible();
	await aisha.reload();
	await expect(aisha.getByRole('heading', { level: 1, name: PRIORITY })).toBeVisible();
	await expect(aisha.getByRole('link', { name: /^Edit/ })).toHaveCount(0);
	await aisha.goto('/plan/new');
	await expect(aisha.getByText('Only administrators change the plan')).toBeVisible();
});

test('the statutory dates are counted down from publication, on home and with the plan', async ({
	phoneOf,
	sql
}) => {
	const ruth = await phoneOf('ruth');
	const dates = ruth.getByRole('list', { name: 'Statutory dates' });
	await expect(dates).toContainText('Publish equality information by 31 March 2027');
	await expect(dates).toContainText('Publish equality objectives by 31 March 2030');
	await dates.getByRole('link').first().click();
	await ruth.getByRole('link', { name: 'Edit plan' }).click();
	const published = ruth.getByRole('group', {
		name: 'When was equality information last published? (optional)'
	});
	await published.getByLabel('Day').fill('12');
	await published.getByLabel('Month').fill('nov');
	await published.getByLabel('Year').fill('26');
	await ruth.getByRole('button', { name: 'Save plan' }).click();
	await expectProblems(ruth, ['Year must include 4 numbers']);
	await published.getByLabel('Year').fill('2026');
	await ruth.getByRole('button', { name: 'Save plan' }).click();
	await expectSaid(ruth, 'Saved on this device. Waiting to send.');
	await expect(dates).toContainText('Publish equality information by 11 November 2027');
	await expectUnsent(ruth, 0);
	const datesOf = async () => {
		const [plan] = await sql`
			select information_published_on::text, published_on::text from plans where title = ${PLAN}`;
		return plan;
	};
	await expect
		.poll(datesOf)
		.toEqual({ information_published_on: '2026-11-12', published_on: '2026-04-01' });
	await sql`update plans set information_published_on = '2026-04-01' where title = ${PLAN}`;
});

test('an administrator makes a plan offline, closes it into the next, and opens it again', async ({
	phoneOf,
	sql
}) => {
	test.slow();
	const ruth = await phoneOf('ruth');
	await flightMode(ruth, true);
	await ruth.goto('/plan/new');
	await ruth.getByRole('button', { name: 'Save plan' }).click();
	await expectProblems(ruth, ['Enter the title of the plan']);
	await ruth.getByLabel('Title', { exact: true }).fill('Inclusion Plan 2026');
	await fillDate(ruth, 'When does it start? (optional)', '1', '4', '2026');
	await fillDate(ruth, 'When does it end? (optional)', '31', '3', '2030');

	// The phone is put away half way: home leads back to the form.
	await ruth.goto('/');
	await ruth.getByRole('link', { name: 'New plan' }).click();
	await expect(ruth.getByLabel('Title', { exact: true })).toHaveValue('Inclusion Plan 2026');
	await ruth.getByRole('radio', { name: 'Current' }).check();
	await ruth.getByRole('button', { name: 'Save plan' }).click();
	await expect(ruth.getByText('This plan has no objectives yet')).toBeVisible();
	const plan = new URL(ruth.url()).pathname;

	await ruth.getByRole('link', { name: 'Add an objective' }).click();
	await expect(ruth.getByLabel('Reference')).toHaveValue('1');
	await ruth.getByLabel('Title', { exact: true }).fill('Hear everybody');
	await ruth.getByRole('button', { name: 'Save objective' }).click();
	await ruth.getByRole('link', { name: 'Add a priority' }).click();
	await expect(ruth.getByLabel('Reference')).toHaveValue('1.1');
	await ruth.getByLabel('Title', { exact: true }).fill('Go where people are');
	await ruth.getByRole('button', { name: 'Save priority' }).click();
	await expect(ruth.getByRole('link', { name: '1. Hear everybody' })).toBeVisible();
	await flightMode(ruth, false);
	await expectUnsent(ruth, 0, 15_000);
	const [priority] = await sql`
		select id, plan_id, council_id from objectives where title = 'Go where people are'`;
	for (const [reference, title, status] of [
		['IP-1', 'Visit every hall', 'in_progress'],
		['IP-2', 'Translate the leaflet', 'in_progress'],
		['IP-3', 'Count the halls', 'done']
	])
		await sql`
			insert into actions ${sql({
				council_id: String(priority?.council_id),
				plan_id: String(priority?.plan_id),
				objective_id: String(priority?.id),
				reference: reference ?? '',
				title: title ?? '',
				status: status ?? '',
				service: 'Communities',
				rag: 'red',
				position: 1
			})}`;

	await ruth.goto(plan);
	await expect(ruth.getByText('3 actions: 3 red')).not.toHaveCount(0);
	await expectReachable(ruth, plan, /^Inclusion Plan 2026$/);
	await ruth.getByRole('link', { name: 'Close and carry over' }).click();
	await expect(ruth.getByText('2 of 2 selected.')).toBeVisible();
	await ruth.getByRole('checkbox', { name: /^IP-2/ }).uncheck();
	await expect(ruth.getByText('1 of 2 selected.')).toBeVisible();
	await ruth.getByRole('checkbox', { name: 'Close Inclusion Plan 2026 now' }).check();
	await ruth.getByLabel('Title of the new plan').fill('Inclusion Plan 2030');
	await expectReachableNow(ruth);
	await ruth.getByRole('button', { name: 'Make the new plan' }).click();
	await expect(ruth.getByRole('heading', { level: 1, name: 'Inclusion Plan 2030' })).toBeVisible();
	await expect(ruth.getByText('This plan is a draft')).toBeVisible();
	await expectUnsent(ruth, 0, 15_000);
	const carried = () => sql`
		select plans.starts_on::text, plans.ends_on::text, plans.status, actions.reference, actions.rag, earlier.reference as continues
		from plans
		join actions on actions.plan_id = plans.id
		join actions as earlier on earlier.id = actions.carried_from
		where plans.title = 'Inclusion Plan 2030'`;
	await expect
		.poll(async () => [...(await carried())])
		.toEqual([
			{
				starts_on: '2030-04-01',
				ends_on: '2034-03-31',
				status: 'draft',
				reference: 'IP-1',
				rag: null,
				continues: 'IP-1'
			}
		]);

	await ruth.getByRole('link', { name: 'Inclusion Plan 2026' }).first().click();
	await expect(ruth.getByRole('heading', { name: 'This plan is closed' })).toBeVisible();
	await expect(ruth.getByRole('link', { name: 'Add an objective' })).toHaveCount(0);
	await expectReachableNow(ruth);
	await ruth.getByRole('link', { name: 'Edit plan' }).click();
	await ruth.getByRole('button', { name: 'Open this plan again' }).click();
	await expectSaid(ruth, 'The plan is open again.');
	await expectUnsent(ruth, 0, 15_000);
	// The badge may still say what it said before the change was counted.
	await expect
		.poll(async () => (await sql`select status from plans where title = 'Inclusion Plan 2026'`)[0])
		.toEqual({ status: 'current' });
	await sql`update plans set status = 'draft' where title = 'Inclusion Plan 2026'`;
});

test('every page of the plan is for everybody', async ({ phoneOf, sql }) => {
	const [objective] = await sql`
		select id from objectives where title = 'Responsive services and customer care'`;
	const ruth = await phoneOf('ruth');
	await expectReachable(ruth, '/plan', new RegExp(PLAN));
	await branch(ruth, PRIORITY).locator('summary').click();
	await expectReachableNow(ruth);
	await expectReachable(ruth, `/objectives/${String(objective?.id)}`, /^Responsive services/);
	await expectReachable(ruth, `/objectives/${String(objective?.id)}/edit`, /^Edit objective$/);
	await expectReachable(ruth, '/plan/new', /^New plan$/);
});

async function fillDate(page: Page, legend: string, day: string, month: string, year: string) {
	const group = page.getByRole('group', { name: legend });
	await group.getByLabel('Day').fill(day);
	await group.getByLabel('Month').fill(month);
	await group.getByLabel('Year').fill(year);
}
