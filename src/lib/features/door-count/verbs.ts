/** What people do at the door of an event. */
import { groupKey, tapped } from '$lib/records/event/attendance';
import type { Answers } from '$lib/records/engagement/tallies';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';

/** Where a tap counts. */
export interface Door {
	councilId: string;
	eventId: string;
	/** This app on this phone (Store.clientId). */
	client: string;
}

/** Whether a phone's count is this one's, of these people. */
function isOf(row: Row<'event_counts'>, client: string, of: Answers): boolean {
	return row.client === client && groupKey(row.of as Answers) === groupKey(of);
}

/**
 * Counts people in, or out again where `by` is negative. What is there is read and changed in one transaction, so two tabs
 * of a phone lose nothing.
 * @param of the group; {} for people who were not asked
 * @returns how many this phone has counted in the group
 */
export async function tap(store: Store, door: Door, of: Answers, by: number): Promise<number> {
	const { councilId, eventId, client } = door;
	let count = 0;
	await store.write.together(async () => {
		const rows = await store.records('event_counts').where('event_id', eventId);
		const row = rows.find((each) => isOf(each, client, of));
		count = tapped(row?.count ?? 0, by);
		if (row) await store.write.update('event_counts', row.id, { count });
		else if (count > 0)
			await store.write.insert('event_counts', {
				council_id: councilId,
				event_id: eventId,
				client,
				of,
				count
			});
	});
	return count;
}
