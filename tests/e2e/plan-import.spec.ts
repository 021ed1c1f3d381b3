/** An administrator brings in a published plan: from Word and as text, twice, and with files that are none. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Sql } from 'postgres';
import { bold, cell, docxOf, heading, item, p, table, title } from '../support/docx';
import { expect, flightMode, openAgain, test } from './app';
import { expectReachable, expectReachableNow } from './reach';

test.describe.configure({ timeout: 180_000 });

const docx = (planTitle: string) =>
	docxOf(
		[
			title(planTitle),
			p('This plan was agreed in March.'),
			heading(1, 'Our equality objectives'),
			item('Know our residents', 2),
			item('Fair services', 2),
			heading(1, 'Action plan'),
			bold('Objective 1: Know our residents'),
			table(
				['Ref', 'Action', 'Lead', 'By when'],
				['N1', 'Publish a profile of the borough', 'Policy Manager', '31/03/2027'],
				['N2', 'Ask for equality data in every survey', 'Policy Manager', 'Ongoing']
			),
			bold('Objective 2: Fair services'),
			table(
				['Ref', 'Action', 'Lead', 'By when'],
				[cell(bold('Housing Services'), { across: 4 })],
				['N3', 'Review the lettings policy', 'Head of Housing', 'June 2027']
			)
		].join('')
	);
const file = (name: string, buffer: Buffer) => ({
	name,
	mimeType: 'application/octet-stream',
	buffer
});
const text = readFileSync(
	new URL('../../src/lib/exchange/plan-document/fixtures/county-services.txt', import.meta.url),
	'utf8'
);

async function openImport(page: Page) {
	await page.goto('/plan/import');
	await expect(page.getByLabel('The plan as a file')).toBeVisible();
}

async function savePlan(page: Page) {
	await page.getByRole('button', { name: 'Save the plan' }).click();
	await expect(page).toHaveURL(/\/plan\/[0-9a-f-]{36}$/);
}

/** The plan's tree on the server: titles and counts. */
async function treeOf(sql: Sql, planTitle: string) {
	const plans =
		await sql`select id, status::text, starts_on::text from plans where title = ${planTitle} and deleted_at is null`;
	const ids = plans.map(({ id }) => String(id));
	const objectives =
		await sql`select title, kind::text, reference from objectives where plan_id in ${sql(ids)} and deleted_at is null order by position, reference`;
	const actions = await sql`
		select actions.reference, actions.title, actions.service, actions.due_on::text, actions.due_rule, objectives.title as serves
		from actions join objectives on objectives.id = objective_id
		where actions.plan_id in ${sql(ids)} and actions.deleted_at is null order by actions.position, actions.reference`;
	return { plans, objectives, actions };
}

test('a Word document becomes a plan, is put right first, and is not doubled the second time', async ({
	phoneOf,
	sql
}) => {
	const ruth = await phoneOf('ruth');
	await openImport(ruth);
	await expectReachable(ruth, '/plan/import', /^Import a plan$/);
	await ruth
		.getByLabel('The plan as a file')
		.setInputFiles(file('plan.docx', docx('Borough Plan 2026-30')));
	await expect(ruth.getByRole('heading', { name: 'Check what was understood' })).toBeVisible();
	await expect(ruth.getByText('3 (3 new)')).toBeVisible();
	await expectReachableNow(ruth);

	await ruth.getByRole('button', { name: 'Change Review the lettings policy' }).click();
	await ruth.getByLabel('Title', { exact: true }).fill('Review how homes are let');
	await expectReachableNow(ruth);
	// What was put right stays, though the app is swiped away.
	await ruth.waitForTimeout(300);
	const again = await openAgain(ruth, '/plan/import');
	await expect(again.getByText('N3 Review how homes are let')).toBeVisible();
	await savePlan(again);

	await expect
		.poll(
			async () => (await sql`select 1 from actions where title = 'Review how homes are let'`).length
		)
		.toBe(1);
	expect(await treeOf(sql, 'Borough Plan 2026-30')).toEqual({
		plans: [expect.objectContaining({ status: 'draft', starts_on: '2026-04-01' })],
		objectives: [
			{ title: 'Know our residents', kind: 'objective', reference: '1' },
			{ title: 'Fair services', kind: 'objective', reference: '2' }
		],
		actions: [
			{
				reference: 'N1',
				title: 'Publish a profile of the borough',
				service: '',
				due_on: '2027-03-31',
				due_rule: null,
				serves: 'Know our residents'
			},
			{
				reference: 'N2',
				title: 'Ask for equality data in every survey',
				service: '',
				due_on: null,
				due_rule: 'Ongoing',
				serves: 'Know our residents'
			},
			{
				reference: 'N3',
				title: 'Review how homes are let',
				service: 'Housing Services',
				due_on: '2027-06-30',
				due_rule: null,
				serves: 'Fair services'
			}
		]
	});

	await openImport(again);
	await again
		.getByLabel('What does the document hold?')
		.selectOption({ label: 'An update of Borough Plan 2026-30' });
	await again
		.getByLabel('The plan as a file')
		.setInputFiles(file('plan.docx', docx('Borough Plan 2026-30')));
	await expect(again.getByText('3 (3 unchanged)')).toBeVisible();
	await savePlan(again);
	await again.goto('/sync');
	await expect(again.getByText(/Everything is sent/).first()).toBeVisible();
	const after = await treeOf(sql, 'Borough Plan 2026-30');
	expect([after.plans.length, after.objectives.length, after.actions.length]).toEqual([1, 2, 3]);
});

