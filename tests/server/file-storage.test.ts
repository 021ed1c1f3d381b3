/** Where the files of Storage may lie. What they are for is tested through the server, in storage.test.ts. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FileStorage } from '../../supabase/local/file-storage';

let outside: string;
let storage: FileStorage;
beforeEach(async () => {
	outside = await mkdtemp(join(tmpdir(), 'common-ground-files-'));
	await writeFile(join(outside, 'secrets'), 'keep');
	// What is written and removed asks nothing of the database.
	storage = await FileStorage.open(join(outside, 'storage'), undefined as unknown as Sql);
});
afterEach(() => rm(outside, { recursive: true }));

const put = (bucket: string, key: string) =>
	storage.uploadObject(bucket, key, undefined, Buffer.from('bytes'), 'image/jpeg', 'no-store');

it('a file has its object’s name in its bucket’s folder', async () => {
	expect(await put('attachments', 'a/b/c')).toMatchObject({ size: 5, mimetype: 'image/jpeg' });
	await storage.copyObject('attachments', 'a/b/c', undefined, 'attachments', 'd');
	await storage.deleteObject('attachments', 'a/b/c');
	await storage.deleteObject('attachments', 'not there');
	const folder = join(outside, 'storage');
	expect(await readFile(join(folder, 'attachments/d'), 'utf8')).toBe('bytes');
	expect((await readdir(folder)).sort()).toEqual(['.incoming', 'attachments']);
	expect(await readdir(join(folder, '.incoming'))).toEqual([]);
});

it.each([
	['attachments', '../x'],
	['attachments', '../../secrets'],
	['attachments', 'a/../../../secrets'],
	['attachments', ''],
	['attachments', '.'],
	['attachments', '/etc/x'],
	['attachments', 'a\0b'],
	['..', 'secrets'],
	['.', 'secrets'],
	['', 'x'],
	['.incoming', 'x'],
	['a/b', 'x'],
	['../storage', 'x']
])('nothing leads out of it: %j %j', async (bucket, key) => {
	await expect(put(bucket, key)).rejects.toThrow();
	await expect(storage.deleteObject(bucket, key)).rejects.toThrow();
	await expect(storage.getObject(bucket, key)).rejects.toThrow();
	await expect(storage.copyObject(bucket, key, undefined, 'attachments', 'd')).rejects.toThrow();
	expect(await readFile(join(outside, 'secrets'), 'utf8')).toBe('keep');
	expect((await readdir(outside)).sort()).toEqual(['secrets', 'storage']);
});
