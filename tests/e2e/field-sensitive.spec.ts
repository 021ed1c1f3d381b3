/** What must not be known: personal data in notes, hate incidents, restricted logs; and the cards with whom to ring. */
import {
	expect,
	expectSaid,
	expectUnsent,
	fillLog,
	flightMode,
	openAgain,
	openSection,
	pick,
	saveLog,
	startLog,
	test
} from './app';
import { expectReachableNow } from './reach';

const LEAVE_OUT = 'Leave out what could identify a resident, unless you need it.';

test('typing a phone number is pointed out, politely, and never stops a save', async ({
	phoneOf
}) => {
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	await startLog(aisha);
	await fillLog(aisha, {
		heard: 'Spoke to a resident, ring 07700 900123. Library is 01865 815509'
	});
	const heard = aisha.getByLabel('What did you hear?');
	await expectSaid(aisha, `This looks like a phone number: 07700 900123. ${LEAVE_OUT}`);
	await expect(heard).toHaveAccessibleDescription(/This looks like a phone number: 07700 900123\./);
	await expect(heard).not.toHaveAccessibleDescription(/01865/);
	await expectReachableNow(aisha);

	await heard.fill('Spoke to a resident. Meet Mrs Beech, the tree, at 07700 900123');
	const notice = aisha.locator('#heard-personal');
	await expect(notice).toContainText('This looks like somebody’s name: Mrs Beech.');
	await aisha.getByRole('button', { name: '“Mrs Beech” is not personal data' }).click();
	await expect(notice).not.toContainText('Mrs Beech');
	await expect(heard).toBeFocused();

	const again = await openAgain(aisha, new URL(aisha.url()).pathname + new URL(aisha.url()).search);
	await expect(again.locator('#heard-personal')).toHaveText(
		`This looks like a phone number: 07700 900123. ${LEAVE_OUT}`
	);
	await saveLog(again);
});

test('a hate incident stops the form, names nobody, and is followed up the same day', async ({
	phoneOf,
	sql
}) => {
	const aisha = await phoneOf('aisha');
	await flightMode(aisha, true);
	await startLog(aisha);
	await pick(aisha, 'With which organisation? (optional)', 'Leys Allotment Table');
	await aisha.getByLabel('It is about a hate incident').check();
	await expectSaid(aisha, 'Stop here and offer help first. The numbers to ring come next.');
	await expect(aisha.getByRole('link', { name: 'Ring In danger now: 999' })).toHaveAttribute(
		'href',
		'tel:999'
	);
	await expect(aisha.getByRole('link', { name: /report-it\.org\.uk/ })).toBeVisible();
	await expect(
		aisha.getByRole('link', { name: 'Ring Community safety team: 01632 960100' })
	).toBeVisible();
	await expect(aisha.getByLabel('What did you hear?')).toHaveCount(0);
	await expectReachableNow(aisha);

	await aisha.getByLabel('It is about a hate incident').uncheck();
	await expect(
		aisha
			.getByRole('group', { name: 'With which organisation? (optional)' })
			.getByRole('radio', { checked: true })
	).toHaveAccessibleName('Leys Allotment Table');
	await aisha.getByLabel('It is about a hate incident').check();
	await aisha.getByRole('button', { name: 'Carry on with the log' }).click();
	await expect(
		aisha.getByRole('group', { name: 'With which organisation? (optional)' })
	).toHaveCount(0);
	await expect(aisha.getByRole('group', { name: 'Place (optional)' })).toHaveCount(0);
	await fillLog(aisha, { heard: 'Verbal abuse on bus, woman given True Vision details' });

	await aisha.getByRole('button', { name: 'Save log' }).click();
	await aisha.getByRole('link', { name: 'Select where you signposted them' }).click();
	await aisha.getByLabel('True Vision', { exact: true }).check();
	const id = await saveLog(aisha);
	await expect(aisha.getByRole('heading', { name: 'Hate incident, restricted' })).toBeVisible();
	await expect(
		aisha.getByRole('link', { name: /Follow up the hate incident|Hate incident/ }).first()
	).toBeVisible();

	await flightMode(aisha, false);
	await expectUnsent(aisha, 0);
	await expect
		.poll(
			async () =>
				(
					await sql`
					select log.restricted, log.organisation_id, log.place_id, log.signposted, issues.kind, issues.restricted as hidden,
						issues.scope = log.scope as follows,
						due_on = (now() at time zone 'Europe/London')::date as today
					from engagement_logs as log join issues on log_id = log.id
					where log.id = ${id}`
				)[0]
		)
		.toEqual({
			restricted: true,
			organisation_id: null,
			place_id: null,
			signposted: ['true_vision'],
			kind: 'hate_incident',
			hidden: true,
			follows: true,
			today: true
		});
	const tom = await phoneOf('tom');
	await tom.goto(`/logs/${id}`);
	await expect(tom.getByText('This log is not on this device')).toBeVisible();
});

