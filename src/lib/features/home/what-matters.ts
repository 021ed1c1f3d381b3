/** What matters now, worked out from what is on the device. */
import { dueInWords, isOpen } from '$lib/records/action/action-rules';
import type { Row } from '$lib/records/registry';
import { worksIn, type Access } from '$lib/records/tenancy/access';
import { addDays, formatDate } from '$lib/time/dates';

/** A ward nobody has been to for this long deserves a visit. */
export const QUIET_DAYS = 90;

/** My wards with no contact in the last 90 days, with the day of the last one where there is any on the device. */
export function quietWards(
	access: Access,
	areas: readonly Row<'areas'>[],
	logs: readonly Row<'engagement_logs'>[],
	today: string
): { area: Row<'areas'>; last: string | null }[] {
	const last = new Map<string, string>();
	for (const { ward_code, occurred_on } of logs)
		if (ward_code && occurred_on > (last.get(ward_code) ?? '')) last.set(ward_code, occurred_on);
	const since = addDays(today, -QUIET_DAYS);
	return areas
		.filter((area) => worksIn(access, area) && (last.get(area.code) ?? '') < since)
		.map((area) => ({ area, last: last.get(area.code) ?? null }));
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
