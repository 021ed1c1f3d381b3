/** Story 10, and every page for everybody: axe, keyboard alone, 320 px, nothing behind the bars. */
import type { Locator, Page } from '@playwright/test';
import type { Sql } from 'postgres';
import {
	addLog,
	expect,
	expectProblems,
	expectSaid,
	fillLog,
	flightMode,
	PASSWORD,
	signIn,
	startLog,
	test
} from './app';
import { expectReachable, expectReachableNow } from './reach';

test.describe.configure({ timeout: 120_000 });

test('the pages before the sign-in', async ({ device }) => {
	const page = await (await device()).newPage();
	await expectReachable(page, '/sign-in', /^Sign in$/);
	await page.getByRole('button', { name: 'Sign in', exact: true }).click();
	await expectReachableNow(page);
	await expectReachable(page, '/set-up', /^Set up your council$/);
	await expectReachable(page, '/no-such-page', /^Page not found$/);
});

test('an officer’s pages, with work in them', async ({ phoneOf, sql }) => {
	const aisha = await phoneOf('aisha');
	const id = await addLog(aisha, { heard: 'The pavement is blocked' });
	const [action] = await sql`select id from actions where reference = 'EDI-14'`;
	await expectReachable(aisha, '/', /^Hello Aisha$/);
	await expectReachable(aisha, '/logs', /^Logs$/);
	await aisha.getByText('Filter', { exact: true }).click();
	await expectReachableNow(aisha);
	await expectReachable(aisha, '/logs/new', /^New log$/);
	await expectReachable(aisha, `/logs/${id}`, /^Conversation$/);
	await aisha.getByRole('button', { name: 'Delete' }).click();
	await expectReachableNow(aisha);
	await expectReachable(aisha, `/logs/${id}/edit`, /^Correct this log$/);
	await expectReachable(aisha, '/actions', /^Actions$/);
	await expectReachable(aisha, `/actions/${String(action?.id)}`, /^Review equality impact/);
	await expectReachable(aisha, `/actions/${String(action?.id)}/progress`, /^Update progress$/);
	await expectReachable(aisha, '/actions/new', /^Propose an action$/);
	await expectReachable(aisha, '/map', /^Activity map$/);
	await expectReachable(aisha, '/more', /^More$/);
	await expectReachable(aisha, '/signposts', /^Where to send people for help$/);
	await expectReachable(aisha, '/signposts/hate', /^Hate incident$/);
});

/** The id that a query finds. */
const idOf = async (query: Promise<{ id: string }[]>) => (await query)[0]?.id ?? '';

test('grants, on every step of their way', async ({ phoneOf, sql }) => {
	const grantOf = (status: string) =>
		idOf(sql`select id from grants where status::text = ${status} order by title limit 1`);
	const round = await idOf(sql`select id from grant_rounds where name = 'Small Grants 2026 R2'`);
	const programme = await idOf(sql`select id from grant_programmes order by name limit 1`);
	const ruth = await phoneOf('ruth');
	await expectReachable(ruth, '/grants', /^Grants$/);
	await ruth.getByText('Filter', { exact: true }).click();
	await expectReachableNow(ruth);
	await expectReachable(ruth, `/grants/new?round=${round}`, /^Take in an application$/);
	await expectReachable(ruth, `/grants/${await grantOf('received')}/score`, /^Score this/);
	await expectReachable(ruth, `/grants/${await grantOf('scored')}/decide`, /^Decide this/);
	await expectReachable(ruth, `/grants/${await grantOf('approved')}/award`, /^Award$/);
	await expectReachable(ruth, `/grants/${await grantOf('awarded')}`, /./);
	await ruth.getByRole('button', { name: 'Take the award back' }).click();
	await expectReachableNow(ruth);
	await expectReachable(ruth, `/grants/${await grantOf('declined')}`, /./);
	await expectReachable(ruth, '/grants/programmes', /^Grant programmes$/);
	await expectReachable(ruth, `/grants/programmes/${programme}`, /^Community Impact Fund/);
	await expectReachable(ruth, `/grants/programmes/${programme}/edit`, /^Change this programme$/);
	await expectReachable(ruth, `/grants/rounds/${round}`, /^Small Grants 2026 R2$/);
	await expectReachable(ruth, `/grants/rounds/${round}/edit`, /^Change this round$/);
});

