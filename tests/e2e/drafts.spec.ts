/** Forms that were begun: kept on every change, whatever happens to the app, until they are saved or let go. */
import type { Page } from '@playwright/test';
import {
	addLog,
	expect,
	expectUnsent,
	fillLog,
	flightMode,
	openAgain,
	startLog,
	test
} from './app';
import { untilKept } from './on-device';

test('a draft outlives a reload and a killed app', async ({ phoneOf }) => {
	let aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	await startLog(aisha);
	await aisha.getByRole('radio', { name: 'Visit', exact: true }).check();
	await aisha.getByLabel('What did you hear?').fill('The lift is out again');
	await untilKept(aisha, 'The lift is out again');
	await aisha.reload();
	await expect(aisha.getByLabel('What did you hear?')).toHaveValue('The lift is out again');
	await expect(aisha.getByRole('radio', { name: 'Visit', exact: true })).toBeChecked();

	await aisha.getByLabel('What did you hear?').fill('The lift is out again, third week');
	await untilKept(aisha, 'The lift is out again, third week');
	await kill(aisha);

	aisha = await openAgain(aisha);
	await aisha.getByRole('link', { name: '1 draft is waiting for you' }).click();
	await aisha.getByRole('link', { name: 'Draft: Visit' }).click();
	await expect(aisha.getByLabel('What did you hear?')).toHaveValue(
		'The lift is out again, third week'
	);
	await expectUnsent(aisha, 0);
});

test('several drafts wait side by side, and each opens with its own words', async ({ phoneOf }) => {
	const aisha = await phoneOf('aisha');
	for (const [words, waiting] of [
		['First thought', '1 draft is waiting for you'],
		['Second thought', '2 drafts are waiting for you'],
		['Third thought', '3 drafts are waiting for you']
	] as const) {
		await startLog(aisha);
		await aisha.getByLabel('What did you hear?').fill(words);
		await aisha.getByRole('link', { name: 'Back' }).click();
		await expect(aisha.getByText(waiting)).toBeVisible();
	}
	await aisha.goto('/logs');
	const drafts = aisha.getByRole('list', { name: 'Drafts' }).getByRole('listitem');
	await expect(drafts).toContainText(['Third thought', 'Second thought', 'First thought']);
	await drafts.filter({ hasText: 'Second thought' }).getByRole('link').click();
	await expect(aisha.getByLabel('What did you hear?')).toHaveValue('Second thought');

	await fillLog(aisha, { heard: 'Second thought, finished' });
	await aisha.getByRole('button', { name: 'Save log' }).click();
	await aisha.waitForURL(/\/logs\/[0-9a-f-]{36}$/);
	await aisha.goto('/logs');
	await expect(drafts).toContainText(['Third thought', 'First thought']);
});

test('a double tap saves one log', async ({ phoneOf, sql }) => {
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	await startLog(aisha);
	await fillLog(aisha, { heard: 'Tapped twice' });
	await aisha.getByRole('button', { name: 'Save log' }).dblclick();
	await expectUnsent(aisha, 1);
	await flightMode(aisha, false);
	await expectUnsent(aisha, 0);
	expect(await sql`select 1 from engagement_logs where heard = 'Tapped twice'`).toHaveLength(1);
});

test('to discard a draft takes a second answer', async ({ phoneOf }) => {
	const aisha = await phoneOf('aisha');
	await startLog(aisha);
	await aisha.getByLabel('What did you hear?').fill('Not worth keeping');
	await aisha.getByRole('button', { name: 'Discard draft' }).click();
	await aisha.getByRole('button', { name: 'Keep it' }).click();
	await expect(aisha.getByLabel('What did you hear?')).toHaveValue('Not worth keeping');
	await aisha.getByRole('button', { name: 'Discard draft' }).click();
	await aisha.getByRole('button', { name: 'Discard', exact: true }).click();
	await expect(aisha.getByRole('heading', { name: 'Logs' })).toBeVisible();
	await expect(aisha.getByRole('list', { name: 'Drafts' })).toBeHidden();
});

test('a correction that was begun is kept as well, and the log stays as it was', async ({
	phoneOf
}) => {
	const aisha = await phoneOf('aisha');
	const id = await addLog(aisha, { heard: 'Before the correction' });
	await aisha.getByRole('link', { name: 'Correct' }).click();
	await aisha.getByLabel('What did you hear?').fill('After the correction');
	await aisha.getByRole('link', { name: 'Back' }).click();
	await expect(aisha.getByText('Before the correction')).toBeVisible();
	await aisha.goto('/logs');
	await aisha.getByRole('link', { name: 'Correction: Conversation' }).click();
	await expect(aisha).toHaveURL(`/logs/${id}/edit`);
	await expect(aisha.getByLabel('What did you hear?')).toHaveValue('After the correction');
});

/** The phone kills the app: no last moment, no event. */
async function kill(page: Page): Promise<void> {
	const crashed = page.waitForEvent('crash');
	const devtools = await page.context().newCDPSession(page);
	devtools.send('Page.crash').catch(() => undefined);
	await crashed;
}