test('pasted text is read and saved without a network; an action without an objective is asked for', async ({
	phoneOf,
	sql
}) => {
	const ruth = await phoneOf('ruth');
	await openImport(ruth);
	await flightMode(ruth, true);
	await ruth.getByLabel('Or paste the text of the plan').fill(text);
	await ruth.getByRole('button', { name: 'Read the text' }).click();
	await expect(ruth.getByText('11 (11 new)')).toBeVisible();
	// The line that was not understood becomes an action; it has no objective yet.
	await ruth.getByRole('button', { name: 'Add as an action CB12' }).click();
	await ruth.getByRole('button', { name: 'Save the plan' }).click();
	const problems = ruth.getByRole('group', { name: 'There is a problem' });
	await expect(problems.getByRole('link')).toHaveText(['Select the objective that “CB12” serves']);
	await expectReachableNow(ruth);
	await problems.getByRole('link').click();
	await expect(ruth.getByLabel('Serves')).toBeFocused();
	await ruth.getByLabel('Leave it out').check();
	await savePlan(ruth);
	expect(await sql`select 1 from plans where title like 'Fairness Policy%'`).toHaveLength(0);

	await flightMode(ruth, false);
	await expect
		.poll(
			async () =>
				(
					await sql`select 1 from actions where plan_id in (select id from plans where title like 'Fairness Policy%')`
				).length,
			{ timeout: 30_000 }
		)
		.toBe(11);
	const { objectives, actions } = await treeOf(sql, 'Fairness Policy – Action Plan 2015/16');
	expect(objectives.map(({ title }) => String(title))).toEqual([
		'Knowing our communities',
		'Services that people can reach',
		'Communities that get on',
		'Fairness at work'
	]);
	expect(actions.filter(({ service }) => service === 'Environment and Economy')).toHaveLength(4);
});

test('a damaged document, one of 50 MB and a picture are refused in a sentence, and nothing is saved', async ({
	phoneOf,
	sql
}) => {
	const ruth = await phoneOf('ruth');
	await openImport(ruth);
	const [before] = await sql`select count(*)::int as plans from plans`;
	const input = ruth.getByLabel('The plan as a file');
	const whole = docx('Damaged plan');
	for (const [name, bytes, sentence] of [
		['plan.docx', whole.subarray(0, whole.length - 300), 'This Word document is damaged.'],
		['plan.png', Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), 'This is a picture or a film.'],
		[
			'plan.docm',
			docxOf(p('x'), [{ name: 'word/vbaProject.bin', content: 'x' }]),
			'This document has macros in it.'
		],
		[
			'letter.txt',
			Buffer.from('Dear all,\n\nthank you.\n'),
			'No objectives and no actions were found in it.'
		]
	] as const) {
		await input.setInputFiles(file(name, bytes));
		await expect(ruth.getByRole('link', { name: sentence })).toBeVisible();
	}
	const huge = test.info().outputPath('plan.txt');
	writeFileSync(huge, Buffer.alloc(50_000_000, 'a'));
	await input.setInputFiles(huge);
	await expect(ruth.getByRole('link', { name: 'The file is larger than 10 MB.' })).toBeVisible();
	await expectReachableNow(ruth);
	await ruth.reload();
	await expect(input).toBeVisible();
	expect(await sql`select count(*)::int as plans from plans`).toEqual([before]);
});

test('an import is let go with a word, and an officer is told who may', async ({ phoneOf }) => {
	const ruth = await phoneOf('ruth');
	await openImport(ruth);
	await ruth.getByLabel('The plan as a file').setInputFiles(file('plan.docx', docx('Let go')));
	await ruth.getByRole('button', { name: 'Discard the import' }).click();
	await ruth.getByRole('button', { name: 'Discard', exact: true }).click();
	await expect(ruth).not.toHaveURL(/import/);
	await openImport(ruth);

	const aisha = await phoneOf('aisha');
	await aisha.goto('/plan/import');
	await expect(aisha.getByText('Only administrators import plans')).toBeVisible();
	await expectReachableNow(aisha);
});
