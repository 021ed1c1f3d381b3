/** Shared calendars: who makes and ends them, and what anybody reads who has the address. */
import { randomBytes, randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answerCalendar } from '../functions/calendar/calendar';
import { describeRights } from './rights';
import { setScene, WARDS, type Scene } from './scene';

const newToken = () => randomBytes(24).toString('base64url');

const feedOf = (scene: Scene) => ({
	id: randomUUID(),
	council_id: scene.council,
	locality_id: scene.south,
	token: newToken()
});

describeRights('calendar_feeds', {
	record: (scene) => {
		const { id: _, ...columns } = feedOf(scene);
		return columns;
	},
	change: { deleted_at: new Date().toISOString() },
	rights: {
		aisha: ['read'],
		tom: ['read'],
		champion: ['read'],
		manager: ['read', 'add', 'change', 'change own'],
		cleared: ['read', 'add', 'change', 'change own'],
		admin: ['read', 'add', 'change', 'change own'],
		viewer: [],
		stranger: [],
		neighbour: [],
		anon: []
	}
});

let scene: Scene;
beforeAll(async () => {
	scene = await setScene();
});
afterAll(() => scene.drop());

async function addEvent(fields: Record<string, unknown> = {}): Promise<string> {
	const id = randomUUID();
	const starts = new Date(Date.now() + 7 * 86_400_000);
	await scene.sql`insert into community_events ${scene.sql({
		id,
		council_id: scene.council,
		title: 'Winter Fair',
		type: 'community',
		status: 'published',
		objective_id: scene.priority,
		ward_code: WARDS.leys,
		starts_at: starts,
		ends_at: new Date(starts.getTime() + 3_600_000),
		...fields
	})}`;
	return id;
}

async function share(): Promise<{ id: string; token: string }> {
	const feed = feedOf(scene);
	await scene.sql`insert into calendar_feeds ${scene.sql(feed)}`;
	return feed;
}

/** The database as PostgREST speaks for it, to somebody who did not sign in. */
const source = {
	url: 'http://127.0.0.1',
	publishableKey: 'key',
	fetch: async (request: Request) => {
		const { token } = (await request.json()) as { token: string };
		const [row] = await scene.as(null)((tx) => tx`select read_calendar(${token}) as calendar`);
		return Response.json(row?.calendar ?? null);
	}
};

const ask = (token: string, init?: RequestInit) =>
	answerCalendar(new Request(`http://127.0.0.1/functions/v1/calendar/${token}.ics`, init), source);

async function read(token: string): Promise<Record<string, string>> {
	const component = new ICAL.Component(ICAL.parse(await (await ask(token)).text()) as unknown[]);
	return Object.fromEntries(
		component
			.getAllSubcomponents('vevent')
			.map((event) => [
				String(event.getFirstPropertyValue('uid')).replace('@common-ground', ''),
				`${String(event.getFirstPropertyValue('status'))} ${String(event.getFirstPropertyValue('summary'))}`
			])
	);
}

describe('a shared calendar', () => {
	let feed: Awaited<ReturnType<typeof share>>;
	beforeEach(async () => {
		await scene.sql`delete from community_events`;
		feed = await share();
	});

	test('has what was published for its wards, or for everybody', async () => {
		const here = await addEvent();
		const everywhere = await addEvent({ coverage: 'city_wide', ward_code: null });
		await addEvent({ status: 'planned', title: 'Secret' });
		await addEvent({ ward_code: WARDS.marston, title: 'Elsewhere' });
		expect(await read(feed.token)).toEqual({
			[here]: 'CONFIRMED Winter Fair',
			[everywhere]: 'CONFIRMED Winter Fair'
		});
	});

	test('says that what was published is cancelled, and nothing of what never was', async () => {
		const published = await addEvent();
		const planned = await addEvent({ status: 'planned' });
		for (const id of [published, planned])
			await scene.sql`
				update community_events set status = 'cancelled', cancelled_reason = 'Flooded.' where id = ${id}`;
		expect(await read(feed.token)).toEqual({ [published]: 'CANCELLED Cancelled: Winter Fair' });
	});

	test('is not sent again while nothing has changed', async () => {
		const id = await addEvent();
		const etag = (await ask(feed.token)).headers.get('ETag') ?? '';
		const again = () => ask(feed.token, { headers: { 'If-None-Match': `W/${etag}` } });
		expect((await again()).status).toBe(304);
		await scene.sql`update community_events set title = 'Fair' where id = ${id}`;
		expect((await again()).status).toBe(200);
	});

	test('ends when it is deleted, and says so in words', async () => {
		expect((await ask(feed.token)).status).toBe(200);
		await scene.as(scene.people.manager)(
			(tx) => tx`update calendar_feeds set deleted_at = now() where id = ${feed.id}`
		);
		const response = await ask(feed.token);
		expect(response.status).toBe(404);
		expect(await response.text()).toContain('not any more');
	});

	test('says nothing to a guess, and is only read', async () => {
		expect((await ask(newToken())).status).toBe(404);
		expect((await ask('short')).status).toBe(404);
		expect((await ask(feed.token, { method: 'POST' })).status).toBe(405);
	});

	test('says that it cannot be read while the database does not answer', async () => {
		const request = new Request(`http://127.0.0.1/functions/v1/calendar/${feed.token}.ics`);
		const down = { ...source, fetch: async () => new Response('', { status: 502 }) };
		expect((await answerCalendar(request, down)).status).toBe(503);
	});
});
