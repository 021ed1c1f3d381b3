/** Story 7: signing out with work that is not sent, without a network. Nothing is lost, and nothing has to answer. */
import type { Page } from '@playwright/test';
import {
	addLog,
	enterPassword,
	expect,
	expectUnsent,
	fileOf,
	flightMode,
	people,
	signIn,
	test
} from './app';
import { expectReachableNow } from './reach';

const SESSION = 'common-ground:session';

test('unsent work stays on the device under its author’s name, and goes out after the next sign-in', async ({
	phoneOf,
	sql
}) => {
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	const ids = [
		await addLog(aisha, { heard: 'First that waits' }),
		await addLog(aisha, { heard: 'Second that waits' })
	];
	await aisha.goto('/more');
	await aisha.getByRole('button', { name: 'Sign out' }).click();
	await expect(
		aisha.getByText('You have 2 logs not sent. They stay on this device under your name.')
	).toBeVisible();
	await expectReachableNow(aisha);
	await aisha.getByText('Save a copy', { exact: true }).click();
	for (const [button, expected] of [
		['For a spreadsheet (CSV)', 'First that waits'],
		['Complete (JSON)', '"heard": "Second that waits"']
	] as const) {
		expect((await fileOf(aisha, button)).text).toContain(expected);
	}
	await leave(aisha);
	await aisha.goto('/logs');
	await expect(aisha.getByRole('heading', { name: 'Sign in' })).toBeVisible();

	// Somebody else on the same tablet sees none of it.
	await flightMode(aisha, false);
	await signIn(aisha, people.tom);
	await expectUnsent(aisha, 0);
	await expect(aisha.getByText('First that waits')).toHaveCount(0);
	expect(await sql`select 1 from engagement_logs where id in ${sql(ids)}`).toHaveLength(0);
	await aisha.goto('/more');
	await aisha.getByRole('button', { name: 'Sign out' }).click();
	await expect(aisha.getByText('Everything you did is sent.')).toBeVisible();
	await leave(aisha);

	await enterPassword(aisha, people.aisha);
	await expect(aisha.getByRole('heading', { name: 'Hello Aisha' })).toBeVisible();
	await expectUnsent(aisha, 0, 15_000);
	const authors = await sql`
		select distinct full_name from engagement_logs
		join profiles on user_id = engagement_logs.created_by where engagement_logs.id in ${sql(ids)}`;
	expect(authors).toEqual([{ full_name: 'Aisha Rahman' }]);
});

test('an old session is left behind at once, also where the server hangs', async ({ phoneOf }) => {
	const aisha = await phoneOf('aisha');
	// supabase-js wants to renew a session that ran out before it ends it.
	const expire = () =>
		aisha.evaluate((key) => {
			const session = JSON.parse(localStorage.getItem(key) ?? '') as Record<string, unknown>;
			localStorage.setItem(key, JSON.stringify({ ...session, expires_at: 1 }));
		}, SESSION);
	await flightMode(aisha, true);
	await expire();
	await aisha.goto('/more');
	await aisha.getByRole('button', { name: 'Sign out' }).click();
	await leave(aisha);

	await flightMode(aisha, false);
	await signIn(aisha, people.aisha);
	// The service worker stands aside: the request shall hang in the browser.
	await aisha.context().route('**/auth/v1/**', () => undefined);
	await expire();
	await aisha.goto('/more');
	await aisha.getByRole('button', { name: 'Sign out' }).click();
	await leave(aisha);
});

/** Answers the question with yes; no session is left, and the app asks who is there. */
async function leave(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page).toHaveURL('/sign-in');
	await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
	expect(await page.evaluate((key) => localStorage.getItem(key), SESSION)).toBeNull();
}
