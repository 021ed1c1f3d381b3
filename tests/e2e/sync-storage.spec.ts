/** The device's disk: full, wiped by the browser, or cut off with the browser itself. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import {
	addLog,
	enterPassword,
	expect,
	expectProblems,
	expectSaid,
	expectUnsent,
	fillLog,
	flightMode,
	keptHere,
	people,
	saveLog,
	signIn,
	startLog,
	test as base
} from './app';
import { fillDisk, quotaOf, writeLogs } from './on-device';

interface Disk {
	/** A browser of its own on a folder that stays, as on a phone, until the test ends. */
	openBrowser: () => Promise<BrowserContext>;
}

const test = base.extend<Disk>({
	openBrowser: async ({ launchOptions, contextOptions, server }, use) => {
		const folder = await mkdtemp(join(tmpdir(), 'common-ground-device-'));
		const opened: BrowserContext[] = [];
		await use(async () => {
			const context = await chromium.launchPersistentContext(folder, {
				...launchOptions,
				...contextOptions,
				baseURL: server.url
			});
			opened.push(context);
			return context;
		});
		await Promise.all(opened.map((context) => context.close()));
		await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	}
});

test('kill -9 in the middle of writing: every log that was confirmed is there, and arrives once', async ({
	openBrowser,
	sql
}) => {
	const first = await openBrowser();
	await signIn(await first.newPage(), people.aisha);
	// Chromium takes seconds to write who is signed in to the disk, unless it is closed.
	await first.close();
	const confirmed: string[] = [];
	for (const round of [1, 2]) {
		const context = await openBrowser();
		const aisha = await context.newPage();
		await aisha.goto('/');
		await expect(aisha.getByText(/Last updated/)).toBeVisible();
		await flightMode(aisha, true);
		const before = confirmed.length;
		const writing = writeLogs(aisha, 100_000, `Killed in round ${round}`, (id) =>
			confirmed.push(id)
		);
		const ended = expect(writing).rejects.toThrow(/closed/);
		await expect.poll(() => confirmed.length - before, { timeout: 30_000 }).toBeGreaterThan(50);
		await kill9(context);
		await ended;
	}

	const aisha = await (await openBrowser()).newPage();
	await aisha.goto('/sync');
	await expect(aisha.getByText(/Everything is sent\. Last updated/)).toBeVisible({
		timeout: 30_000
	});
	const rows = await sql`
		select id, heard from engagement_logs where heard like 'Killed in round %'`;
	const ids = new Set(rows.map(({ id }) => id as string));
	expect(confirmed.filter((id) => !ids.has(id))).toEqual([]);
	expect(new Set(rows.map(({ heard }) => heard as string)).size).toBe(rows.length);
});

test('storage that the browser took back while the app was closed: the app begins at the sign-in, and reads all again', async ({
	openBrowser,
	server
}) => {
	const context = await openBrowser();
	const aisha = await context.newPage();
	await signIn(aisha, people.aisha);
	const id = await addLog(aisha, { heard: 'Sent before the disk was wiped' });
	await expectUnsent(aisha, 0);
	await aisha.close();
	const opened = await context.newPage();
	await evict(opened, server.url);
	await opened.goto(`/logs/${id}`);
	await expect(opened.getByRole('heading', { name: 'Sign in' })).toBeVisible();
	await enterPassword(opened, people.aisha);
	await expect(opened.getByText('Sent before the disk was wiped')).toBeVisible();
	await opened.goto('/sync');
	await expect(opened.getByText(/Everything is sent\. Last updated/)).toBeVisible();
	await expect(opened.getByText('Ready for offline', { exact: true })).toBeVisible();
});

test('storage that the browser took back under an open form: what is typed then is a draft after signing in', async ({
	openBrowser,
	server,
	sql
}) => {
	const context = await openBrowser();
	const aisha = await context.newPage();
	await signIn(aisha, people.aisha);
	await startLog(aisha);
	const heard = aisha.getByLabel('What did you hear?');
	const [before, after] = ['Typed before the disk was wiped', 'Typed after the disk was wiped'];
	await fillLog(aisha, { heard: before });
	await evict(aisha, server.url);
	// Where the app notices first, it is at the sign-in already. No key may be left over for the form that comes after it.
	await heard.fill(after, { timeout: 2_000 }).catch(() => undefined);
	await expect(aisha.getByRole('heading', { name: 'Sign in' })).toBeVisible();
	await enterPassword(aisha, people.aisha);
	await expect(aisha).toHaveURL(/\/logs\/new\?draft=/);
	// The first read has to bring what the person may do.
	await expect(heard).toBeVisible({ timeout: 60_000 });
	const typed = await heard.inputValue();
	expect([before, after]).toContain(typed);

	await saveLog(aisha);
	await expect
		.poll(async () => (await sql`select 1 from engagement_logs where heard = ${typed}`).length)
		.toBe(1);
	await aisha.goto('/sync');
	await expect(aisha.getByText('Ready for offline', { exact: true })).toBeVisible();
});