test('a champion’s network, and what came up there', async ({ phoneOf, sql }) => {
	const grace = await phoneOf('grace');
	const network = await idOf(sql`select id from networks where name = 'Disability network'`);
	const [point] = await sql`
		select id, activity_id from network_points where network_id = ${network} limit 1`;
	const count = await idOf(
		sql`select id from network_snapshots where network_id = ${network} limit 1`
	);
	await expectReachable(grace, '/', /^Hello Grace$/);
	await expectReachable(grace, '/networks', /^Networks$/);
	await expectReachable(grace, `/networks/${network}`, /^Disability network$/);
	await expectReachable(grace, `/networks/activities/new?network=${network}`, /^Log an activity$/);
	await expectReachable(grace, `/networks/activities/${String(point?.activity_id)}`, /\w/);
	await expectReachable(
		grace,
		`/networks/points/${String(point?.id)}`,
		/^Issue raised|^Action point/
	);
	await expectReachable(grace, `/networks/points/${String(point?.id)}/edit`, /^Change this$/);
	await expectReachable(grace, `/networks/counts/${count}/edit`, /^Correct this count$/);
});

test('events, from the plan to how it went', async ({ phoneOf, sql }) => {
	const eventOf = (status: string) =>
		idOf(
			sql`select id from community_events where status::text = ${status} order by title limit 1`
		);
	const planned = await eventOf('planned');
	const evaluation = await idOf(sql`select id from event_evaluations order by id limit 1`);
	const aisha = await phoneOf('aisha');
	await expectReachable(aisha, '/events', /^Events$/);
	await aisha.getByText('Filter', { exact: true }).click();
	await expectReachableNow(aisha);
	await expectReachable(aisha, '/events/new?ward=E05013097', /^Plan an event$/);
	await aisha.getByText('It ends on another day, or is repeated').click();
	await expectReachableNow(aisha);
	await expectReachable(aisha, `/events/${planned}`, /./);
	await aisha.getByRole('button', { name: 'Delete' }).click();
	await expectReachableNow(aisha);
	await expectReachable(aisha, `/events/${planned}/publish`, /^Publish this event$/);
	await expectReachable(aisha, `/events/${planned}/cancel`, /^Cancel this event$/);
	await expectReachable(aisha, `/events/${planned}/run`, /^Run sheet$/);
	await expectReachable(aisha, `/events/${await eventOf('evaluated')}`, /./);
	await expectReachable(aisha, `/evaluations/${evaluation}/edit`, /^How did it go\?$/);
});

test('what follows from a contact: issues and referrals', async ({ phoneOf, sql }) => {
	const inLeys = sql`ward_code = 'E05013097'`;
	const issue = await idOf(sql`select id from issues where status = 'in_progress' and ${inLeys}`);
	const log = await idOf(sql`select id from engagement_logs where not restricted and ${inLeys}`);
	const aisha = await phoneOf('aisha');
	await expectReachable(aisha, '/issues', /^Issues$/);
	await expectReachable(aisha, `/issues/new?log=${log}`, /^Report an issue$/);
	await aisha.getByRole('radio', { name: 'Hate incident' }).check();
	await expectReachableNow(aisha);
	await expectReachable(aisha, `/issues/${issue}`, /^Offensive graffiti$/);
	await expectReachable(aisha, `/issues/${issue}/finish`, /^Finish this issue$/);
	await expectReachable(aisha, '/referrals', /^Referrals$/);
	await expectReachable(aisha, '/referrals/made', /^Referrals made$/);
	await expectReachable(aisha, `/referrals/new?log=${log}`, /^Record a referral$/);
});

test('what follows from a contact: you said, we did, and what administrators keep', async ({
	phoneOf,
	sql
}) => {
	const said = await idOf(sql`select id from feedback_loops where outcome is null limit 1`);
	const answered = await idOf(sql`
		select id from feedback_loops where outcome is not null and told_on is null limit 1`);
	const service = await idOf(sql`select id from referral_routes where name = 'Samaritans'`);
	const ruth = await phoneOf('ruth');
	await expectReachable(ruth, '/feedback', /^You said, we did$/);
	await expectReachable(ruth, '/feedback/new', /^Add what was said$/);
	await expectReachable(ruth, `/feedback/${said}`, /^You said, we did$/);
	await expectReachable(ruth, `/feedback/${said}/answer`, /^Answer what was said$/);
	await expectReachable(ruth, `/feedback/${answered}/tell`, /^How were they told\?$/);
	await expectReachable(ruth, '/feedback/summary', /^You said, we did: /);
	await expectReachable(ruth, `/referrals/routes/${service}`, /^Samaritans$/);
	await expectReachable(ruth, `/referrals/routes/${service}/edit`, /^Change this service$/);
	await expectReachable(ruth, '/settings/issues', /^Targets for issues$/);
	await expectReachable(ruth, '/settings/figures', /^Small numbers$/);
});

