/** Story 12: a champion logs what her network did, offline and in a minute; what was raised reaches the steering group. */
import { expect, expectSaid, expectUnsent, flightMode, test } from './app';
import { expectReachableNow } from './reach';

const TITLE = 'Disability History Month launch';
const LIFT = 'Lift at St Aldate’s entrance is out of order';

test('Grace logs a launch; the lift becomes a proposal and is in the pack for 2 December', async ({
	phoneOf,
	sql
}) => {
	const grace = await phoneOf('grace');
	await flightMode(grace, true);
	await grace.goto('/');
	await expect(grace.getByRole('heading', { name: 'My network' })).toBeVisible();
	await grace.getByRole('link', { name: 'Log an activity' }).click();

	await grace.getByRole('radio', { name: 'Campaign', exact: true }).check();
	await grace.getByLabel('What was it called?').fill(TITLE);
	await grace.getByLabel('Day', { exact: true }).fill('18');
	await grace.getByLabel('Month', { exact: true }).fill('11');
	await grace.getByLabel('Year', { exact: true }).fill('2026');
	await grace.getByLabel('How many people came? (optional)').fill('23');
	await grace.getByLabel('Was an issue raised? (optional)').fill(LIFT);
	await expect(
		grace.getByRole('checkbox', { name: 'Propose it to the steering group as an action' })
	).toBeChecked();
	await grace.getByRole('button', { name: 'Save activity' }).click();

	await expect(grace.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
	await expect(grace.getByRole('link', { name: LIFT })).toBeVisible();
	await expectUnsent(grace, 3);
	await flightMode(grace, false);
	await expectUnsent(grace, 0);

	const [row] = await sql`
		select activity.held_on::text, activity.attendance, activity.scope = 'network:' || network.id as is_its_own,
			network.name, point.to_steering, action.status, action.title, action.description,
			action.scope = 'council:' || action.council_id as is_the_councils
		from network_activities as activity
		join networks as network on network.id = activity.network_id
		join network_points as point on point.activity_id = activity.id
		join actions as action on action.id = point.action_id
		where activity.title = ${TITLE}`;
	expect(row).toEqual({
		held_on: '2026-11-18',
		attendance: 23,
		is_its_own: true,
		name: 'Disability network',
		to_steering: true,
		status: 'proposed',
		title: LIFT,
		description: `Raised by Disability network: ${TITLE}, 18 November 2026.`,
		is_the_councils: true
	});

	const ruth = await phoneOf('ruth', { viewport: { width: 1280, height: 800 } });
	await ruth.goto('/networks');
	await ruth.getByRole('link', { name: 'Equalities Steering Group' }).click();
	await ruth.getByRole('link', { name: 'Make the next pack' }).click();
	await ruth.getByLabel('Day', { exact: true }).fill('2');
	await ruth.getByLabel('Month', { exact: true }).fill('12');
	await ruth.getByLabel('Year', { exact: true }).fill('2026');
	await expect(
		ruth.getByRole('heading', { name: 'Steering pack for 2 December 2026' })
	).toBeVisible();
	const raised = ruth.getByRole('region', { name: /^New issues raised/ });
	const line = raised.getByRole('listitem').filter({ hasText: LIFT });
	await expect(line).toContainText('Disability network');
	await expect(line).toContainText(`${TITLE}, 18 November 2026`);
	await expect(line).toContainText(`Proposed: ${LIFT}`);
	await expectReachableNow(ruth);
	await ruth.setViewportSize({ width: 1280, height: 800 });
	await ruth.getByRole('button', { name: 'Keep this pack' }).click();
	await expectSaid(ruth, 'Pack kept on this device. Waiting to send.');
	await expect(ruth).toHaveURL(/\/networks\/packs\/[0-9a-f-]{36}$/);
	await expectUnsent(ruth, 0);

	// What becomes of the lift later changes nothing in the papers of that meeting.
	await sql`
		update network_points set status = 'settled', what = 'The lift runs again'
		where what = ${LIFT}`;
	await grace.goto('/networks');
	await grace.getByRole('link', { name: 'Equalities Steering Group' }).click();
	await grace.getByRole('link', { name: 'Meeting on 2 December 2026' }).click();
	await expect(grace.getByRole('listitem').filter({ hasText: LIFT })).toBeVisible();
	await expect(grace.getByRole('button', { name: 'Delete' })).toHaveCount(0);
	await expectReachableNow(grace);

	await sql`update steering_packs set deleted_at = now()`;
});

test('no table of a network has room for a member’s name', async ({ sql }) => {
	const columns = await sql<{ column_name: string }[]>`
		select column_name from information_schema.columns
		where table_schema = 'public'
			and table_name in ('networks', 'network_snapshots', 'network_activities', 'network_points')
			and column_name ~ 'user|person|profile|member|email|attendee'`;
	expect(columns.map(({ column_name }) => column_name)).toEqual(['members']);
	const [members] = await sql`
		select data_type from information_schema.columns
		where table_name = 'network_snapshots' and column_name = 'members'`;
	expect(members?.data_type).toBe('integer');
});
