/** A server that brings out a new version of the app. */
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import type { TestServer } from '../support/server';

interface Versions {
	baseURL: string;
	/** From now on there is a new version. */
	publish: () => void;
	close: () => void;
}

/** The server behind another address, which hands out another service worker as soon as it is told to. */
export async function newVersionsOf(server: TestServer): Promise<Versions> {
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
		publish: () => void (published = true),
		close: () => (host.closeAllConnections(), void host.close())
	};
}

/** Brings the new version to a device, where it waits to be asked for. */
export async function offerNewVersion(versions: Versions, page: Page): Promise<void> {
	versions.publish();
	// The browser looks again from time to time; here it is told to, for a look under way may miss the news.
	await expect
		.poll(() => page.evaluate(lookForNewVersion), { timeout: 30_000, intervals: [1_000] })
		.toBe('installed');
}

/** The state of the new version that waits, if there is one. Runs in the page. */
async function lookForNewVersion(): Promise<string | undefined> {
	const registration = await navigator.serviceWorker.ready;
	await registration.update();
	return registration.waiting?.state;
}
