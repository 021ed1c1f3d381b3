/**
 * What people do with places. Whoever works in the field adds and audits them, and corrects their own; managers and
 * administrators all of them. Those who are cleared for the restricted register say which are safe spaces.
 */
import type { PlaceFields } from '$lib/records/place/new-place';
import type { PlaceAuditFields } from '$lib/records/place/place-audit';
import type { RecordTable, Row } from '$lib/records/registry';
import type { Access } from '$lib/records/tenancy/access';
import type { Store } from '$lib/store/store';

/** Adds a place. The draft's id becomes its own, so that saving twice makes one. */
export async function addPlace(
	store: Store,
	councilId: string,
	draftId: string,
	fields: PlaceFields
): Promise<void> {
	await store.write.insert('places', { council_id: councilId, ...fields }, draftId);
}

/**
 * Changes a place.
 * @param opened the place as the form found it: what others have changed since stays as they made it
 */
export async function changePlace(
	store: Store,
	opened: Row<'places'>,
	fields: PlaceFields
): Promise<void> {
	await store.write.update('places', opened.id, fields, opened);
}

/** Records what an audit found. */
export async function recordAudit(
	store: Store,
	councilId: string,
	draftId: string,
	fields: PlaceAuditFields
): Promise<void> {
	await store.write.insert('place_audits', { council_id: councilId, ...fields }, draftId);
}

/** Corrects an audit; its place stays. */
export async function correctAudit(
	store: Store,
	opened: Row<'place_audits'>,
	{ place_id: _, ...fields }: PlaceAuditFields
): Promise<void> {
	await store.write.update('place_audits', opened.id, fields, opened);
}

/** Deletes a place or an audit, with the change of it that was begun. The server takes along what hangs off a place. */
export async function remove(
	store: Store,
	table: RecordTable & ('places' | 'place_audits'),
	id: string
): Promise<void> {
	await store.write.remove(table, id);
	await store.drafts.discard(id);
}

/** Says of a place that it is a safe space, or says more of one that is. Only people who are cleared ever hear of it. */
export async function markSafeSpace(
	store: Store,
	{ id, council_id }: Pick<Row<'places'>, 'id' | 'council_id'>,
	mark: Row<'safe_spaces'> | undefined,
	note: string
): Promise<void> {
	if (mark) await store.write.update('safe_spaces', mark.id, { note });
	else await store.write.insert('safe_spaces', { council_id, place_id: id, note });
}

/** Whether the server would take somebody's change of a place or an audit. */
export function mayChange(
	access: Access | undefined,
	userId: string,
	{ created_by }: { created_by: string | null }
): boolean {
	return access?.seesCouncil === true || (access?.holdsRecords === true && created_by === userId);
}
