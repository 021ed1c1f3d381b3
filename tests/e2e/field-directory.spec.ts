/** Organisations and places: added in the field with no signal, audited on a phone, and safe spaces that few may know of. */
import type { Page } from '@playwright/test';
import {
	expect,
	expectProblems,
	expectSaid,
	expectUnsent,
	fillLog,
	flightMode,
	openSection,
	PASSWORD,
	people,
	pick,
	saveLog,
	startLog,
	test,
	type Name
} from './app';
import { PIXEL } from '../fixtures/photo';
import { expectReachableNow } from './reach';
import { userOf } from './on-device';

const PHONE = { viewport: { width: 390, height: 844 } };
const SAFE = 'Ring the side bell';

/** Searches a list of the log form for what is not in it, and adds it. */
async function quickAdd(page: Page, legend: string, name: string, kind: string): Promise<void> {
	const field = page.getByRole('group', { name: legend, exact: true });
	await field.getByRole('searchbox').fill(name);
	await field.getByRole('button', { name: `Add “${name}” as a new` }).click();
	const panel = page.getByRole('region', { name: /^New (organisation|place)$/ });
	await expect(panel).toBeFocused();
	await panel.getByRole('radio', { name: kind, exact: true }).check();
	await panel.getByRole('button', { name: /^Add (organisation|place)$/ }).click();
	await expect(panel).toHaveCount(0);
}

/** Everything that lies in the database on the device, as one text. */
async function everythingOn(page: Page): Promise<string> {
	return page.evaluate(
		async (name) => {
			const done = <T>(request: IDBRequest<T>) =>
				new Promise<T>((resolve, reject) => {
					request.onsuccess = () => resolve(request.result);
					request.onerror = () => reject(request.error ?? new Error(name));
				});
			const database = await done(indexedDB.open(name));
			const stores = [...database.objectStoreNames];
			const rows = await Promise.all(
				stores.map((store) => done(database.transaction(store).objectStore(store).getAll()))
			);
			database.close();
			return JSON.stringify(rows);
		},
		`common-ground-${await userOf(page)}`
	);
}

test('an officer with no signal adds a place and organisations from the log form', async ({
	phoneOf,
	sql
}) => {
	const aisha = await phoneOf('aisha', PHONE);
	await flightMode(aisha, true);
	await startLog(aisha);
	await fillLog(aisha, { heard: 'They cook for forty on Thursdays' });
	await quickAdd(aisha, 'Place (optional)', 'Orchard Row Kitchen', 'Hub');
	await expect(
		aisha.getByRole('group', { name: 'Place (optional)' }).getByRole('radio', { checked: true })
	).toHaveAccessibleName('Orchard Row Kitchen');

	const legend = 'With which organisation? (optional)';
	const field = aisha.getByRole('group', { name: legend });
	await field.getByRole('searchbox').fill('Leys ParentsTogether');
	await field.getByRole('button', { name: /^Add “Leys ParentsTogether”/ }).click();
	await expect(aisha.getByText('“Leys Parents Together” is there already.')).toBeVisible();
	await aisha.getByRole('button', { name: 'Add organisation' }).click();
	await expect(aisha.getByText('Select what kind of organisation it is')).toBeVisible();
	await expectReachableNow(aisha);
	await aisha.getByRole('button', { name: 'Do not add' }).click();
	await quickAdd(aisha, legend, 'Orchard Supper Club', 'Community group');
	await openSection(aisha, 'Who else was there');
	await quickAdd(aisha, 'Which partners were there? (optional)', 'Row Growers', 'Charity');
	await expect(aisha.getByRole('checkbox', { name: 'Row Growers' })).toBeChecked();
	const log = await saveLog(aisha);
	await expect(aisha.getByText('Orchard Supper Club').first()).toBeVisible();

	for (const [name, part] of [
		['Orchard Supper Club', 'With them'],
		['Row Growers', 'They were there too']
	] as const) {
		await aisha.goto('/organisations');
		await aisha.getByLabel('Search organisations').fill(name.toLowerCase());
		await aisha.getByRole('link', { name, exact: true }).click();
		const contacts = aisha.getByRole('list', { name: 'Contacts' });
		await expect(contacts).toContainText(`${part}. They cook for forty on Thursdays`);
		await expect(contacts.getByRole('link')).toHaveAttribute('href', `/logs/${log}`);
	}
	await aisha.goto('/places?text=orchard');
	await aisha.getByRole('link', { name: 'Orchard Row Kitchen' }).click();
	await expect(aisha.getByRole('list', { name: 'Heard here' })).toContainText(
		'They cook for forty'
	);

	await flightMode(aisha, false);
	await expectUnsent(aisha, 0, 20_000);
	const [row] = await sql`
		select places.name as place, places.ward_code, organisations.name as organisation, partners.name as partner
		from engagement_logs
		join places on places.id = place_id
		join organisations on organisations.id = organisation_id
		join organisations as partners on partners.id = any (partner_ids)
		where engagement_logs.id = ${log}`;
	expect(row).toEqual({
		place: 'Orchard Row Kitchen',
		ward_code: 'E05013097',
		organisation: 'Orchard Supper Club',
		partner: 'Row Growers'
	});
});

