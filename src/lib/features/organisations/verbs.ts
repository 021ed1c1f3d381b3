/** What people do with organisations. Whoever works in the field adds them and corrects their own; managers all of them. */
import type { OrganisationFields } from '$lib/records/organisation/new-organisation';
import type { Row } from '$lib/records/registry';
import type { Access } from '$lib/records/tenancy/access';
import type { Store } from '$lib/store/store';

/** Adds an organisation. The draft's id becomes its own, so that saving twice makes one. */
export async function addOrganisation(
	store: Store,
	councilId: string,
	draftId: string,
	fields: OrganisationFields
): Promise<void> {
	await store.write.insert('organisations', { council_id: councilId, ...fields }, draftId);
}

/**
 * Changes an organisation.
 * @param opened the organisation as the form found it: what others have changed since stays as they made it
 */
export async function changeOrganisation(
	store: Store,
	opened: Row<'organisations'>,
	fields: OrganisationFields
): Promise<void> {
	await store.write.update('organisations', opened.id, fields, opened);
}

/** Deletes an organisation that nothing names, with the change of it that was begun. */
export async function deleteOrganisation(store: Store, id: string): Promise<void> {
	await store.write.remove('organisations', id);
	await store.drafts.discard(id);
}

/** Whether the server would take somebody's change of it. */
export function mayChange(
	access: Access | undefined,
	userId: string,
	{ created_by }: { created_by: string | null }
): boolean {
	return access?.seesCouncil === true || (access?.holdsRecords === true && created_by === userId);
}
