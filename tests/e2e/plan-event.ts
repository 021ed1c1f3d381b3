/** An event in Rose Hill, from 11am to 3pm, typed as people type it. */
import type { Page } from '@playwright/test';
import { pick, typeDay } from './app';

/** Fills the form of a new event, without saving it. */
export async function planEvent(
	page: Page,
	title: string,
	day: [string, string, string]
): Promise<void> {
	await page.goto('/events');
	await page.getByRole('link', { name: 'Plan an event' }).click();
	await page.getByLabel('What is it called?').fill(title);
	await page.getByRole('radio', { name: 'Community event', exact: true }).check();
	await typeDay(page, 'Which day?', day);
	await page.getByLabel('When does it begin?').fill('11am');
	await page.getByLabel('When does it end?').fill('3pm');
	await pick(page, 'Which ward?', 'Rose Hill & Iffley');
	await pick(page, 'Which priority does it serve?', 'Empowerment');
}

/** Saves the new event, or what was changed of it, and says its id. */
export async function saveEvent(page: Page): Promise<string> {
	await page.getByRole('button', { name: /^Save (event|changes)$/ }).click();
	await page.waitForURL(/\/events\/[0-9a-f-]{36}$/);
	return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}
