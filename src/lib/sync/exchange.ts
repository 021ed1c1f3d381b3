/** One exchange with the server: push what waits, then pull what changed. When that happens is engine.ts's business. */
import type { Store } from '$lib/store/store';
import { findDrift } from './drift';
import { pull, PAGE_ROWS } from './pull';
import { giveUp, push, type Sending } from './push';
import type { Remote } from './remote';

/** Who hears how far an exchange is. */
export interface Progress extends Sending {
	/** Of the first read: how far it is stands in the store's mark. */
	receiving(): void;
}

/**
 * Sends everything that can go and fetches everything there is. It may be broken off anywhere and begun again.
 * @returns the scopes that the person holds
 * @throws Failure as the remote does; what was settled and taken until then stays
 */
export async function exchange(
	store: Store,
	remote: Remote,
	progress: Progress,
	pageRows = PAGE_ROWS
): Promise<string[]> {
	const receive = () => pull(store, remote, () => progress.receiving(), pageRows);
	const unsent = await push(store, remote, progress);
	const scopes = await receive();
	await giveUp(store, unsent);
	// What has drifted is let go of, and read again.
	return (await findDrift(store, remote, receive)) ? receive() : scopes;
}
