/** Assessments: begun in the field, done in the office, signed off by whoever may, and standing from then on. */
import type { Page } from '@playwright/test';
import {
	addLog,
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
	startLog,
	test,
	type Name,
	openSection
} from './app';
import { expectReachableNow } from './reach';

const SAVED = 'Saved on this device. Waiting to send.';
const PROTECTED = [
	...['Age', 'Disability', 'Gender reassignment', 'Marriage and civil partnership'],
	...['Pregnancy and maternity', 'Race', 'Religion or belief', 'Sex', 'Sexual orientation']
];

/** Fills what every assessment begins with, and saves it. Returns its id. */
async function start(page: Page, title: string): Promise<string> {
	await page.goto('/assessments');
	await page.getByRole('link', { name: 'Start an assessment' }).click();
	await page.getByRole('radio', { name: 'Equality impact assessment' }).check();
	await page.getByLabel('Title').fill(title);
	await page.getByLabel('Search services').fill('Leisure');
	await page.getByRole('radio', { name: 'Leisure', exact: true }).check();
	await page.getByRole('radio', { name: 'Change of a service' }).check();
	await page.getByLabel('What would change? (optional)').fill('The pool would close on Mondays.');
	await page.getByRole('button', { name: 'Save assessment' }).click();
	await expectSaid(page, SAVED);
	await page.waitForURL(/\/assessments\/[0-9a-f-]{36}$/);
	return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Opens one of an assessment's forms from its page. */
async function change(page: Page, what: string): Promise<void> {
	await page.getByRole('link', { name: `Change ${what}` }).click();
}

async function choose(page: Page, group: string, impact: string): Promise<void> {
	await page
		.getByRole('group', { name: group, exact: true })
		.getByRole('radio', { name: impact })
		.check();
}

/** Says of every protected characteristic that the change is neutral, but for those given. */
async function considerAll(page: Page, impacts: Record<string, string> = {}): Promise<void> {
	await change(page, 'the impact on each group');
	for (const group of PROTECTED) await choose(page, group, impacts[group] ?? 'Neutral');
	await page.getByRole('button', { name: 'Save impacts' }).click();
	await expect(page.getByRole('link', { name: 'Change the impact on each group' })).toBeVisible();
}

function card(page: Page, title: string) {
	return page.getByRole('region', { name: title, exact: true });
}

test('an officer starts one with no signal; a manager does it, with what was heard, and signs it off', async ({
	phoneOf,
	sql
}) => {
	const tom = await phoneOf('tom');
	await flightMode(tom, true);
	const id = await start(tom, 'Closing the pool on Mondays');
	await considerAll(tom, { Age: 'Negative', Race: 'Not known' });
	await change(tom, 'the screening');
	await tom.getByRole('radio', { name: 'No' }).check();
	await tom.getByLabel('Why is none needed?').fill('It is one day.');
	await tom.getByRole('button', { name: 'Save screening' }).click();
	await expectProblems(tom, ['A negative or unknown impact needs a full assessment']);
	await tom.getByRole('radio', { name: 'Yes, start a full assessment' }).check();
	await tom.getByRole('button', { name: 'Save screening' }).click();
	await expect(tom.getByText('Full assessment', { exact: true })).toBeVisible();
	await expect(card(tom, 'Sign-off')).toContainText('A manager or administrator signs it off.');
	await tom.goto(`/assessments/${id}/sign-off`);
	await expect(tom.getByText(/^A manager or administrator signs it off/)).toBeVisible();
	await tom.goto('/');
	const heard = await addLog(tom, {
		heard: 'Monday is the day for the over-sixties swim',
		ward: 'Marston'
	});
	await flightMode(tom, false);
	await expectUnsent(tom, 0);
	const [begun] = await sql`
		select full_name, title, service, status, impact_age, impact_race, impact_sex, impact_carers
		from assessments join profiles on user_id = assessments.created_by where assessments.id = ${id}`;
	expect(begun).toEqual({
		full_name: 'Tom Pryce',
		title: 'Closing the pool on Mondays',
		service: 'Leisure',
		status: 'full',
		impact_age: 'negative',
		impact_race: 'unknown',
		impact_sex: 'neutral',
		impact_carers: null
	});

	const daniel = await phoneOf('daniel', { viewport: { width: 1280, height: 800 } });
	await daniel.goto('/assessments?status=full');
	await daniel.getByRole('link', { name: 'Closing the pool on Mondays' }).click();
	await expect(card(daniel, 'Sign-off')).toContainText(
		'Answer in the findings, or with an action, the impact on age and race.'
	);
	await daniel.goto(`/assessments/${id}/sign-off`);
	await daniel.getByRole('button', { name: 'Sign off' }).click();
	await expectProblems(daniel, [
		'Answer in the findings, or with an action, the impact on age and race.'
	]);
	await daniel.goto(`/assessments/${id}`);

	await daniel.getByRole('link', { name: 'Link logs' }).click();
	await daniel.getByRole('button', { name: 'Link logs' }).click();
	await expectProblems(daniel, ['Select at least one log']);
	await daniel.getByLabel('Search logs').fill('over-sixties swim');
	await expect(daniel.getByRole('checkbox')).toHaveCount(1);
	await daniel.getByRole('checkbox', { name: /^Conversation, Marston/ }).check();
	// What is chosen stays, above what is found.
	await daniel.getByLabel('Search logs').fill('uniform');
	await expect(daniel.getByText(/uniform/i).first()).toBeVisible();
	await daniel.getByRole('checkbox').nth(1).check();
	await expect(daniel.getByRole('checkbox', { checked: true })).toHaveCount(2);
	await daniel.getByRole('button', { name: 'Link logs' }).click();
	await expect(card(daniel, 'What we heard')).toContainText('over-sixties swim');
	await expect(card(daniel, 'What we heard').getByRole('listitem')).toHaveCount(2);
	await card(daniel, 'What we heard')
		.getByRole('button', { name: /^Remove/ })
		.nth(1)
		.click();
	await daniel.getByRole('button', { name: 'Remove link' }).click();
	await expect(card(daniel, 'What we heard').getByRole('listitem')).toHaveCount(1);

	await change(daniel, 'the findings');
	await daniel.getByLabel('What did you find?').fill('The swim moves to Tuesday.');
	await daniel.getByRole('button', { name: 'Save findings' }).click();
	await card(daniel, 'Sign-off').getByRole('link', { name: 'Sign off' }).click();
	await daniel.getByLabel('Who signs it off?').fill('Priya Nair, Head of Leisure');
	await daniel.getByRole('button', { name: 'Sign off' }).click();
	await expect(card(daniel, 'Signed off')).toContainText('Priya Nair, Head of Leisure');
	await expect(daniel.getByRole('link', { name: /^Change/ })).toHaveCount(0);
	await expectUnsent(daniel, 0);
	const [signed] = await sql`
		select status, signed_off_by, signed_off_on = (now() at time zone 'Europe/London')::date as today, findings,
			(select array_agg(log_id) from assessment_evidence where assessment_id = ${id} and deleted_at is null) as logs
		from assessments where id = ${id}`;
	expect(signed).toEqual({
		status: 'signed_off',
		signed_off_by: 'Priya Nair, Head of Leisure',
		today: true,
		findings: 'The swim moves to Tuesday.',
		logs: [heard]
	});
});

test('what an officer changed elsewhere while it was signed off is refused, and kept', async ({
	phoneOf,
	sql
}) => {
	const tom = await phoneOf('tom');
	const id = await start(tom, 'A new booking form');
	await considerAll(tom);
	await change(tom, 'the screening');
	await tom.getByRole('radio', { name: 'No' }).check();
	await tom.getByLabel('Why is none needed?').fill('The words change, nothing else.');
	await tom.getByRole('button', { name: 'Save screening' }).click();
	await expect(card(tom, 'Screening')).toContainText('The words change, nothing else.');
	await expectUnsent(tom, 0);
	await flightMode(tom, true);
	await change(tom, 'the findings');
	await tom.getByLabel('What did you find?').fill('Too late');
	await tom.getByRole('button', { name: 'Save findings' }).click();
	await expect(card(tom, 'Findings')).toContainText('Too late');

	const daniel = await phoneOf('daniel');
	await daniel.goto(`/assessments/${id}/sign-off`);
	await daniel.getByRole('button', { name: 'Sign off' }).click();
	await expect(card(daniel, 'Signed off')).toBeVisible();
	await expectUnsent(daniel, 0);

	await flightMode(tom, false);
	await tom.goto('/sync');
	await expect(
		tom.getByText('This assessment is signed off. A manager can reopen it.')
	).toBeVisible();
	await expect(tom.getByText('Too late')).toBeVisible();
	const [kept] = await sql`select findings, screened_out_reason from assessments where id = ${id}`;
	expect(kept).toEqual({ findings: '', screened_out_reason: 'The words change, nothing else.' });

	await daniel.getByRole('button', { name: 'Reopen' }).click();
	await expectReachableNow(daniel);
	await daniel.getByRole('button', { name: 'Reopen' }).click();
	await expect(card(daniel, 'Sign-off')).toBeVisible();
	await expectUnsent(daniel, 0);
	const [reopened] = await sql`select status, signed_off_by from assessments where id = ${id}`;
	expect(reopened).toEqual({ status: 'full', signed_off_by: '' });
});

test('a sign-off that was overtaken is refused; the manager answers with an action and signs off', async ({
	phoneOf,
	sql
}) => {
	const daniel = await phoneOf('daniel');
	const id = await start(daniel, 'Charging for the car park');
	await considerAll(daniel);
	await change(daniel, 'the screening');
	await daniel.getByRole('radio', { name: 'Yes, start a full assessment' }).check();
	await daniel.getByRole('button', { name: 'Save screening' }).click();
	await expect(daniel.getByText('Full assessment', { exact: true })).toBeVisible();
	await expectUnsent(daniel, 0);
	await flightMode(daniel, true);
	await daniel.goto(`/assessments/${id}/sign-off`);
	await daniel.getByRole('button', { name: 'Sign off' }).click();
	await expect(card(daniel, 'Signed off')).toBeVisible();

	const mei = await phoneOf('mei');
	await mei.goto(`/assessments/${id}`);
	await change(mei, 'the impact on each group');
	await choose(mei, 'Disability', 'Negative');
	await mei.getByRole('button', { name: 'Save impacts' }).click();
	await expect(card(mei, 'Impact on each group')).toContainText('Negative');
	await expectUnsent(mei, 0);

	await flightMode(daniel, false);
	await expect(daniel.getByText('Your change of this assessment needs attention')).toBeVisible({
		timeout: 20_000
	});
	await daniel.goto('/sync');
	await expect(
		daniel.getByText(/^Answer each negative or unknown impact before the assessment is signed off/)
	).toBeVisible();
	await daniel.goto(`/assessments/${id}`);
	await daniel.getByRole('link', { name: 'Add an action' }).click();
	await expect(daniel.getByText('It answers a finding of the assessment')).toBeVisible();
	await daniel.getByLabel('Title').fill('Keep six free places for Blue Badge holders');
	await pick(daniel, 'Which priority does it serve?', 'Providing inclusive services');
	await daniel.getByRole('button', { name: /^(Save|Add) action$/ }).click();
	await expect(daniel.getByRole('heading', { level: 1, name: /^Keep six free/ })).toBeVisible();
	await daniel.getByRole('link', { name: 'Charging for the car park' }).click();
	await expect(card(daniel, 'Mitigation')).toContainText('Keep six free places');
	await daniel.goto('/sync');
	await daniel.getByRole('link', { name: /^Put it right/ }).click();
	await daniel.getByRole('button', { name: 'Save assessment' }).click();
	await expect(card(daniel, 'Signed off')).toBeVisible();
	await expectUnsent(daniel, 0);
	const [row] = await sql`
		select assessments.status, impact_disability, actions.title, actions.status as action
		from assessments join actions on assessment_id = assessments.id where assessments.id = ${id}`;
	expect(row).toEqual({
		status: 'signed_off',
		impact_disability: 'negative',
		title: 'Keep six free places for Blue Badge holders',
		action: 'not_started'
	});
});

test('nobody but managers and administrators signs off, whatever they send', async ({
	server,
	sql
}) => {
	const [assessment] = await sql<{ id: string; version: string }[]>`
		select id, row_version as version from assessments where title like 'Budget proposal%'`;
	const signOff = async (name: Name) => {
		const client = await server.client();
		await client.auth.signInWithPassword({ email: people[name], password: PASSWORD });
		const { data } = await client.rpc('sync_push', {
			client_id: crypto.randomUUID(),
			mutations: [
				{
					mid: 1,
					table: 'assessments',
					op: 'update',
					id: assessment?.id,
					set: { status: 'signed_off', signed_off_by: name, signed_off_on: '2026-01-15' },
					base: {}
				}
			]
		});
		return (data as { verdicts: { verdict: string; code?: string }[] }).verdicts[0];
	};
	for (const name of ['tom', 'aisha', 'mei'] as const)
		expect(await signOff(name)).toMatchObject({ verdict: 'rejected', code: 'not_allowed' });
	expect(await signOff('grace')).toMatchObject({ verdict: 'rejected', code: 'not_allowed' });
	expect(await signOff('councillor')).toMatchObject({ verdict: 'rejected', code: 'not_found' });
	const [row] = await sql<{ version: string }[]>`
		select row_version as version from assessments where id = ${assessment?.id ?? null}`;
	expect(row?.version).toBe(assessment?.version);
});

test('the register leads to what is late, and lets it go once it says what came of it', async ({
	phoneOf,
	sql
}) => {
	const ruth = await phoneOf('ruth');
	await ruth.goto('/assessments?overdue=yes');
	const late = ruth.getByRole('list', { name: 'Overdue' });
	await expect(late.getByRole('listitem')).toHaveCount(2);
	await expect(ruth.getByText('2 assessments, 2 overdue')).toBeVisible();
	await late.getByRole('link', { name: 'Taxi licensing policy' }).click();
	await ruth.getByRole('link', { name: 'Record what came of it' }).click();
	await ruth.getByLabel('What came of it?').fill('Forty vehicles are accessible now.');
	await ruth.getByRole('button', { name: 'Save review' }).click();
	await expect(card(ruth, 'Signed off')).toContainText('Reviewed');
	await ruth.goto('/assessments?overdue=yes');
	await expect(late.getByRole('listitem')).toHaveCount(1);
	await ruth.getByText('Filter (1 on)').click();
	await ruth.getByLabel('Dates').selectOption('');
	await ruth.getByLabel('Status').selectOption('Signed off');
	await expect(ruth).toHaveURL('/assessments?status=signed_off');
	await expect(ruth.getByText(/^\d+ assessments$/)).toBeVisible();
	await ruth.reload();
	await expect(late).toHaveCount(0);
	await expectUnsent(ruth, 0);
	const [row] =
		await sql`select outcome_note from assessments where title = 'Taxi licensing policy'`;
	expect(row?.outcome_note).toBe('Forty vehicles are accessible now.');
});

test('a restricted log is not offered, and a log of another locality keeps its words to itself', async ({
	phoneOf
}) => {
	const aisha = await phoneOf('aisha');
	await startLog(aisha);
	await fillLog(aisha, { heard: 'Mould in the hostel on the corner' });
	await openSection(aisha, 'Sensitive');
	await aisha.getByLabel('Keep this log restricted').check();
	await saveLog(aisha);
	await aisha.goto('/assessments');
	await aisha.getByRole('link', { name: 'NHS Health Check, south-east Oxford' }).click();
	await aisha.getByRole('link', { name: 'Link logs' }).click();
	await expect(aisha.getByRole('checkbox').first()).toBeVisible();
	await aisha.getByLabel('Search logs').fill('hostel on the corner');
	await expect(aisha.getByText(/^No log matches/)).toBeVisible();
	await aisha.getByLabel('Search logs').fill('');
	await expect(aisha.getByRole('checkbox').first()).toBeVisible();
	const first = aisha.getByRole('checkbox').first();
	const log = (await first.getAttribute('value')) ?? '';
	await first.check();
	await aisha.getByRole('button', { name: 'Link logs' }).click();
	await expectUnsent(aisha, 0);
	await expect(aisha.locator(`a[href="/logs/${log}"]`)).toBeVisible();

	const tom = await phoneOf('tom');
	await tom.goto('/assessments');
	await tom.getByRole('link', { name: 'NHS Health Check, south-east Oxford' }).click();
	await expect(card(tom, 'What we heard')).toContainText('A log of another locality');
	await expect(tom.locator(`a[href="/logs/${log}"]`)).toHaveCount(0);
});

test('sent empty by keyboard alone, it says what is missing, and a draft is kept', async ({
	phoneOf
}) => {
	const tom = await phoneOf('tom');
	await tom.goto('/assessments/new');
	await tom.getByLabel('Title').fill('Half');
	await tom.getByLabel('Title').press('Enter');
	await expectProblems(tom, [
		'Select the kind of assessment',
		'Enter the service',
		'Select why it is made'
	]);
	await tom.keyboard.press('Tab');
	await tom.keyboard.press('Enter');
	await expect(
		tom.getByRole('radio', { name: 'Service and community impact assessment' })
	).toBeFocused();
	await expectReachableNow(tom);
	await tom.goto('/assessments');
	await tom.getByRole('list', { name: 'Not finished' }).getByRole('link').click();
	await expect(tom.getByLabel('Title')).toHaveValue('Half');
	await tom.getByRole('button', { name: 'Discard draft' }).click();
	await tom.getByRole('button', { name: 'Discard', exact: true }).click();
	await expect(tom.getByRole('heading', { name: 'Assessments' })).toBeVisible();
	await expect(tom.getByText('Not finished')).toHaveCount(0);
});
