/** Story 5: two people change one action; what merges merges, what a person must decide they decide, and nothing is gone. */
import type { Page } from '@playwright/test';
import type { Sql } from 'postgres';
import { expect, expectSaid, expectUnsent, flightMode, test } from './app';
import { expectReachable, expectReachableNow } from './reach';

const REFERENCE = 'EDI-14';

test('a date merges, a rating is decided, and the history holds all three', async ({
	phoneOf,
	sql
}) => {
	const id = await actionAt(sql, { rag: 'amber', due_on: '2026-11-30', progress_note: null });
	const aisha = await phoneOf('aisha');
	const daniel = await phoneOf('daniel', { viewport: { width: 1280, height: 800 } });

	await flightMode(aisha, true);
	await update(aisha, id, async () => {
		await rate(aisha, 'Green');
	});
	await expectUnsent(aisha, 1);
	await update(daniel, id, async () => {
		await rate(daniel, 'Red');
		await daniel.getByLabel('Day').fill('15');
		await daniel.getByLabel('Month').fill('12');
	});
	await expectUnsent(daniel, 0);

	await flightMode(aisha, false);
	await expect(
		aisha.getByRole('heading', { name: 'Your change of this action needs attention' })
	).toBeVisible();
	await expect(aisha.getByText('Due 15 December 2026')).toBeVisible();
	await aisha.getByRole('link', { name: 'See why it was not taken, and settle it' }).click();
	await expect(aisha.getByText('To decide: RAG rating.')).toBeVisible();
	await aisha.getByRole('link', { name: /^Decide what stays/ }).click();

	const mine = aisha.getByRole('radio', { name: 'Green' });
	const theirs = aisha.getByRole('radio', { name: 'Red' });
	await expect(mine).toHaveAccessibleDescription(/^You, on this device, \d+ \w+ \d{4} at /);
	await expect(theirs).toHaveAccessibleDescription(/^Daniel Hughes, \d+ \w+ \d{4} at /);
	await aisha.getByRole('button', { name: 'Save decision' }).click();
	await expect(aisha.getByRole('group', { name: 'There is a problem' })).toBeFocused();
	await expect(
		aisha.getByRole('link', { name: 'RAG rating: choose which one stays' })
	).toBeVisible();
	await expectReachableNow(aisha);

	await theirs.check();
	await aisha.getByLabel('Add a note (optional)').fill('Red until the venue is found.');
	await aisha.getByRole('button', { name: 'Save decision' }).click();
	await expectSaid(aisha, 'Decided. What you kept of yours goes out now.');
	await expect(aisha).toHaveURL(`/actions/${id}`);
	await expectUnsent(aisha, 0);
	const [row] = await sql`
		select rag, due_on::text, progress_note, row_version::int from actions where id = ${id}`;
	expect(row).toMatchObject({
		rag: 'red',
		due_on: '2026-12-15',
		progress_note: 'Red until the venue is found.'
	});

	for (const phone of [aisha, daniel]) {
		await phone.goto(`/actions/${id}`);
		const history = phone.getByRole('listitem').filter({ has: phone.getByRole('time') });
		await expect(history.nth(0)).toContainText('Changed by Aisha Rahman');
		await expect(history.nth(1)).toContainText('Changed at the same time by Aisha Rahman');
		await expect(history.nth(2)).toContainText('Changed by Daniel Hughes');
		for (const entry of [0, 1, 2]) await history.nth(entry).locator('summary').click();
		await expect(history.nth(0)).toContainText('Red until the venue is found.');
		await expect(history.nth(1)).toContainText('Green (there already: Red)');
		await expect(history.nth(2)).toContainText('Red (was: Amber)');
		await expect(history.nth(2)).toContainText('15 December 2026 (was: 30 November 2026)');
	}
});

test('one’s own can be kept, and goes out on what the other wrote', async ({ phoneOf, sql }) => {
	const id = await actionAt(sql, { status: 'not_started', rag: 'amber', progress_note: null });
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	await update(aisha, id, async () => {
		await rate(aisha, 'Green');
		await aisha.getByRole('radio', { name: 'Done' }).check();
	});
	await sql`update actions set rag = 'red', status = 'stopped' where id = ${id}`;
	await flightMode(aisha, false);
	await expectUnsent(aisha, 1);
	await aisha.goto('/sync');
	await expect(aisha.getByText('To decide: RAG rating, Status.')).toBeVisible();
	await writeNote(aisha, id, 'All speakers found.');
	await expectUnsent(aisha, 2);
	await aisha.goto('/sync');
	await expect(aisha.getByText('1 later change of this action waits for it.')).toBeVisible();
	await expect(
		aisha.getByText('It waits for the change above that needs attention.')
	).toBeVisible();

	await decideFrom(aisha);
	await aisha.getByRole('radio', { name: 'Green' }).check();
	await aisha.getByRole('radio', { name: 'Stopped' }).check();
	await aisha.getByRole('button', { name: 'Save decision' }).click();
	await expectUnsent(aisha, 0);
	await expect
		.poll(
			async () => (await sql`select rag, status, progress_note from actions where id = ${id}`)[0]
		)
		.toEqual({ rag: 'green', status: 'stopped', progress_note: 'All speakers found.' });
});

