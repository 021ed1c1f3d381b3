/** Story 14: a manager writes the year's report, keeps an edition, and has the same file for ever; a councillor gets a ward on one page. */
import { createHash } from 'node:crypto';
import { expect, expectUnsent, fileOf, flightMode, test } from './app';
import { expectReachable, expectReachableNow } from './reach';

test('a report is written offline, kept, and its file is the same to the byte afterwards', async ({
	phoneOf,
	sql
}) => {
	const daniel = await phoneOf('daniel', { viewport: { width: 1280, height: 800 } });
	await daniel.goto('/more');
	await daniel.getByRole('link', { name: /^Reports/ }).click();
	await daniel.getByRole('link', { name: /^Progress report/ }).click();
	await expect(daniel.getByText('Our residents told us what stands')).toBeVisible();

	await flightMode(daniel, true);
	await daniel.getByRole('link', { name: 'Write the words' }).click();
	await daniel.getByLabel('What will you do next? (optional)').fill('Visit Wolvercote.');
	await daniel.getByRole('button', { name: 'Save report' }).click();
	await expect(daniel.getByText('Visit Wolvercote.').first()).toBeVisible();
	await flightMode(daniel, false);
	await expectUnsent(daniel, 0);

	await daniel.goto('/progress');
	await daniel.getByRole('link', { name: /^Progress report/ }).click();
	const wards = daniel.getByRole('table', { name: 'What happened where' });
	await expect(wards.getByRole('row', { name: /^Blackbird Leys/ })).toBeVisible();
	await expect(wards.getByText('[c]').first()).toBeVisible();
	await daniel.getByText('How this was made').first().click();
	await expect(daniel.getByRole('link', { name: /^See it as it is now/ }).first()).toBeVisible();
	await expectReachableNow(daniel);

	await daniel.getByRole('button', { name: 'Keep this edition' }).click();
	await daniel.getByRole('button', { name: 'Keep edition' }).click();
	await expect(daniel.getByText(/^The web page is the one that was kept/)).toBeVisible();
	const edition = new URL(daniel.url()).pathname;
	await expectUnsent(daniel, 0);

	// What changes afterwards changes nothing of it.
	await sql`update actions set title = title || ' (again)' where reference = 'EDI-14'`;
	const aisha = await phoneOf('aisha');
	await aisha.goto(edition);
	const { name, text } = await fileOf(aisha, 'Save as a web page (HTML)');
	expect(name).toMatch(/^progress-report-kept-.*\.html$/);
	const [kept] =
		await sql`select page from report_editions where id = ${edition.split('/').at(-1) ?? ''}`;
	expect(text).toBe(kept?.page);
	expect(text).toContain('Visit Wolvercote.');
	expect(text).not.toContain('(again)');
	const print = createHash('sha256').update(text).digest('hex');
	await expect(aisha.getByText(print)).toBeVisible();
	await expectReachableNow(aisha);
	await sql`
		update actions set title = replace(title, ' (again)', '') where reference = 'EDI-14'`;
});

test('a councillor gets a ward on one page of A4, and the evidence pack', async ({ phoneOf }) => {
	const councillor = await phoneOf('councillor');
	await councillor.goto('/progress/ward');
	await councillor.getByLabel('Ward').selectOption('Blackbird Leys');
	await expect(
		councillor.getByRole('table', { name: 'Blackbird Leys and the whole council' })
	).toBeVisible();
	const paper = await councillor.pdf({ preferCSSPageSize: true });
	expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
	await expectReachableNow(councillor);

	await expectReachable(councillor, '/progress/evidence', /^Evidence for a needs assessment$/);
	await councillor.setViewportSize({ width: 390, height: 844 });
	const { text } = await fileOf(councillor, 'Save as a spreadsheet (CSV)');
	expect(text).toContain('What it was about');
	expect(text).toContain('[c] stands for a number that is held back');
});
