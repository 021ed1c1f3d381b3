/**
 * Every record type that lives on a phone: how it is called, kept and merged. What its columns hold is in definitions.ts,
 * apart from this, because the store opens before the first screen and nothing of that is needed until a form opens.
 */
import { labelOf } from './code-lists';
import type { FieldsOf, RecordType, SyncedColumns, SyncedTable } from './define-record';

export const registry = {
	councils: {
		name: { one: 'council', many: 'councils' },
		indexes: [],
		merge: {},
		title: (council) => council.name
	},
	profiles: {
		name: { one: 'person', many: 'people' },
		indexes: ['user_id'],
		merge: {},
		title: (profile) => profile.full_name
	},
	memberships: {
		name: { one: 'role', many: 'roles' },
		indexes: ['user_id'],
		merge: {},
		title: (membership) => membership.role
	},
	localities: {
		name: { one: 'locality', many: 'localities' },
		indexes: [],
		merge: {},
		title: (locality) => locality.name
	},
	areas: {
		name: { one: 'ward', many: 'wards' },
		indexes: ['code'],
		merge: {},
		title: (area) => area.name
	},
	postcode_sectors: {
		name: { one: 'postcode sector', many: 'postcode sectors' },
		indexes: ['sector'],
		merge: {},
		title: ({ sector }) => sector
	},
	plans: {
		name: { one: 'plan', many: 'plans' },
		indexes: [],
		merge: { status: 'ask' },
		title: (plan) => plan.title
	},
	objectives: {
		name: { one: 'objective', many: 'objectives' },
		indexes: ['plan_id'],
		merge: {},
		title: (objective) => objective.title
	},
	actions: {
		name: { one: 'action', many: 'actions' },
		indexes: ['plan_id', 'objective_id', 'assessment_id'],
		merge: {
			status: 'ask',
			rag: 'ask',
			progress_note: 'text',
			description: 'text',
			rag_reason: 'text'
		},
		// A proposal has no reference yet.
		title: (action) => `${action.reference} ${action.title}`.trim()
	},
	organisations: {
		name: { one: 'organisation', many: 'organisations' },
		indexes: ['ward_code'],
		merge: { note: 'text' },
		title: (organisation) => organisation.name
	},
	places: {
		name: { one: 'place', many: 'places' },
		indexes: ['ward_code'],
		merge: { note: 'text' },
		title: (place) => place.name
	},
	safe_spaces: {
		name: { one: 'safe space', many: 'safe spaces' },
		indexes: ['place_id'],
		merge: { note: 'text' },
		title: () => 'Safe space'
	},
	place_audits: {
		name: { one: 'access audit', many: 'access audits' },
		indexes: ['place_id'],
		merge: { note: 'text' },
		title: (audit) => `Access audit of ${audit.audited_on}`
	},
	engagement_logs: {
		name: { one: 'log', many: 'logs' },
		indexes: [
			'[created_by+occurred_on]',
			'[ward_code+occurred_on]',
			'occurred_on',
			'[objective_id+occurred_on]',
			'[action_id+occurred_on]',
			'[organisation_id+occurred_on]',
			'[place_id+occurred_on]',
			'*partner_ids',
			'*connected_organisation_ids'
		],
		age: 'occurred_on',
		merge: { heard: 'text', needed: 'text', strong: 'text' },
		title: (log) => labelOf('engagement_type', log.type)
	},
	assessments: {
		name: { one: 'assessment', many: 'assessments' },
		indexes: ['objective_id', 'action_id'],
		merge: {
			status: 'ask',
			summary: 'text',
			screened_out_reason: 'text',
			findings: 'text',
			need_note: 'text',
			access_note: 'text',
			outcome_comparison: 'text',
			outcome_note: 'text'
		},
		title: (assessment) => assessment.title
	},
	assessment_evidence: {
		name: { one: 'piece of evidence', many: 'pieces of evidence' },
		indexes: ['assessment_id'],
		merge: {},
		title: () => 'What we heard'
	},
	measures: {
		name: { one: 'measure', many: 'measures' },
		indexes: ['objective_id', 'action_id'],
		merge: { note: 'text' },
		title: (measure) => measure.name
	},
	measure_readings: {
		name: { one: 'reading', many: 'readings' },
		indexes: ['measure_id'],
		merge: { note: 'text' },
		title: (reading) => `Reading of ${reading.read_on}`
	},
	issues: {
		name: { one: 'issue', many: 'issues' },
		indexes: ['log_id', 'ward_code'],
		merge: { status: 'ask', what: 'text', outcome: 'text' },
		title: (issue) => labelOf('issue_kind', issue.kind)
	},
	referral_routes: {
		name: { one: 'referral route', many: 'referral routes' },
		indexes: [],
		merge: { who_for: 'text', how: 'text' },
		title: (route) => route.name
	},
	referrals: {
		name: { one: 'referral', many: 'referrals' },
		indexes: ['log_id', 'route_id'],
		merge: { status: 'ask', note: 'text' },
		title: (referral) => `Referral: ${labelOf('referral_reason', referral.reason)}`
	},
	feedback_loops: {
		name: { one: 'piece of feedback', many: 'pieces of feedback' },
		indexes: ['log_id', 'issue_id'],
		merge: { outcome: 'ask', said: 'text', response: 'text', told_note: 'text' },
		title: () => 'You said, we did'
	},
	attachments: {
		name: { one: 'photo', many: 'photos' },
		indexes: ['row_id'],
		merge: {},
		title: (attachment) => attachment.description || 'Photo'
	},
	audit_log: {
		name: { one: 'change', many: 'changes' },
		indexes: ['row_id', 'created_at'],
		age: 'created_at',
		merge: {},
		title: (entry) => entry.table_name
	}
} satisfies { [T in SyncedTable]: RecordType<T> };

export type RecordTable = keyof typeof registry;

/** A whole record: its own columns and the shared ones. */
export type Row<T extends RecordTable = RecordTable> = FieldsOf<T> & SyncedColumns;

export const recordTables = Object.keys(registry) as RecordTable[];

/**
 * The shape of records and mutations that this build speaks. The server takes this number and the two before it,
 * so that a phone that slept through an update can still send what it holds.
 */
export const RECORD_SCHEMA = 1;