test('actions as a manager has them: the list, its filters, and every form', async ({
	phoneOf,
	sql
}) => {
	const [action] = await sql<{ id: string }[]>`select id from actions where reference = 'EDI-19'`;
	const [proposal] = await sql<{ id: string }[]>`
		select id from actions where status = 'proposed' order by position limit 1`;
	const daniel = await phoneOf('daniel');
	await expectReachable(daniel, '/actions?view=proposals', /^Actions$/);
	await daniel.getByText('Filter', { exact: true }).click();
	await expectReachableNow(daniel);
	await expectReachable(daniel, `/actions/${action?.id}`, /^Remove offensive graffiti/);
	await expectReachable(daniel, `/actions/${action?.id}/edit`, /^Change this action$/);
	await daniel.getByText('Partners, programmes and further priorities').click();
	await expectReachableNow(daniel);
	await expectReachable(daniel, `/actions/${proposal?.id}`, /./);
	await expectReachable(daniel, `/actions/${proposal?.id}/decide`, /^Answer this proposal$/);
});

test('the form with its problems, and the sync page with work of every kind', async ({
	phoneOf,
	sql
}) => {
	const closing = 'Promoting partnership working';
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	await addLog(aisha, { heard: 'Comes back', priority: closing });
	await sql`update objectives set closed_on = current_date where title = ${closing}`;
	try {
		await flightMode(aisha, false);
		await aisha.goto('/sync');
		await expect(aisha.getByRole('heading', { name: 'Needs attention' })).toBeVisible();
	} finally {
		await sql`update objectives set closed_on = null where title = ${closing}`;
	}
	await flightMode(aisha, true);
	await addLog(aisha, { heard: 'Waits' });
	await expectReachable(aisha, '/sync', /^Sync$/);
	await aisha.getByRole('button', { name: /^Discard/ }).click();
	await expectReachableNow(aisha);
	await startLog(aisha);
	await aisha.getByRole('button', { name: 'Save log' }).click();
	await expectReachableNow(aisha);
});

test('a manager’s map and an administrator’s pages', async ({ phoneOf }) => {
	const ruth = await phoneOf('ruth');
	await expectReachable(ruth, '/', /^Hello Ruth$/);
	await expectReachable(ruth, '/more', /^More$/);
	await expectReachable(ruth, '/settings/wards', /^Wards and boundaries$/);
	await expectReachable(ruth, '/settings/postcodes', /^Postcodes$/);
	await expectReachable(ruth, '/plan/import', /^Import a plan$/);
	await expectReachable(ruth, '/map', /^Activity map$/);
	await ruth.getByRole('option', { name: /^Blackbird Leys: / }).click();
	await expect(ruth.getByRole('heading', { name: 'Blackbird Leys' })).toBeVisible();
	await expectReachableNow(ruth);
});

test('assessments: the register, and one of each state', async ({ phoneOf, sql }) => {
	const ids = await assessments(sql);
	const daniel = await phoneOf('daniel');
	await expectReachable(daniel, '/assessments', /^Assessments$/);
	await daniel.getByText('Filter', { exact: true }).click();
	await expectReachableNow(daniel);
	for (const id of Object.values(ids)) {
		await expectReachable(daniel, `/assessments/${id}`, /./);
		await expect(daniel.getByText('History')).toBeVisible();
	}
});

test('assessments: every form', async ({ phoneOf, sql }) => {
	const ids = await assessments(sql);
	const daniel = await phoneOf('daniel');
	await expectReachable(daniel, '/assessments/new', /^Start an assessment$/);
	await expectReachable(daniel, `/assessments/${ids.full}/edit`, /^What is assessed$/);
	await expectReachable(daniel, `/assessments/${ids.full}/impacts`, /^Impact on each group$/);
	await expectReachable(daniel, `/assessments/${ids.full}/findings`, /^Findings$/);
	await expectReachable(daniel, `/assessments/${ids.full}/evidence`, /^Link logs$/);
	await expectReachable(daniel, `/assessments/${ids.full}/sign-off`, /^Sign off$/);
	await expectReachable(daniel, `/assessments/${ids.screening}/screening`, /^Screening$/);
	await expectReachable(daniel, `/assessments/${ids.signed_off}/outcome`, /^What came of it$/);
});

