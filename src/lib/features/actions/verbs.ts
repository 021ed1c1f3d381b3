/** What people do with actions. */
import type { ActionFields } from '$lib/records/action/action';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';

/**
 * Reports on an action: everybody who works for the council says how it goes; managers and administrators also set
 * when it is due. A report that the server refused goes out again.
 * @param opened the action as the form found it: what others have changed since stays as they made it
 */
export async function reportProgress(
	store: Store,
	opened: Row<'actions'>,
	progress: Partial<ActionFields>
): Promise<void> {
	await store.write.update('actions', opened.id, progress, opened);
}
