/**
 * Pictures of records. A picture is two things: an attachment, which is a record and travels as records do, and its
 * bytes, which follow by themselves (docs/sync.md). Both are on the disk before the screen has its answer.
 */
import { isQuotaExceeded } from '$lib/errors/sentences';
import type { RecordTable, Row } from '$lib/records/registry';
import { seal, unseal } from './codec';
import { dropFiles, filesOf } from './files';
import { recordsOf, type DeviceDatabase, type Picture, type StoredFile } from './database';
import { withRoom } from './room';
import type { Writer } from './write';

export const PICTURE_TYPE = 'image/jpeg';

/** A picture as screens show it. */
export interface Photo {
	/** The attachment's id. */
	id: string;
	description: string;
	width: number;
	height: number;
	/** `held`: it waits for its record to be saved. */
	state: StoredFile['state'];
	/** The record of it; null while it is held. */
	attachment: Row<'attachments'> | null;
}

/** A picture of a record that is saved. */
export type Attached = Photo & { attachment: Row<'attachments'> };

export function isAttached(photo: Photo): photo is Attached {
	return photo.attachment !== null;
}

/** A picture that is due to be sent. */
export interface QueuedFile {
	id: string;
	/** Where it goes: `<council>/<user>/<sha256>`. */
	path: string;
	bytes: ArrayBuffer;
}

export class Photos {
	constructor(
		private readonly database: DeviceDatabase,
		private readonly userId: string,
		private readonly write: Writer
	) {}

