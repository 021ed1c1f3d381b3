/** What every story stands on: a real server with the demo data, and people who sign in to it. */
import { test as base, expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { startServer, type TestServer } from '../support/server';

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

interface Stage {
	/** A device of its own, with a page on the sign-in screen or wherever `path` leads. */
	device: (options?: Parameters<Browser['newContext']>[0]) => Promise<BrowserContext>;
	/** Signs a person in on a new device and waits until it is ready for work offline. */
	phoneOf: (name: Name, options?: Parameters<Browser['newContext']>[0]) => Promise<Page>;
}

/** One server per worker: stories use different people, wards and words, so they do not meet. */
export const test = base.extend<Stage, { server: TestServer }>({
	server: [
		async ({}, use) => {
			const server = await startServer({ seed: 'demo' });
			await use(server);
			await server.stop();
		},
		{ scope: 'worker', timeout: 120_000 }
	],
	device: async ({ browser, server, contextOptions }, use) => {
		const contexts: BrowserContext[] = [];
		await use(async (options = {}) => {
			const context = await browser.newContext({ ...contextOptions, baseURL: server.url, ...options });
			contexts.push(context);
			return context;
		});
		await Promise.all(contexts.map((context) => context.close()));
	},
	phoneOf: async ({ device }, use) => {
		await use(async (name, options) => {
			const context = await device(options);
			const page = await context.newPage();
			await signIn(page, people[name]);
			return page;
		});
	}
});

export { expect };

/** Signs in through the form, and waits until the device holds everything it may hold. */
export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
	await page.goto('/sign-in');
	await page.getByLabel('Email address').fill(email);
	await page.getByLabel('Password', { exact: true }).fill(password);
	await page.getByRole('button', { name: 'Sign in', exact: true }).click();
	await expect(page.getByText(/Everything is sent\. Last updated/)).toBeVisible();
	// The service worker keeps the app itself; only then does flight mode open it.
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
	await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated' || true);
}

/** Fills the quick log with what every story needs; returns without saving. */
export async function fillLog(
	page: Page,
	log: { type?: string; ward?: string; priority?: string; theme?: string; heard: string; people?: string }
): Promise<void> {
	await page.getByText(log.type ?? 'Conversation', { exact: true }).click();
	await pick(page, 'Ward', log.ward ?? 'Blackbird Leys');
	await pick(page, 'Which priority does it serve?', log.priority ?? 'Providing inclusive services');
	if (log.theme) await page.getByText(log.theme, { exact: true }).click();
	await page.getByLabel('What did you hear?').fill(log.heard);
	if (log.people) await page.getByLabel('How many people? (optional)').fill(log.people);
}

/** Chooses in a list that narrows as one types. */
export async function pick(page: Page, legend: string, label: string): Promise<void> {
	const group = page.getByRole('group', { name: legend, exact: true });
	await group.getByRole('searchbox').fill(label);
	await group.getByRole('radio', { name: label, exact: true }).check();
}
