import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeFiles, sendFiles } from '../sync/files';
import { exchange } from '../sync/exchange';
import { ScriptedRemote } from '../sync/scripted-remote';
import { Failure } from '$lib/errors/failure';
import type { Row } from '$lib/records/registry';
import { COUNCIL, logFields, readMark, serverLog, SOUTH } from './samples';
import { isAttached } from './photos';
import { Store } from './store';

const TABLE = 'engagement_logs';
const { id } = serverLog();
const { buffer } = new Uint8Array([1, 2, 3]);
const picture = {
	sha256: 'abc',
	byte_size: 3,
	width: 4,
	height: 3,
	description: 'A ramp'
};

let store: Store;
let remote: ScriptedRemote;
beforeEach(() => {
	store = new Store(crypto.randomUUID());
	remote = new ScriptedRemote();
});
afterEach(() => store.close());

const quiet = { sending: () => undefined, sent: () => undefined, receiving: () => undefined };
const sync = () => exchange(store, remote, quiet);
const sendAll = () => sendFiles(store, remote, () => undefined);
const states = async (record = id) => (await store.photos.of(record)).map(({ state }) => state);

/** Saves a log with one picture, and returns the picture's id. */
async function saveWithPicture(): Promise<string> {
	const photo = await store.photos.hold(TABLE, id, picture, buffer);
	await store.write.together(async () => {
		await store.write.insert(TABLE, logFields(), id);
		await store.photos.attach(COUNCIL, id);
	});
	return photo;
}

describe('a picture', () => {
	it('waits for its record to be saved, and is gone with the draft', async () => {
		await store.photos.hold(TABLE, id, picture, buffer);
		expect(await states()).toEqual(['held']);
		expect(await store.photos.next()).toBeUndefined();
		await store.drafts.discard(id);
		expect(await store.photos.of(id)).toEqual([]);
	});

	it('becomes an attachment of its record in the same write', async () => {
		const photo = await saveWithPicture();
		expect(await store.outbox()).toMatchObject([{ id }, { id: photo, table: 'attachments' }]);
		expect(await store.photos.of(id)).toMatchObject([
			{
				id: photo,
				state: 'queued',
				description: 'A ramp',
				attachment: { byte_size: 3, row_id: id }
			}
		]);
		expect(await store.unsent()).toEqual({ waiting: 1, attention: 0, photos: 1 });
	});

	it('is not kept where the write fails', async () => {
		await store.photos.hold(TABLE, id, picture, buffer);
		const write = store.write.together(async () => {
			await store.photos.attach(COUNCIL, id);
			throw new Error('full');
		});
		await expect(write).rejects.toThrow('full');
		expect(await states()).toEqual(['held']);
		expect(await store.outbox()).toEqual([]);
	});

	it('follows its record: log, attachment, bytes', async () => {
		await saveWithPicture();
		await sendAll();
		expect(remote.uploaded).toEqual([]);
		await sync();
		expect(remote.pushed.map((call) => call.map(({ table }) => table))).toEqual([
			[TABLE],
			['attachments']
		]);
		expect(await sendAll()).toBe(1);
		expect(remote.uploaded).toEqual([`${COUNCIL}/${store.userId}/abc`]);
		expect(await sendAll()).toBe(0);
	});

	it('is sent again where it was broken off', async () => {
		await saveWithPicture();
		await sync();
		remote.uploads.push(new Failure('offline'));
		await expect(sendAll()).rejects.toThrow(Failure);
		expect(await sendAll()).toBe(1);
		expect(remote.uploaded).toHaveLength(2);
	});

	it('that the server refuses is kept, and goes out again when the person says so', async () => {
		const photo = await saveWithPicture();
		await sync();
		remote.uploads.push(new Failure('refused'));
		expect(await sendAll()).toBe(0);
		expect(await store.photos.count()).toEqual({ queued: 0, refused: 1 });
		expect(await store.photos.bytes(photo)).toBeDefined();
		await store.photos.tryAgain();
		expect(await sendAll()).toBe(1);
	});

	it('of a log that was never sent goes with it', async () => {
		await saveWithPicture();
		await store.write.remove(TABLE, id);
		expect(await store.outbox()).toEqual([]);
		expect(await store.photos.of(id)).toEqual([]);
		expect((await store.holdings()).photos).toBe(0);
	});

	it('of a refused log goes when that is discarded', async () => {
		await saveWithPicture();
		remote.verdicts.push(() => [
			{ mid: remote.mids[0]?.[0] ?? 0, verdict: 'rejected', code: 'not_allowed', row: null }
		]);
		await sync();
		const [log, attachment] = await store.outbox();
		expect(log).toMatchObject({ state: 'attention' });
		expect(attachment).toMatchObject({ state: 'waiting', attempts: 0 });
		await store.write.discard(log?.mid ?? 0);
		expect(await store.outbox()).toEqual([]);
		expect((await store.holdings()).photos).toBe(0);
	});

	it('may be described before and after it is saved', async () => {
		await store.photos.hold(TABLE, id, picture, buffer);
		const describe = async (words: string) => {
			const [photo] = await store.photos.of(id);
			if (photo) await store.photos.describe(photo, words);
			return (await store.photos.of(id))[0]?.description;
		};
		expect(await describe('Steps')).toBe('Steps');
		await store.write.together(() => store.photos.attach(COUNCIL, id));
		expect(await describe('Three steps')).toBe('Three steps');
		expect(await store.outbox()).toMatchObject([{ op: 'insert', table: 'attachments' }]);
	});
});

