/** Events: planned with no signal, published once people know who can come, run on the day, and evaluated. */
import type { Sql } from 'postgres';
import { expect, expectProblems, expectUnsent, flightMode, test } from './app';
import { planEvent, saveEvent } from './plan-event';

const columns = async (sql: Sql, title: string) => {
	const rows = await sql<{ row: Record<string, unknown> }[]>`
		select to_jsonb(community_events) as row from community_events where title = ${title} order by starts_at`;
	return rows.map(({ row }) => row);
};

test('an officer plans an event with no signal, is told of a clash, and publishes it', async ({
	phoneOf,
	sql
}) => {
	const [clash] = await sql<{ day: string }[]>`
		select to_char(starts_at at time zone 'Europe/London', 'YYYY-MM-DD') as day from community_events
		where title = 'Rose Hill work hub: jobs morning' and starts_at > now()`;
	const [year = '', month = '', day = ''] = clash?.day.split('-') ?? [];
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	await planEvent(aisha, 'Street party', [day, month, year]);
	const warning = aisha.getByRole('status').filter({ hasText: 'Same ward, same day' });
	await expect(warning).toContainText('Rose Hill work hub: jobs morning');
	await aisha.getByLabel('What does it cost the council? (optional)').fill('£125.50');
	await saveEvent(aisha);
	await expect(aisha.getByText('Planned', { exact: true })).toBeVisible();

	await aisha.getByRole('link', { name: 'Publish', exact: true }).click();
	await aisha
		.getByRole('group', { name: 'Hearing loop' })
		.getByRole('radio', { name: 'Arranged' })
		.check();
	await aisha.getByRole('button', { name: 'Publish event' }).click();
	await expectProblems(aisha, [
		'Settle every line of the checklist, or say why it is published without'
	]);
	await aisha
		.getByLabel('Why is it published before everything is settled?')
		.fill('The street is step-free; the interpreter answers on Friday.');
	await aisha.getByRole('button', { name: 'Publish event' }).click();
	await expect(aisha.getByText('Published', { exact: true })).toBeVisible();

	await flightMode(aisha, false);
	await expectUnsent(aisha, 0);
	const [event] = await columns(sql, 'Street party');
	expect(event).toMatchObject({
		status: 'published',
		cost_pence: 12_550,
		ward_code: 'E05013113',
		access_arranged: ['hearing_loop'],
		sequence: 0
	});
});

test('a series is planned in one go, by the clock on the wall, and one of it is cancelled', async ({
	phoneOf,
	sql
}) => {
	const daniel = await phoneOf('daniel');
	await planEvent(daniel, 'Tea and talk', ['20', '3', '2027']);
	await daniel.getByText('It ends on another day, or is repeated').click();
	await daniel.getByRole('radio', { name: 'Every week' }).check();
	await daniel.getByRole('button', { name: 'Save event' }).click();
	await expectProblems(daniel, ['Enter how many events there are']);
	await daniel.getByLabel('How many events in all?').fill('3');
	await saveEvent(daniel);
	await expectUnsent(daniel, 0);
	const events = await columns(sql, 'Tea and talk');
	// The clocks go forward on 28 March 2027.
	expect(events.map(({ starts_at }) => new Date(String(starts_at)).toISOString())).toEqual([
		'2027-03-20T11:00:00.000Z',
		'2027-03-27T11:00:00.000Z',
		'2027-04-03T10:00:00.000Z'
	]);
	expect(new Set(events.map(({ series_id }) => series_id)).size).toBe(1);

	await daniel.getByRole('link', { name: 'Cancel the event' }).click();
	await daniel.getByRole('button', { name: 'Cancel the event' }).click();
	await expectProblems(daniel, ['Enter why it is off']);
	await daniel.getByLabel('Why is it off?').fill('The hall has no heating.');
	await daniel.getByRole('button', { name: 'Cancel the event' }).click();
	await expect(daniel.getByText('Cancelled', { exact: true })).toBeVisible();
	await expectUnsent(daniel, 0);
	await expect
		.poll(async () => (await columns(sql, 'Tea and talk')).map(({ status }) => status))
		.toEqual(['cancelled', 'planned', 'planned']);
});

test('the run sheet is ticked and mended with no signal, and says so on another phone', async ({
	phoneOf,
	sql
}) => {
	const [event] = await columns(sql, 'Leys winter warmer');
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	await aisha.goto(`/events/${String(event?.id)}`);
	await aisha.getByRole('link', { name: 'Run sheet' }).click();
	await aisha.getByRole('checkbox', { name: /Open the hall/ }).check();
	await aisha.getByRole('button', { name: 'Remove Set out the coat rails' }).click();
	await aisha.getByRole('button', { name: 'Put back “Set out the coat rails”' }).click();
	await aisha.getByRole('button', { name: 'Add line' }).click();
	await expectProblems(aisha, ['Enter what is done']);
	await aisha.getByLabel('What is done?').fill('Fetch the urn');
	await aisha.getByLabel('At what time? (optional)').fill('9am');
	await aisha.getByRole('button', { name: 'Add line' }).click();
	await expect(aisha.getByRole('checkbox')).toHaveCount(5);
	await flightMode(aisha, false);
	await expectUnsent(aisha, 0);
	const tom = await phoneOf('tom');
	await tom.goto(`/events/${String(event?.id)}/run`);
	await expect(tom.getByRole('checkbox').first()).toHaveAccessibleName('09:00 Fetch the urn');
	await expect(tom.getByRole('checkbox', { name: /Open the hall/ })).toBeChecked();
});

test('an event that took place is evaluated offline, with who came, and only once', async ({
	phoneOf,
	sql
}) => {
	const [event] = await sql<{ id: string }[]>`
		select id from community_events where title = 'Barton advice surgery' and status = 'delivered'`;
	const id = event?.id ?? '';
	const mei = await phoneOf('mei');
	await flightMode(mei, true);
	await mei.goto(`/events/${id}`);
	await mei.getByRole('link', { name: 'Say how it went' }).click();
	await mei.getByLabel('How many people came? (optional)').fill('19');
	await mei.getByRole('radio', { name: 'Positive', exact: true }).check();
	await mei.getByLabel('What worked? (optional)').fill('Two desks.');
	await mei.getByRole('button', { name: 'Save evaluation' }).click();
	await expect(mei.getByText('Two desks.')).toBeVisible();
	await flightMode(mei, false);
	await expectUnsent(mei, 0);
	await expect
		.poll(() => sql`select attended, worked from event_evaluations where event_id = ${id}`)
		.toEqual([{ attended: 19, worked: 'Two desks.' }]);
	await mei.goto(`/evaluations/new?event=${id}`);
	await expect(mei.getByLabel('How many people came? (optional)')).toHaveValue('19');
});

test('wards where nothing is planned lead to a new event there; a champion is told who plans', async ({
	phoneOf
}) => {
	const daniel = await phoneOf('daniel');
	await daniel.goto('/events');
	const gaps = daniel.getByRole('list', { name: 'Wards with no event this quarter' });
	await gaps.getByRole('link', { name: /Wolvercote/ }).click();
	await expect(daniel.getByRole('radio', { name: 'Wolvercote', exact: true })).toBeChecked();
	const grace = await phoneOf('grace');
	await grace.goto('/events/new');
	await expect(grace.getByText('Your role does not plan events')).toBeVisible();
});
