/**
 * Every record type that lives on a phone: how it is called, kept and merged. What its columns hold is in definitions.ts,
 * apart from this, because the store opens before the first screen and nothing of that is needed until a form opens.
 */
import type { FieldsOf, RecordType, SyncedColumns, SyncedTable } from './define-record';

export const registry = {
	councils: {
		name: { one: 'council', many: 'councils' },
		indexes: [],
		merge: {}
	},
	profiles: {
		name: { one: 'person', many: 'people' },
		indexes: ['user_id'],
		merge: {}
	},
	memberships: {
		name: { one: 'role', many: 'roles' },
		indexes: ['user_id'],
		merge: {}
	},
	localities: {
		name: { one: 'locality', many: 'localities' },
		indexes: [],
		merge: {}
	},
	areas: {
		name: { one: 'ward', many: 'wards' },
		indexes: ['code'],
		merge: {}
	},
	postcode_sectors: {
		name: { one: 'postcode sector', many: 'postcode sectors' },
		indexes: ['sector'],
		merge: {}
	},
	plans: {
		name: { one: 'plan', many: 'plans' },
		indexes: [],
		merge: { status: 'ask' }
	},
	objectives: {
		name: { one: 'objective', many: 'objectives' },
		indexes: ['plan_id'],
		merge: {}
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
		}
	},
	organisations: {
		name: { one: 'organisation', many: 'organisations' },
		indexes: ['ward_code'],
		merge: { note: 'text' }
	},
	places: {
		name: { one: 'place', many: 'places' },
		indexes: ['ward_code'],
		merge: { note: 'text' }
	},
	safe_spaces: {
		name: { one: 'safe space', many: 'safe spaces' },
		indexes: ['place_id'],
		merge: { note: 'text' }
	},
	place_audits: {
		name: { one: 'access audit', many: 'access audits' },
		indexes: ['place_id'],
		merge: { note: 'text' }
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
		merge: { heard: 'text', needed: 'text', strong: 'text' }
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
		}
	},
	assessment_evidence: {
		name: { one: 'piece of evidence', many: 'pieces of evidence' },
		indexes: ['assessment_id'],
		merge: {}
	},
	measures: {
		name: { one: 'measure', many: 'measures' },
		indexes: ['objective_id', 'action_id'],
		merge: { note: 'text' }
	},
	measure_readings: {
		name: { one: 'reading', many: 'readings' },
		indexes: ['measure_id'],
		merge: { note: 'text' }
	},
	issues: {
		name: { one: 'issue', many: 'issues' },
		indexes: ['log_id', 'ward_code'],
		merge: { status: 'ask', what: 'text', outcome: 'text' }
	},
	referral_routes: {
		name: { one: 'referral route', many: 'referral routes' },
		indexes: [],
		merge: { who_for: 'text', how: 'text' }
	},
	referrals: {
		name: { one: 'referral', many: 'referrals' },
		indexes: ['log_id', 'route_id'],
		merge: { status: 'ask', note: 'text' }
	},
	feedback_loops: {
		name: { one: 'piece of feedback', many: 'pieces of feedback' },
		indexes: ['log_id', 'issue_id'],
		merge: { outcome: 'ask', said: 'text', response: 'text', told_note: 'text' }
	},
	community_events: {
		name: { one: 'event', many: 'events' },
		indexes: [
			'starts_at',
			'ward_code',
			'objective_id',
			'action_id',
			'organisation_id',
			'*partner_ids'
		],
		merge: { status: 'ask', cost_pence: 'ask', about: 'text', access_note: 'text' }
	},
	event_evaluations: {
		name: { one: 'evaluation of an event', many: 'evaluations of events' },
		indexes: ['event_id'],
		merge: { heard: 'text', worked: 'text', change: 'text' }
	},
	event_counts: {
		name: { one: 'door count', many: 'door counts' },
		indexes: ['event_id'],
		merge: {}
	},
	calendar_feeds: {
		name: { one: 'shared calendar', many: 'shared calendars' },
		indexes: [],
		merge: {}
	},
	grant_programmes: {
		name: { one: 'grant programme', many: 'grant programmes' },
		indexes: [],
		merge: { status: 'ask', about: 'text' }
	},
	grant_rounds: {
		name: { one: 'grant round', many: 'grant rounds' },
		indexes: ['programme_id'],
		merge: { budget_pence: 'ask', cap_pence: 'ask' }
	},
	grants: {
		name: { one: 'grant', many: 'grants' },
		indexes: ['round_id', 'organisation_id', 'objective_id', 'action_id'],
		merge: {
			status: 'ask',
			requested_pence: 'ask',
			recommended_pence: 'ask',
			awarded_pence: 'ask',
			schedule: 'ask',
			scores: 'ask',
			about: 'text',
			recommendation: 'text',
			decline_reason: 'text',
			conditions: 'text'
		}
	},
	grant_visits: {
		name: { one: 'grant visit', many: 'grant visits' },
		indexes: ['grant_id'],
		merge: { risks: 'text', heard: 'text', quote: 'text' }
	},
	grant_reports: {
		name: { one: 'grant report', many: 'grant reports' },
		indexes: ['grant_id'],
		merge: { spent_pence: 'ask', outcome: 'text' }
	},
	networks: {
		name: { one: 'network', many: 'networks' },
		indexes: [],
		merge: { purpose: 'text' }
	},
	network_snapshots: {
		name: { one: 'count of members', many: 'counts of members' },
		indexes: ['network_id'],
		merge: {}
	},
	network_activities: {
		name: { one: 'network activity', many: 'network activities' },
		indexes: ['network_id', 'held_on', 'objective_id', 'action_id', '*partner_ids'],
		merge: { status: 'ask', note: 'text' }
	},
	network_points: {
		name: { one: 'point raised', many: 'points raised' },
		indexes: ['activity_id', 'network_id', 'action_id'],
		merge: { status: 'ask', what: 'text', answer: 'text' }
	},
	steering_packs: {
		name: { one: 'steering pack', many: 'steering packs' },
		indexes: ['network_id'],
		merge: {}
	},
	panel_snapshots: {
		name: { one: 'panel count', many: 'panel counts' },
		indexes: ['taken_on'],
		merge: { note: 'text' }
	},
	progress_reports: {
		name: { one: 'progress report', many: 'progress reports' },
		indexes: ['plan_id'],
		merge: { foreword: 'text', achieved: 'text', setbacks: 'text', next_steps: 'text' }
	},
	report_editions: {
		name: { one: 'edition of a report', many: 'editions of reports' },
		indexes: ['report_id'],
		merge: {}
	},
	attachments: {
		name: { one: 'photo', many: 'photos' },
		indexes: ['row_id'],
		merge: {}
	},
	audit_log: {
		name: { one: 'change', many: 'changes' },
		indexes: ['row_id', 'created_at'],
		age: 'created_at',
		merge: {}
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