test('long notes merge by themselves, and are laid side by side where they do not', async ({
	phoneOf,
	sql
}) => {
	const id = await actionAt(sql, { progress_note: 'Venue booked. Speakers asked.' });
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	await writeNote(aisha, id, 'Venue booked for May. Speakers asked.');
	await sql`update actions set progress_note = 'Venue booked. Two speakers found.' where id = ${id}`;
	await flightMode(aisha, false);
	await expectUnsent(aisha, 0, 15_000);
	await expect.poll(() => noteOf(sql, id)).toBe('Venue booked for May. Two speakers found.');

	await flightMode(aisha, true);
	await writeNote(aisha, id, 'Venue booked for June. Two speakers found.');
	await sql`
		update actions set progress_note = 'Venue booked for July. Two speakers found.' where id = ${id}`;
	await flightMode(aisha, false);
	await decideFrom(aisha);
	await expect(aisha.locator('mark')).toHaveText(['June.', 'July.']);
	await expectReachableNow(aisha);
	await aisha.getByRole('radio', { name: 'Both, in one text' }).check();
	const both = aisha.getByLabel('Progress, from both');
	await expect(both).toHaveValue(
		'Venue booked for July. Venue booked for June. Two speakers found.'
	);
	await both.fill('Venue booked for June and July. Two speakers found.');
	await aisha.getByRole('button', { name: 'Save decision' }).click();
	await expectUnsent(aisha, 0);
	await expect
		.poll(() => noteOf(sql, id))
		.toBe('Venue booked for June and July. Two speakers found.');
});

test('a date that was written over is told to whoever wrote over it, until they have seen it', async ({
	phoneOf,
	sql
}) => {
	const id = await actionAt(sql, { rag: 'amber', due_on: '2026-11-30' });
	const daniel = await phoneOf('daniel');
	await flightMode(daniel, true);
	await update(daniel, id, () => daniel.getByLabel('Day').fill('29'));
	const ruth = await phoneOf('ruth');
	await update(ruth, id, () => ruth.getByLabel('Day').fill('28'));
	await expectUnsent(ruth, 0);
	await flightMode(daniel, false);
	const news = daniel.getByRole('region', { name: 'Your change replaced somebody else’s' });
	await expect(news).toContainText(
		/Your change of “Due date” replaced “28 November 2026” by Ruth Carver, \d+ \w+ \d{4} at /
	);
	await daniel.goto('/sync');
	await expect(news).toContainText('See the history of this action');
	await expectReachableNow(daniel);
	await news.getByRole('button', { name: /^Close/ }).click();
	await expect(news).toHaveCount(0);
	await daniel.goto(`/actions/${id}`);
	await expect(daniel.getByText('Due 29 November 2026')).toBeVisible();
	await expect(news).toHaveCount(0);
});

test('what was settled already asks nothing', async ({ phoneOf }) => {
	const aisha = await phoneOf('aisha');
	await expectReachable(aisha, '/sync/999', /^Two people changed this$/);
	await expect(aisha.getByText('There is nothing to decide here any more')).toBeVisible();
});

/** The story's action as it is at the start. Returns its id. */
async function actionAt(sql: Sql, columns: Record<string, string | null>): Promise<string> {
	const [row] = await sql`
		update actions set ${sql(columns)} where reference = ${REFERENCE} returning id`;
	return String(row?.id);
}

async function noteOf(sql: Sql, id: string): Promise<unknown> {
	return (await sql`select progress_note from actions where id = ${id}`)[0]?.progress_note;
}

/** Opens the form of an action, does what is to be done, and saves it on the device. */
async function update(page: Page, id: string, fill: () => Promise<void>): Promise<void> {
	await page.goto(`/actions/${id}`);
	await page.getByRole('link', { name: 'Update progress' }).click();
	await fill();
	await page.getByRole('button', { name: 'Save progress' }).click();
	await expectSaid(page, 'Saved on this device. Waiting to send.');
	await expect(page).toHaveURL(`/actions/${id}`);
}

async function rate(page: Page, rating: string): Promise<void> {
	await page.getByRole('radio', { name: rating, exact: true }).check();
}

async function writeNote(page: Page, id: string, text: string): Promise<void> {
	await update(page, id, () => page.getByLabel('Progress', { exact: true }).fill(text));
}

/** Goes from wherever the person is to the decision. */
async function decideFrom(page: Page): Promise<void> {
	await page.goto('/sync');
	await page.getByRole('link', { name: /^Decide what stays/ }).click();
	await expect(page.getByRole('heading', { name: 'Two people changed this' })).toBeVisible();
}
