/** The list, one log, its history, and who may see and change it. */
import type { Page } from '@playwright/test';
import {
	addLog,
	expect,
	expectSaid,
	expectUnsent,
	fillLog,
	flightMode,
	saveLog,
	startLog,
	test,
	openSection
} from './app';

test('the list is searched and filtered on the device', async ({ phoneOf }) => {
	const aisha = await phoneOf('aisha');
	await addLog(aisha, { heard: 'Zumba for carers is full', ward: 'Rose Hill & Iffley' });
	await addLog(aisha, { heard: 'Carers ask for a Sunday bus', ward: 'Littlemore' });
	await flightMode(aisha, true);
	await aisha.goto('/logs');
	const logs = aisha.getByRole('list', { name: 'Logs' }).getByRole('listitem');
	await expect(aisha.getByText('30 or more logs')).toBeVisible();
	await expect(logs).toHaveCount(30);
	await aisha.getByRole('button', { name: 'Show more' }).click();
	await expect.poll(() => logs.count()).toBeGreaterThan(30);

	await aisha.getByLabel('Search logs').fill('carers zumba');
	await expect(logs).toHaveCount(1);
	await expect(logs).toContainText('Zumba for carers is full');
	await aisha.getByLabel('Search logs').fill('carers');
	await expect(logs.filter({ hasText: 'Carers ask for a Sunday bus' })).toHaveCount(1);

	await aisha.getByText('Filter', { exact: true }).click();
	await aisha.getByLabel('Ward').selectOption('Littlemore');
	await expect(aisha.getByText('Filter (1 on)')).toBeVisible();
	await expect(logs.filter({ hasText: 'Zumba' })).toHaveCount(0);
	await expect(logs.filter({ hasText: 'Sunday bus' })).toHaveCount(1);
	await aisha.getByRole('button', { name: 'Clear filters' }).click();
	await expect(logs.filter({ hasText: 'Zumba' })).toHaveCount(1);
	await expect(aisha.getByLabel('Search logs')).toHaveValue('carers');
	await aisha.getByLabel('Search logs').fill('no such words anywhere');
	await expect(aisha.getByRole('heading', { name: 'No log matches' })).toBeVisible();
});

test('a log tells who changed what: its author, and a manager', async ({ phoneOf }) => {
	const aisha = await phoneOf('aisha');
	const id = await addLog(aisha, { heard: 'Steps at the hall', people: '3' });
	await correct(aisha, id, () =>
		aisha.getByLabel('What did you hear?').fill('Steps and no rail at the hall')
	);
	await expectUnsent(aisha, 0);

	const daniel = await phoneOf('daniel');
	await correct(daniel, id, () => daniel.getByLabel('How many people? (optional)').fill('5'));

	const history = aisha.getByRole('listitem').filter({ has: aisha.getByRole('time') });
	await expect(history).toHaveText([
		/Changed by Daniel Hughes, /,
		/Changed by Aisha Rahman, /,
		/Added by Aisha Rahman, /
	]);
	await history.first().getByText('What changed').click();
	await expect(history.first()).toContainText('Number of people');
	await expect(history.first()).toContainText('5 (was: 3)');
	await history.nth(1).getByText('What changed').click();
	await expect(history.nth(1)).toContainText(
		'Steps and no rail at the hall (was: Steps at the hall)'
	);
});

test('a sent log is corrected offline and goes out later', async ({ phoneOf, sql }) => {
	const aisha = await phoneOf('aisha');
	const id = await addLog(aisha, { heard: 'Bus stop moved' });
	await expect(aisha.getByText('Sent', { exact: true })).toBeVisible();
	await flightMode(aisha, true);
	await correct(aisha, id, () =>
		aisha.getByLabel('What did you hear?').fill('Bus stop moved away')
	);
	await expect(aisha.getByText('Waiting to send', { exact: true })).toBeVisible();
	await aisha.reload();
	await expect(aisha.getByText('Bus stop moved away')).toBeVisible();
	await flightMode(aisha, false);
	await expect(aisha.getByText('Sent', { exact: true })).toBeVisible();
	const [row] = await sql`select heard from engagement_logs where id = ${id}`;
	expect(row).toEqual({ heard: 'Bus stop moved away' });
});

