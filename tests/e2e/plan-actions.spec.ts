/** Actions: proposed in the field, decided in the office, found again, reported on with a reason and a photo. */
import type { Page } from '@playwright/test';
import {
	expect,
	expectProblems,
	expectSaid,
	expectUnsent,
	fillLog,
	flightMode,
	PASSWORD,
	people,
	pick,
	saveLog,
	test,
	type Name
} from './app';
import { untilKept } from './on-device';
import { PIXEL } from '../fixtures/photo';
import { expectReachable, expectReachableNow } from './reach';

const SAVED = 'Saved on this device. Waiting to send.';
const PRIORITY = 'Which priority does it serve?';

const idOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';
const inList = (page: Page, title: RegExp) => page.getByRole('link', { name: title });

/** Fills a proposal and saves it on the device. Returns its id. */
async function propose(page: Page, title: string): Promise<string> {
	await page.goto('/actions');
	await page.getByRole('link', { name: 'Propose an action' }).first().click();
	await page.getByLabel('What should the council do?').fill(title);
	await pick(page, PRIORITY, 'Challenging discrimination');
	await page.getByLabel('Why is it needed? (optional)').fill('Heard at three drop-ins.');
	await page.getByRole('button', { name: 'Save proposal' }).click();
	await expectSaid(page, SAVED);
	await page.waitForURL(/\/actions\/[0-9a-f-]{36}$/);
	return idOf(page);
}

test('an officer proposes with no signal, a manager accepts, and the officer sees it', async ({
	phoneOf,
	sql
}) => {
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	await aisha.goto('/actions/new');
	await aisha.getByRole('button', { name: 'Save proposal' }).click();
	await expectProblems(aisha, ['Enter the title', 'Select the priority it serves']);
	await expectReachableNow(aisha);
	await aisha.getByLabel('What should the council do?').fill('Begun, not finished');
	await untilKept(aisha, 'Begun, not finished');
	await aisha.goto('/actions');
	await expect(aisha.getByRole('list', { name: 'Not finished' })).toContainText(
		'Propose an action'
	);

	const id = await propose(aisha, 'Light the path by the pond');
	await expect(aisha.getByRole('region', { name: 'This is a proposal' })).toContainText(
		'Proposed by you.'
	);
	await expect(aisha.getByRole('link', { name: 'Update progress' })).toHaveCount(0);
	await expect(aisha.getByRole('link', { name: 'Accept or decline' })).toHaveCount(0);
	await aisha.getByRole('link', { name: 'Change this proposal' }).click();
	await aisha.getByLabel('What should the council do?').fill('Light the path by the mill pond');
	await aisha.getByRole('button', { name: 'Save proposal' }).click();
	await expect(
		aisha.getByRole('heading', { name: 'Light the path by the mill pond' })
	).toBeVisible();
	await flightMode(aisha, false);
	await expectUnsent(aisha, 0);
	const proposal = { status: 'proposed', reference: '', title: 'Light the path by the mill pond' };
	expect(await sql`select status, reference, title from actions where id = ${id}`).toEqual([
		proposal
	]);

	const daniel = await phoneOf('daniel', { viewport: { width: 1280, height: 800 } });
	await daniel.goto('/actions?view=proposals');
	await inList(daniel, /mill pond/).click();
	await daniel.getByRole('link', { name: 'Accept or decline' }).click();
	await daniel.getByRole('button', { name: 'Save answer' }).click();
	await expectProblems(daniel, ['Select whether to accept or decline it']);
	await daniel.getByRole('radio', { name: 'Accept' }).check();
	const reference = await daniel.getByLabel('Reference').inputValue();
	expect(reference).toMatch(/^EDI-\d\d$/);
	await daniel.getByLabel('Reference').fill('EDI-01');
	await daniel.getByRole('button', { name: 'Save answer' }).click();
	await expectProblems(daniel, [
		'EDI-01 is the reference of “Review how we consult, and report back what came of it”',
		'Enter the service'
	]);
	await daniel.getByLabel('Reference').fill(reference);
	await daniel.getByLabel('Service').fill('Streetscene');
	await expectReachableNow(daniel);
	await daniel.getByRole('button', { name: 'Save answer' }).click();
	await expectSaid(daniel, SAVED);
	await expectUnsent(daniel, 0);

	await aisha.goto(`/actions/${id}`);
	await expect(aisha.getByText(reference, { exact: true })).toBeVisible();
	await expect(aisha.getByText('Not started', { exact: true })).toBeVisible();
	await expect(aisha.getByRole('listitem').filter({ hasText: 'by Daniel Hughes' })).toContainText(
		'Status: Not started'
	);
	await expect(aisha.getByRole('link', { name: 'Update progress' })).toBeVisible();
	await expect(aisha.getByRole('link', { name: /^Change this/ })).toHaveCount(0);
	expect(
		await sql`select status, reference, service, created_by is not null as kept from actions where id = ${id}`
	).toEqual([{ status: 'not_started', reference, service: 'Streetscene', kept: true }]);
});

