/** Sends the bytes of pictures, one after the other, after the records that they belong to; removes those of deleted ones. */
import { Failure } from '$lib/errors/failure';
import { PICTURE_TYPE, type Attached } from '$lib/store/photos';
import type { Store } from '$lib/store/store';
import type { Remote } from './remote';

/** Removes the bytes of pictures that were deleted. @throws Failure where it cannot be done now */
export async function removeFiles(store: Store, remote: Remote): Promise<void> {
	for (const [id, path] of await store.photos.removals()) {
		await remote.remove(path);
		await store.photos.removed(id);
	}
}

/**
 * Sends every picture that waits. One that was broken off is sent again from its beginning: none is larger than 400 kB.
 * @param sending hears which picture is on its way
 * @returns how many the server has taken
 * @throws Failure where no more can be sent now; the rest waits
 */
export async function sendFiles(
	store: Store,
	remote: Remote,
	sending: (id: string) => void
): Promise<number> {
	for (let sent = 0; ;) {
		const file = await store.photos.next();
		if (!file) return sent;
		sending(file.id);
		const outcome = await send(remote, file.path, file.bytes);
		await store.photos.settle(file.id, outcome);
		if (outcome === 'sent') sent += 1;
	}
}

/**
 * Fetches a picture that is not on the device, and keeps it there.
 * @throws Failure as `Remote.download`
 */
export async function fetchPhoto(store: Store, remote: Remote, photo: Attached): Promise<Blob> {
	const { council_id, created_by, sha256 } = photo.attachment;
	const bytes = await remote.download(`${council_id}/${created_by}/${sha256}`);
	await store.photos.keep(photo, bytes);
	return new Blob([bytes], { type: PICTURE_TYPE });
}

async function send(remote: Remote, path: string, bytes: ArrayBuffer): Promise<'sent' | 'refused'> {
	try {
		await remote.upload(path, bytes, PICTURE_TYPE);
		return 'sent';
	} catch (error) {
		if (error instanceof Failure && error.code === 'refused') return 'refused';
		throw error;
	}
}
