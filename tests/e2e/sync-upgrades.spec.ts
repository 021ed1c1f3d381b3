/** A new version of the app, and of its database, on a phone that holds work which is not sent. */
import type { Sql } from 'postgres';
import {
	addLog,
	enterPassword,
	expect,
	expectUnsent,
	flightMode,
	people,
	startLog,
	test,
	untilAppIsKept
} from './app';
import { newVersionsOf, offerNewVersion } from './new-version';
import { writeLogs } from './on-device';

test('a new version of the app sends what the old one left', async ({ phoneOf, server, sql }) => {
	const versions = await newVersionsOf(server);
	const aisha = await phoneOf('aisha', { baseURL: versions.baseURL });
	// The network is there, but the server takes nothing, so that all of it waits.
	await aisha.route('**/rpc/sync_push', (route) => route.abort());
	await writeLogs(aisha, 20, 'Left by the old version');
	await startLog(aisha);
	await aisha.getByLabel('What did you hear?').fill('Half a sentence');
	await aisha.getByRole('link', { name: 'Back' }).click();
	await expectUnsent(aisha, 20);
	await offerNewVersion(versions, aisha);
	const renewed = aisha.waitForEvent('load');
	await aisha.getByRole('button', { name: 'Update now' }).click();
	await renewed;
	await expectUnsent(aisha, 20);
	await expect(aisha.getByText('1 draft is waiting for you')).toBeVisible();
	await aisha.unroute('**/rpc/sync_push');
	await aisha.goto('/sync');
	await aisha.getByRole('button', { name: 'Sync now' }).click();
	await expectUnsent(aisha, 0);
	expect(await arrived(sql, 'Left by the old version')).toEqual({ sent: 20, different: 20 });
	versions.close();
});

test('a new layout of the database keeps the outbox and the drafts of the one before', async ({
	device,
	sql
}) => {
	const aisha = await (await device()).newPage();
	const [old] = await sql`
		select users.id as user_id, logs.* from auth.users
		join memberships on memberships.user_id = users.id and memberships.locality_id is not null
		join engagement_logs logs on logs.scope = 'locality:' || memberships.locality_id
		where email = ${people.aisha} and logs.deleted_at is null limit 1`;
	// A page of the app's origin that does not open the database.
	await aisha.goto('/config.json');
	await aisha.evaluate(leaveFirstLayout, JSON.parse(JSON.stringify(old)) as OldLog);

	await aisha.goto('/sign-in');
	const sending = aisha.waitForRequest('**/rpc/sync_push');
	await enterPassword(aisha, people.aisha);
	expect((await sending).postDataJSON()).toMatchObject({
		client_id: 'a1500000-0000-4000-8000-000000000001',
		mutations: Array.from({ length: 10 }, (_, index) => ({
			mid: 5 + index,
			op: 'insert',
			schema: 1
		}))
	});
	await expectUnsent(aisha, 0);
	await expect(aisha.getByText('1 draft is waiting for you')).toBeVisible();
	await expect(aisha.getByText(/Everything is sent\. Last updated/)).toBeVisible();
	expect(await arrived(sql, 'From the first layout')).toEqual({ sent: 10, different: 10 });

	await aisha.goto('/logs');
	await aisha.getByRole('link', { name: 'Draft: Visit' }).click();
	await expect(aisha.getByLabel('What did you hear?')).toHaveValue('A draft of the first layout');
	await aisha.goto('/logs/a1500000-0000-4000-8000-000000000002');
	await expect(aisha.getByText('This log is not on this device')).toBeVisible();
	// Numbers go on from where they were: one that came back would get an old verdict.
	await untilAppIsKept(aisha);
	await flightMode(aisha, true);
	await addLog(aisha, { heard: 'From the layout of today' });
	const next = aisha.waitForRequest('**/rpc/sync_push');
	await flightMode(aisha, false);
	expect((await next).postDataJSON()).toMatchObject({ mutations: [{ mid: 15 }] });
	await expectUnsent(aisha, 0);
});

type OldLog = Record<string, unknown> & { user_id: string };

/**
 * What the first layout of the database held on a phone that was in use: ten new logs numbered from 5, a draft, how far
 * it had read, and a record that the server has no more. Runs in the page.
 */
