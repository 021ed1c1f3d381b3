/** Sharing the calendar of a locality, and ending that. Managers and administrators. */
import type { Store } from '$lib/store/store';

/** 192 bits: nobody guesses the address. */
const TOKEN_BYTES = 24;

/** A secret for an address, base64url. */
export function newToken(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(TOKEN_BYTES));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_');
}

export async function share(store: Store, councilId: string, localityId: string): Promise<void> {
	await store.write.insert('calendar_feeds', {
		council_id: councilId,
		locality_id: localityId,
		token: newToken()
	});
}

/** Whoever subscribed gets nothing more. It cannot be undone: a new one has another address. */
export async function stopSharing(store: Store, id: string): Promise<void> {
	await store.write.remove('calendar_feeds', id);
}