test('a proposal is declined with a reason, which its proposer reads', async ({ phoneOf, sql }) => {
	const grace = await phoneOf('grace');
	const id = await propose(grace, 'Paint every kerb');
	await expectUnsent(grace, 0);
	const ruth = await phoneOf('ruth');
	await ruth.goto(`/actions/${id}/decide`);
	await ruth.getByRole('radio', { name: 'Decline' }).check();
	await ruth.getByRole('button', { name: 'Save answer' }).click();
	await expectProblems(ruth, ['Enter the reason']);
	await ruth.getByLabel('Why?').fill('The county looks after kerbs.');
	await ruth.getByRole('button', { name: 'Save answer' }).click();
	await expectUnsent(ruth, 0);

	await grace.goto('/actions?view=mine');
	await expect(grace.getByRole('listitem').filter({ hasText: 'Paint every kerb' })).toContainText(
		'Declined'
	);
	await inList(grace, /Paint every kerb/).click();
	await expect(grace.getByRole('region', { name: 'This proposal was declined' })).toContainText(
		'The county looks after kerbs.'
	);
	await expectReachableNow(grace);
	await expect(grace.getByRole('button', { name: 'Withdraw proposal' })).toHaveCount(0);
	expect(await sql`select status, decision from actions where id = ${id}`).toEqual([
		{ status: 'declined', decision: 'The county looks after kerbs.' }
	]);
});

test('an officer does not decide, whatever they send', async ({ phoneOf, server, sql }) => {
	const [proposal] = await sql<{ id: string }[]>`
		select id from actions where title like 'Repair the lighting%'`;
	const aisha = await phoneOf('aisha');
	await aisha.goto(`/actions/${proposal?.id}/decide`);
	await expect(aisha.getByText('A manager or an administrator answers proposals')).toBeVisible();
	const accept = async (name: Name) => {
		const client = await server.client();
		await client.auth.signInWithPassword({ email: people[name], password: PASSWORD });
		const { data } = await client.rpc('sync_push', {
			client_id: crypto.randomUUID(),
			mutations: [
				{
					mid: 1,
					table: 'actions',
					op: 'update',
					id: proposal?.id,
					set: { status: 'not_started', reference: 'EDI-99' },
					base: {}
				}
			]
		});
		return (data as { verdicts: { verdict: string; code?: string; column?: string }[] })
			.verdicts[0];
	};
	// Her own, and somebody else's.
	expect(await accept('aisha')).toMatchObject({ code: 'not_allowed', column: 'status' });
	expect(await accept('grace')).toMatchObject({ code: 'not_allowed' });
	expect(await accept('councillor')).toMatchObject({ code: 'not_found' });
	expect(await sql`select status from actions where id = ${proposal?.id ?? null}`).toEqual([
		{ status: 'proposed' }
	]);
});

