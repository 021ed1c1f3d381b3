/** Pages for a bench: bundled from TypeScript, served on 127.0.0.1, opened in a Chromium. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type BrowserContext } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Rolldown } from 'vite';
import { chromiumArgs, findChromium } from '../support/chromium';
import { atEnd, goOn } from './harness';

const root = new URL('../../', import.meta.url).pathname;

/** Bundles modules as the app is bundled: file name -> its code. `external` packages are left out. */
export async function bundle(
	input: Record<string, string>,
	external: readonly RegExp[] = []
): Promise<Map<string, string>> {
	const built = (await build({
		root,
		configFile: false,
		logLevel: 'error',
		plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
		resolve: {
			alias: [
				{ find: '$lib', replacement: `${root}src/lib` },
				{ find: '$seeds', replacement: `${root}seeds` },
				// As in vite.config.ts; RxDB gets the same of its own Dexie.
				{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }
			]
		},
		build: {
			write: false,
			target: 'es2022',
			modulePreload: { polyfill: false },
			rolldownOptions: {
				input: Object.fromEntries(
					Object.entries(input).map(([name, file]) => [name, `${root}tests/bench/${file}`])
				),
				external: [...external],
				preserveEntrySignatures: 'strict',
				output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }
			}
		}
	})) as Rolldown.RolldownOutput;
	return new Map(
		built.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : []))
	);
}

/**
 * Serves bundled modules, each as the script of an otherwise empty page of its name, on an origin of its own.
 * @returns the origin
 */
export async function serve(files: ReadonlyMap<string, string>): Promise<string> {
	const server = createServer((request, response) => {
		const name = (request.url ?? '/').slice(1);
		const code = files.get(name);
		const html = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="/${name}.js"></script>`;
		response.writeHead(200, {
			'Content-Type': code === undefined ? 'text/html' : 'text/javascript',
			// With these two the page's clock ticks in microseconds.
			'Cross-Origin-Opener-Policy': 'same-origin',
			'Cross-Origin-Embedder-Policy': 'require-corp'
		});
		response.end(code ?? html);
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	atEnd(
		() =>
			new Promise((closed) => {
				server.close(closed);
				server.closeAllConnections();
			})
	);
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Opens a Chromium on a folder that keeps what its pages store. */
export async function openChromium(folder: string): Promise<BrowserContext> {
	goOn();
	const executablePath = findChromium();
	const launching = chromium.launchPersistentContext(folder, {
		...(executablePath && { executablePath }),
		args: chromiumArgs,
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false
	});
	atEnd(async () => (await launching).close());
	const context = await launching;
	context.on('weberror', (error) => console.error('In the page:', error.error()));
	return context;
}
