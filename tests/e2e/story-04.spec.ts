/** Story 4: a photo that is taken without a signal follows its log, and nothing but what is seen is in it. */
import type { Page } from '@playwright/test';
import { cameraPhoto, readJpeg } from '../fixtures/photo';
import {
	addLog,
	expect,
	expectSaid,
	expectUnsent,
	fillLog,
	flightMode,
	openAgain,
	people,
	PASSWORD,
	saveLog,
	startLog,
	test
} from './app';

/** Adds a photo to the form that is open. */
async function addPhoto(page: Page, buffer: Buffer, name = 'ramp.jpg'): Promise<void> {
	await page
		.getByLabel(/^Add (a|another) photo$/)
		.setInputFiles({ name, mimeType: 'image/jpeg', buffer });
}

const photos = (page: Page) => page.locator('main figure img');

test('a photo is made smaller, loses its place, survives the app being closed and follows its log', async ({
	phoneOf,
	server,
	sql
}) => {
	let aisha = await phoneOf('aisha');
	const photo = await cameraPhoto(aisha);
	expect(photo.length).toBeGreaterThan(4_000_000);
	expect(readJpeg(photo).markers).toContain(0xffe1);

	await flightMode(aisha, true);
	await startLog(aisha);
	await fillLog(aisha, { heard: 'The ramp is too steep.' });
	await addPhoto(aisha, photo);
	await expectSaid(aisha, 'Photo added.');
	await aisha.getByLabel('What does photo 1 show? (optional)').fill('A steep ramp');

	// The draft keeps it.
	const form = aisha.url();
	aisha = await openAgain(aisha, form);
	await expect(aisha.getByRole('img', { name: 'A steep ramp' })).toBeVisible();
	const id = await saveLog(aisha);
	await expect(photos(aisha)).toHaveAccessibleName('A steep ramp');
	await expect(aisha.getByRole('figure').getByText('Waiting to send')).toBeVisible();
	await expectUnsent(aisha, 2);

	// A signal that carries a record, but no photo: the log arrives alone.
	aisha = await openAgain(aisha, `/logs/${id}`);
	await expect(photos(aisha)).toBeVisible();
	const context = aisha.context();
	await context.route('**/storage/v1/object/**', (route) => route.abort());
	await flightMode(aisha, false);
	await expectSaid(aisha, '1 log sent');
	await expectUnsent(aisha, 1);
	const objects = () =>
		sql<{ name: string }[]>`
			select objects.name from storage.objects
			join attachments on objects.name = concat_ws('/', council_id, created_by, sha256)
			where row_id = ${id}`;
	expect(await objects()).toHaveLength(0);

	// The app is closed while the photo is on its way, and opened again.
	await context.unroute('**/storage/v1/object/**');
	aisha = await openAgain(aisha, `/logs/${id}`);
	await expectUnsent(aisha, 0);
	await expect(aisha.getByRole('figure').getByText('Sent', { exact: true })).toBeVisible();
	const [stored] = await objects();
	expect(await objects()).toHaveLength(1);

	const client = await server.client();
	const { error } = await client.auth.signInWithPassword({
		email: people.aisha,
		password: PASSWORD
	});
	expect(error).toBeNull();
	const { data } = await client.storage.from('attachments').download(stored?.name ?? '');
	const sent = Buffer.from(await (data ?? new Blob()).arrayBuffer());
	expect(sent.length).toBeGreaterThan(1_000);
	expect(sent.length).toBeLessThanOrEqual(400 * 1024);
	const { width, height, markers } = readJpeg(sent);
	expect(Math.max(width, height)).toBe(1600);
	expect(Math.min(width, height)).toBe(1200);
	expect(markers).not.toContain(0xffe1);
	expect(sent.includes('Exif')).toBe(false);

	// Whoever took it sees it without a network; a manager sees it too, an officer of another locality nothing.
	await flightMode(aisha, true);
	aisha = await openAgain(aisha, `/logs/${id}`);
	await expect(photos(aisha)).toBeVisible();
	const daniel = await phoneOf('daniel');
	await daniel.goto(`/logs/${id}`);
	await expect(photos(daniel)).toHaveAccessibleName('A steep ramp');
	const tom = await server.client();
	await tom.auth.signInWithPassword({ email: people.tom, password: PASSWORD });
	const denied = await tom.storage.from('attachments').download(stored?.name ?? '');
	expect(denied.data).toBeNull();
});

test('a file that is no picture is refused in words, and the form goes on', async ({ phoneOf }) => {
	const aisha = await phoneOf('aisha');
	await startLog(aisha);
	await addPhoto(aisha, Buffer.from('not a picture'), 'list.jpg');
	await expect(
		aisha.getByText('list.jpg: This file is not a picture that this browser can open.')
	).toBeVisible();
	await fillLog(aisha, { heard: 'Without a photo.' });
	await saveLog(aisha);
	await expectUnsent(aisha, 0);
	await expect(photos(aisha)).toHaveCount(0);
});

test('a photo is added in a correction, described, and taken away again', async ({
	phoneOf,
	sql
}) => {
	const aisha = await phoneOf('aisha');
	const id = await addLog(aisha, { heard: 'A bench is missing.' });
	await expectUnsent(aisha, 0);
	await aisha.getByRole('link', { name: 'Correct' }).click();
	await addPhoto(aisha, await cameraPhoto(aisha));
	await expectSaid(aisha, 'Photo added.');
	await saveLog(aisha);
	await expect(photos(aisha)).toHaveAccessibleName('Photo without a description');
	await expectUnsent(aisha, 0);

	await aisha.getByRole('link', { name: 'Correct' }).click();
	await aisha.getByLabel('What does photo 1 show? (optional)').fill('Grass where a bench was');
	await aisha.getByLabel('What does photo 1 show? (optional)').press('Tab');
	await expect(aisha.getByRole('img', { name: 'Grass where a bench was' })).toBeVisible();
	await aisha.getByRole('button', { name: 'Remove photo 1' }).click();
	await aisha.getByRole('button', { name: 'Remove photo', exact: true }).click();
	await expect(aisha.getByRole('img')).toHaveCount(0);
	await expectUnsent(aisha, 0);
	expect(
		await sql`select deleted_at is null as live from attachments where row_id = ${id}`
	).toEqual([{ live: false }]);
	// Its bytes leave the server too.
	await expect
		.poll(
			() => sql`
				select 1 from storage.objects
				join attachments on objects.name = concat_ws('/', council_id, created_by, sha256)
				where row_id = ${id}`
		)
		.toHaveLength(0);
});
