/** Anti-entropy: once a day the device compares what it holds with the server's own count, and mends what differs. */
import { recordTables } from '$lib/records/registry';
import type { Digests } from '$lib/store/digest';
import type { Store } from '$lib/store/store';
import type { Remote } from './remote';

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Compares the device with the server, if that was not done within a day, and lets go of the scopes that differ.
 * The news of a moment ago explain most differences: they are fetched, and only what differs still has drifted.
 * @param receive fetches what changed
 * @returns whether something has to be read again
 * @throws Failure as the remote does
 */
export async function findDrift(
	store: Store,
	remote: Remote,
	receive: () => Promise<unknown>
): Promise<boolean> {
	if (!(await isDue(store))) return false;
	let drifted = await compare(store, remote);
	if (drifted.length > 0) {
		await receive();
		drifted = await compare(store, remote);
	}
	if (drifted.length > 0) await store.inbox.readAgain(drifted);
	await store.keepSnapshot('drift', drifted);
	return drifted.length > 0;
}

/** A device that let go of records for want of room differs on purpose. */
async function isDue(store: Store): Promise<boolean> {
	const [last, trimmed] = await Promise.all([store.snapshot('drift'), store.snapshot('trimmed')]);
	if (trimmed) return false;
	// What was read for the first time a moment ago is compared tomorrow.
	if (!last) await store.keepSnapshot('drift', []);
	// A clock that was set back counts as a day.
	return last !== undefined && Math.abs(Date.now() - Date.parse(last.at)) > DAY_MS;
}

/** The scopes that the device holds otherwise than the server. */
async function compare(store: Store, remote: Remote): Promise<string[]> {
	const theirs: Digests = await remote.digest(recordTables);
	const ours = await store.inbox.digests();
	return Object.entries(theirs)
		.filter(([scope, { count, digest }]) => {
			const held = ours[scope] ?? { count: 0, digest: 0 };
			return held.count !== count || held.digest !== digest;
		})
		.map(([scope]) => scope);
}
