/**
 * A short name for each record, for lists, cards and histories. Apart from the registry because it needs the words for
 * codes, which nothing before the first screen does.
 */
import { formatDate } from '$lib/time/dates';
import { labelOf } from './code-lists';
import type { FieldsOf, SyncedTable } from './define-record';
import { registry, type RecordTable } from './registry';

export const titles: { readonly [T in SyncedTable]: (fields: FieldsOf<T>) => string } = {
	councils: (council) => council.name,
	profiles: (profile) => profile.full_name,
	memberships: (membership) => membership.role,
	localities: (locality) => locality.name,
	areas: (area) => area.name,
	postcode_sectors: ({ sector }) => sector,
	plans: (plan) => plan.title,
	objectives: (objective) => objective.title,
	// A proposal has no reference yet.
	actions: (action) => `${action.reference} ${action.title}`.trim(),
	organisations: (organisation) => organisation.name,
	places: (place) => place.name,
	safe_spaces: () => 'Safe space',
	place_audits: (audit) => `Access audit of ${audit.audited_on}`,
	engagement_logs: (log) => labelOf('engagement_type', log.type),
	assessments: (assessment) => assessment.title,
	assessment_evidence: () => 'What we heard',
	measures: (measure) => measure.name,
	measure_readings: (reading) => `Reading of ${reading.read_on}`,
	issues: (issue) => labelOf('issue_kind', issue.kind),
	referral_routes: (route) => route.name,
	referrals: (referral) => `Referral: ${labelOf('referral_reason', referral.reason)}`,
	feedback_loops: () => 'You said, we did',
	community_events: (event) => event.title,
	event_evaluations: () => 'How it went',
	calendar_feeds: () => 'Shared calendar',
	event_counts: ({ count }) => `${count} at the door`,
	grant_programmes: (programme) => programme.name,
	grant_rounds: (round) => round.name,
	// One that the server has not seen has no reference yet.
	grants: (grant) => `${grant.reference} ${grant.title}`.trim(),
	grant_visits: (visit) => `Visit of ${visit.visited_on}`,
	grant_reports: (report) => `${labelOf('grant_report_kind', report.kind)} due ${report.due_on}`,
	networks: (network) => network.name,
	network_snapshots: ({ members }) => `${members} members`,
	network_activities: (activity) => activity.title,
	network_points: (point) => point.what,
	steering_packs: ({ meeting_on }) => `Steering pack for ${formatDate(meeting_on)}`,
	panel_snapshots: (panel) => panel.title,
	progress_reports: ({ year_from }) => `Progress report from ${formatDate(year_from)}`,
	report_editions: ({ made_on }) => `Edition of ${formatDate(made_on)}`,
	attachments: (attachment) => attachment.description || 'Photo',
	audit_log: (entry) => entry.table_name
};

/** A short name for a record of any type: "EDI-14 Review equality impact assessments" */
export function titleOf(table: RecordTable, fields: object): string {
	return (titles[table] as (fields: object) => string)(fields);
}

/** What a record is and its short name: "Log: Conversation"; what it is alone, where the record is not at hand. */
export function fullTitleOf(table: RecordTable, fields: object | undefined): string {
	const { one } = registry[table].name;
	const what = one.charAt(0).toUpperCase() + one.slice(1);
	const title = fields && titleOf(table, fields);
	return title ? `${what}: ${title}` : what;
}
