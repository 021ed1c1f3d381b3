/** Networks: whose business each is, what came up there, and what is typed wrong. */
import type { Sql } from 'postgres';
import { expect, expectProblems, expectSaid, expectUnsent, flightMode, pick, test } from './app';
import { expectReachable } from './reach';

const idOf = async (sql: Sql, name: string) =>
	(await sql<{ id: string }[]>`select id from networks where name = ${name}`)[0]?.id ?? '';

test('an officer reads that a staff network exists, and nothing of what it does', async ({
	phoneOf,
	sql
}) => {
	const tom = await phoneOf('tom');
	await tom.goto('/networks');
	await tom.getByRole('link', { name: 'Disability network' }).click();
	await expect(tom.getByText('HR business partner')).toBeVisible();
	await expect(
		tom.getByText('What a staff network does is for its champions and for managers.')
	).toBeVisible();
	await expect(tom.getByRole('link', { name: 'Log an activity' })).toHaveCount(0);
	const [activity] = await sql`
		select id from network_activities where network_id = ${await idOf(sql, 'Disability network')}`;
	await tom.goto(`/networks/activities/${String(activity?.id)}`);
	await expect(
		tom.getByRole('heading', { name: 'This activity is not on this device' })
	).toBeVisible();

	await tom.goto('/networks');
	await tom.getByRole('link', { name: 'Multi-faith forum' }).click();
	await expect(tom.getByRole('link', { name: 'Interfaith week walk' })).toBeVisible();
});

test('a forum’s meeting with a decision and an action point, offline', async ({ phoneOf, sql }) => {
	const tom = await phoneOf('tom');
	await flightMode(tom, true);
	await tom.goto('/networks');
	await tom.getByRole('link', { name: 'Multi-faith forum' }).click();
	await tom.getByRole('link', { name: 'Log an activity' }).click();
	await tom.getByRole('button', { name: 'Save activity' }).click();
	await expectProblems(tom, ['Select what kind of activity it is', 'Enter what it was called']);
	await tom.getByRole('radio', { name: 'Meeting', exact: true }).check();
	await tom.getByLabel('What was it called?').fill('Special meeting');
	await tom.getByLabel('How many people came? (optional)').fill('a dozen');
	await tom.getByRole('button', { name: 'Save activity' }).click();
	await expectProblems(tom, ['The number of people who came must be a whole number, like 15']);
	await tom.getByLabel('How many people came? (optional)').fill('12');
	await tom.getByRole('button', { name: 'Save activity' }).click();
	await expect(tom.getByRole('heading', { level: 1, name: 'Special meeting' })).toBeVisible();

	await tom.getByRole('link', { name: 'Add what came up' }).click();
	await tom.getByRole('radio', { name: 'Decision', exact: true }).check();
	await tom.getByLabel('What came up?').fill('We meet at the Town Hall.');
	await expect(tom.getByRole('checkbox', { name: 'Propose it as an action' })).toHaveCount(0);
	await tom.getByRole('button', { name: 'Save', exact: true }).click();
	await tom.getByRole('link', { name: 'Add what came up' }).click();
	await tom.getByRole('radio', { name: 'Action point', exact: true }).check();
	await tom.getByRole('button', { name: 'Save', exact: true }).click();
	await expectProblems(tom, ['Enter what came up']);
	await tom.getByLabel('What came up?').fill('Book the long room.');
	await tom.getByRole('button', { name: 'Save', exact: true }).click();
	await expectUnsent(tom, 3);
	await flightMode(tom, false);
	await expectUnsent(tom, 0);

	const points = sql`
		select point.kind, point.status, point.scope = 'council:' || point.council_id as open
		from network_points as point join network_activities as activity on activity.id = activity_id
		where title = 'Special meeting' order by point.kind`;
	expect(await points).toMatchObject([
		{ kind: 'decision', status: 'settled', open: true },
		{ kind: 'action_point', status: 'open', open: true }
	]);

	// Done: the action point is settled, with what came of it.
	await tom.getByRole('link', { name: 'Book the long room.' }).click();
	await tom.getByRole('link', { name: 'Change', exact: true }).click();
	await tom.getByRole('radio', { name: 'Settled', exact: true }).check();
	await tom.getByLabel('What came of it? (optional)').fill('Booked until June.');
	await tom.getByRole('button', { name: 'Save', exact: true }).click();
	await expectUnsent(tom, 0);
	const [settled] = await sql`
		select status, answer from network_points where what = 'Book the long room.'`;
	expect(settled).toEqual({ status: 'settled', answer: 'Booked until June.' });
});

test('a manager plans a training, counts members, and keeps a network', async ({
	phoneOf,
	sql
}) => {
	test.setTimeout(120_000);
	const daniel = await phoneOf('daniel');
	await expectReachable(daniel, '/networks/new', /^Add a network$/);
	await daniel.getByRole('button', { name: 'Save network' }).click();
	await expectProblems(daniel, [
		'Enter the name of the network',
		'Select what kind of network it is',
		'Select what it serves in the plan'
	]);
	await daniel.getByLabel('Name', { exact: true }).fill('Carers network');
	await daniel.getByRole('radio', { name: 'Staff network', exact: true }).check();
	await daniel.getByLabel('Who is it for?').selectOption('Carers');
	await pick(daniel, 'Which priority do its activities serve?', 'Empower staff');
	await daniel.getByRole('button', { name: 'Save network' }).click();
	await expect(daniel.getByRole('heading', { level: 1, name: 'Carers network' })).toBeVisible();

	await daniel.getByRole('link', { name: 'Count members' }).click();
	await daniel.getByLabel('How many people belong to it?').fill('17');
	await daniel.getByRole('button', { name: 'Save count' }).click();
	await expect(daniel.getByRole('link', { name: '17 members' })).toBeVisible();

	await daniel.getByRole('link', { name: 'Log an activity' }).click();
	await daniel.getByRole('radio', { name: 'Training', exact: true }).check();
	await daniel.getByLabel('What was it called?').fill('Flexible working for managers');
	await daniel.getByLabel('How many finished the training? (optional)').fill('30');
	await daniel.getByLabel('How many people is it meant for? (optional)').fill('20');
	await daniel.getByRole('button', { name: 'Save activity' }).click();
	await expectProblems(daniel, ['More people finished than it is meant for']);
	await daniel.getByLabel('How many people is it meant for? (optional)').fill('40');
	await daniel.getByRole('button', { name: 'Save activity' }).click();
	await expect(
		daniel.getByRole('heading', { level: 1, name: 'Flexible working for managers' })
	).toBeVisible();
	await expectUnsent(daniel, 0);
	const [made] = await sql`
		select members, completions, headcount, network_activities.scope = 'network:' || networks.id as is_its_own
		from networks
		join network_snapshots on network_snapshots.network_id = networks.id
		join network_activities on network_activities.network_id = networks.id
		where name = 'Carers network'`;
	expect(made).toEqual({ members: 17, completions: 30, headcount: 40, is_its_own: true });

	await daniel.getByRole('button', { name: 'Delete' }).click();
	await daniel.getByRole('button', { name: 'Delete activity' }).click();
	await expectSaid(daniel, 'Activity deleted.');
	await daniel.getByRole('button', { name: 'Delete network' }).click();
	await expect(daniel.getByRole('heading', { name: 'Delete this network?' })).toBeVisible();
	await daniel.getByRole('button', { name: 'Delete network' }).click();
	await expectSaid(daniel, 'Network deleted.');
	await expectUnsent(daniel, 0);
	expect(
		await sql`select from networks where name = 'Carers network' and deleted_at is null`
	).toEqual([]);
});
