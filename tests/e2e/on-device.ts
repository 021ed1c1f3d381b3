/** A hand inside a device: what takes too long through forms, written by the app's own store in the page. */
import { expect, type Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';

const root = new URL('../../', import.meta.url).pathname;
let bundled: Promise<string> | undefined;

/**
 * Saves so many logs of the person who is signed in, `<heard> 1` and so on. They go out when the app looks next.
 * @param saved hears of each once it is on the disk
 */
export async function writeLogs(
	page: Page,
	count: number,
	heard: string,
	saved: (id: string) => void = () => undefined
): Promise<void> {
	bundled ??= bundle();
	const told = `saved ${crypto.randomUUID()} `;
	page.on('console', (message) => {
		if (message.text().startsWith(told)) saved(message.text().slice(told.length));
	});
	await page.evaluate(await bundled);
	await page.evaluate(
		([userId, count, heard, told]) =>
			window.writeLogs(userId, count, heard, (id) => console.log(told + id)),
		[await userOf(page), count, heard, told] as const
	);
}

/** Who is signed in. */
export async function userOf(page: Page): Promise<string> {
	const people = await page.evaluate(() => localStorage.getItem('common-ground:people'));
	return (JSON.parse(people ?? '{}') as { current: string }).current;
}

/** Waits until a draft with these words is on the device's disk: from then on the page may be left in any way. */
export async function untilKept(page: Page, words: string): Promise<void> {
	await expect.poll(async () => JSON.stringify(await page.evaluate(drafts))).toContain(words);
}

/** Runs in the page: the drafts of everybody who uses the device. */
async function drafts(): Promise<unknown[]> {
	const all = [];
	for (const { name } of await indexedDB.databases()) {
		const opening = indexedDB.open(name ?? '');
		await new Promise((done) => (opening.onsuccess = done));
		const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
		await new Promise((done) => (reading.onsuccess = done));
		opening.result.close();
		all.push(...(reading.result as unknown[]));
	}
	return all;
}

/** Returns the way to say how many megabytes the browser gives a server's pages on this device. */
export async function quotaOf(
	page: Page,
	origin: string
): Promise<(megabytes: number) => Promise<unknown>> {
	const devtools = await page.context().newCDPSession(page);
	return (megabytes) =>
		devtools.send('Storage.overrideQuotaForOrigin', {
			origin,
			quotaSize: megabytes * 1024 * 1024
		});
}

/** Other things fill the device's disk, down to the last bytes. */
export async function fillDisk(page: Page): Promise<void> {
	await page.evaluate(fill);
}

/** Runs in the page. */
async function fill(): Promise<void> {
	const opening = indexedDB.open('photos-of-a-holiday');
	opening.onupgradeneeded = () =>
		opening.result.createObjectStore('photos', { autoIncrement: true });
	await new Promise((done) => (opening.onsuccess = done));
	const store = (size: number) =>
		new Promise<boolean>((done) => {
			const transaction = opening.result.transaction('photos', 'readwrite');
			transaction.oncomplete = () => done(true);
			transaction.onabort = () => done(false);
			transaction.objectStore('photos').add(crypto.getRandomValues(new Uint8Array(size)));
		});
	for (const size of [65_536, 8_192, 1_024, 64]) while (await store(size));
}

/** One script, which a page takes whatever its policy: the debugger brings it. */
async function bundle(): Promise<string> {
	const built = (await build({
		root,
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: `${root}src/lib` } },
		build: {
			write: false,
			target: 'es2022',
			rolldownOptions: {
				input: `${root}tests/e2e/on-device/store.ts`,
				output: { format: 'iife' }
			}
		}
	})) as Rolldown.RolldownOutput;
	return built.output[0].code;
}
