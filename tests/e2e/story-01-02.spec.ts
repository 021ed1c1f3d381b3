/** Story 1: a cold start with no signal, and a log made there. Story 2: the signal comes back. */
import type { Page } from '@playwright/test';
import type { Sql } from 'postgres';
import { inventedBoundaries } from '../fixtures/invented-boundaries';
import {
	chosen,
	expect,
	expectSaid,
	expectUnsent,
	fillLog,
	flightMode,
	openAgain,
	pick,
	saveLog,
	startLog,
	test,
	openSection
} from './app';

/** In front of the invented Leys Community Centre. */
const AT_THE_LEYS = {
	geolocation: { latitude: 51.7236, longitude: -1.202 },
	permissions: ['geolocation']
};
const FRESH = 'Updated just now. Live: changes appear by themselves.';

test.describe('with ward boundaries', () => {
	test.beforeEach(async ({ phoneOf }) => importBoundaries(await phoneOf('ruth')));
	test.afterEach(({ sql }) => sql`update areas set boundary = null`);

	test('Aisha logs a conversation in flight mode; it arrives once and the open map shows it', async ({
		phoneOf,
		sql
	}) => {
		const daniel = await phoneOf('daniel', { viewport: { width: 1280, height: 800 } });
		await daniel.goto('/map');
		await expect(daniel.getByText(FRESH)).toBeVisible();
		const before = await contactsIn(daniel, 'Blackbird Leys');

		let aisha = await phoneOf('aisha', AT_THE_LEYS);
		await flightMode(aisha, true);
		aisha = await openColdWithin(15_000, aisha);
		await startLog(aisha);
		await aisha.getByRole('radio', { name: 'Conversation', exact: true }).check();
		await aisha.getByRole('button', { name: 'Use where I am' }).click();
		await expect(aisha.getByText('You are in Blackbird Leys.')).toBeVisible();
		await expect(chosen(aisha, 'Ward')).toHaveAccessibleName('Blackbird Leys');
		await pick(aisha, 'Place (optional)', 'Leys Community Centre');
		await pick(aisha, 'Which priority does it serve?', 'Providing inclusive services');
		await aisha.getByRole('checkbox', { name: 'Cost of living', exact: true }).check();
		await aisha.getByLabel('What did you hear?').fill('School uniform cost');
		await aisha.getByLabel('How many people? (optional)').fill('6');
		await openSection(aisha, 'Barriers and needs');
		await aisha
			.getByRole('group', { name: 'What stands in the way? (optional)' })
			.getByRole('checkbox', { name: 'Cost', exact: true })
			.check();
		const id = await saveLog(aisha);
		await expectSaid(aisha, 'Saved on this device. Waiting to send.');
		await expectUnsent(aisha, 1);

		await aisha.reload();
		await expectUnsent(aisha, 1);
		await expect(aisha.getByText('School uniform cost')).toBeVisible();
		expect(await rowsOf(sql, id)).toHaveLength(0);

		await flightMode(aisha, false);
		await expectUnsent(aisha, 0, 15_000);
		await expectSaid(aisha, '1 log sent');

		// Two seconds from its arrival, which was a moment ago.
		await expect
			.poll(() => contactsIn(daniel, 'Blackbird Leys'), { timeout: 15_000, intervals: [50] })
			.toBe(before + 1);
		await expect(daniel.locator('[data-code=E05013097]')).toHaveAccessibleName(
			new RegExp(`\\b${before + 1}\\b`)
		);
		await expect(daniel.getByText(FRESH)).toBeVisible();
		expect(await rowsOf(sql, id)).toEqual([
			{
				type: 'conversation',
				ward_code: 'E05013097',
				place: 'Leys Community Centre',
				objective: 'Providing inclusive services',
				themes: ['cost_of_living'],
				barriers: ['cost'],
				heard: 'School uniform cost',
				people_count: 6,
				author: 'Aisha Rahman'
			}
		]);
	});

	test('the map shows the official boundaries once they are there', async ({ phoneOf }) => {
		const daniel = await phoneOf('daniel');
		await daniel.goto('/map');
		const outline = daniel.locator('[data-code=E05013097] path');
		const hexagon = await outline.getAttribute('d');
		await daniel.getByLabel('Picture').selectOption('geographic');
		await expect(outline).not.toHaveAttribute('d', hexagon ?? '');
		await expect(daniel.getByRole('listbox').getByRole('option')).toHaveCount(24);
		await expect(daniel.getByText('Invented outlines for tests')).toBeVisible();
	});
});

