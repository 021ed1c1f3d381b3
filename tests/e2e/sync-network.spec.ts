/** A network that is slow or gone, a clock that is wrong, a session that ran out: what was saved arrives all the same. */
import {
	addLog,
	expect,
	expectUnsent,
	fillLog,
	flightMode,
	openAgain,
	people,
	saveLog,
	signIn,
	slow2G,
	startLog,
	test
} from './app';

for (const [wrong, days] of [
	['a day fast', 1],
	['a day slow', -1]
] as const)
	test(`a clock that is ${wrong} orders nothing: what arrives last stays, on the date that was given`, async ({
		device,
		phoneOf,
		sql
	}) => {
		const context = await device();
		await context.clock.install({ time: Date.now() + days * 86_400_000 });
		const aisha = await context.newPage();
		await signIn(aisha, people.aisha);
		await flightMode(aisha, true);
		await startLog(aisha);
		await fillLog(aisha, { heard: `By a clock ${wrong}`, people: '3' });
		for (const [part, value] of [
			['Day', '2'],
			['Month', '11'],
			['Year', '2026']
		] as const)
			await aisha.getByLabel(part).fill(value);
		const id = await saveLog(aisha);
		await flightMode(aisha, false);
		await expectUnsent(aisha, 0);

		const daniel = await phoneOf('daniel');
		await daniel.goto(`/logs/${id}/edit`);
		await daniel.getByLabel('How many people? (optional)').fill('5');
		await saveLog(daniel);
		const arrived = () => sql`
			select people_count, abs(extract(epoch from now() - created_at)) < 3600 as by_our_clock,
				occurred_on::text
			from engagement_logs where id = ${id}`;
		await expect
			.poll(async () => [...(await arrived())])
			.toEqual([{ people_count: 5, by_our_clock: true, occurred_on: '2026-11-02' }]);
		await expect(aisha.getByText('5', { exact: true })).toBeVisible();
	});

test('a token that ran out in flight mode is renewed, and the work goes out', async ({
	phoneOf,
	sql
}) => {
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	const id = await addLog(aisha, { heard: 'Written after the token ran out' });
	await aisha.evaluate(() => {
		const key = 'common-ground:session';
		const session = JSON.parse(localStorage.getItem(key) ?? '') as { access_token: string };
		const [header, , signature] = session.access_token.split('.');
		const access_token = [header, btoa('{"exp":1}'), signature].join('.');
		localStorage.setItem(key, JSON.stringify({ ...session, access_token, expires_at: 1 }));
	});
	const opened = await openAgain(aisha, '/sync');
	await expect(opened.getByText(/^Offline\. 1 change waits to be sent\./)).toBeVisible();
	await flightMode(opened, false);
	await expectUnsent(opened, 0);
	expect(await sql`select 1 from engagement_logs where id = ${id}`).toHaveLength(1);
});

test('every page opens again without a network, with all that is on the device', async ({
	phoneOf
}) => {
	const aisha = await phoneOf('aisha');
	const id = await addLog(aisha, { heard: 'Read again in a cellar' });
	await expectUnsent(aisha, 0);
	await flightMode(aisha, true);
	for (const path of [
		'/',
		'/logs',
		`/logs/${id}`,
		'/logs/new',
		'/actions',
		'/map',
		'/sync',
		'/more'
	]) {
		await aisha.goto(path);
		await aisha.reload();
		await expect(aisha.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(aisha.getByText(/^Loading/)).toHaveCount(0);
	}
	const opened = await openAgain(aisha, `/logs/${id}`);
	await expect(opened.getByText('Read again in a cellar')).toBeVisible();
});

test('on slow 2G a log is saved at once, and arrives', async ({ phoneOf, sql }) => {
	const aisha = await phoneOf('aisha');
	await slow2G(aisha);
	await aisha.goto('/');
	const answered = aisha.waitForResponse('**/rpc/sync_push');
	const id = await addLog(aisha, { heard: 'By the slowest network' });
	// The page of the log is there before the server has heard of it.
	expect(await sql`select 1 from engagement_logs where id = ${id}`).toHaveLength(0);
	await expectUnsent(aisha, 1);
	await answered;
	await expectUnsent(aisha, 0);
	expect(await sql`select 1 from engagement_logs where id = ${id}`).toHaveLength(1);
});