describe('a copy of a sent picture', () => {
	const attachment = (more: Partial<Row<'attachments'>> = {}) =>
		({
			...serverLog({ id: '00000000-0000-4000-8000-0000000000f1' }),
			table_name: TABLE,
			row_id: id,
			sha256: 'abc',
			content_type: 'image/jpeg',
			byte_size: 3,
			width: 4,
			height: 3,
			description: '',
			...more
		}) as unknown as Row<'attachments'>;
	const take = (row: Row<'attachments'>, scopes = [SOUTH]) =>
		store.inbox.take([{ table: 'attachments', row }], readMark(...scopes), false);

	beforeEach(async () => {
		await take(attachment());
		const [photo] = await store.photos.of(id);
		if (photo?.attachment)
			await store.photos.keep({ ...photo, attachment: photo.attachment }, buffer);
	});
	const copies = async () => (await store.holdings()).photos;

	it('is kept for when there is no network', async () => {
		expect(await copies()).toBe(1);
		expect(await states()).toEqual(['sent']);
	});

	it('leaves the device when the picture is deleted, and the server by the hand of whoever took it', async () => {
		const deleted = { row_version: 2, deleted_at: '2026-11-17T10:00:00+00:00' };
		await take(attachment(deleted));
		expect(await copies()).toBe(0);
		await removeFiles(store, remote);
		expect(remote.removed).toEqual([]);

		const mine = { id: '00000000-0000-4000-8000-0000000000f2', created_by: store.userId };
		await take(attachment(mine));
		const photo = (await store.photos.of(id)).find(isAttached);
		if (photo) await store.photos.keep(photo, buffer);
		await take(attachment({ ...mine, ...deleted }));
		await removeFiles(store, remote);
		await removeFiles(store, remote);
		expect(remote.removed).toEqual([`${COUNCIL}/${store.userId}/abc`]);
	});

	it('that a person takes away leaves the server once that is sent', async () => {
		const photo = (await store.photos.of(id)).find(isAttached);
		if (photo) await store.photos.remove(photo);
		await removeFiles(store, remote);
		expect(remote.removed).toEqual([]);
		await sync();
		await removeFiles(store, remote);
		expect(remote.removed).toEqual([`${COUNCIL}/${serverLog().created_by}/abc`]);
		expect(await store.photos.of(id)).toEqual([]);
	});

	it('leaves the device with the scope that it belongs to', async () => {
		await store.inbox.take([], readMark(), false);
		expect(await copies()).toBe(0);
	});

	it('stays while everything is read again', async () => {
		await store.inbox.take([], { ...readMark(SOUTH), complete: false }, true);
		expect(await copies()).toBe(1);
		await take(attachment());
		expect(await copies()).toBe(1);
	});
});
