/** Whatever is wrong gets a clear sentence where the person is, and nothing is lost. */
import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { boundariesInMetres, inventedBoundaries } from '../fixtures/invented-boundaries';
import {
	addLog,
	enterPassword,
	expect,
	expectProblems,
	expectUnsent,
	fillLog,
	flightMode,
	PASSWORD,
	people,
	pick,
	saveLog,
	signIn,
	startLog,
	test
} from './app';
import { fillDisk, quotaOf, untilKept } from './on-device';

test('a wrong password', async ({ device }) => {
	const page = await (await device()).newPage();
	await page.goto('/sign-in');
	await enterPassword(page, people.aisha, 'not-the-password');
	await expectProblems(page, ['The email address or password is wrong. Check both and try again.']);
	await expect(page.getByLabel('Email address')).toHaveValue(people.aisha);
	await enterPassword(page, people.aisha);
	await expect(page.getByRole('heading', { name: 'Hello Aisha' })).toBeVisible();
});

test('signing in without a signal', async ({ device }) => {
	const page = await (await device()).newPage();
	await page.goto('/sign-in');
	await expect(page.getByLabel('Email address')).toBeVisible();
	await flightMode(page, true);
	await enterPassword(page, people.aisha);
	await expectProblems(page, [
		'There is no connection to the server. Your work is kept on this device.'
	]);
});

test('a session that ran out: the work is kept, and sent after signing in again', async ({
	phoneOf,
	sql
}) => {
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	const id = await addLog(aisha, { heard: 'Written while signed out' });
	await aisha.evaluate(() => {
		const key = 'common-ground:session';
		const session = JSON.parse(localStorage.getItem(key) ?? '{}') as object;
		const spent = { access_token: 'spent', refresh_token: 'spent', expires_at: 1, expires_in: 0 };
		localStorage.setItem(key, JSON.stringify({ ...session, ...spent }));
	});
	await flightMode(aisha, false);
	await aisha.goto('/sync');
	await expect(
		aisha.getByText(/^Sign in again to send\. 1 change waits to be sent\./)
	).toBeVisible();
	await expectUnsent(aisha, 1);

	await aisha.getByRole('link', { name: 'Sign in again', exact: true }).click();
	await expect(aisha.getByLabel('Email address')).toHaveValue(people.aisha);
	await enterPassword(aisha, people.aisha);
	await expect(aisha).toHaveURL('/sync');
	await expectUnsent(aisha, 0);
	expect(await sql`select 1 from engagement_logs where id = ${id}`).toHaveLength(1);
});

test('a ward outside my localities', async ({ phoneOf }) => {
	const aisha = await phoneOf('aisha');
	await startLog(aisha);
	await fillLog(aisha, { ward: 'Summertown', heard: 'Too far north' });
	await aisha.getByRole('button', { name: 'Save log' }).click();
	await expectProblems(aisha, [
		'Summertown is outside your localities. Choose a ward that you work in, or ask its locality officer to log it'
	]);
	await pick(aisha, 'Ward', 'Littlemore');
	await saveLog(aisha);
	await expectUnsent(aisha, 0);
});

test('a ward that left my localities while I was offline', async ({ phoneOf, sql }) => {
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	const id = await addLog(aisha, { ward: 'Cowley', heard: 'Was mine this morning' });
	const [before] = await sql`select locality_id from areas where name = 'Cowley'`;
	await sql`update areas set locality_id = (select id from localities where name = 'North') where name = 'Cowley'`;
	try {
		await flightMode(aisha, false);
		await putRight(
			aisha,
			'This ward is outside your localities. Choose a ward that you work in.',
			() => pick(aisha, 'Ward', 'Littlemore')
		);
		const [row] = await sql`select ward_code from engagement_logs where id = ${id}`;
		expect(row).toEqual({ ward_code: 'E05013107' });
	} finally {
		await sql`update areas set locality_id = ${before?.locality_id as string} where name = 'Cowley'`;
	}
});

test('a priority that was taken out of the plan meanwhile', async ({ phoneOf, sql }) => {
	const leaving = 'Promoting partnership working';
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	await addLog(aisha, { heard: 'For a priority of yesterday', priority: leaving });
	await sql`update objectives set deleted_at = now() where title = ${leaving}`;
	try {
		await flightMode(aisha, false);
		await putRight(aisha, 'This priority is not in your council’s plan. Choose another.', () =>
			pick(aisha, 'Which priority does it serve?', 'Improving service design')
		);
	} finally {
		await sql`update objectives set deleted_at = null where title = ${leaving}`;
	}
});

test('a note of 2 MB and a date in the future', async ({ phoneOf }) => {
	const aisha = await phoneOf('aisha');
	await startLog(aisha);
	const note = 'We heard a great deal. '.repeat(90_000);
	await fillLog(aisha, { heard: note });
	await aisha.getByLabel('Year').fill('2099');
	await aisha.getByRole('button', { name: 'Save log' }).click();
	await expectProblems(aisha, [
		'What you heard must be 10,000 characters or fewer',
		'The date it happened must be today or in the past'
	]);
	await expect(aisha.getByLabel('What did you hear?')).toHaveValue(note);
	await aisha.reload();
	await expect(aisha.getByLabel('What did you hear?')).toHaveValue(note);

	await aisha.getByLabel('What did you hear?').fill('We heard a great deal.');
	await aisha.getByRole('button', { name: 'Today' }).click();
	await saveLog(aisha);
	await expectUnsent(aisha, 0);
});

