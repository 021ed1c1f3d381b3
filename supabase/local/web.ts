import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context, type Next } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { answerCalendar } from '../functions/calendar/calendar';
import type { Backend } from './backend';

/** The largest request taken: far above a full push of 200 records. */
const MAX_REQUEST_BYTES = 20 * 1024 * 1024;

interface WebOptions {
	/** Folder of the built app. */
	buildDir: string;
	backend: Pick<Backend, 'fetch'>;
	publishableKey: string;
	/** The versions of everything that runs, for /healthz; fails while the database does not answer. */
	versions: () => Promise<Record<string, string | null>>;
}

/**
 * The one origin that phones talk to: the built app, its runtime configuration, and Supabase's
 * interface behind it. Every page gets strict security headers.
 */
export function createWeb({ buildDir, backend, publishableKey, versions }: WebOptions): Hono {
	const web = new Hono();
	web.use(compress());
	web.use(async (c, next) => {
		await next();
		for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value);
	});

	web.get('/healthz', async (c) => {
		const running = await versions().catch(() => null);
		if (!running) return c.json({ status: 'The database does not answer.' }, 503, noStore);
		return c.json({ status: 'ok', ...running }, 200, noStore);
	});
	web.get('/config.json', (c) =>
		c.json({ supabaseUrl: new URL(c.req.url).origin, publishableKey }, 200, noStore)
	);

	web.use(
		'/:interface{rest|auth|storage}/v1/*',
		bodyLimit({ maxSize: MAX_REQUEST_BYTES, onError: tooLarge })
	);
	web.on(['POST', 'PUT'], '/storage/v1/*', refuseUnknownLength);
	web.all('/:interface{rest|auth|storage}/v1/*', async (c) => {
		const response = forThisOriginOnly(await backend.fetch(c.req.raw));
		await readToEnd(c.req.raw);
		return response;
	});

	web.all('/functions/v1/calendar/:file', (c) =>
		answerCalendar(c.req.raw, {
			fetch: backend.fetch,
			url: new URL(c.req.url).origin,
			publishableKey
		})
	);

	const page = (c: Context) => answerPage(c, join(buildDir, 'index.html'));
	web.get('/', page);
	web.get('/index.html', page);
	if (existsSync(buildDir)) web.get('*', tellCaches, serveStatic({ root: buildDir }));
	// Every address of the app is the one page; a missing script or picture is a plain 404.
	web.get('*', (c, next) => (isNavigation(c) ? page(c) : next()));
	return web;
}

const noStore = { 'Cache-Control': 'no-store' };

const securityHeaders = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Permissions-Policy': 'geolocation=(self), camera=(self)',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin'
};

function tooLarge(c: Context): Response {
	const message = 'This is too large to send: 20 MB at most.';
	return c.json({ code: 'too_large', message, details: null, hint: null }, 413);
}

/** Lite holds what is sent against a bucket's limit by the length that the request states, so it states one. */
async function refuseUnknownLength(c: Context, next: Next): Promise<Response | void> {
	if (c.req.header('Content-Length')) return next();
	const message = 'The length of what is sent must be stated.';
	return c.json({ statusCode: '411', error: 'length_required', message }, 411);
}

/**
 * Reads what a refused request was still sending. Without that the connection would be cut, and whoever sent it could
 * not tell the refusal from a lost network.
 */
async function readToEnd({ body, bodyUsed }: Request): Promise<void> {
	if (body && !bodyUsed && !body.locked)
		await body.pipeTo(new WritableStream()).catch(() => undefined);
}

/** Lite answers every website; here only the app's own pages may ask, and nothing is kept in a cache. */
function forThisOriginOnly(response: Response): Response {
	const headers = new Headers(response.headers);
	for (const name of [...headers.keys()])
		if (name.startsWith('access-control-')) headers.delete(name);
	headers.set('Cache-Control', 'no-store');
	return new Response(response.body, { status: response.status, headers });
}

function isNavigation(c: Context): boolean {
	return c.req.header('Accept')?.includes('text/html') ?? false;
}

/** Built files carry a hash in their names and never change; everything else is asked for again. */
async function tellCaches(c: Context, next: Next): Promise<void> {
	await next();
	if (!c.res.ok || c.res.headers.has('Cache-Control')) return;
	const forever = c.req.path.startsWith('/_app/immutable/');
	c.header('Cache-Control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
}

async function answerPage(c: Context, file: string): Promise<Response> {
	const html = await readFile(file, 'utf8').catch(() => null);
	if (html === null) return c.text('The app is not built yet: run npm run build.', 503);
	c.header('Content-Security-Policy', contentSecurityPolicy(html, new URL(c.req.url).host));
	c.header('Cache-Control', 'no-cache');
	return c.html(html);
}

/** Only our own files may run or be loaded, besides the inline scripts that the build put in the page. */
function contentSecurityPolicy(html: string, host: string): string {
	const inline = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
		([, script]) => script ?? ''
	);
	const hashes = inline.map(
		(script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`
	);
	return [
		"default-src 'self'",
		["script-src 'self'", ...hashes].join(' '),
		// The one style attribute is SvelteKit's own, which hides its announcer of page titles.
		"style-src 'self' 'unsafe-hashes' 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='",
		"img-src 'self' blob: data:",
		// Older Safari does not count a web socket to the same host as 'self'.
		`connect-src 'self' ws://${host} wss://${host}`,
		"object-src 'none'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
		"form-action 'self'"
	].join('; ');
}