test('organisations, places and their audits, and every form', async ({ phoneOf, sql }) => {
	const [organisation] = await sql<{ id: string }[]>`
		select id from organisations where name = 'Rainbow Rooms'`;
	const [place] = await sql<{ id: string }[]>`
		select id from places where name = 'Canal Wharf Rooms'`;
	const [audit] = await sql<{ id: string }[]>`
		select place_audits.id from place_audits join places on places.id = place_id
		where name like 'St Cuthbert%'`;
	const daniel = await phoneOf('daniel');
	await expectReachable(daniel, '/organisations', /^Organisations$/);
	await daniel.getByText('Filter', { exact: true }).click();
	await expectReachableNow(daniel);
	await expectReachable(daniel, `/organisations/${organisation?.id}`, /^Rainbow Rooms$/);
	await expectReachable(daniel, `/organisations/${organisation?.id}/edit`, /^Change this/);
	await expectReachable(daniel, '/organisations/new', /^Add an organisation$/);
	await daniel.getByRole('button', { name: 'Save organisation' }).click();
	await expectReachableNow(daniel);
	await expectReachable(daniel, '/places?view=due', /^Places$/);
	await daniel.getByText('Filter', { exact: true }).click();
	await expectReachableNow(daniel);
	await expectReachable(daniel, `/places/${place?.id}`, /^Canal Wharf Rooms$/);
	await daniel.getByRole('button', { name: 'Change the note' }).click();
	await expectReachableNow(daniel);
	await expectReachable(daniel, `/places/${place?.id}/edit`, /^Change this place$/);
	await expectReachable(daniel, '/places/new', /^Add a place$/);
	await expectReachable(daniel, `/places/${place?.id}/audit`, /^Access audit$/);
	await daniel.getByRole('button', { name: 'Save audit' }).click();
	await expectReachableNow(daniel);
	await expectReachable(daniel, `/audits/${audit?.id}`, /^Audit of /);
	await expectReachable(daniel, `/audits/${audit?.id}/edit`, /^Correct this audit$/);
});

test('measures and their readings, and the forms for both with problems', async ({
	phoneOf,
	sql
}) => {
	const named = async (name: string) => {
		const [measure] = await sql<{ id: string }[]>`select id from measures where name = ${name}`;
		return measure?.id ?? '';
	};
	const learning = await named('Staff who completed the equality e-learning');
	const daniel = await phoneOf('daniel');
	await expectReachable(daniel, '/measures', /^Measures$/);
	await daniel.getByText('Filter', { exact: true }).click();
	await expectReachableNow(daniel);
	await expectReachable(daniel, `/measures/${learning}`, /^Staff who completed/);
	await daniel.getByRole('button', { name: 'Delete measure' }).click();
	await expectReachableNow(daniel);
	const fed = await named('Safety messages delivered');
	await expectReachable(daniel, `/measures/${fed}`, /^Safety messages delivered$/);
	await expectReachable(daniel, `/measures/${learning}/edit`, /^Edit measure$/);
	await daniel.getByLabel('What is measured?').fill('');
	await daniel.getByRole('button', { name: 'Save measure' }).click();
	await expectReachableNow(daniel);
	await expectReachable(daniel, `/readings/new?measure=${learning}`, /^New reading$/);
	await daniel.getByRole('button', { name: 'Save reading' }).click();
	await expectReachableNow(daniel);
	const [reading] =
		await sql`select id from measure_readings where measure_id = ${learning} limit 1`;
	await expectReachable(daniel, `/readings/${String(reading?.id)}`, /^Reading of/);
	await expectReachable(daniel, `/readings/${String(reading?.id)}/edit`, /^Correct this reading$/);
});

