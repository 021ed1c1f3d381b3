/** What every story stands on: a real server with the demo data, and people who sign in to it. */
import { readFile } from 'node:fs/promises';
import {
	test as base,
	expect,
	type Browser,
	type BrowserContext,
	type Locator,
	type Page
} from '@playwright/test';
import postgres, { type Sql } from 'postgres';
import { startServer, type TestServer } from '../support/server';
import { userOf } from './on-device';

export const PASSWORD = 'common-ground-demo';

export const people = {
	aisha: 'aisha@example.org',
	tom: 'tom@example.org',
	grace: 'grace@example.org',
	daniel: 'daniel@example.org',
	mei: 'mei@example.org',
	ruth: 'ruth@example.org',
	councillor: 'councillor@example.org'
} as const;

export type Name = keyof typeof people;
type DeviceOptions = Parameters<Browser['newContext']>[0];

interface Stage {
	/** A device of its own, with nothing on it. */
	device: (options?: DeviceOptions) => Promise<BrowserContext>;
	/** Signs a person in on a new device and waits until it is ready for work offline. */
	phoneOf: (name: Name, options?: DeviceOptions) => Promise<Page>;
	/** What the server printed goes with the report of a failed test. */
	serverOutput: void;
}

interface Backend {
	/** What the server starts with. A file that asks for `none` has a server of its own. */
	seed: 'demo' | 'none';
	server: TestServer;
	/** The server's database, seen by nobody's eyes: for looking at what arrived, and for an administrator's hand. */
	sql: Sql;
}

/** One server per worker. Tests of a worker run one after another, and put back what they changed for everybody. */
export const test = base.extend<Stage, Backend>({
	seed: ['demo', { scope: 'worker', option: true }],
	server: [
		async ({ seed }, use) => {
			const server = await startServer({ seed });
			await use(server);
			await server.stop();
		},
		{ scope: 'worker', timeout: 120_000 }
	],
	sql: [
		async ({ server }, use) => {
			const sql = postgres(server.dbUrl, { max: 2, onnotice: () => undefined });
			await use(sql);
			await sql.end();
		},
		{ scope: 'worker' }
	],
	serverOutput: [
		async ({ server }, use, info) => {
			await use();
			if (info.status !== info.expectedStatus)
				await info.attach('server output', { body: server.output() });
		},
		{ auto: true }
	],
	device: async ({ browser, server, contextOptions }, use) => {
		const contexts: BrowserContext[] = [];
		await use(async (options = {}) => {
			const context = await browser.newContext({
				...contextOptions,
				baseURL: server.url,
				...options
			});
			contexts.push(context);
			return context;
		});
		await Promise.all(contexts.map((context) => context.close()));
	},
	phoneOf: async ({ device }, use) => {
		await use(async (name, options) => {
			const page = await (await device(options)).newPage();
			await signIn(page, people[name]);
			return page;
		});
	}
});

export { expect };

/** Signs in through the form, and waits until the device holds everything it may hold. */
export async function signIn(page: Page, email: string): Promise<void> {
	await page.goto('/sign-in');
	await enterPassword(page, email);
	await expect(page.getByText(/Everything is sent\. Last updated/)).toBeVisible();
	await untilAppIsKept(page);
}

/** Waits until the service worker keeps the app itself: only then does flight mode open it. */
export async function untilAppIsKept(page: Page): Promise<void> {
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

/** Fills the sign-in form and sends it. */
export async function enterPassword(page: Page, email: string, password = PASSWORD): Promise<void> {
	await page.getByLabel('Email address').fill(email);
	await page.getByLabel('Password', { exact: true }).fill(password);
	await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** No network at all for the device, or the network back again. */
export async function flightMode(page: Page, on: boolean): Promise<void> {
	await page.context().setOffline(on);
}

/** 50 kbit/s and 600 ms, as the browser's own tools have it. */
export async function slow2G(page: Page): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: 600,
		downloadThroughput: 50_000 / 8,
		uploadThroughput: 50_000 / 8
	});
}

/** The app was swiped away and is opened again, on the same device. */
export async function openAgain(page: Page, path = '/'): Promise<Page> {
	const context = page.context();
	await page.close();
	const opened = await context.newPage();
	await opened.goto(path);
	return opened;
}

interface LogWords {
	type?: string;
	ward?: string;
	priority?: string;
	theme?: string;
	heard: string;
	people?: string;
}

/** Opens the form for a new log. */
export async function startLog(page: Page): Promise<void> {
	await page.goto('/logs/new');
	await expect(page.getByRole('heading', { name: 'New log' })).toBeVisible();
	await expect(page.getByLabel('What did you hear?')).toBeVisible();
}

/** Fills the quick log with what every story needs; returns without saving. */
export async function fillLog(page: Page, log: LogWords): Promise<void> {
	await page.getByRole('radio', { name: log.type ?? 'Conversation', exact: true }).check();
	await pick(page, 'Ward', log.ward ?? 'Blackbird Leys');
	await pick(page, 'Which priority does it serve?', log.priority ?? 'Providing inclusive services');
	if (log.theme) await page.getByRole('checkbox', { name: log.theme, exact: true }).check();
	await page.getByLabel('What did you hear?').fill(log.heard);
	if (log.people) await page.getByLabel('How many people? (optional)').fill(log.people);
}