test('the list: mine, what has no evidence, and filters that the address keeps', async ({
	phoneOf,
	sql
}) => {
	const [unseen] = await sql<{ reference: string }[]>`
		select reference from actions
		where status = 'in_progress' and plan_id in (select id from plans where status = 'current')
			and not exists (
				select from engagement_logs where action_id = actions.id and occurred_on > current_date - 100
			)
			and not exists (select from assessments where action_id = actions.id)
		order by position limit 1`;
	const quiet = new RegExp(`^${unseen?.reference} `);
	const aisha = await phoneOf('aisha');
	await expectReachable(aisha, '/actions?view=mine', /^Actions$/);
	await expect(inList(aisha, /^EDI-05 /)).toBeVisible();
	await expect(inList(aisha, /^EDI-11 /)).toHaveCount(0);
	await expect(inList(aisha, /Repair the lighting/)).toBeVisible();

	await aisha.getByRole('link', { name: /^No evidence in 90 days/ }).click();
	await expect(
		aisha.getByText('Counted from the logs on this device: those of your localities')
	).toBeVisible();
	await expect(inList(aisha, /^EDI-30 /), 'what is done is not chased').toHaveCount(0);
	await inList(aisha, quiet).click();
	await aisha.getByRole('link', { name: 'Log work on this action' }).click();
	await fillLog(aisha, { heard: 'A room was found' });
	await saveLog(aisha);
	await aisha.goto('/actions?view=quiet');
	await expect(inList(aisha, /^EDI-/).first()).toBeVisible();
	await expect(inList(aisha, quiet)).toHaveCount(0);

	await aisha.goto('/actions');
	await aisha.getByText('Filter', { exact: true }).click();
	await aisha.getByLabel('RAG rating').selectOption('Red');
	await aisha.getByLabel('Search actions').fill('burial');
	await expect(aisha).toHaveURL('/actions?rag=red&text=burial');
	await aisha.reload();
	await expect(aisha.getByText('1 action', { exact: true })).toBeVisible();
	await expect(inList(aisha, /^EDI-11 /)).toBeVisible();
	await aisha.getByLabel('Search actions').fill('nothing like it');
	await expect(aisha.getByText('No action matches')).toBeVisible();
});

test('red, with a reason and a photo, all of it with no signal', async ({ phoneOf, sql }) => {
	const [action] = await sql<{ id: string }[]>`
		select id from actions where reference = 'EDI-07'`;
	const id = action?.id ?? '';
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	await aisha.goto(`/actions/${id}/progress`);
	await expect(aisha.getByLabel('Why this rating?')).toHaveCount(0);
	await aisha.getByRole('radio', { name: 'Red', exact: true }).check();
	await aisha.getByLabel('Why this rating? (optional)').fill('The hall is shut.');
	await aisha.getByLabel('Add a photo').setInputFiles(PIXEL);
	await aisha.getByLabel('What does photo 1 show? (optional)').fill('A locked door');
	await expectReachableNow(aisha);
	await aisha.getByRole('button', { name: 'Save progress' }).click();
	await expectSaid(aisha, SAVED);
	await expect(aisha.getByText('The hall is shut.')).toBeVisible();
	await expect(aisha.getByRole('img', { name: 'A locked door' })).toBeVisible();
	await flightMode(aisha, false);
	await expectUnsent(aisha, 0, 15_000);

	const tom = await phoneOf('tom');
	await tom.goto(`/actions/${id}`);
	await expect(tom.getByRole('img', { name: 'A locked door' })).toBeVisible();
	const report = tom.getByRole('listitem').filter({ hasText: 'by Aisha Rahman' });
	await expect(report.getByText('RAG rating: Red')).toBeVisible();
	await expect(report.getByText('Why this rating: The hall is shut.')).toBeVisible();
	await expectReachableNow(tom);
	expect(await sql`select rag, rag_reason from actions where id = ${id}`).toEqual([
		{ rag: 'red', rag_reason: 'The hall is shut.' }
	]);
	expect(await sql`select table_name, description from attachments where row_id = ${id}`).toEqual([
		{ table_name: 'actions', description: 'A locked door' }
	]);
});

