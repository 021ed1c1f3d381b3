/**
 * A shared calendar over HTTP, for the embedded server and for an Edge Function alike: web-standard requests and answers.
 * The address holds a secret, so it is never logged and never sent on in an address.
 */
import { calendarOf, type CalendarEntry } from '../../../src/lib/exchange/calendar.ts';

interface Feed {
	name: string;
	events: CalendarEntry[];
}

/** Where the database answers. */
interface Source {
	fetch: (request: Request) => Promise<Response>;
	/** The origin of Supabase's interface. */
	url: string;
	publishableKey: string;
}

const plain = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };

/** Calendars look in from time to time; a quarter of an hour is soon enough. */
const CACHED = 'private, max-age=900';

/**
 * Answers `…/<token>.ics`: the calendar, 304 where the caller has it already, 404 in words where nobody shares it (any more),
 * 503 while the database does not answer.
 */
export async function answerCalendar(request: Request, source: Source): Promise<Response> {
	if (request.method !== 'GET' && request.method !== 'HEAD')
		return new Response('A calendar is only read.', {
			status: 405,
			headers: { ...plain, Allow: 'GET, HEAD' }
		});
	const token = /\/([A-Za-z0-9_-]{32})\.ics$/.exec(new URL(request.url).pathname)?.[1];
	const feed = token ? await read(token, source).catch(() => undefined) : null;
	if (feed === undefined)
		return new Response(
			'The calendar cannot be read just now. Calendars try again by themselves.',
			{
				status: 503,
				headers: { ...plain, 'Retry-After': '60' }
			}
		);
	if (feed === null)
		return new Response(
			'This calendar is not shared, or not any more. Ask the council for its new address.',
			{ status: 404, headers: plain }
		);

	const body = calendarOf(feed.name, feed.events);
	const etag = `"${await digestOf(body)}"`;
	const headers = { 'Cache-Control': CACHED, ETag: etag };
	// What was compressed on its way has a weak tag of the same name.
	if (request.headers.get('If-None-Match')?.replace(/^W\//, '') === etag)
		return new Response(null, { status: 304, headers });
	return new Response(body, {
		headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' }
	});
}

async function read(token: string, { fetch, url, publishableKey }: Source): Promise<Feed | null> {
	const response = await fetch(
		new Request(`${url}/rest/v1/rpc/read_calendar`, {
			method: 'POST',
			headers: { apikey: publishableKey, 'Content-Type': 'application/json' },
			body: JSON.stringify({ token })
		})
	);
	if (!response.ok) throw new Error(`The database answered ${response.status}`);
	return (await response.json()) as Feed | null;
}

async function digestOf(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
