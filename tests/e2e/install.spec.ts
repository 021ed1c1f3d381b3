/** The app on the home screen: what it needs to be installed, how it renews itself, and that it talks to nobody else. */
import { addLog, expect, people, signIn, startLog, test } from './app';
import { newVersionsOf, offerNewVersion } from './new-version';

test('it can be installed: manifest, icons of the right size, service worker', async ({
	phoneOf,
	server
}) => {
	const aisha = await phoneOf('aisha');
	const link = await aisha.locator('link[rel=manifest]').getAttribute('href');
	const manifest = (await (await aisha.request.get(link ?? '')).json()) as Manifest;
	expect(manifest).toMatchObject({
		name: 'Common Ground',
		start_url: '/',
		scope: '/',
		display: 'standalone',
		lang: 'en-GB'
	});
	expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(
		expect.arrayContaining(['192x192', '512x512'])
	);
	expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
	for (const { src, sizes } of manifest.icons) {
		const icon = await (await aisha.request.get(src)).body();
		// A PNG tells its width and height in bytes 16 to 23.
		expect(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`, src).toBe(sizes);
	}
	for (const { url } of manifest.shortcuts) {
		await aisha.goto(url);
		await expect(aisha.getByRole('heading', { name: 'New log' })).toBeVisible();
	}
	const worker = await aisha.evaluate(() => navigator.serviceWorker.controller?.scriptURL);
	expect(worker).toBe(`${server.url}/sw.js`);
	await aisha.goto('/more');
	await expect(
		aisha.getByText(/On an iPhone or iPad: open this page in Safari, tap Share/)
	).toBeVisible();
});

test('a new version waits until it is asked for, and never disturbs a form', async ({
	phoneOf,
	server
}) => {
	const versions = await newVersionsOf(server);
	const aisha = await phoneOf('aisha', { baseURL: versions.baseURL });
	await startLog(aisha);
	await aisha.getByLabel('What did you hear?').fill('In the middle of a sentence');
	await offerNewVersion(versions, aisha);
	const prompt = aisha.getByRole('heading', { name: 'A new version is ready' });
	await expect(prompt).toHaveCount(0);
	await expect(aisha.getByLabel('What did you hear?')).toHaveValue('In the middle of a sentence');

	await aisha.getByRole('link', { name: 'Back' }).click();
	await expect(prompt).toBeVisible();
	await expect(aisha.getByText('Drafts and unsent work stay on this device.')).toBeVisible();
	const renewed = aisha.waitForEvent('load');
	await aisha.getByRole('button', { name: 'Update now' }).click();
	await renewed;
	await expect(aisha.getByText('1 draft is waiting for you')).toBeVisible();
	await expect(prompt).toHaveCount(0);
	versions.close();
});

test('it speaks to its own server alone, and breaks no rule of its own', async ({
	device,
	server
}) => {
	const context = await device();
	const asked = new Set<string>();
	const complaints: string[] = [];
	context.on('request', (request) => asked.add(new URL(request.url()).host));
	context.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	context.on('weberror', (error) => complaints.push(error.error().message));
	const page = await context.newPage();
	page.on('websocket', (socket) => asked.add(new URL(socket.url()).host));

	await signIn(page, people.ruth);
	await addLog(page, { heard: 'A walk through everything' });
	for (const path of ['/', '/logs', '/actions', '/map', '/sync', '/more', '/settings/wards']) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.getByText(/^Loading/)).toHaveCount(0);
	}
	await page.goto('/map');
	await expect(page.getByText('Live: changes appear by themselves.')).toBeVisible();
	expect([...asked]).toEqual([new URL(server.url).host]);
	expect(complaints).toEqual([]);
});

interface Manifest {
	icons: { src: string; sizes: string; purpose?: string }[];
	shortcuts: { url: string }[];
}