test('a manager adds an action with a rule and partners, changes it, and deletes it', async ({
	phoneOf,
	sql
}) => {
	const daniel = await phoneOf('daniel');
	await flightMode(daniel, true);
	await daniel.goto('/actions/new');
	await daniel.getByLabel('Title').fill('Answer every report of a broken lift');
	await pick(daniel, PRIORITY, 'Ensuring no one is left behind');
	await daniel.getByLabel('Service', { exact: true }).fill('Landlord Services');
	await pick(daniel, 'Who is responsible? (optional)', 'Tom Pryce');
	await daniel.getByText('A deadline that is not one date').click();
	await daniel.getByLabel('Working days (optional)').fill('0');
	await daniel.getByText('Partners, programmes and further priorities').click();
	await daniel.getByLabel('Search organisations').fill('wheels');
	await daniel.getByRole('checkbox', { name: 'Wheels for All' }).check();
	await daniel.getByRole('checkbox', { name: 'Youth Ambition' }).check();
	await daniel.getByLabel('Another programme (optional)').fill('Step Free');
	await daniel.getByLabel('Search priorities').nth(1).fill('crisis');
	await daniel.getByRole('checkbox', { name: 'Focus on crisis prevention' }).check();
	await daniel.getByRole('button', { name: 'Save action' }).click();
	await expectProblems(daniel, ['The number of working days must be 1 or more']);
	await expectReachableNow(daniel);
	await daniel.getByLabel('Working days (optional)').fill('2');
	await daniel.getByRole('button', { name: 'Save action' }).click();
	await daniel.waitForURL(/\/actions\/[0-9a-f-]{36}$/);
	const id = idOf(daniel);
	await expect(daniel.getByText(/^Within 2 working days: what is reported today/)).toBeVisible();
	await flightMode(daniel, false);
	await expectUnsent(daniel, 0, 15_000);
	expect(
		await sql`
			select status, due_working_days, programmes, position,
				(select full_name from profiles where user_id = owner_id) as owner,
				(select name from organisations where id = any (partner_ids)) as partner,
				(select title from objectives where id = any (further_objective_ids)) as also
			from actions where id = ${id}`
	).toMatchObject([
		{
			status: 'not_started',
			due_working_days: 2,
			programmes: ['Youth Ambition', 'Step Free'],
			owner: 'Tom Pryce',
			partner: 'Wheels for All',
			also: 'Focus on crisis prevention'
		}
	]);

	await daniel.getByRole('link', { name: 'Change this action' }).click();
	await daniel.getByLabel('Day', { exact: true }).fill('31');
	await daniel.getByLabel('Month').fill('March');
	await daniel.getByLabel('Year').fill('2027');
	await daniel.getByRole('button', { name: 'Save action' }).click();
	await expect(daniel.getByText('Due 31 March 2027')).toBeVisible();
	await expectUnsent(daniel, 0);

	const tom = await phoneOf('tom');
	await tom.goto('/actions?view=mine');
	await expect(inList(tom, /broken lift/)).toBeVisible();
	await expect(tom.getByText(/Landlord Services\. Tom Pryce\..*Due 31 March 2027/)).toBeVisible();

	await daniel.getByRole('button', { name: 'Delete action' }).click();
	await expectReachableNow(daniel);
	await daniel
		.getByRole('region', { name: 'Delete this action?' })
		.getByRole('button', { name: 'Delete action' })
		.click();
	await expectSaid(daniel, 'Action deleted.');
	await expectUnsent(daniel, 0);
	await expect(inList(tom, /broken lift/)).toHaveCount(0);
	const [gone] = await sql`select deleted_at is not null as gone from actions where id = ${id}`;
	expect(gone).toEqual({ gone: true });
});
