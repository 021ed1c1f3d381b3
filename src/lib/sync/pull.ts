/** Fetches what changed. */
import type { ReadMark } from '$lib/store/inbox';
import type { Store } from '$lib/store/store';
import type { Page, Remote } from './remote';

/** Rows in a page. */
export const PAGE_ROWS = 1_000;

/**
 * Fetches everything there is, page by page; the next one travels while one is written.
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
	const ask = () => {
		const answer = remote.pull(mark.epoch, mark.cursors, pageRows);
		// Whoever waits for it hears of a failure; if nobody does, a page could not be written, and that is what failed.
		answer.catch(() => undefined);
		return answer;
	};
	for (let next = ask(); ;) {
		const page = await next;
		const asked = mark;
		mark = nextMark(asked, page);
		const more = Object.values(page.scopes).some((part) => part.more);
		if (more) next = ask();
		const changes = Object.values(page.scopes).flatMap((part) => part.changes);
		if (!(await store.inbox.take(changes, mark, page.reset, asked))) {
			// What was read before is gone meanwhile: from where the device is now.
			mark = await store.inbox.mark();
			next = ask();
			continue;
		}
		if (!mark.complete) receiving();
		if (!more) return Object.keys(page.scopes);
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
