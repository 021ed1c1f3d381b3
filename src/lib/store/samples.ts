/** Records for tests: an engagement log as a person writes it, and as the server shows it. */
import type { EngagementLogFields } from '$lib/records/engagement/engagement-log';
import type { Row } from '$lib/records/registry';
import type { ReadMark } from './inbox';

export const COUNCIL = '00000000-0000-4000-8000-0000000000c1';
export const AUTHOR = '00000000-0000-4000-8000-0000000000a1';
export const SOMEBODY = '00000000-0000-4000-8000-0000000000a2';
export const SOUTH = 'locality:00000000-0000-4000-8000-000000000001';
export const NORTH = 'locality:00000000-0000-4000-8000-000000000002';

/** What a form hands to the store. */
export function logFields(
	fields: Partial<EngagementLogFields> = {}
): EngagementLogFields & { council_id: string } {
	return {
		council_id: COUNCIL,
		type: 'conversation',
		occurred_on: '2026-11-16',
		coverage: 'ward',
		ward_code: 'E05013097',
		place_id: null,
		organisation_id: null,
		objective_id: '00000000-0000-4000-8000-0000000000b1',
		action_id: null,
		themes: [],
		barriers: [],
		heard: 'The bus stops at six.',
		people_count: null,
		tallies: [],
		hate_incident: false,
		signposted: [],
		partner_ids: [],
		councillor_present: false,
		audiences: [],
		sentiment: null,
		needed: '',
		strengths: [],
		strong: '',
		connected_organisation_ids: [],
		channel: null,
		languages: [],
		resources: [],
		programmes: [],
		safety_messages: null,
		restricted: false,
		...fields
	};
}

/**
 * The server's row of a log in the south.
 * @param changed the columns that its latest version changed
 */
export function serverLog(
	fields: Partial<Row<'engagement_logs'>> = {},
	changed: readonly string[] = []
): Row<'engagement_logs'> {
	const row_version = fields.row_version ?? 1;
	const own = logFields(fields);
	return {
		...own,
		id: '00000000-0000-4000-8000-000000000101',
		scope: SOUTH,
		row_version,
		field_versions: Object.fromEntries(
			Object.keys(logFields()).map((column) => [column, changed.includes(column) ? row_version : 1])
		),
		created_by: AUTHOR,
		created_at: '2026-11-16T10:00:00+00:00',
		updated_by: AUTHOR,
		updated_at: '2026-11-16T10:00:00+00:00',
		deleted_at: null,
		...fields
	};
}

/** The mark of a device that has read everything of some scopes. */
export function readMark(...scopes: string[]): ReadMark {
	return {
		epoch: 'one',
		cursors: Object.fromEntries(scopes.map((scope) => [scope, '7'])),
		complete: true,
		firstRead: { received: 0, total: 0 },
		heardAt: '2026-11-16T10:00:00+00:00'
	};
}
