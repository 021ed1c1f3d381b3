import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { App } from '@supabase/lite';
import type { Sql } from 'postgres';

type StorageAdapter = NonNullable<App['_storageAdapter']>;
type Metadata = Awaited<ReturnType<StorageAdapter['headObject']>>;
type Bytes = Parameters<StorageAdapter['uploadObject']>[3];

/**
 * Objects of Storage as files: `<folder>/<bucket>/<name>` holds the bytes, and what kind of bytes they are stands in
 * the database beside everything else about the object. An object is there wholly or not at all: bytes come in under
 * another name and are on the disk before they get their own, and lite writes the object's row last.
 */
export class FileStorage implements StorageAdapter {
	readonly driver = null;

	private constructor(
		private readonly folder: string,
		private readonly sql: Sql
	) {}

	/** Makes the folder if need be, and drops what was half received when the server last ended. */
	static async open(folder: string, sql: Sql): Promise<FileStorage> {
		const storage = new FileStorage(resolve(folder), sql);
		await rm(storage.#incoming, { recursive: true, force: true });
		await mkdir(storage.#incoming, { recursive: true, mode: 0o700 });
		return storage;
	}

	async getObject(bucket: string, key: string) {
		const file = await open(this.#pathOf(bucket, key)).catch(noneIfMissing);
		const metadata = await this.headObject(bucket, key);
		if (!file) return { httpStatusCode: 404, metadata };
		return {
			httpStatusCode: 200,
			metadata: { ...metadata, contentLength: (await file.stat()).size },
			body: Readable.toWeb(file.createReadStream())
		};
	}

	async uploadObject(
		bucket: string,
		key: string,
		_version: string | undefined,
		body: Bytes,
		mimetype: string,
		cacheControl: string
	): Promise<Metadata> {
		const bytes = body as Uint8Array | AsyncIterable<Uint8Array>;
		await this.#arrive(bucket, key, (incoming) =>
			writeFile(incoming, bytes, { flag: 'wx', mode: 0o600, flush: true })
		);
		const { size, mtime } = await stat(this.#pathOf(bucket, key));
		return {
			cacheControl,
			contentLength: size,
			size,
			mimetype,
			lastModified: mtime,
			eTag: newTag()
		};
	}

	async copyObject(
		bucket: string,
		key: string,
		_version: string | undefined,
		toBucket: string,
		toKey: string
	) {
		await this.#arrive(toBucket, toKey, async (incoming) => {
			await copyFile(this.#pathOf(bucket, key), incoming);
			await flush(incoming);
		});
		return { httpStatusCode: 200, eTag: newTag(), lastModified: new Date() };
	}

	async deleteObject(bucket: string, key: string): Promise<void> {
		await rm(this.#pathOf(bucket, key), { force: true });
	}

	async deleteObjects(bucket: string, keys: string[]): Promise<void> {
		for (const key of keys) await this.deleteObject(bucket, key);
	}

	/** What the object's row says, as it was given when the bytes came. */
	async headObject(bucket: string, key: string): Promise<Metadata> {
		const [object] = await this.sql<{ metadata: Metadata }[]>`
			select metadata from storage.objects where bucket_id = ${bucket} and name = ${key}`;
		if (!object) throw new Error(`There is no object ${key} in ${bucket}.`);
		const { lastModified } = object.metadata;
		return { ...object.metadata, ...(lastModified && { lastModified: new Date(lastModified) }) };
	}

	privateAssetUrl(bucket: string, key: string): Promise<string> {
		return Promise.resolve(pathToFileURL(this.#pathOf(bucket, key)).href);
	}

	get #incoming(): string {
		return join(this.folder, '.incoming');
	}

	/** @throws Error where a name would lead out of its bucket's folder */
	#pathOf(bucket: string, key: string): string {
		const bucketFolder = join(this.folder, bucket);
		const path = resolve(bucketFolder, key);
		const inside = path.startsWith(bucketFolder + sep) && dirname(bucketFolder) === this.folder;
		if (!inside || bucket.startsWith('.')) throw new Error(`Not a name for an object: ${key}`);
		return path;
	}

	/** Has bytes written under a name of their own, and gives them the object's name once they are on the disk. */
	async #arrive(bucket: string, key: string, write: (incoming: string) => Promise<void>) {
		const path = this.#pathOf(bucket, key);
		const incoming = join(this.#incoming, randomUUID());
		try {
			await write(incoming);
			await mkdir(dirname(path), { recursive: true, mode: 0o700 });
			await rename(incoming, path);
		} catch (error) {
			await rm(incoming, { force: true });
			throw error;
		}
		// Windows has no way to flush a folder.
		if (process.platform === 'win32') return;
		for (let folder = dirname(path); folder.startsWith(this.folder); folder = dirname(folder))
			await flush(folder);
	}
}

/** Puts a file, or the names in a folder, on the disk. */
async function flush(path: string): Promise<void> {
	const handle = await open(path);
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

function newTag(): string {
	return `"${randomUUID()}"`;
}

function noneIfMissing(error: NodeJS.ErrnoException): null {
	if (error.code === 'ENOENT') return null;
	throw error;
}
