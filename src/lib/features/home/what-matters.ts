/** What matters now, worked out from what is on the device. */
import { dueInWords, isOpen } from '$lib/records/action/action-rules';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import { addDays, formatDate } from '$lib/time/dates';

/** A ward nobody has been to for this long deserves a visit. */
export const QUIET_DAYS = 90;

/**
 * The wards with no contact in the last 90 days, with the day of the last one where there is any on the device.
 * @param lastContacts the day of the last contact by ward code
 */
export function quietWards(
	wards: readonly Row<'areas'>[],
	lastContacts: ReadonlyMap<string, string>,
	today: string
): { area: Row<'areas'>; last: string | null }[] {
	const since = addDays(today, -QUIET_DAYS);
	return wards
		.map((area) => ({ area, last: lastContacts.get(area.code) ?? null }))
		.filter(({ last }) => last === null || last < since);
}

/**
 * The day of the last contact in each ward, by ward code. Undefined until this device holds everything: before that,
 * a ward may only look quiet.
 */
export async function readLastContacts(
	store: Store,
	wards: readonly Row<'areas'>[]
): Promise<Map<string, string> | undefined> {
	if (!(await store.inbox.mark()).complete) return undefined;
	const newest = await Promise.all(
		wards.map(async ({ code }) => {
			const [log] = await store
				.records('engagement_logs')
				.newest({ by: '[ward_code+occurred_on]', equals: code, limit: 1 });
			return log ? ([[code, log.occurred_on]] as const) : [];
		})
	);
	return new Map(newest.flat());
}

/** "Last contact 3 August 2026." */
export function lastContact(last: string | null): string {
	return last ? `Last contact ${formatDate(last)}.` : 'No contact recorded yet.';
}

/** How far ahead home looks for actions, and how many it shows. */
const DUE_DAYS = 30;
const DUE_SHOWN = 5;

/** Open actions of plans in force that are overdue or due within 30 days, the most pressing first. */
export function dueSoon(
	actions: readonly Row<'actions'>[],
	plans: readonly Row<'plans'>[],
	today: string
): { action: Row<'actions'>; words: string }[] {
	const until = addDays(today, DUE_DAYS);
	const current = new Set(plans.filter(({ status }) => status === 'current').map(({ id }) => id));
	return actions
		.filter(
			(action) =>
				current.has(action.plan_id) &&
				isOpen(action) &&
				action.due_on !== null &&
				action.due_on <= until
		)
		.sort((a, b) => (a.due_on ?? '').localeCompare(b.due_on ?? ''))
		.slice(0, DUE_SHOWN)
		.map((action) => ({ action, words: dueInWords(action, today) }));
}