	/**
	 * Keeps a picture for a record that is being written; it is not sent before that is saved.
	 * @returns its id
	 * @throws QuotaExceededError (by Dexie) where the device is full
	 */
	async hold(
		table: RecordTable,
		rowId: string,
		picture: Picture,
		bytes: ArrayBuffer
	): Promise<string> {
		const id = crypto.randomUUID();
		const file = { id, table, row_id: rowId, folder: null, body: seal(picture) };
		await withRoom(this.database, () => this.#put({ ...file, state: 'held' }, bytes));
		return id;
	}

	/** The pictures of a record, those that wait for it to be saved last. */
	async of(rowId: string): Promise<Photo[]> {
		const [attachments, files] = await Promise.all([
			recordsOf(this.database, 'attachments').where('row_id').equals(rowId).toArray(),
			filesOf(this.database, rowId).toArray()
		]);
		const states = new Map(files.map(({ id, state }) => [id, state]));
		const attached = attachments
			.map(({ body }) => unseal(body) as Row<'attachments'>)
			.filter(({ deleted_at }) => deleted_at === null)
			.sort((a, b) => a.created_at.localeCompare(b.created_at))
			.map((attachment) => ({
				...shown(attachment),
				id: attachment.id,
				state: states.get(attachment.id) ?? 'sent',
				attachment
			}));
		return [
			...attached,
			...files
				.filter(({ state }) => state === 'held')
				.map(({ id, state, body }) => ({ ...shown(unseal(body)), id, state, attachment: null }))
		];
	}

	/** The picture itself, where it is on this device. */
	async bytes(id: string): Promise<Blob | undefined> {
		const stored = await this.database.bytes.get(id);
		return stored && new Blob([unseal(stored.body)], { type: PICTURE_TYPE });
	}

	/** Says what a picture shows. */
	async describe(photo: Photo, description: string): Promise<void> {
		if (photo.attachment) await this.write.update('attachments', photo.id, { description });
		else
			await this.database.files
				.where('id')
				.equals(photo.id)
				.modify((file) => {
					file.body = seal({ ...unseal(file.body), description });
				});
	}

	/** Takes a picture away: a held one from this device, another from everybody, and its bytes from the server. */
	async remove(photo: Photo): Promise<void> {
		const { database, write } = this;
		await write.together(async () => {
			await dropFiles(database, [photo.id]);
			if (!isAttached(photo)) return;
			await write.remove('attachments', photo.id);
			if (photo.attachment.row_version > 0)
				await database.files.put({ ...fileOf(photo.attachment), state: 'removing' });
		});
	}

	/** Makes the held pictures of a record that is being saved its attachments. For use in `write.together`. */
	async attach(councilId: string, rowId: string): Promise<void> {
		for (const { id, table, body } of await filesOf(this.database, rowId, 'held').toArray()) {
			await this.write.insert(
				'attachments',
				{
					council_id: councilId,
					table_name: table,
					row_id: rowId,
					content_type: PICTURE_TYPE,
					...unseal(body)
				},
				id
			);
			const folder = `${councilId}/${this.userId}`;
			await this.database.files.update(id, { state: 'queued', folder });
		}
	}

	/** Holds the held pictures of one record for another. */
	async moveHeld(rowId: string, newRowId: string): Promise<void> {
		await filesOf(this.database, rowId, 'held').modify({ row_id: newRowId });
	}

	/** How many pictures wait to be sent, and how many the server would not take. */
	async count(): Promise<{ queued: number; refused: number }> {
		const { files } = this.database;
		const [queued, refused] = await Promise.all([
			files.where('state').equals('queued').count(),
			files.where('state').equals('refused').count()
		]);
		return { queued, refused };
	}

	/** The picture that is to be sent next: its record is on the server already. */
	async next(): Promise<QueuedFile | undefined> {
		const { files, bytes, outbox } = this.database;
		for (const id of await files.where('state').equals('queued').primaryKeys()) {
			const unsent = outbox.where('[table+id]').equals(['attachments', id]);
			if ((await unsent.count()) > 0) continue;
			const [file, stored] = await Promise.all([files.get(id), bytes.get(id)]);
			if (!file || !stored) continue;
			return { id, path: pathOf(file), bytes: unseal(stored.body) };
		}
		return undefined;
	}

	/** The paths, by id, of pictures that are deleted, and whose bytes the server may still have. */
	async removals(): Promise<Map<string, string>> {
		const { files, outbox } = this.database;
		const removing = await files.where('state').equals('removing').toArray();
		const unsent = await outbox
			.where('[table+id]')
			.anyOf(removing.map(({ id }) => ['attachments', id]))
			.toArray();
		const waiting = new Set(unsent.map(({ id }) => id));
		return new Map(
			removing.filter(({ id }) => !waiting.has(id)).map((file) => [file.id, pathOf(file)])
		);
	}

	/** The server has no bytes of a deleted picture any more. */
	async removed(id: string): Promise<void> {
		await this.database.files.delete(id);
	}

	/** The server has the picture, or would not take it. One of a deleted attachment is of no use any more. */
	async settle(id: string, state: 'sent' | 'refused'): Promise<void> {
		const { database } = this;
		await database.transaction('rw', ['files', 'bytes', 'attachments'], async () => {
			const stored = await recordsOf(database, 'attachments').get(id);
			const deleted = stored && unseal(stored.body).deleted_at !== null;
			if (deleted) await dropFiles(database, [id]);
			else await database.files.update(id, { state });
		});
	}

	/** Puts the pictures that the server would not take back in the queue. */
	async tryAgain(): Promise<void> {
		await this.database.files.where('state').equals('refused').modify({ state: 'queued' });
	}

	/** Keeps a copy of a picture that came from the server. Where the device is full, it does without. */
	async keep({ attachment }: Attached, bytes: ArrayBuffer): Promise<void> {
		await this.#put({ ...fileOf(attachment), state: 'sent' }, bytes).catch((error: unknown) => {
			if (!isQuotaExceeded(error)) throw error;
		});
	}

	async #put(file: StoredFile, bytes: ArrayBuffer): Promise<void> {
		const { database } = this;
		await database.transaction('rw', ['files', 'bytes'], async () => {
			await database.files.put(file);
			await database.bytes.put({ id: file.id, body: seal(bytes) });
		});
	}
}

/** What the device keeps of a picture that came from the server. */
function fileOf(attachment: Row<'attachments'>): Omit<StoredFile, 'state'> {
	const { id, table_name, row_id, council_id, created_by } = attachment;
	const { sha256, byte_size, width, height, description } = attachment;
	return {
		id,
		table: table_name as RecordTable,
		row_id,
		folder: `${council_id}/${created_by}`,
		body: seal({ sha256, byte_size, width, height, description })
	};
}

function pathOf({ folder, body }: StoredFile): string {
	return `${folder}/${unseal(body).sha256}`;
}

function shown({ description, width, height }: Pick<Photo, 'description' | 'width' | 'height'>) {
	return { description, width, height };
}
