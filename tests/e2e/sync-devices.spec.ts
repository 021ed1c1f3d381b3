/** One person in several places at once: tabs of one device, two devices, and a tab that somebody else takes over. */
import type { Sql } from 'postgres';
import {
	addLog,
	enterPassword,
	expect,
	expectUnsent,
	flightMode,
	openAgain,
	people,
	saveLog,
	signIn,
	test
} from './app';

test('two tabs write, together and apart, online and offline: everything arrives once', async ({
	phoneOf,
	sql
}) => {
	const first = await phoneOf('aisha');
	const second = await first.context().newPage();
	await second.goto('/');
	const heard = (what: string) => `In two tabs, ${what}`;
	await flightMode(first, true);
	await Promise.all([
		addLog(first, { heard: heard('offline in the first') }),
		addLog(second, { heard: heard('offline in the second') })
	]);
	// Each tab knows of the other's work without a network.
	for (const tab of [first, second]) await expectUnsent(tab, 2);
	await first.close();
	const again = await second.context().newPage();
	await again.goto('/logs');
	await expect(again.getByText(heard('offline in the first'))).toBeVisible();

	// Both come back at the same moment, and go on writing.
	await flightMode(second, false);
	await Promise.all([
		addLog(again, { heard: heard('online in the first') }),
		addLog(second, { heard: heard('online in the second') })
	]);
	for (const tab of [again, second]) await expectUnsent(tab, 0);
	expect(await heardLike(sql, heard('%'))).toEqual(
		[
			'offline in the first',
			'offline in the second',
			'online in the first',
			'online in the second'
		].map(heard)
	);
});

test('a record that one tab corrects is the one that the other goes on with', async ({
	phoneOf,
	sql
}) => {
	const first = await phoneOf('aisha');
	const id = await addLog(first, { heard: 'Before both tabs', people: '3' });
	await expectUnsent(first, 0);
	await flightMode(first, true);
	const second = await first.context().newPage();
	for (const tab of [first, second]) await tab.goto(`/logs/${id}/edit`);
	await first.getByLabel('What did you hear?').fill('Corrected in the first tab');
	await second.getByLabel('How many people? (optional)').fill('8');
	await saveLog(first);
	await saveLog(second);
	for (const tab of [first, second])
		await expect(tab.getByText('Corrected in the first tab')).toBeVisible();
	await flightMode(first, false);
	for (const tab of [first, second]) await expectUnsent(tab, 0);
	expect(await sql`select heard, people_count from engagement_logs where id = ${id}`).toEqual([
		{ heard: 'Corrected in the first tab', people_count: 8 }
	]);
});

test('somebody else signs in in another tab: what waits in the first is not sent in their name', async ({
	phoneOf,
	sql
}) => {
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	const id = await addLog(aisha, { heard: 'Aisha’s, in the first tab' });
	const tom = await aisha.context().newPage();
	await tom.goto('/sign-in');
	await expect(tom.getByLabel('Email address')).toBeVisible();
	// Aisha's tab comes to the network only when the session is Tom's.
	await aisha.route('**/rpc/sync_*', (route) => route.abort());
	await flightMode(aisha, false);
	await signIn(tom, people.tom);
	await aisha.unroute('**/rpc/sync_*');
	const his = await addLog(tom, { ward: 'Summertown', heard: 'Tom’s, in the second tab' });
	await expectUnsent(tom, 0);
	await aisha.bringToFront();
	await aisha.getByRole('link', { name: /^Sync/ }).click();
	await aisha.getByRole('button', { name: 'Sync now' }).click();
	await expect(aisha.getByText(/^Sign in again to send\. 1 change waits/)).toBeVisible();
	await expectUnsent(aisha, 1);
	expect(await heardLike(sql, '%, in the % tab')).toEqual(['Tom’s, in the second tab']);

	await aisha.getByRole('link', { name: 'Sign in again', exact: true }).click();
	await enterPassword(aisha, people.aisha);
	await expectUnsent(aisha, 0);
	const authors = await sql`
		select full_name from engagement_logs join profiles on user_id = engagement_logs.created_by
		where engagement_logs.id in ${sql([id, his])} order by full_name`;
	expect(authors).toEqual([{ full_name: 'Aisha Rahman' }, { full_name: 'Tom Pryce' }]);
});

test('two devices of one person: each has what the other wrote, and nothing twice', async ({
	phoneOf,
	sql
}) => {
	const phone = await phoneOf('aisha');
	const tablet = await phoneOf('aisha');
	const shared = await addLog(phone, { heard: 'On both devices', people: '1' });
	await expectUnsent(phone, 0);
	await tablet.goto(`/logs/${shared}`);
	await expect(tablet.getByText('On both devices')).toBeVisible();
	for (const device of [phone, tablet]) await flightMode(device, true);
	await phone.goto(`/logs/${shared}/edit`);
	await phone.getByLabel('What did you hear?').fill('On both devices, corrected on the phone');
	await saveLog(phone);
	await tablet.goto(`/logs/${shared}/edit`);
	await tablet.getByLabel('How many people? (optional)').fill('9');
	await saveLog(tablet);
	const own = [
		await addLog(phone, { heard: 'Only on the phone' }),
		await addLog(tablet, { heard: 'Only on the tablet' })
	];
	for (const device of [phone, tablet]) await expectUnsent(device, 2);
	await Promise.all([phone, tablet].map((device) => flightMode(device, false)));
	for (const device of [phone, tablet]) await expectUnsent(device, 0);

	expect(await sql`select heard, people_count from engagement_logs where id = ${shared}`).toEqual([
		{ heard: 'On both devices, corrected on the phone', people_count: 9 }
	]);
	expect(await heardLike(sql, 'Only on the %')).toEqual([
		'Only on the phone',
		'Only on the tablet'
	]);
	for (const device of [phone, tablet]) {
		const opened = await openAgain(device, `/logs/${shared}`);
		await expect(
			opened.getByText('On both devices, corrected on the phone', { exact: true })
		).toBeVisible();
		await expect(opened.getByText('9', { exact: true })).toBeVisible();
		for (const id of own) {
			await opened.goto(`/logs/${id}`);
			await expect(opened.getByText(/^Only on the /)).toBeVisible();
		}
	}
});

/** What the logs on the server say that say something like it, each as often as it is there. */
async function heardLike(sql: Sql, pattern: string): Promise<string[]> {
	const rows =
		await sql`select heard from engagement_logs where heard like ${pattern} order by heard`;
	return rows.map(({ heard }) => heard as string);
}
