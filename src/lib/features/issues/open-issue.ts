/** What the form of an issue begins with: its draft, the issue, or a new one. */
import type { IssueTargets } from '$lib/records/issue/issue-rules';
import type { App } from '../app-context';
import { openRecord, type OpenedRecord } from '../open-record';
import { emptyIssue, valuesOf, type IssueValues } from './issue-values';

export interface OpenedIssue extends OpenedRecord<'issues', IssueValues> {
	/** What the council promises. */
	targets: IssueTargets;
	/** The log that it comes from is restricted. */
	fromRestricted: boolean;
}

/**
 * Null where the issue, or the council's targets, are not on this device.
 * @param from given for a new issue: the id of the log that it comes from, '' for none
 */
export async function openIssue(
	{ store }: App,
	id: string,
	from?: string
): Promise<OpenedIssue | null> {
	const logs = store.records('engagement_logs');
	const log = from ? await logs.get(from) : undefined;
	const [[targets], found] = await Promise.all([
		store.records('councils').all(),
		openRecord<'issues', IssueValues>(store, 'issues', {
			id,
			valuesOf,
			...(from !== undefined && { blank: () => emptyIssue(new Date(), log) })
		})
	]);
	if (!targets || !found) return null;
	const source = await logs.get(found.values.log_id);
	return { ...found, targets, fromRestricted: source?.restricted ?? false };
}
