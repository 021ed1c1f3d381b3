import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newOrganisation } from '$lib/records/organisation/new-organisation';
import { sampleRow } from '$lib/records/sample-rows';
import { Store } from '$lib/store/store';
import { contactsOf, isQuiet, lastContacts } from './contacts';

let store: Store;
beforeEach(() => {
	store = new Store(crypto.randomUUID());
});
afterEach(() => store.close());

async function addLog(occurred_on: string, columns: object): Promise<string> {
	const {
		id,
		scope: _scope,
		row_version: _version,
		field_versions: _versions,
		created_by: _by,
		created_at: _at,
		updated_by: _updatedBy,
		updated_at: _updatedAt,
		deleted_at: _deleted,
		...fields
	} = sampleRow('engagement_logs', { occurred_on, objective_id: crypto.randomUUID(), ...columns });
	return store.write.insert('engagement_logs', fields, id);
}

async function addOrganisation(): Promise<string> {
	return store.write.insert('organisations', {
		council_id: crypto.randomUUID(),
		...newOrganisation({ name: 'Leys Supper Club', kind: 'community_group', ward_code: null })
	});
}

describe('contactsOf', () => {
	it('finds every part that an organisation can have, newest first, each log once', async () => {
		const us = await addOrganisation();
		const other = await addOrganisation();
		const met = await addLog('2026-11-01', {
			organisation_id: us,
			connected_organisation_ids: [us]
		});
		const present = await addLog('2026-11-03', { partner_ids: [other, us] });
		const connected = await addLog('2026-11-02', { connected_organisation_ids: [us, other] });
		await addLog('2026-11-04', { organisation_id: other });
		expect((await contactsOf(store, us)).map(({ id, part }) => [id, part])).toEqual([
			[present, 'present'],
			[connected, 'connected'],
			[met, 'met']
		]);
		expect((await contactsOf(store, us, 2)).map(({ id }) => id)).toEqual([present, connected]);
	});

	it('leaves restricted logs out', async () => {
		const us = await addOrganisation();
		await addLog('2026-11-01', { organisation_id: us, restricted: true });
		await addLog('2026-11-02', { partner_ids: [us], restricted: true });
		expect(await contactsOf(store, us)).toEqual([]);
	});
});

it('lastContacts says the day of the freshest, and nothing of those without any', async () => {
	const [us, other] = [await addOrganisation(), await addOrganisation()];
	await addLog('2026-10-01', { organisation_id: us });
	await addLog('2026-09-01', { partner_ids: [us] });
	expect(await lastContacts(store, [{ id: us }, { id: other }])).toEqual(
		new Map([[us, '2026-10-01']])
	);
});

it.each([
	['2026-08-25', false],
	['2026-08-24', true],
	[undefined, true]
])('isQuiet on 23 November, last contact %s: %s', (last, quiet) => {
	expect(isQuiet(last, '2026-11-23')).toBe(quiet);
});