test('the skip link comes first and leads to the page', async ({ phoneOf }) => {
	const aisha = await phoneOf('aisha');
	await aisha.goto('/logs');
	await expect(aisha.getByRole('heading', { name: 'Logs' })).toBeVisible();
	await aisha.keyboard.press('Tab');
	await expect(aisha.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
	await expect(aisha.getByRole('link', { name: 'Skip to main content' })).toBeInViewport();
	await aisha.keyboard.press('Enter');
	await expect(aisha.getByRole('main')).toBeFocused();
});

test('a log by keyboard alone: sent empty, mended from the list of problems, saved', async ({
	device,
	server,
	sql
}) => {
	// A new officer: no priority of an earlier log is suggested.
	const email = 'nadia@example.org';
	const { data } = await (await server.client()).auth.signUp({ email, password: PASSWORD });
	await sql`
		insert into memberships (council_id, user_id, role, locality_id)
		select council_id, ${data.user?.id ?? null}, 'officer', id from localities where name = 'Central and West'`;
	const nadia = await (await device()).newPage();
	await signIn(nadia, email);
	await startLog(nadia);
	const save = nadia.getByRole('button', { name: 'Save log' });
	await tabTo(nadia, save);
	await nadia.keyboard.press('Enter');
	await expectProblems(nadia, [
		'Select what kind of contact it was',
		'Select the ward, or say that it was city-wide or online',
		'Select the priority it serves'
	]);

	const summary = nadia.getByRole('group', { name: 'There is a problem' });
	const mend = async (problem: string, first: Locator) => {
		await tabTo(nadia, summary.getByRole('link', { name: problem }), 'Shift+Tab');
		await nadia.keyboard.press('Enter');
		await expect(first).toBeFocused();
	};
	await mend('Select the priority it serves', nadia.getByLabel('Search priorities'));
	await nadia.keyboard.type('inclusive services');
	await tabTo(nadia, nadia.getByRole('radio', { name: /^Providing inclusive services/ }));
	await nadia.keyboard.press('Space');
	await mend(
		'Select the ward, or say that it was city-wide or online',
		nadia.getByLabel('Search wards')
	);
	await nadia.keyboard.type('Carfax');
	await tabTo(nadia, nadia.getByRole('radio', { name: /^Carfax/ }));
	await nadia.keyboard.press('Space');
	await mend(
		'Select what kind of contact it was',
		nadia.getByRole('radio', { name: 'Conversation' })
	);
	await nadia.keyboard.press('ArrowRight');
	await expect(nadia.getByRole('radio', { name: 'Visit' })).toBeChecked();

	await tabTo(nadia, save);
	await nadia.keyboard.press('Enter');
	await expectSaid(nadia, 'Saved on this device. Waiting to send.');
	await expect(nadia.getByRole('heading', { name: 'Visit' })).toBeVisible();
	await expect(nadia).not.toHaveTitle(/^Error/);
});

for (const size of [
	{ width: 390, height: 844 },
	{ width: 1280, height: 800 }
])
	test(`nothing focused is hidden behind the bars at ${size.width}`, async ({ phoneOf }) => {
		const aisha = await phoneOf('aisha', { viewport: size });
		await startLog(aisha);
		await fillLog(aisha, { heard: 'Long enough a form to scroll' });

		for (const key of ['Tab', 'Shift+Tab']) {
			const stops = await tabThrough(aisha, key);
			expect(stops.length).toBeGreaterThan(40);
			expect(stops.filter(({ hidden }) => hidden)).toEqual([]);
		}
	});

/** The ids of assessments of the demonstration, one of each state. */
async function assessments(sql: Sql) {
	const rows = await sql<{ id: string; state: string }[]>`
		select distinct on (state) id, state
		from (
			select id, case when screened_out_reason <> '' then 'screened_out' else status::text end as state
			from assessments
		) as states`;
	return Object.fromEntries(rows.map(({ id, state }) => [state, id])) as Record<
		'screening' | 'screened_out' | 'full' | 'signed_off',
		string
	>;
}

/** Presses a key until an element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
	for (let presses = 0; presses < 120; presses += 1) {
		await page.keyboard.press(key);
		if (await target.evaluate((element) => element === document.activeElement)) return;
	}
	throw new Error(`${key} never reached ${String(target)}`);
}

/** Every stop of a walk through the page, and whether something lies over the middle of it. */
async function tabThrough(page: Page, key: string): Promise<{ what: string; hidden: boolean }[]> {
	const stops: { what: string; hidden: boolean }[] = [];
	await page.locator('h1').evaluate((heading) => {
		(document.activeElement as HTMLElement | null)?.blur();
		heading.scrollIntoView();
	});
	for (let presses = 0; presses < 150; presses += 1) {
		await page.keyboard.press(key);
		const stop = await page.evaluate(lookAtFocus);
		if (stop === null) break;
		stops.push(stop);
	}
	return stops;
}

/** Null where the focus has left the page. Runs in the page. */
function lookAtFocus(): { what: string; hidden: boolean } | null {
	const focused = document.activeElement;
	if (!focused || focused === document.body) return null;
	const { left, right, top, bottom } = focused.getBoundingClientRect();
	const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
	const bars = [...document.querySelectorAll('.tab-bar, .action-bar, header')];
	const bar = bars.find((bar) => over !== null && bar.contains(over));
	return {
		what: focused.id || focused.textContent.trim(),
		hidden: over === null || (bar !== undefined && !bar.contains(focused))
	};
}
