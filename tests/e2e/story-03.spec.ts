/** Story 3: one record that the server refuses stops no other, and can be put right, saved or thrown away by itself. */
import type { Sql } from 'postgres';
import {
	addLog,
	expect,
	expectProblems,
	expectSaid,
	expectUnsent,
	fileOf,
	flightMode,
	openAgain,
	pick,
	saveLog,
	test
} from './app';
import { expectReachableNow } from './reach';

const CLOSING = 'Promoting partnership working';
const REASON = 'This priority is closed. Choose another.';

test.afterEach(({ sql }) => close(sql, null));

test('five logs wait, the second is refused: the others go, it is put right, and goes', async ({
	phoneOf,
	sql
}) => {
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	const ids: string[] = [];
	for (const number of [1, 2, 3, 4, 5])
		ids.push(
			await addLog(aisha, {
				heard: `Log number ${number}`,
				...(number === 2 && { priority: CLOSING, people: '6' })
			})
		);
	await expectUnsent(aisha, 5);
	await close(sql, 'today');
	await flightMode(aisha, false);
	await expectSaid(aisha, '4 logs sent');
	await expectUnsent(aisha, 1);
	expect(await arrived(sql, ids)).toEqual([1, 3, 4, 5]);

	await aisha.goto('/');
	await expect(aisha.getByRole('heading', { name: '1 record needs attention' })).toBeVisible();
	await aisha.goto('/sync');
	await expect(aisha.getByRole('heading', { name: 'Needs attention' })).toBeVisible();
	await expect(aisha.getByText(REASON)).toBeVisible();
	await expect(aisha.getByText('At: Priority')).toBeVisible();
	const record = aisha.getByRole('region', { name: 'Log: Conversation' });
	await expect(record.getByRole('term')).toHaveText([
		'Kind of contact',
		'Date',
		'Where',
		'Ward',
		'Priority, to put right',
		'What we heard',
		'Number of people'
	]);
	for (const value of ['Conversation', 'Blackbird Leys', CLOSING, 'Log number 2', '6'])
		await expect(record.getByText(value, { exact: true })).toBeVisible();
	await expectReachableNow(aisha);

	await aisha.getByRole('link', { name: /^Put it right/ }).click();
	await expectProblems(aisha, [REASON]);
	const priority = aisha.getByRole('group', { name: 'Which priority does it serve?' });
	await expect(priority).toHaveAccessibleDescription(new RegExp(REASON));
	await expect(aisha.getByLabel('What did you hear?')).toHaveValue('Log number 2');
	await expectReachableNow(aisha);
	await aisha.getByRole('link', { name: REASON }).press('Enter');
	await expect(aisha.getByLabel('Search priorities')).toBeFocused();
	await pick(aisha, 'Which priority does it serve?', 'Providing inclusive services');
	await saveLog(aisha);
	await expectUnsent(aisha, 0, 15_000);
	expect(await arrived(sql, ids)).toEqual([1, 2, 3, 4, 5]);
	await aisha.goto('/sync');
	await expect(aisha.getByRole('heading', { name: 'Everything is sent' })).toBeVisible();
});

test('a refused log is saved to a file without a network, sent again, and discarded', async ({
	phoneOf,
	sql
}) => {
	let aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	const id = await addLog(aisha, { heard: '=1+1, they said', priority: CLOSING, people: '6' });
	await close(sql, 'today');
	await flightMode(aisha, false);
	await aisha.goto('/sync');
	await expect(aisha.getByText(REASON)).toBeVisible();
	await flightMode(aisha, true);
	aisha = await openAgain(aisha, '/sync');

	await aisha.getByText('Save a copy', { exact: true }).click();
	const csv = await fileOf(aisha, /^For a spreadsheet \(CSV\)/);
	expect(csv.name).toMatch(/^common-ground-not-sent-\d{4}-\d\d-\d\d\.csv$/);
	const [headings, record] = csv.text.split('\r\n');
	expect(headings).toMatch(/^Record,Change,Made,Why it was not taken,Kind of contact,Date,/);
	expect(record).toMatch(/^Log: Conversation,New,/);
	expect(record).toContain(REASON);
	expect(record).toContain(`"'=1+1, they said",6,`);
	await expectSaid(aisha, 'A copy was saved to your device.');
	const json = await fileOf(aisha, /^Complete \(JSON\)/);
	expect(JSON.parse(json.text)).toMatchObject([
		{ reason: REASON, id, record: { heard: '=1+1, they said', people_count: 6 } }
	]);

	await aisha.getByRole('button', { name: /^Send again/ }).click();
	await expect(aisha.getByText('Waiting to send').first()).toBeVisible();
	await flightMode(aisha, false);
	await expect(aisha.getByText(REASON)).toBeVisible();

	await aisha.getByRole('button', { name: /^Discard/ }).press('Enter');
	await expect(aisha.getByRole('region', { name: 'Discard this log?' })).toBeFocused();
	await expectReachableNow(aisha);
	await aisha.keyboard.press('Escape');
	await expect(aisha.getByRole('button', { name: /^Discard/ })).toBeFocused();
	await aisha.keyboard.press('Enter');
	await aisha.getByRole('button', { name: 'Discard it' }).click();
	await expectSaid(aisha, 'Discarded.');
	await expect(aisha.getByRole('main')).toBeFocused();
	await expectUnsent(aisha, 0);
	expect(await arrived(sql, [id])).toEqual([]);
	await aisha.goto(`/logs/${id}`);
	await expect(aisha.getByText('This log is not on this device')).toBeVisible();
});

/** Closes the priority, as an administrator would while somebody is out of reach; or opens it again. */
async function close(sql: Sql, on: 'today' | null): Promise<void> {
	await sql`
		update objectives set closed_on = ${on === null ? null : sql`current_date`} where title = ${CLOSING}`;
}

/** Which of the logs the server has, by their place in the list, from 1. */
async function arrived(sql: Sql, ids: string[]): Promise<number[]> {
	const rows = await sql<{ id: string }[]>`select id from engagement_logs where id in ${sql(ids)}`;
	return rows.map(({ id }) => ids.indexOf(id) + 1).sort();
}