test('without boundaries the wards are listed nearest first', async ({ phoneOf }) => {
	let aisha = await phoneOf('aisha', AT_THE_LEYS);
	await flightMode(aisha, true);
	aisha = await openColdWithin(15_000, aisha);
	await startLog(aisha);
	await aisha.getByRole('button', { name: 'Use where I am' }).click();
	await expect(aisha.getByText('The wards are listed nearest first. Choose yours.')).toBeVisible();
	const wards = aisha.getByRole('group', { name: 'Ward', exact: true });
	await expect(wards.getByRole('radio', { checked: true })).toHaveCount(0);
	const nearest = wards.getByRole('radio').first();
	await expect(nearest).toHaveAccessibleName('Blackbird Leys');
	await expect(nearest).toHaveAccessibleDescription(/ away$/);
	await fillLog(aisha, { ward: 'Blackbird Leys', heard: 'Warm space wanted' });
	await saveLog(aisha);
	await expectUnsent(aisha, 1);
	await flightMode(aisha, false);
	await expectUnsent(aisha, 0, 15_000);
});

test('a phone that may not tell where it is says so, and the list still serves', async ({
	phoneOf
}) => {
	const aisha = await phoneOf('aisha');
	await startLog(aisha);
	await aisha.getByRole('button', { name: 'Use where I am' }).click();
	await expect(
		aisha.getByText('Your phone did not allow the app to see where you are.')
	).toBeVisible();
	await expect(aisha.getByRole('group', { name: 'Ward', exact: true })).toBeVisible();
});

/** Opens the app as after a kill: a new page, from the device alone, in flight mode. */
async function openColdWithin(milliseconds: number, page: Page): Promise<Page> {
	const began = Date.now();
	const opened = await openAgain(page);
	await expect(opened.getByRole('link', { name: 'New log' })).toBeVisible();
	await expect(
		opened.getByText(/Offline\..* Last updated \w{3} \d+ \w{3}, \d\d:\d\d\./)
	).toBeVisible();
	expect(Date.now() - began).toBeLessThan(milliseconds);
	return opened;
}

/** Ruth brings the boundaries in as an administrator does. */
async function importBoundaries(ruth: Page): Promise<void> {
	await ruth.goto('/settings/wards');
	await ruth.getByLabel('Boundary file').setInputFiles({
		name: 'invented-wards.geojson',
		mimeType: 'application/geo+json',
		buffer: Buffer.from(inventedBoundaries())
	});
	await ruth.getByRole('button', { name: 'Save 24 boundaries' }).click();
	await expect(ruth.getByText('24 of 24 wards have an official boundary.')).toBeVisible();
	await expectUnsent(ruth, 0, 15_000);
}

/** The figure of a ward in the map's table. */
async function contactsIn(page: Page, ward: string): Promise<number> {
	const row = page.getByRole('row', { name: new RegExp(`^${ward}`) });
	return Number(await row.getByRole('cell').first().textContent());
}

/** What the server holds under the id that the phone made. */
async function rowsOf(sql: Sql, id: string) {
	return sql`
		select l.type, l.ward_code, p.name as place, o.title as objective, l.themes::text[], l.barriers::text[],
			l.heard, l.people_count, pr.full_name as author
		from engagement_logs l
		join objectives o on o.id = l.objective_id
		join profiles pr on pr.user_id = l.created_by
		left join places p on p.id = l.place_id
		where l.id = ${id}`;
}