async function leaveFirstLayout({ user_id, ...log }: OldLog): Promise<void> {
	// Dexie multiplies its version numbers by ten.
	const opening = indexedDB.open(`common-ground-${user_id}`, 10);
	opening.onupgradeneeded = () => {
		const make = (name: string, indexes: string[], options: IDBObjectStoreParameters) => {
			const store = opening.result.createObjectStore(name, options);
			for (const index of indexes) {
				const parts = index.split('+');
				store.createIndex(
					parts.length > 1 ? `[${index}]` : index,
					parts.length > 1 ? parts : index
				);
			}
		};
		const records = {
			councils: [],
			profiles: ['user_id'],
			memberships: ['user_id'],
			localities: [],
			areas: ['code'],
			plans: [],
			objectives: ['plan_id'],
			actions: ['plan_id', 'objective_id'],
			organisations: ['ward_code'],
			places: ['ward_code'],
			engagement_logs: [
				'created_by+occurred_on',
				'ward_code+occurred_on',
				'occurred_on',
				'objective_id',
				'action_id'
			],
			audit_log: ['row_id']
		};
		for (const [table, indexes] of Object.entries(records))
			make(table, ['scope', ...indexes], { keyPath: 'id' });
		make('outbox', ['table+id', 'state'], { keyPath: 'mid', autoIncrement: true });
		make('drafts', ['table'], { keyPath: 'id' });
		make('meta', [], { keyPath: 'key' });
	};
	await new Promise((done) => (opening.onsuccess = done));
	const { transaction, close } = {
		transaction: opening.result.transaction(opening.result.objectStoreNames, 'readwrite'),
		close: () => opening.result.close()
	};
	const put = (store: string, value: unknown) => transaction.objectStore(store).put(value);
	const at = '2026-11-16T10:00:00.000Z';
	const { council_id, coverage, ward_code, objective_id } = log;
	const typed = { coverage, ward_code, objective_id, type: 'visit', occurred_on: '2026-11-02' };
	for (let number = 0; number < 10; number += 1) {
		const set = {
			...typed,
			council_id,
			heard: `From the first layout ${number}`,
			themes: [],
			barriers: [],
			restricted: false
		};
		const id = crypto.randomUUID();
		put('outbox', {
			mid: 5 + number,
			table: 'engagement_logs',
			id,
			op: 'insert',
			schema: 1,
			at,
			state: 'waiting',
			attempts: 0,
			lastAttemptAt: null,
			problem: null,
			body: { set, base: {}, was: {} }
		});
		const body = { ...log, ...set, id, scope: '', row_version: 0, field_versions: {} };
		put('engagement_logs', { ...typed, id, scope: '', row_version: 0, body, server: null });
	}
	const gone = 'a1500000-0000-4000-8000-000000000002';
	put('engagement_logs', {
		...typed,
		id: gone,
		scope: log.scope,
		row_version: 1,
		body: { ...log, id: gone }
	});
	put('drafts', {
		id: 'a1500000-0000-4000-8000-000000000003',
		table: 'engagement_logs',
		updated_at: at,
		body: {
			values: {
				...typed,
				place_id: '',
				action_id: '',
				themes: [],
				heard: 'A draft of the first layout',
				people_count: '',
				organisation_id: '',
				barriers: [],
				restricted: false
			},
			opened: null
		}
	});
	put('meta', { key: 'client', value: 'a1500000-0000-4000-8000-000000000001' });
	put('meta', {
		key: 'mark',
		value: {
			epoch: 'of old',
			cursors: { [log.scope as string]: 'of old' },
			complete: true,
			heardAt: at,
			firstRead: { received: 1, total: 1 },
			layout: 'the first'
		}
	});
	await new Promise((done) => (transaction.oncomplete = done));
	close();
}

/** How many logs with such words are on the server, and how many different ones. */
async function arrived(sql: Sql, heard: string): Promise<unknown> {
	const [row] = await sql`
		select count(*)::int as sent, count(distinct heard)::int as different
		from engagement_logs where heard like ${`${heard}%`}`;
	return row;
}
