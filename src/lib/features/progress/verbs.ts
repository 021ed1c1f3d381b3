/** What managers do with reports. */
import type { ReportEditionFields } from '$lib/records/report/report-edition';
import type { Store } from '$lib/store/store';

/** Keeps a report as it is now. @returns the edition's id */
export async function keepEdition(
	store: Store,
	councilId: string,
	edition: ReportEditionFields
): Promise<string> {
	const id = crypto.randomUUID();
	await store.write.insert('report_editions', { council_id: councilId, ...edition }, id);
	return id;
}

/** Deletes a report and what was begun on it. Its editions stay. */
export async function deleteReport(store: Store, id: string): Promise<void> {
	await store.write.remove('progress_reports', id);
	await store.drafts.discard(id);
}

/** Takes an edition away from every device. */
export async function deleteEdition(store: Store, id: string): Promise<void> {
	await store.write.remove('report_editions', id);
}