test('a site visit that is kept restricted has a ward and no place', async ({ phoneOf, sql }) => {
	const aisha = await phoneOf('aisha');
	await startLog(aisha);
	await fillLog(aisha, { heard: 'Traveller site visit, water again', ward: 'Littlemore' });
	await openSection(aisha, 'Sensitive');
	await aisha.getByLabel('Keep this log restricted').check();
	const id = await saveLog(aisha);
	await expectUnsent(aisha, 0);
	await expect
		.poll(
			async () =>
				(
					await sql`select place_id, ward_code, scope like 'user:%' as own from engagement_logs where id = ${id}`
				)[0]
		)
		.toEqual({ place_id: null, ward_code: 'E05013107', own: true });
	const tom = await phoneOf('tom');
	await tom.goto('/logs');
	await tom.getByLabel('Search logs').fill('Traveller site visit, water again');
	await expect(tom.getByRole('heading', { name: 'No log matches' })).toBeVisible();
	await tom.goto('/register');
	await expect(tom.getByRole('heading', { name: 'For people who are cleared' })).toBeVisible();

	const daniel = await phoneOf('daniel');
	await daniel.goto('/register');
	await expect(daniel.getByText('Traveller site visit, water again')).toBeVisible();
	await expectReachableNow(daniel);
	await daniel.getByLabel('Ward').selectOption('Cowley');
	await expect(daniel.getByText('Traveller site visit, water again')).toHaveCount(0);
	await flightMode(daniel, true);
	await daniel.reload();
	await expect(
		daniel.getByText('It is kept on the server alone, so it needs a connection.')
	).toBeVisible();
});

test('the cards are there without a signal, and a page can be left at once', async ({
	phoneOf
}) => {
	const grace = await phoneOf('grace');
	await grace.goto('/more');
	await flightMode(grace, true);
	await grace.goto('/signposts');
	await grace.getByRole('link', { name: 'Domestic abuse' }).click();
	await expect(
		grace.getByRole('link', { name: 'Ring National Domestic Abuse Helpline: 0808 2000 247' })
	).toHaveAttribute('href', 'tel:08082000247');
	await expectReachableNow(grace);
	await grace.getByRole('button', { name: /^Exit this page/ }).click();
	await expect(grace).toHaveURL('/');
	await grace.goBack();
	await expect(grace).toHaveURL('/more');
});

test('an administrator says whom the council sends people to', async ({ phoneOf }) => {
	const ruth = await phoneOf('ruth');
	await ruth.goto('/settings/council');
	const phone = ruth.getByLabel('Phone number');
	const before = await phone.inputValue();
	await phone.fill('ask at the desk');
	await ruth.getByRole('button', { name: 'Save team' }).click();
	await expect(
		ruth.getByText('Enter a phone number in digits, like 01865 249811').first()
	).toBeVisible();
	await phone.fill('(01632) 960-200');
	await ruth.getByRole('button', { name: 'Save team' }).click();
	await expect(
		ruth.getByRole('link', { name: 'Ring Community safety team: 01632 960 200' })
	).toBeVisible();
	await expectUnsent(ruth, 0);
	await ruth.goto('/settings/council');
	await phone.fill(before);
	await ruth.getByRole('button', { name: 'Save team' }).click();
	await expectUnsent(ruth, 0);

	const aisha = await phoneOf('aisha');
	await aisha.goto('/settings/council');
	await expect(aisha.getByText('For administrators')).toBeVisible();
});