test('an organisation in full: added with mistakes, mended, found by its community', async ({
	phoneOf,
	sql
}) => {
	const grace = await phoneOf('grace', PHONE);
	await flightMode(grace, true);
	await grace.goto('/organisations');
	await grace.getByRole('link', { name: 'Add an organisation' }).click();
	await grace.getByLabel('Name', { exact: true }).fill('The Rainbow Rooms');
	await expect(grace.getByText('Rainbow Rooms is there already.')).toBeVisible();
	await grace.getByLabel('Name', { exact: true }).fill('Signing Café');
	await grace.getByText('Add how it is run, and its numbers').click();
	await grace.getByLabel('Charity number (optional)').fill('12');
	await grace.getByLabel('Email (optional)').fill('cafe');
	await grace.getByRole('button', { name: 'Save organisation' }).click();
	await expectProblems(grace, [
		'Select what kind of organisation it is',
		'Enter an email address, like office@example.org',
		'Enter a charity number, like 1098765, SC012345 or NIC101234'
	]);
	await grace.getByRole('radio', { name: 'Charity', exact: true }).check();
	await grace.getByRole('checkbox', { name: 'Disabled people' }).check();
	await grace.getByLabel('Email (optional)').fill('hello@signing.example.org');
	await grace.getByLabel('Website (optional)').fill('www.signing.example.org');
	await grace.getByLabel('Charity number (optional)').fill('1,999,099');
	await grace.getByRole('button', { name: 'Save organisation' }).click();
	await expect(grace.getByText('GB-CHC-1999099')).toBeVisible();
	await grace.goto('/organisations');
	await grace.getByText('Filter', { exact: true }).click();
	await grace.getByLabel('Community served').selectOption('Disabled people');
	await grace.getByLabel('Last contact').selectOption('No contact in 90 days');
	await expect(grace).toHaveURL('/organisations?community=disabled_people&contact=quiet');
	await grace.reload();
	await expect(grace.getByRole('link', { name: 'Signing Café' })).toBeVisible();
	await expect(grace.getByRole('link', { name: 'Welcome Table' })).toHaveCount(0);
	await flightMode(grace, false);
	await expectUnsent(grace, 0, 20_000);
	expect(
		await sql`select charity_number, website, communities::text[] from organisations where name = 'Signing Café'`
	).toEqual([
		{
			charity_number: '1999099',
			website: 'https://www.signing.example.org',
			communities: ['disabled_people']
		}
	]);
});

