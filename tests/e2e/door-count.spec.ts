/** People are counted at the door of an event on two phones, one of them with no signal, and events go into calendars. */
import ICAL from 'ical.js';
import type { Page } from '@playwright/test';
import type { Sql } from 'postgres';
import { expect, expectSaid, fileOf, flightMode, test } from './app';
import { expectReachable, expectReachableNow } from './reach';

const PHONE = { viewport: { width: 390, height: 844 } };

test.describe.configure({ timeout: 120_000 });

/** An event that is published, in the locality of a ward, and nobody has counted. */
async function addEvent(sql: Sql, title: string): Promise<{ id: string; locality: string }> {
	const [event] = await sql<{ id: string; locality: string }[]>`
		with ward as (
			select areas.council_id, areas.code, localities.name
			from areas join localities on localities.id = areas.locality_id
			where areas.deleted_at is null order by areas.code limit 1
		), made as (
			insert into community_events
				(council_id, title, type, status, objective_id, ward_code, starts_at, ends_at)
			select
				council_id, ${title}, 'community', 'published',
				(select objective_id from community_events where council_id = ward.council_id limit 1),
				code, now(), now() + interval '2 hours'
			from ward
			returning id
		)
		select made.id, ward.name as locality from made, ward`;
	if (!event) throw new Error('No event was made');
	return event;
}

const countIn = (page: Page) => page.getByRole('button', { name: 'Count one in', exact: true });
const figure = (page: Page) => page.locator('.total strong');

async function sumOf(sql: Sql, id: string): Promise<number> {
	const [row] = await sql<{ sum: number }[]>`
		select coalesce(sum(count), 0)::int as sum from event_counts where event_id = ${id}`;
	return row?.sum ?? 0;
}

test('two phones count at one door, and the sum is exact', async ({ phoneOf, sql }) => {
	const { id } = await addEvent(sql, 'Fair with two doors');
	const aisha = await phoneOf('aisha', PHONE);
	const tom = await phoneOf('tom', PHONE);
	for (const phone of [aisha, tom])
		await expectReachable(phone, `/events/${id}/door`, /^Door count$/);
	await flightMode(aisha, true);

	for (let tap = 0; tap < 12; tap++) await countIn(aisha).click();
	await aisha.getByRole('button', { name: 'Undo the last' }).click();
	await expect(figure(aisha)).toHaveText('11');
	await tom.getByRole('button', { name: 'Five at once' }).click();
	await tom.getByLabel('Count by group (optional)').selectOption({ label: 'Age' });
	await tom.getByRole('button', { name: '16 to 24', exact: true }).dblclick();
	await expect(figure(tom)).toHaveText('7');
	await expectReachableNow(tom);
	await expect.poll(() => sumOf(sql, id)).toBe(7);

	await aisha.reload();
	await expect(figure(aisha)).toHaveText('11');
	await flightMode(aisha, false);
	await expect.poll(() => sumOf(sql, id), { timeout: 30_000 }).toBe(18);
	// Both hear of the other, while they look.
	for (const phone of [aisha, tom])
		await expect(figure(phone)).toHaveText('18', { timeout: 30_000 });

	await aisha.goto(`/events/${id}`);
	await expect(aisha.getByText('18 people', { exact: true })).toBeVisible();
	await expect(aisha.getByText('Age: 16 to 24 (2)')).toBeVisible();
});

test('an event goes into the phone’s calendar with no signal', async ({ phoneOf, sql }) => {
	const { id } = await addEvent(sql, 'Fair for calendars');
	const aisha = await phoneOf('aisha', PHONE);
	await aisha.goto(`/events/${id}`);
	await expect(aisha.getByRole('heading', { name: 'Fair for calendars' })).toBeVisible();
	await flightMode(aisha, true);
	const file = await fileOf(aisha, 'Add to a calendar');
	expect(file.name).toBe('fair-for-calendars.ics');
	const calendar = new ICAL.Component(ICAL.parse(file.text) as unknown[]);
	expect(calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('uid')).toBe(
		`${id}@common-ground`
	);
});

test('a manager shares a calendar and stops sharing it', async ({ phoneOf, sql }) => {
	const { locality } = await addEvent(sql, 'Fair for everybody’s calendar');
	const daniel = await phoneOf('daniel', PHONE);
	await expectReachable(daniel, '/settings/calendars', /^Shared calendars$/);
	await daniel.getByRole('button', { name: `Share the calendar of ${locality}` }).click();
	const address = daniel.getByText(/\/functions\/v1\/calendar\/[\w-]{32}\.ics$/);
	const url = (await address.textContent())?.trim() ?? '';
	await expect.poll(async () => (await fetch(url)).status).toBe(200);
	const response = await fetch(url);
	expect(response.headers.get('Content-Type')).toContain('text/calendar');
	const calendar = new ICAL.Component(ICAL.parse(await response.text()) as unknown[]);
	expect(
		calendar.getAllSubcomponents('vevent').map((event) => event.getFirstPropertyValue('summary'))
	).toContain('Fair for everybody’s calendar');
	const etag = response.headers.get('ETag') ?? '';
	expect((await fetch(url, { headers: { 'If-None-Match': etag } })).status).toBe(304);

	await daniel.getByRole('button', { name: `Stop sharing ${locality}` }).click();
	await daniel.getByRole('button', { name: 'Stop sharing', exact: true }).click();
	await expectSaid(daniel, `The calendar of ${locality} is not shared now.`);
	await expect.poll(async () => (await fetch(url)).status).toBe(404);
});
