/** The app on the home screen: what it needs to be installed, how it renews itself, and that it talks to nobody else. */
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestServer } from '../support/server';
import { addLog, expect, people, signIn, startLog, test } from './app';

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
	versions.publish();
	// The browser looks again from time to time; here it is told to, for a look under way may miss the news.
	await expect
		.poll(() => aisha.evaluate(lookForNewVersion), { timeout: 30_000, intervals: [1_000] })
		.toBe('installed');
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

/** The state of the new version that waits, if there is one. Runs in the page. */
async function lookForNewVersion(): Promise<string | undefined> {
	const registration = await navigator.serviceWorker.ready;
	await registration.update();
	return registration.waiting?.state;
}

/** The server behind another address, which hands out another service worker as soon as it is told to. */
async function newVersionsOf(server: TestServer) {
	let published = false;
	const host = createServer((request, response) => {
		const changed = published && request.url === '/sw.js';
		const headers = { ...request.headers, ...(changed && { 'accept-encoding': 'identity' }) };
		const onward = httpRequest(
			new URL(request.url ?? '/', server.url),
			{ method: request.method, headers },
			(answer) => {
				if (changed) delete answer.headers['content-length'];
				response.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.on('data', (chunk) => response.write(chunk));
				answer.on('end', () => response.end(changed ? '\n// Another version' : undefined));
			}
		);
		request.pipe(onward);
	});
	await new Promise<void>((listening) => host.listen(0, '127.0.0.1', listening));
	return {
		baseURL: `http://127.0.0.1:${(host.address() as AddressInfo).port}`,
		publish: () => (published = true),
		close: () => (host.closeAllConnections(), host.close())
	};
}