test('a green space is audited on a phone with no signal, with a photo', async ({
	phoneOf,
	sql
}) => {
	const aisha = await phoneOf('aisha', PHONE);
	await flightMode(aisha, true);
	await aisha.goto('/places?view=never');
	await aisha.getByRole('link', { name: 'Lockside Meadow' }).click();
	await aisha.getByRole('link', { name: 'Audit this place' }).click();
	const answer = (criterion: string, words: string) =>
		aisha
			.getByRole('group', { name: criterion, exact: true })
			.getByRole('radio', { name: words, exact: true })
			.check();
	await expect(aisha.getByRole('group', { name: 'Gate width', exact: true })).toBeVisible();
	await expect(aisha.getByRole('group', { name: 'Hearing loop', exact: true })).toHaveCount(0);
	await aisha.getByRole('button', { name: 'Save audit' }).click();
	await expectProblems(aisha, ['Answer at least one question']);
	await answer('Step-free access', 'Partly');
	await answer('Gate width', 'Poor');
	await answer('Paths', 'Good');
	await answer('Toilets', 'Missing');
	await answer('Parking', 'Does not apply');
	await expect(aisha.getByText(/Score: 50%, from 5 of\s+9 questions\./)).toBeVisible();
	await aisha.getByLabel('Add a photo').setInputFiles(PIXEL);
	await expect(aisha.getByLabel('What does photo 1 show? (optional)')).toBeVisible();
	// The phone was put away in between.
	await aisha.reload();
	await aisha.getByLabel('What does photo 1 show? (optional)').fill('The kissing gate');
	await expect(
		aisha.getByRole('radio', { name: 'Poor' }).and(aisha.locator(':checked'))
	).toHaveCount(1);
	await expectReachableNow(aisha);
	await aisha.getByRole('button', { name: 'Save audit' }).click();
	await expectSaid(aisha, 'Saved on this device. Waiting to send.');
	await expect(aisha.getByRole('img', { name: 'The kissing gate' })).toBeVisible();
	await expectReachableNow(aisha);
	await expect(
		aisha.getByRole('link', { name: 'Propose an action on gate width' })
	).toHaveAttribute('href', '/actions/new?title=Gate+width%3A+Lockside+Meadow');
	await aisha.getByRole('link', { name: 'Propose an action on gate width' }).click();
	await expect(aisha.getByLabel('What should the council do?')).toHaveValue(
		'Gate width: Lockside Meadow'
	);
	await flightMode(aisha, false);
	await expectUnsent(aisha, 0, 20_000);
	const [audit] = await sql`
		select place_audits.kind, score, next_audit_on = (audited_on + interval '2 years')::date as in_two_years, gate_width, place_audits.hearing_loop,
			(select string_agg(description, ' ') from attachments where row_id = place_audits.id) as shows
		from place_audits join places on places.id = place_id where name = 'Lockside Meadow'`;
	expect(audit).toEqual({
		kind: 'green_space',
		score: 50,
		in_two_years: true,
		gate_width: 'poor',
		hearing_loop: null,
		shows: 'The kissing gate'
	});
});

test('places by what they have: not known is not no, and late audits come first', async ({
	phoneOf
}) => {
	const aisha = await phoneOf('aisha', PHONE);
	await aisha.goto('/places');
	await aisha.getByText('Filter', { exact: true }).click();
	await aisha.getByRole('checkbox', { name: 'Hearing loop' }).check();
	await expect(aisha).toHaveURL('/places?has=hearing_loop');
	const sure = aisha.getByRole('list', { name: 'All places' });
	const unknown = aisha.getByRole('list', { name: 'Not known yet' });
	await expect(sure).toContainText('Leys Community Centre');
	await expect(sure).not.toContainText('Templars Hall');
	await expect(unknown).toContainText('Templars Hall');
	await expect(aisha.getByRole('link', { name: 'Northfield Pavilion' })).toHaveCount(0);
	await aisha.goto('/places');
	await aisha.getByRole('link', { name: /^Audits due/ }).click();
	await expect(aisha.getByRole('list', { name: 'Audits due' }).getByRole('listitem')).toContainText(
		['Leys Community Centre', 'Cowley Lane Library', 'Fen Edge Nature Area']
	);
	await expect(aisha.getByText('Audit was due')).toHaveCount(1);
	await aisha.context().grantPermissions(['geolocation']);
	await aisha.context().setGeolocation({ latitude: 51.7236, longitude: -1.202, accuracy: 20 });
	await aisha.goto('/places');
	await aisha.getByRole('button', { name: 'Nearest first' }).click();
	await expectSaid(aisha, 'The places are listed nearest first.');
	await expect(
		aisha.getByRole('list', { name: 'All places' }).getByRole('listitem').first()
	).toContainText('Leys Community Centre');
});

