/** Fetches what changed. */
import type { ReadMark } from '$lib/store/inbox';
import type { Store } from '$lib/store/store';
import type { Page, Remote } from './remote';

/** Rows in a page. */
export const PAGE_ROWS = 1_000;

/**
 * Fetches everything there is, page by page; each is on the device before the next is asked for.
 * @returns the scopes that the person holds
 * @throws Failure as the remote does; what was taken until then stays, and the next call goes on from there
 */
export async function pull(
	store: Store,
	remote: Remote,
	receiving: () => void,
	pageRows: number
): Promise<string[]> {
	let mark = await store.inbox.mark();
	for (;;) {
		const page = await remote.pull(mark.epoch, mark.cursors, pageRows);
		mark = nextMark(mark, page);
		const changes = Object.values(page.scopes).flatMap((part) => part.changes);
		await store.inbox.take(changes, mark, page.reset);
		if (!mark.complete) receiving();
		if (!Object.values(page.scopes).some(({ more }) => more)) return Object.keys(page.scopes);
	}
}

function nextMark(mark: ReadMark, { epoch, reset, server_time, scopes }: Page): ReadMark {
	const parts = Object.values(scopes);
	const more = parts.some((part) => part.more);
	const before = reset ? { received: 0, total: 0 } : mark.firstRead;
	return {
		epoch,
		cursors: Object.fromEntries(
			Object.entries(scopes).map(([scope, { cursor }]) => [scope, cursor])
		),
		complete: !more || (mark.complete && !reset),
		heardAt: more ? mark.heardAt : server_time,
		firstRead: {
			received: before.received + parts.reduce((sum, { changes }) => sum + changes.length, 0),
			total: before.total + parts.reduce((sum, { total }) => sum + (total ?? 0), 0)
		}
	};
}
