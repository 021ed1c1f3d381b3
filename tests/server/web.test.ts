import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWeb } from '../../supabase/local/web';

const inline = "\n\t\t\tstart('here');\n";
const html = `<!doctype html><script>${inline}</script><script type="module" src="/_app/x.js"></script>`;
const asPage = { headers: { accept: 'text/html,*/*' } };

describe('the one origin', () => {
	let buildDir: string;
	let web: Hono;

	beforeAll(async () => {
		buildDir = await mkdtemp(join(tmpdir(), 'common-ground-build-'));
		await mkdir(join(buildDir, '_app/immutable'), { recursive: true });
		await writeFile(join(buildDir, 'index.html'), html);
		await writeFile(join(buildDir, 'service-worker.js'), '// worker');
		await writeFile(join(buildDir, 'manifest.webmanifest'), '{}');
		await writeFile(join(buildDir, '_app/immutable/app.js'), `//${'x'.repeat(5000)}`);
		const backend = {
			fetch: async (request: Request) =>
				new Response(JSON.stringify({ path: new URL(request.url).pathname }), {
					headers: { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/json' }
				})
		};
		web = createWeb({
			buildDir,
			backend,
			publishableKey: 'key',
			versions: async () => ({ app: '1.0.0' })
		});
	});
	afterAll(() => rm(buildDir, { recursive: true }));

	function get(path: string, init?: RequestInit): Promise<Response> {
		return Promise.resolve(web.request(`http://127.0.0.1:4173${path}`, init));
	}

	it.each(['/', '/index.html', '/logs/new', '/sign-in?next=%2Flogs'])(
		'answers %s with the app',
		async (path) => {
			const response = await get(path, asPage);
			expect(response.status).toBe(200);
			expect(response.headers.get('Content-Type')).toBe('text/html; charset=UTF-8');
			expect(response.headers.get('Cache-Control')).toBe('no-cache');
			expect(await response.text()).toBe(html);
		}
	);

	it('lets only its own files and the built inline script run', async () => {
		const policy = (await get('/', asPage)).headers.get('Content-Security-Policy') ?? '';
		const hash = createHash('sha256').update(inline).digest('base64');
		expect(policy.split('; ')).toEqual([
			"default-src 'self'",
			`script-src 'self' 'sha256-${hash}'`,
			expect.stringMatching(/^style-src 'self' 'unsafe-hashes' 'sha256-[^' ]+'$/),
			"img-src 'self' blob: data:",
			"connect-src 'self' ws://127.0.0.1:4173 wss://127.0.0.1:4173",
			"object-src 'none'",
			"base-uri 'none'",
			"frame-ancestors 'none'",
			"form-action 'self'"
		]);
	});

	it('puts the security headers on every answer', async () => {
		for (const path of [
			'/',
			'/config.json',
			'/rest/v1/x',
			'/_app/immutable/app.js',
			'/missing.js'
		]) {
			const { headers } = await get(path);
			expect(headers.get('X-Content-Type-Options'), path).toBe('nosniff');
			expect(headers.get('Referrer-Policy'), path).toBe('no-referrer');
			expect(headers.get('Permissions-Policy'), path).toBe('geolocation=(self), camera=(self)');
		}
	});

	it('lets browsers keep what never changes, and ask again for what does', async () => {
		const caching = async (path: string) => (await get(path)).headers.get('Cache-Control');
		expect(await caching('/_app/immutable/app.js')).toBe('public, max-age=31536000, immutable');
		expect(await caching('/service-worker.js')).toBe('no-cache');
		expect(await caching('/manifest.webmanifest')).toBe('no-cache');
		expect(await caching('/config.json')).toBe('no-store');
		expect(await caching('/rest/v1/x')).toBe('no-store');
	});

	it.each([
		['/_app/immutable/app.js', 'text/javascript; charset=utf-8'],
		['/manifest.webmanifest', 'application/manifest+json']
	])('says what kind of file %s is', async (path, type) => {
		expect((await get(path)).headers.get('Content-Type')).toBe(type);
	});

	it('does not pass the app off as a missing file', async () => {
		expect((await get('/_app/immutable/gone.js')).status).toBe(404);
		expect((await get('/logs/new', { ...asPage, method: 'POST' })).status).toBe(404);
	});

	it.each(['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json'])(
		'stays inside the built app for %s',
		async (path) => {
			const response = await get(path);
			expect(response.status).toBe(404);
		}
	);

	it('sends text compressed to whoever takes it', async () => {
		const response = await get('/_app/immutable/app.js', {
			headers: { 'Accept-Encoding': 'gzip' }
		});
		expect(response.headers.get('Content-Encoding')).toBe('gzip');
		expect((await response.arrayBuffer()).byteLength).toBeLessThan(1000);
	});

	it('passes the interface on, for its own pages only', async () => {
		const response = await get('/rest/v1/rpc/x', { headers: { Origin: 'https://example.com' } });
		expect(await response.json()).toEqual({ path: '/rest/v1/rpc/x' });
		expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
	});

	it('refuses a request of more than 20 MB in a sentence', async () => {
		const response = await get('/rest/v1/rpc/x', {
			method: 'POST',
			body: 'x'.repeat(20 * 1024 * 1024 + 1)
		});
		expect(response.status).toBe(413);
		expect(await response.json()).toMatchObject({
			code: 'too_large',
			message: 'This is too large to send: 20 MB at most.'
		});
	});

	it('says so when the app is not built, or the database does not answer', async () => {
		const empty = await mkdtemp(join(tmpdir(), 'common-ground-build-'));
		const bare = createWeb({
			buildDir: empty,
			backend: { fetch: async () => new Response() },
			publishableKey: '',
			versions: () => Promise.reject(new Error('No database'))
		});
		const response = await bare.request('/', asPage);
		expect(response.status).toBe(503);
		expect(await response.text()).toContain('npm run build');
		expect((await bare.request('/healthz')).status).toBe(503);
		await rm(empty, { recursive: true });
	});
});
