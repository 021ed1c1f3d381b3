/** Story 9: an event goes into calendars, and stays the same event there when it moves or is off. */
import ICAL from 'ical.js';
import type { Page } from '@playwright/test';
import { expect, expectUnsent, fileOf, flightMode, test } from './app';
import { planEvent, saveEvent } from './plan-event';

/** The event of the file that is saved from its page, as a calendar in Britain shows it. */
async function inCalendar(page: Page) {
	const { text } = await fileOf(page, 'Add to a calendar');
	const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
	const [component, ...more] = calendar.getAllSubcomponents('vevent');
	if (!component || more.length > 0) throw new Error('Not one event');
	const event = new ICAL.Event(component);
	const onTheWall = (time: ICAL.Time) =>
		time.toJSDate().toLocaleString('en-GB', { timeZone: 'Europe/London', timeZoneName: 'short' });
	return {
		uid: event.uid,
		sequence: event.sequence,
		status: component.getFirstPropertyValue('status'),
		starts: onTheWall(event.startDate),
		ends: onTheWall(event.endDate)
	};
}

async function begin(page: Page, time: string): Promise<void> {
	await page.getByRole('link', { name: 'Change', exact: true }).click();
	await page.getByLabel('When does it begin?').fill(time);
	await saveEvent(page);
}

test('an event in winter keeps its place in calendars when it moves and when it is off, offline too', async ({
	phoneOf,
	sql
}) => {
	const aisha = await phoneOf('aisha');
	await planEvent(aisha, 'Rose Hill Winter Fair', ['5', '12', '2026']);
	const id = await saveEvent(aisha);
	const planned = await inCalendar(aisha);
	expect(planned).toEqual({
		uid: `${id}@common-ground`,
		sequence: 0,
		status: 'TENTATIVE',
		starts: '05/12/2026, 11:00:00 GMT',
		ends: '05/12/2026, 15:00:00 GMT'
	});
	await expectUnsent(aisha, 0);

	await flightMode(aisha, true);
	await begin(aisha, '10.30am');
	await expect(aisha.getByText(/10:?30/).first()).toBeVisible();
	const moved = { ...planned, sequence: 1, starts: '05/12/2026, 10:30:00 GMT' };
	expect(await inCalendar(aisha)).toEqual(moved);
	await flightMode(aisha, false);
	await expectUnsent(aisha, 0);
	await expect
		.poll(() => sql`select sequence from community_events where id = ${id}`)
		.toEqual([{ sequence: 1 }]);
	expect(await inCalendar(aisha)).toEqual(moved);

	await aisha.getByRole('link', { name: 'Cancel the event' }).click();
	await aisha.getByLabel('Why is it off?').fill('The hall has no heating.');
	await aisha.getByRole('button', { name: 'Cancel the event' }).click();
	await expect(aisha.getByText('Cancelled', { exact: true })).toBeVisible();
	expect(await inCalendar(aisha)).toEqual({ ...moved, sequence: 2, status: 'CANCELLED' });
});

test('an event in summer begins at its hour of summer', async ({ phoneOf }) => {
	const aisha = await phoneOf('aisha');
	await planEvent(aisha, 'Rose Hill May Fair', ['15', '5', '2027']);
	await saveEvent(aisha);
	expect(await inCalendar(aisha)).toMatchObject({
		starts: '15/05/2027, 11:00:00 BST',
		ends: '15/05/2027, 15:00:00 BST'
	});
});
