/** What follows from a contact: an issue with a deadline, a referral without a name, and telling people what came of it. */
import type { Page } from '@playwright/test';
import { addDays, today } from '../../src/lib/time/dates';
import { isWorkingDay } from '../../src/lib/time/working-days';
import { cameraPhoto } from '../fixtures/photo';
import { addLog, expect, expectProblems, expectUnsent, fileOf, flightMode, test } from './app';

const SAVED = /\/[0-9a-f-]{36}$/;
const idOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';

/** A Friday some weeks ago, after which Monday and Tuesday were working days. */
function ordinaryFriday(): string {
	let day = addDays(today(), -14);
	const isFriday = () => new Date(`${day}T12:00:00Z`).getUTCDay() === 5;
	while (!isFriday() || ![0, 3, 4].every((days) => isWorkingDay(addDays(day, days))))
		day = addDays(day, -1);
	return day;
}

/** Types a day into the three boxes of a question. */
async function typeDate(page: Page, legend: string, iso: string): Promise<void> {
	const [year = '', month = '', day = ''] = iso.split('-');
	const group = page.getByRole('group', { name: legend, exact: true });
	await group.getByLabel('Day').fill(day);
	await group.getByLabel('Month').fill(month);
	await group.getByLabel('Year').fill(year);
}

/** What the rates say of a kind: [in time, of how many]. */
async function rateOf(page: Page, kind: string): Promise<[number, number]> {
	await page.goto('/issues?period=last_3_months');
	const cell = page.getByRole('row', { name: kind }).getByRole('cell').first();
	const words = /\((\d+) of (\d+)\)/.exec((await cell.textContent()) ?? '');
	return [Number(words?.[1]), Number(words?.[2])];
}

test('offensive graffiti on a Friday evening, with no signal: due on Tuesday, put right in time', async ({
	phoneOf,
	sql
}) => {
	const friday = ordinaryFriday();
	const aisha = await phoneOf('aisha', {
		geolocation: { latitude: 51.7279, longitude: -1.1931 },
		permissions: ['geolocation']
	});
	const before = await rateOf(aisha, 'Offensive graffiti');
	await flightMode(aisha, true);

	await aisha.goto('/issues');
	await aisha.getByRole('link', { name: 'Report an issue' }).click();
	await aisha.getByRole('button', { name: 'Save issue' }).click();
	await expectProblems(aisha, ['Select what kind of issue it is', 'Enter what is wrong']);
	await aisha.getByRole('radio', { name: 'Offensive graffiti' }).check();
	await aisha.getByLabel('What is wrong?').fill('Slogans on the side of the bus shelter');
	await aisha.getByRole('button', { name: 'Put a pin where I am' }).click();
	await expect(aisha.getByText('Pin at 51.72790, -1.19310.')).toBeVisible();
	await aisha.getByRole('radio', { name: 'Blackbird Leys', exact: true }).check();
	await aisha.getByLabel(/^Add a photo$/).setInputFiles({
		name: 'shelter.jpg',
		mimeType: 'image/jpeg',
		buffer: await cameraPhoto(aisha)
	});
	await expect(aisha.locator('main figure img, main li img').first()).toBeVisible();
	await typeDate(aisha, 'When was it reported?', friday);
	await aisha.getByLabel('At what time?').fill('half past five');
	await aisha.getByRole('button', { name: 'Save issue' }).click();
	await expectProblems(aisha, ['The time it was reported must be a time, like 9:30am or 5:30pm']);
	await aisha.getByLabel('At what time?').fill('5:30pm');
	const tuesday = addDays(friday, 4);
	await expect(aisha.getByText(`Due by the end of ${Number(tuesday.slice(8))} `)).toBeVisible();
	await aisha.getByRole('button', { name: 'Save issue' }).click();
	await aisha.waitForURL(SAVED);
	const id = idOf(aisha);
	await expect(aisha.getByText(/working days late$/)).toBeVisible();

	await aisha.getByRole('button', { name: 'I am dealing with it' }).click();
	await aisha.getByRole('link', { name: 'Finish' }).click();
	await aisha.getByRole('button', { name: 'Save', exact: true }).click();
	await expectProblems(aisha, ['Select whether it is put right']);
	await aisha.getByRole('radio', { name: 'Put right', exact: true }).check();
	await typeDate(aisha, 'When?', tuesday);
	await aisha.getByLabel('At what time?').fill('4pm');
	await aisha.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(aisha.getByText('Put right in time')).toBeVisible();
	expect(await rateOf(aisha, 'Offensive graffiti')).toEqual([before[0] + 1, before[1] + 1]);

	await flightMode(aisha, false);
	await expectUnsent(aisha, 0);
	await expect
		.poll(async () => {
			const [row] = await sql`
				select due_on::text, status, ward_code, latitude, owner_id = created_by as mine,
					(select count(*)::int from attachments where row_id = issues.id) as photos
				from issues where id = ${id}`;
			return row;
		})
		.toEqual({
			due_on: tuesday,
			status: 'resolved',
			ward_code: 'E05013097',
			latitude: 51.7279,
			mine: true,
			photos: 1
		});
});