test('a safe space: for people who are cleared, and nobody else, on devices and by the API', async ({
	phoneOf,
	server,
	sql
}) => {
	const name = 'Canal Wharf Rooms';
	const [place] = await sql<{ id: string }[]>`select id from places where name = ${name}`;
	const daniel = await phoneOf('daniel', PHONE);
	await daniel.goto(`/places/${place?.id}`);
	await expect(daniel.getByText(SAFE)).toBeVisible();
	await expectReachableNow(daniel);
	await daniel.getByRole('button', { name: 'Change the note' }).click();
	await daniel.getByLabel(/^For whom is it safe/).fill(`${SAFE} twice.`);
	await daniel.getByRole('button', { name: 'Save note' }).click();
	await expect(daniel.getByText(`${SAFE} twice.`)).toBeVisible();
	await expectUnsent(daniel, 0, 20_000);
	expect(await everythingOn(daniel)).toContain(SAFE);

	for (const person of ['aisha', 'grace', 'ruth'] as const) {
		const page = await phoneOf(person, PHONE);
		await page.goto(`/places/${place?.id}`);
		await expect(page.getByRole('heading', { name })).toBeVisible();
		await expect(page.getByText(/safe space/i)).toHaveCount(0);
		const held = await everythingOn(page);
		expect(held).toContain(name);
		expect(held).not.toContain(SAFE);
	}

	const { publishableKey: apikey } = (await (await fetch(`${server.url}/config.json`)).json()) as {
		publishableKey: string;
	};
	/** The number of safe spaces that somebody reads by the API. */
	async function readBy(person: Name): Promise<number> {
		const signedIn = await fetch(`${server.url}/auth/v1/token?grant_type=password`, {
			method: 'POST',
			headers: { apikey, 'Content-Type': 'application/json' },
			body: JSON.stringify({ email: people[person], password: PASSWORD })
		});
		const { access_token } = (await signedIn.json()) as { access_token: string };
		const read = await fetch(`${server.url}/rest/v1/safe_spaces?select=id,note`, {
			headers: { apikey, Authorization: `Bearer ${access_token}` }
		});
		return ((await read.json()) as unknown[]).length;
	}
	expect(await readBy('daniel')).toBe(1);
	for (const person of ['aisha', 'grace', 'ruth', 'councillor'] as const)
		expect(await readBy(person)).toBe(0);

	// Clearance ends: the phone lets go of what it knew.
	const cleared = (value: boolean) => sql`
		update memberships set cleared = ${value}
		where role = 'manager' and user_id = (select user_id from profiles where full_name = 'Daniel Hughes')`;
	await cleared(false);
	try {
		await daniel.goto('/sync');
		await daniel.getByRole('button', { name: 'Sync now' }).click();
		await expect.poll(() => everythingOn(daniel)).not.toContain(SAFE);
		await daniel.goto(`/places/${place?.id}`);
		await expect(daniel.getByRole('heading', { name })).toBeVisible();
		await expect(daniel.getByText(/safe space/i)).toHaveCount(0);
	} finally {
		await cleared(true);
	}
});

test('a place added by an officer: its postcode is put right, another officer cannot change it', async ({
	phoneOf,
	sql
}) => {
	const aisha = await phoneOf('aisha', PHONE);
	await aisha.goto('/places/new');
	await aisha.getByLabel('Name', { exact: true }).fill('Tin Tabernacle');
	await aisha.getByRole('radio', { name: 'Place of worship' }).check();
	await pick(aisha, 'Ward (optional)', 'Littlemore');
	await aisha.getByLabel('Postcode (optional)').fill('OX4');
	await aisha
		.getByRole('group', { name: 'Step-free', exact: true })
		.getByRole('radio', { name: 'No', exact: true })
		.check();
	await aisha.getByRole('button', { name: 'Save place' }).click();
	await expectProblems(aisha, ['Enter a whole postcode, like OX4 6JD']);
	await aisha.getByLabel('Postcode (optional)').fill('ox4-6jd');
	await aisha.getByRole('button', { name: 'Save place' }).click();
	await aisha.waitForURL(/\/places\/[0-9a-f-]{36}$/);
	await expect(aisha.getByText('OX4 6JD')).toBeVisible();
	const address = new URL(aisha.url()).pathname;
	await expectUnsent(aisha, 0, 20_000);
	expect(
		await sql`select postcode, step_free, wifi from places where name = 'Tin Tabernacle'`
	).toEqual([{ postcode: 'OX4 6JD', step_free: false, wifi: null }]);

	const tom = await phoneOf('tom', PHONE);
	await tom.goto(address);
	await expect(tom.getByRole('heading', { name: 'Tin Tabernacle' })).toBeVisible();
	await expect(tom.getByRole('link', { name: 'Change' })).toHaveCount(0);
	await tom.goto(`${address}/edit`);
	await expect(tom.getByText('Not for you to change')).toBeVisible();
});