test('boundary files that cannot be used', async ({ phoneOf }, info) => {
	const ruth = await phoneOf('ruth');
	await ruth.goto('/settings/wards');
	const choose = async (text: string) => {
		// Mended under the same name and chosen again, as people do.
		const path = info.outputPath('wards.geojson');
		await writeFile(path, text);
		const chooser = ruth.waitForEvent('filechooser');
		await ruth.getByLabel('Boundary file').click();
		await (await chooser).setFiles(path);
	};
	const file = inventedBoundaries();
	const cut =
		'The file cannot be read: it is not JSON, or it was cut short. Download it again in GeoJSON format.';
	const refused: [text: string, sentence: string][] = [
		[file.slice(0, file.length / 2), cut],
		[
			boundariesInMetres(),
			'The file uses British National Grid. Download the file again as WGS 84 (latitude and longitude), in GeoJSON format.'
		],
		[
			file + ' '.repeat(21 * 1024 * 1024),
			'The file is larger than 20 MB. Choose your council’s wards only, or the generalised version (BGC).'
		]
	];
	for (const [text, sentence] of refused) {
		await choose(text);
		await expectProblems(ruth, [sentence]);
		await expect(ruth.getByRole('button', { name: /^Save \d+/ })).toHaveCount(0);
	}
	await choose(file);
	await expect(ruth.getByRole('button', { name: 'Save 24 boundaries' })).toBeVisible();
	await expect(ruth).not.toHaveTitle(/^Error/);
	await ruth.getByRole('button', { name: 'Do not save' }).click();
	await expect(ruth.getByText('0 of 24 wards have an official boundary.')).toBeVisible();
	await expectUnsent(ruth, 0);
});

test('a full disk', async ({ device, server }) => {
	const aisha = await (await device()).newPage();
	const allow = await quotaOf(aisha, server.url);
	await allow(30);
	await signIn(aisha, people.aisha);
	await startLog(aisha);
	await fillLog(aisha, { heard: 'No room for this' });
	await fillDisk(aisha);
	await aisha.getByRole('button', { name: 'Save log' }).click();
	await expectProblems(aisha, [
		'This device is full, so this could not be saved. Free some space (photos, other apps), then save again. What you typed is still here.'
	]);
	await expect(aisha.getByLabel('What did you hear?')).toHaveValue('No room for this');

	await allow(300);
	await saveLog(aisha);
	await expectUnsent(aisha, 0);
});

test('a stranger, whom no council has added yet', async ({ device, server }) => {
	const client = await server.client();
	await client.auth.signUp({ email: 'stranger@example.org', password: PASSWORD });
	const page = await (await device()).newPage();
	await signIn(page, 'stranger@example.org');
	await expect(page.getByText('You are not part of a council yet')).toBeVisible();
	await page.goto('/logs/new');
	await expect(page.getByText('Your role does not log engagements')).toBeVisible();
	await page.goto('/map');
	await expect(page.getByRole('listbox')).toHaveCount(0);
	await expect(page.getByRole('heading', { name: 'No figures' })).toBeVisible();
});

test('another person on the same device neither sees nor sends my work', async ({
	phoneOf,
	sql
}) => {
	const tablet = await phoneOf('aisha');
	await flightMode(tablet, true);
	const mine = [
		await addLog(tablet, { heard: 'Aisha’s first' }),
		await addLog(tablet, { heard: 'Aisha’s second' })
	];
	await startLog(tablet);
	await tablet.getByLabel('What did you hear?').fill('Aisha’s draft');
	await untilKept(tablet, 'Aisha’s draft');
	await signOut(tablet, 'You have 2 logs not sent. They stay on this device under your name.');

	await flightMode(tablet, false);
	await signIn(tablet, people.tom);
	await expectUnsent(tablet, 0);
	await expect(tablet.getByText('draft is waiting for you')).toHaveCount(0);
	await tablet.goto('/logs');
	await expect(tablet.getByRole('list', { name: 'Logs' })).toBeVisible();
	await expect(tablet.getByText('Aisha’s')).toHaveCount(0);
	const his = await addLog(tablet, { ward: 'Summertown', heard: 'Tom’s own' });
	await expectUnsent(tablet, 0);
	expect(await authorsOf([...mine, his])).toEqual(['Tom Pryce']);
	await signOut(tablet, 'Everything you did is sent.');

	await signIn(tablet, people.aisha);
	await expect
		.poll(() => authorsOf([...mine, his]))
		.toEqual(['Aisha Rahman', 'Aisha Rahman', 'Tom Pryce']);
	await expect(tablet.getByText('1 draft is waiting for you')).toBeVisible();

	async function authorsOf(ids: string[]): Promise<string[]> {
		const rows = await sql`
			select p.full_name from engagement_logs l join profiles p on p.user_id = l.created_by
			where l.id = any(${ids}) order by p.full_name`;
		return rows.map(({ full_name }) => full_name as string);
	}
});

/** Finds the refused record under Sync with its reason, mends it, and sees it sent. */
async function putRight(page: Page, reason: string, mend: () => Promise<void>): Promise<void> {
	await page.goto('/sync');
	await expect(page.getByRole('heading', { name: 'Needs attention' })).toBeVisible();
	await expect(page.getByText(reason)).toBeVisible();
	await page.getByRole('link', { name: 'Put it right' }).click();
	await mend();
	await saveLog(page);
	await expectUnsent(page, 0);
	await expect(page.getByText('Sent', { exact: true })).toBeVisible();
}

async function signOut(page: Page, words: string): Promise<void> {
	await page.goto('/more');
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page.getByText(words)).toBeVisible();
	await page
		.getByRole('region', { name: 'Sign out?' })
		.getByRole('button', { name: 'Sign out' })
		.click();
	await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}
