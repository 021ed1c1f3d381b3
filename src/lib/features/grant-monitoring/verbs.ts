/**
 * What people do about grants once they are awarded. Whoever logs contacts records a visit and corrects their own; whoever
 * handles grants corrects all of them, and keeps the reports.
 */
import type { GrantReportFields } from '$lib/records/grant/grant-report';
import type { GrantVisitFields } from '$lib/records/grant/grant-visit';
import type { Row } from '$lib/records/registry';
import type { Access } from '$lib/records/tenancy/access';
import type { Store } from '$lib/store/store';

interface Opened<T extends 'grant_visits' | 'grant_reports'> {
	id: string;
	/** As the form found it: what others have changed since stays as they made it. Null for a new one. */
	opened: Row<T> | null;
}

/** Records a visit, or corrects one; which grant it was to stays. */
export async function saveVisit(
	store: Store,
	councilId: string,
	{ id, opened }: Opened<'grant_visits'>,
	{ grant_id, ...fields }: GrantVisitFields
): Promise<void> {
	if (opened) await store.write.update('grant_visits', id, fields, opened);
	else await store.write.insert('grant_visits', { council_id: councilId, grant_id, ...fields }, id);
}

/** Asks for a report, or says what came of one; which grant it is on stays. */
export async function saveReport(
	store: Store,
	councilId: string,
	{ id, opened }: Opened<'grant_reports'>,
	{ grant_id, ...fields }: GrantReportFields
): Promise<void> {
	if (opened) await store.write.update('grant_reports', id, fields, opened);
	else
		await store.write.insert('grant_reports', { council_id: councilId, grant_id, ...fields }, id);
}

/** Deletes a visit or a report, with the change of it that was begun. */
export async function remove(
	store: Store,
	table: 'grant_visits' | 'grant_reports',
	id: string
): Promise<void> {
	await store.write.remove(table, id);
	await store.drafts.discard(id);
}

/** Whether the server would take somebody's change of a visit. */
export function mayChangeVisit(
	access: Access | undefined,
	userId: string,
	{ created_by }: Pick<Row<'grant_visits'>, 'created_by'>
): boolean {
	return access?.handlesGrants === true || (access?.mayLog === true && created_by === userId);
}
