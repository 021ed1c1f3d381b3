/**
 * `npm run bench:sync`: the app's sync against plain supabase-js, from a real Chromium to the real embedded server.
 * docs/benchmarks.md says what each figure is.
 */
import type { BrowserContext, Page } from '@playwright/test';
import { fillWithLogs, ADMIN, startBackend } from './backend';
import { bench, median, rounded, settings, spread, temporaryFolder } from './harness';
import { bundle, openChromium } from './pages';

const { rows, queued, rounds } = settings({ rows: 50_000, queued: 500, rounds: 3 });

await bench('bench:sync', async () => {
	const files = await bundle({ phone: 'sync/device.ts' });
	const { server, sql } = await startBackend();
	const context = await openChromium(await temporaryFolder('sync'));
	const page = await openPhone(context, server.url, files);
	const traffic = await listen(context, page);
	await page.evaluate(({ email, password }) => window.phone.signIn(email, password), ADMIN);

	const flush: number[] = [];
	const upserts: number[] = [];
	const requests: number[] = [];
	for (let round = 0; round < rounds; round++) {
		upserts.push(await page.evaluate((count) => window.phone.upsertEach(count), queued));
		await page.evaluate((count) => window.phone.queue(count), queued);
		traffic.reset();
		flush.push(await page.evaluate(() => window.phone.flush()));
		requests.push(traffic.requests());
	}
	const flushRatios = flush.map((time, round) => time / (upserts[round] ?? NaN));
	console.log(
		`${queued} queued logs, pushed, and pulled after it: ${spread(flush, 0)} ms in ${median(requests)} requests\n` +
			`  by an upsert each: ${spread(upserts, 0)} ms; ratio ${spread(flushRatios, 3)}`
	);

	await fillWithLogs(sql, rows);
	const first: number[] = [];
	const byOffset: number[] = [];
	const byKey: number[] = [];
	const bytes: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const offset = await page.evaluate(() => window.phone.pagedSelects('offset'));
		traffic.reset();
		const ours = await page.evaluate(() => window.phone.firstSync());
		bytes.push(traffic.bytes() / ours.gzipped);
		if (round === 0)
			console.log(
				`first sync of ${ours.logs} logs: ${(traffic.bytes() / 1e6).toFixed(2)} MB on the wire in` +
					` ${traffic.requests()} requests; its rows as one gzipped JSON array: ${(ours.gzipped / 1e6).toFixed(2)} MB`
			);
		const key = await page.evaluate(() => window.phone.pagedSelects('key'));
		if (new Set([ours.logs, offset.logs, key.logs]).size > 1)
			throw new Error('They did not fetch the same');
		first.push(ours.time);
		byOffset.push(offset.time);
		byKey.push(key.time);
	}
	const against = (other: readonly number[]) => first.map((time, i) => time / (other[i] ?? NaN));
	console.log(
		`  ours ${spread(first, 0)} ms; selects of 1,000 by offset ${spread(byOffset, 0)} ms,` +
			` by key ${spread(byKey, 0)} ms\n` +
			`  ours / by offset ${spread(against(byOffset))}, ours / by key ${spread(against(byKey))}`
	);
	return {
		flush500_vs_upserts: rounded(median(flushRatios), 3),
		flush500_requests: median(requests),
		first_sync_50k_vs_paged: rounded(median(against(byOffset))),
		first_sync_bytes_vs_gzip: rounded(median(bytes))
	};
});

/** A page on the server's own origin, as the app is, without the app. */
async function openPhone(
	context: BrowserContext,
	origin: string,
	files: ReadonlyMap<string, string>
): Promise<Page> {
	const page = await context.newPage();
	await page.route(`${origin}/bench/**`, (route) => {
		const code = files.get(new URL(route.request().url()).pathname.replace('/bench/', ''));
		return route.fulfill({
			contentType: code === undefined ? 'text/html' : 'text/javascript',
			body: code ?? '<!doctype html><script type="module" src="/bench/phone.js"></script>'
		});
	});
	await page.goto(`${origin}/bench/`);
	await page.waitForFunction(() => 'phone' in window);
	// supabase-js comes with the first call.
	await page.evaluate(() => window.phone.signIn('', '').catch(() => undefined));
	// What is not caught costs nothing.
	await page.unroute(`${origin}/bench/**`);
	return page;
}

/** Counts the page's calls to the server's tables and functions, and the bytes of the answers, headers included. */
async function listen(
	context: BrowserContext,
	page: Page
): Promise<{ reset(): void; requests(): number; bytes(): number }> {
	const counted = new Set<string>();
	let bytes = 0;
	const devtools = await context.newCDPSession(page);
	await devtools.send('Network.enable');
	devtools.on('Network.requestWillBeSent', ({ requestId, request }) => {
		if (request.url.includes('/rest/v1/')) counted.add(requestId);
	});
	devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		if (counted.has(requestId)) bytes += encodedDataLength;
	});
	return {
		reset: () => {
			counted.clear();
			bytes = 0;
		},
		requests: () => counted.size,
		bytes: () => bytes
	};
}