/** Opens one of the further pages of the log form, from its first page or from another of them. */
export async function openSection(page: Page, title: string): Promise<void> {
	await page
		.getByRole('link', { name: 'Add detail' })
		.or(page.getByRole('button', { name: 'Continue' }))
		.click();
	await page
		.getByRole('list', { name: 'Sections' })
		.getByRole('link', { name: title, exact: true })
		.click();
	await expect(page.getByRole('heading', { name: title, exact: true, level: 1 })).toBeVisible();
}

/** Saves the form from whichever page it shows, and returns the id of the log once it is kept on the device. */
export async function saveLog(page: Page): Promise<string> {
	if (await page.getByRole('button', { name: 'Continue' }).isVisible()) {
		await page.getByRole('button', { name: 'Continue' }).click();
		await page.getByRole('button', { name: 'Check your answers' }).click();
	}
	await page.getByRole('button', { name: /^Save (log|correction)$/ }).click();
	await page.waitForURL(/\/logs\/[0-9a-f-]{36}$/);
	return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** A whole new log, saved on the device. Returns its id. */
export async function addLog(page: Page, log: LogWords): Promise<string> {
	await startLog(page);
	await fillLog(page, log);
	return saveLog(page);
}

/** Chooses in a list that narrows as one types. */
export async function pick(page: Page, legend: string, label: string): Promise<void> {
	const group = page.getByRole('group', { name: legend, exact: true });
	await group.getByRole('searchbox').fill(label);
	await group.getByText(label, { exact: true }).click();
	await expect(group.getByRole('radio', { checked: true })).toHaveAccessibleName(label);
}

/** The answers that are chosen in a group of the form. */
export function chosen(page: Page, legend: string): Locator {
	return page.getByRole('group', { name: legend, exact: true }).getByRole('radio', {
		checked: true
	});
}

/** The sections' badge says how many changes are not sent. */
export async function expectUnsent(page: Page, count: number, timeout?: number): Promise<void> {
	// The badge follows the device by a moment: right after a save it still says that everything is sent.
	if (count === 0) await expectOutboxEmpty(page, timeout);
	const name = count === 0 ? /^Sync$/ : new RegExp(`^Sync\\W+${count} not sent$`);
	// Before the device has been read, nobody knows.
	const sections = page.getByRole('navigation', { name: 'Sections', exact: true });
	await expect(
		sections.and(page.locator('[aria-busy=false]')).getByRole('link', { name })
	).toBeVisible(timeout === undefined ? {} : { timeout });
}

/** Nothing waits in the database of the person who is signed in. */
async function expectOutboxEmpty(page: Page, timeout = 10_000): Promise<void> {
	const name = `common-ground-${await userOf(page)}`;
	await expect.poll(() => page.evaluate(countWaiting, name), { timeout }).toBe(0);
}

/** Runs in the page. */
async function countWaiting(name: string): Promise<number> {
	const done = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error ?? new Error(name));
		});
	const database = await done(indexedDB.open(name));
	const waiting = await done(database.transaction('outbox').objectStore('outbox').count());
	database.close();
	return waiting;
}

/** What the sync page says that the device holds: "178 logs, 64 actions, 1 photo". */
export function keptHere(page: Page): Locator {
	return page.getByRole('term').filter({ hasText: 'Kept here' }).locator('+ dd');
}

/** The polite live region has said a sentence. */
export async function expectSaid(page: Page, sentence: string): Promise<void> {
	await expect(
		page.locator('[aria-live=polite]').getByText(sentence, { exact: true })
	).toBeAttached();
}

/** The list of problems at the top of the page, which has the focus. */
export async function expectProblems(page: Page, sentences: string[]): Promise<void> {
	const summary = page.getByRole('group', { name: 'There is a problem' });
	await expect(summary).toBeFocused();
	await expect(summary.getByRole('listitem')).toHaveText(sentences);
	await expect(page).toHaveTitle(/^Error: /);
}

/** Types a day into the three boxes of a field. */
export async function typeDay(
	page: Page,
	legend: string,
	[day, month, year]: [string, string, string]
): Promise<void> {
	const group = page.getByRole('group', { name: legend, exact: true });
	await group.getByLabel('Day').fill(day);
	await group.getByLabel('Month').fill(month);
	await group.getByLabel('Year').fill(year);
}

/** Presses a button and reads the file that the browser saves, without the mark that spreadsheets look for. */
export async function fileOf(
	page: Page,
	button: string | RegExp
): Promise<{ name: string; text: string }> {
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: button }).click();
	const file = await saving;
	const text = await readFile(await file.path(), 'utf8');
	return { name: file.suggestedFilename(), text: text.replace(/^\uFEFF/, '') };
}
