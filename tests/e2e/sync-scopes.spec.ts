/** What a person may hold changes while their phone is away: the records follow, and unsent work stays and is explained. */
import type { Page } from '@playwright/test';
import type { Sql } from 'postgres';
import { addLog, expect, expectUnsent, flightMode, keptHere, people, saveLog, test } from './app';

test('a role that is taken away takes its records along, but no unsent work; given back, all is here again', async ({
	phoneOf,
	sql
}) => {
	const aisha = await phoneOf('aisha');
	const sent = await addLog(aisha, { heard: 'Sent while it was my job' });
	await expectUnsent(aisha, 0);
	await flightMode(aisha, true);
	const unsent = await addLog(aisha, { heard: 'Written while it was my job' });
	const role = await sql`
		update memberships set deleted_at = now()
		where user_id = (select id from auth.users where email = ${people.aisha}) and deleted_at is null
		returning id`;
	try {
		await flightMode(aisha, false);
		await aisha.goto('/sync');
		await expect(aisha.getByRole('heading', { name: 'Needs attention' })).toBeVisible();
		await expect(aisha.getByText('You do not have permission to make this change.')).toBeVisible();
		await expect(aisha.getByText('Written while it was my job')).toBeVisible();
		await expectUnsent(aisha, 1);
		await expectLogs(aisha, sql, 'aisha', 1);
		await aisha.goto(`/logs/${sent}`);
		await expect(aisha.getByText('This log is not on this device')).toBeVisible();
		await aisha.goto('/');
		await expect(aisha.getByText('You are not part of a council yet')).toBeVisible();
		await expect(aisha.getByRole('heading', { name: '1 record needs attention' })).toBeVisible();
	} finally {
		await sql`update memberships set deleted_at = null where id in ${sql(role.map(({ id }) => id as string))}`;
	}
	await aisha.goto('/sync');
	await aisha.getByRole('button', { name: /^Send again/ }).click();
	await expectUnsent(aisha, 0);
	await expectLogs(aisha, sql, 'aisha');
	await aisha.goto(`/logs/${sent}`);
	await expect(aisha.getByText('Sent while it was my job')).toBeVisible();
	await aisha.goto(`/logs/${unsent}`);
	await expect(aisha.getByText('Written while it was my job')).toBeVisible();
	expect(await authorsOf(sql, unsent)).toEqual(['Aisha Rahman']);
});

test('a ward that moves takes its logs to the other phone; a correction that was on its way stays with its author', async ({
	phoneOf,
	sql
}) => {
	const [aisha, tom] = [await phoneOf('aisha'), await phoneOf('tom')];
	const id = await addLog(aisha, { ward: 'Cowley', heard: 'As it was sent' });
	await expectUnsent(aisha, 0);
	await flightMode(aisha, true);
	await aisha.getByRole('link', { name: 'Correct' }).click();
	await aisha.getByLabel('What did you hear?').fill('As it was corrected offline');
	await saveLog(aisha);
	const [cowley] = await sql`select id, locality_id from areas where name = 'Cowley'`;
	const moveTo = (locality: unknown) =>
		sql`update areas set locality_id = ${locality as string} where id = ${cowley?.id as string}`;
	const [tomsOwn] = await sql`
		select locality_id from memberships join auth.users on users.id = user_id
		where email = ${people.tom} and locality_id is not null`;
	await moveTo(tomsOwn?.locality_id);
	try {
		await tom.goto('/sync');
		await tom.getByRole('button', { name: 'Sync now' }).click();
		await expectLogs(tom, sql, 'tom');
		await tom.goto(`/logs/${id}`);
		await expect(tom.getByText('As it was sent')).toBeVisible();

		await flightMode(aisha, false);
		await aisha.goto('/sync');
		await expect(aisha.getByRole('heading', { name: 'Needs attention' })).toBeVisible();
		await expect(
			aisha.getByText('The record is no longer there, or is no longer yours to change.')
		).toBeVisible();
		await expect(aisha.getByText('As it was corrected offline')).toBeVisible();
		await expectLogs(aisha, sql, 'aisha', 1);
	} finally {
		await moveTo(cowley?.locality_id);
	}
	await aisha.getByRole('button', { name: /^Send again/ }).click();
	await expectUnsent(aisha, 0);
	await expectLogs(aisha, sql, 'aisha');
	await aisha.goto(`/logs/${id}`);
	await expect(aisha.getByText('As it was corrected offline', { exact: true })).toBeVisible();
	await tom.goto('/sync');
	await tom.getByRole('button', { name: 'Sync now' }).click();
	await expectLogs(tom, sql, 'tom');
	await tom.goto(`/logs/${id}`);
	await expect(tom.getByText('This log is not on this device')).toBeVisible();
});

for (const [event, happen] of [
	['a new epoch', (sql: Sql) => sql`select private.restart_sync()`],
	['a purge', (sql: Sql) => sql`select private.purge('0')`]
] as const)
	test(`${event} while a phone is away: it reads everything again, and sends what it had`, async ({
		phoneOf,
		sql
	}) => {
		const aisha = await phoneOf('aisha');
		const gone = await addLog(aisha, { heard: `Deleted before ${event}` });
		const corrected = await addLog(aisha, { heard: `To be corrected during ${event}` });
		await expectUnsent(aisha, 0);
		await flightMode(aisha, true);
		const added = await addLog(aisha, { heard: `Added during ${event}` });
		await aisha.goto(`/logs/${corrected}/edit`);
		await aisha.getByLabel('What did you hear?').fill(`Corrected during ${event}`);
		await saveLog(aisha);
		await sql`update engagement_logs set deleted_at = now() where id = ${gone}`;
		await happen(sql);

		await flightMode(aisha, false);
		await expectUnsent(aisha, 0);
		await aisha.goto('/sync');
		await expect(aisha.getByText(/Everything is sent\. Last updated/)).toBeVisible();
		await expectLogs(aisha, sql, 'aisha');
		await aisha.goto(`/logs/${gone}`);
		await expect(aisha.getByText('This log is not on this device')).toBeVisible();
		for (const [id, heard] of [
			[added, `Added during ${event}`],
			[corrected, `Corrected during ${event}`]
		] as const) {
			await aisha.goto(`/logs/${id}`);
			await expect(aisha.getByText(heard, { exact: true })).toBeVisible();
			expect(await sql`select id from engagement_logs where heard = ${heard}`).toEqual([{ id }]);
		}
	});

/**
 * The sync page counts as many logs on the device as the person may hold.
 * @param unsent logs that are there only because their changes are not sent
 */
async function expectLogs(
	page: Page,
	sql: Sql,
	name: keyof typeof people,
	unsent = 0
): Promise<void> {
	const [row] = await sql`
		select count(distinct logs.id)::int as logs from engagement_logs logs
		join auth.users on users.email = ${people[name]}
		left join memberships on memberships.user_id = users.id and memberships.deleted_at is null
		where logs.deleted_at is null and logs.scope in (
			'user:' || users.id, 'council:' || memberships.council_id, 'locality:' || memberships.locality_id)`;
	const count = (row?.logs as number) + unsent;
	await expect(keptHere(page)).toHaveText(new RegExp(`^${count.toLocaleString('en-GB')} logs?\\b`));
}

async function authorsOf(sql: Sql, id: string): Promise<string[]> {
	const rows = await sql`
		select full_name from engagement_logs join profiles on user_id = engagement_logs.created_by
		where engagement_logs.id = ${id}`;
	return rows.map(({ full_name }) => full_name as string);
}