test('what was said is answered and told with no signal, and stands on the sheet; a referral says where, not who', async ({
	phoneOf,
	sql
}) => {
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	const log = await addLog(aisha, { heard: 'The pharmacy shuts before we finish work' });

	await aisha.getByRole('link', { name: 'Add what was said' }).click();
	await expect(aisha.getByLabel('What did people say?')).toHaveValue(
		'The pharmacy shuts before we finish work'
	);
	await aisha.getByRole('button', { name: 'Save', exact: true }).click();
	await aisha.waitForURL(SAVED);
	const id = idOf(aisha);
	await aisha.getByRole('link', { name: 'Answer it' }).click();
	await aisha.getByRole('radio', { name: 'We cannot, because' }).check();
	await aisha.getByRole('button', { name: 'Save answer' }).click();
	await expectProblems(aisha, ['Enter the answer']);
	await aisha.getByRole('radio', { name: 'We did' }).check();
	await aisha.getByLabel('What did the council do?').fill('=It opens until 8pm on Thursdays.');
	await aisha.getByRole('button', { name: 'Save answer' }).click();
	await aisha.getByRole('link', { name: 'They have been told' }).click();
	await aisha.getByRole('checkbox', { name: 'At a meeting' }).check();
	await aisha.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(aisha.getByRole('region', { name: 'Told', exact: true })).toContainText(
		': at a meeting'
	);

	await aisha.goto('/feedback/summary?ward=E05013097');
	await expect(aisha.getByRole('heading', { level: 1 })).toHaveText(
		'You said, we did: Blackbird Leys'
	);
	const item = aisha.getByRole('article').filter({ hasText: 'The pharmacy shuts' });
	await expect(item).toContainText('=It opens until 8pm on Thursdays.');
	await expect(aisha.getByText(/names nobody/)).toBeVisible();
	const csv = await fileOf(aisha, 'Save as a spreadsheet (CSV)');
	expect(csv.text).toContain("'=It opens until 8pm on Thursdays.");
	await aisha.emulateMedia({ media: 'print' });
	await expect(aisha.getByRole('button', { name: 'Print' })).toBeHidden();
	await expect(item).toBeVisible();
	await aisha.emulateMedia({ media: null });

	await aisha.goto(`/logs/${log}`);
	await aisha.getByRole('link', { name: 'Record a referral' }).click();
	await aisha.getByRole('button', { name: 'Save referral' }).click();
	await expectProblems(aisha, ['Select why', 'Select where you referred them to']);
	await aisha.getByLabel('Why?').selectOption('Food');
	await aisha.getByRole('radio', { name: /^The Larder/ }).check();
	await aisha.getByRole('button', { name: 'Save referral' }).click();
	await aisha.waitForURL(`/logs/${log}`);
	await aisha.getByRole('link', { name: /^The Larder/ }).click();
	await aisha.getByRole('button', { name: 'Accepted' }).click();
	await expect(aisha.getByText('Accepted', { exact: true })).toBeVisible();

	await flightMode(aisha, false);
	await expectUnsent(aisha, 0);
	await expect
		.poll(async () => {
			const [loop] = await sql`
				select outcome, told_how, told_on is not null as told, log_id from feedback_loops
				where id = ${id}`;
			return loop;
		})
		.toEqual({ outcome: 'did', told_how: ['meeting'], told: true, log_id: log });
	await expect
		.poll(async () => {
			const [referral] = await sql`
				select status, reason, name, answered_on is not null as answered
				from referrals join referral_routes on referral_routes.id = route_id
				where log_id = ${log}`;
			return referral;
		})
		.toEqual({
			status: 'accepted',
			reason: 'food',
			name: 'The Larder at Blackbird Leys (invented)',
			answered: true
		});
});

test('what is restricted is not reported back; a manager keeps the directory, an administrator the targets', async ({
	phoneOf,
	sql
}) => {
	const aisha = await phoneOf('aisha');
	await aisha.goto('/issues?view=done&kind=hate_incident');
	await aisha.getByRole('link', { name: /^Hate incident/ }).click();
	await expect(aisha.getByText('This was said in confidence')).toBeVisible();
	await aisha.goto('/referrals/routes/new');
	await expect(aisha.getByText('Managers keep the directory')).toBeVisible();

	const daniel = await phoneOf('daniel');
	await daniel.goto('/issues?view=done&kind=hate_incident');
	await expect(daniel.getByText('No issue matches')).toBeVisible();
	await daniel.goto('/referrals');
	await daniel.getByLabel('What do they need help with?').selectOption('Food');
	await daniel.getByRole('link', { name: /^The Larder/ }).click();
	await daniel.getByRole('button', { name: 'All of this is right today' }).click();
	await expectUnsent(daniel, 0);
	await expect
		.poll(async () => {
			const [route] = await sql`
				select checked_on::text from referral_routes where name like 'The Larder%'`;
			return route?.checked_on as string;
		})
		.toBe(today());

	const ruth = await phoneOf('ruth');
	await ruth.goto('/settings/issues');
	await ruth.getByLabel('When does the office close?').fill('17.15');
	await ruth.getByRole('button', { name: 'Save targets' }).click();
	await expectUnsent(ruth, 0);
	const closes = async () =>
		(await sql`select office_closes_at::text as at from councils`)[0]?.at as string;
	await expect.poll(closes).toBe('17:15:00');
	await sql`update councils set office_closes_at = default`;
});