test('a log is deleted for everybody, after a second answer', async ({ phoneOf, sql }) => {
	const aisha = await phoneOf('aisha');
	const id = await addLog(aisha, { heard: 'Logged by mistake' });
	const daniel = await phoneOf('daniel');
	await daniel.goto(`/logs/${id}`);
	await expect(daniel.getByText('Logged by mistake')).toBeVisible();

	await aisha.getByRole('button', { name: 'Delete' }).click();
	await aisha.getByRole('button', { name: 'Keep it' }).click();
	await expect(aisha.getByText('Logged by mistake')).toBeVisible();
	await aisha.getByRole('button', { name: 'Delete' }).click();
	await aisha.getByRole('button', { name: 'Delete log' }).click();
	await expectSaid(aisha, 'Log deleted.');
	await expect(aisha).toHaveURL('/logs');
	await expectUnsent(aisha, 0);
	await expect(aisha.getByText('Logged by mistake')).toHaveCount(0);

	await expect(daniel.getByText('This log is not on this device')).toBeVisible();
	const [row] =
		await sql`select deleted_at is not null as deleted from engagement_logs where id = ${id}`;
	expect(row).toEqual({ deleted: true });
});

test('a restricted log stays with its author, off every list and the map', async ({ phoneOf }) => {
	const aisha = await phoneOf('aisha');
	const daniel = await phoneOf('daniel');
	await daniel.goto('/map');
	const figure = daniel
		.getByRole('row', { name: /^Cowley / })
		.getByRole('cell')
		.first();
	await expect(figure).toHaveText(/^\d+$/);
	const before = Number(await figure.textContent());

	await startLog(aisha);
	await fillLog(aisha, { heard: 'Kept between us', ward: 'Cowley' });
	await openSection(aisha, 'Sensitive');
	await aisha.getByLabel('Keep this log restricted').check();
	const id = await saveLog(aisha);
	await expect(aisha.getByRole('heading', { name: 'Restricted' })).toBeVisible();
	await expectUnsent(aisha, 0);
	// One that everybody may count, so that waiting for it means the other had its chance.
	await addLog(aisha, { heard: 'For all to see', ward: 'Cowley' });
	await expectUnsent(aisha, 0);

	await expect(figure).toHaveText(String(before + 1));
	await expectInList(daniel, 'For all to see', 1);
	await expectInList(daniel, 'Kept between us', 0);
	for (const name of ['tom', 'mei'] as const) {
		const phone = await phoneOf(name);
		await expectInList(phone, 'Kept between us', 0);
		await phone.goto(`/logs/${id}`);
		await expect(phone.getByText('This log is not on this device')).toBeVisible();
	}
	await expectInList(aisha, 'Kept between us', 1);
});

/** Opens a log's correction, changes something and saves it. */
async function correct(page: Page, id: string, change: () => Promise<void>): Promise<void> {
	await page.goto(`/logs/${id}`);
	await page.getByRole('link', { name: 'Correct' }).click();
	await change();
	await saveLog(page);
}

/** How many logs of the device, whoever wrote them, match a search. */
async function expectInList(page: Page, words: string, count: number): Promise<void> {
	await page.goto('/logs');
	await page.getByText('Filter', { exact: true }).click();
	await page.getByLabel('Whose logs').selectOption('all');
	await expect(
		page.getByRole('list', { name: 'Logs' }).getByRole('listitem').first()
	).toBeVisible();
	await page.getByLabel('Search logs').fill(words);
	await expect(
		page.getByText(`${count} ${count === 1 ? 'log' : 'logs'}`, { exact: true })
	).toBeVisible();
}