test('storage that the browser took back under an open list: the next page is the sign-in', async ({
	openBrowser,
	server
}) => {
	const context = await openBrowser();
	const aisha = await context.newPage();
	await signIn(aisha, people.aisha);
	await evict(aisha, server.url);
	await aisha.getByRole('link', { name: 'Logs', exact: true }).click();
	await expect(aisha.getByRole('heading', { name: 'Sign in' })).toBeVisible();
	await enterPassword(aisha, people.aisha);
	await expect(aisha).toHaveURL('/logs');
	await expect(aisha.getByRole('list', { name: 'Logs' })).toBeVisible();
});

test('a full disk: copies of sent photos leave, and nothing else where that has to do; the form keeps what was typed', async ({
	openBrowser,
	server
}) => {
	const context = await openBrowser();
	const aisha = await context.newPage();
	const allow = await quotaOf(aisha, server.url);
	await allow(30);
	await signIn(aisha, people.aisha);
	await startLog(aisha);
	await fillLog(aisha, { heard: 'A log with a photo' });
	await aisha.getByLabel('Add a photo').setInputFiles(await noisyPhoto(aisha));
	await expectSaid(aisha, 'Photo added.');
	const withPhoto = await saveLog(aisha);
	await expectSaid(aisha, '1 photo sent');
	await expectUnsent(aisha, 0);
	await aisha.goto('/sync');
	await expect(keptHere(aisha)).toHaveText(/, 1 photo$/);
	const logs = await logsOn(aisha);

	await flightMode(aisha, true);
	await startLog(aisha);
	await fillLog(aisha, { heard: 'Not one byte left' });
	await fillDisk(aisha);
	await aisha.getByRole('button', { name: 'Save log' }).click();
	await expectProblems(aisha, [
		'This device is full, so this could not be saved. Free some space (photos, other apps), then save again. What you typed is still here.'
	]);
	await allow(40);
	await saveLog(aisha);
	await aisha.goto('/sync');
	await expectUnsent(aisha, 1);
	await expect(keptHere(aisha)).not.toHaveText(/photo/);
	expect(await logsOn(aisha)).toBe(logs + 1);

	await flightMode(aisha, false);
	await expect(aisha.getByText(/Everything is sent\. Last updated/)).toBeVisible();
	await aisha.goto(`/logs/${withPhoto}`);
	await expect(aisha.getByRole('img', { name: 'Photo without a description' })).toBeVisible();
});

/** How many logs the sync page says that the device holds. */
async function logsOn(page: Page): Promise<number> {
	return Number.parseInt((await keptHere(page).textContent()) ?? '');
}

/** A photo that cannot be made very small: 1,600 by 1,200 pixels of noise. */
async function noisyPhoto(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
	const base64 = await page.evaluate(() => {
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [1600, 1200];
		const drawing = canvas.getContext('2d');
		const picture = drawing?.createImageData(canvas.width, canvas.height);
		if (!drawing || !picture) throw new Error('no canvas');
		for (let at = 0; at < picture.data.length; at += 1)
			picture.data[at] = at % 4 === 3 ? 255 : (at * 2_654_435_761) >>> 24;
		drawing.putImageData(picture, 0, 0);
		return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
	});
	return { name: 'noise.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
}

/** The browser takes all of the app's storage back, as it may when the device runs short of it. */
async function evict(page: Page, origin: string): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
	await devtools.detach();
}

/** Ends every process of a browser at once, with no last word to the disk. */
async function kill9(context: BrowserContext): Promise<void> {
	const devtools = await context.browser()?.newBrowserCDPSession();
	const { processInfo } = (await devtools?.send('SystemInfo.getProcessInfo')) ?? {
		processInfo: []
	};
	const closed = context.waitForEvent('close');
	for (const { id } of processInfo) process.kill(id, 'SIGKILL');
	await closed;
}
