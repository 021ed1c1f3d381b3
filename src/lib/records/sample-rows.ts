/** Whole rows for tests, out of the few columns that a test is about. */
import type { RecordTable, Row } from './registry';

const COUNCIL = '924c0e11-0000-4000-8000-000000000001';
const STAMP = '2026-11-16T10:00:00+00:00';

const defaults: { [T in RecordTable]?: Partial<Row<T>> } = {
	areas: {
		code: 'E05013097',
		name: 'Blackbird Leys',
		vintage: 'December 2021',
		latitude: 51.725,
		longitude: -1.198,
		population: 6390,
		deprivation_deciles: [2, 2, 3, 4],
		hex_q: 0,
		hex_r: 0,
		locality_id: null,
		boundary: null,
		boundary_vintage: null,
		boundary_source: null
	},
	plans: {
		title: 'EDI Action Plan 2026-30',
		source: null,
		status: 'current',
		starts_on: '2026-04-01',
		ends_on: '2030-03-31',
		published_on: '2026-04-01',
		information_published_on: '2026-04-01',
		review_on: null,
		carried_from: null
	},
	objectives: {
		parent_id: null,
		kind: 'priority',
		reference: '1.1',
		title: 'Providing inclusive services',
		description: null,
		lga_module: null,
		position: 1,
		closed_on: null
	},
	actions: {
		further_objective_ids: [],
		reference: 'EDI-14',
		title: 'Review equality impact assessments',
		description: null,
		service: 'Policy',
		owner_id: null,
		owner: null,
		partner_ids: [],
		programmes: [],
		due_on: null,
		due_rule: null,
		due_working_days: null,
		status: 'in_progress',
		rag: 'amber',
		rag_reason: null,
		progress_note: null,
		decision: null,
		carried_from: null,
		position: 1,
		source_ref: null,
		assessment_id: null
	},
	memberships: { role: 'officer', locality_id: null, cleared: false },
	engagement_logs: {
		type: 'conversation',
		occurred_on: '2026-11-16',
		coverage: 'ward',
		ward_code: 'E05013097',
		place_id: null,
		organisation_id: null,
		action_id: null,
		themes: ['cost_of_living'],
		barriers: [],
		heard: 'School uniform cost',
		people_count: 6,
		restricted: false
	},
	assessments: {
		type: 'equality_impact',
		reference: '',
		title: 'Moving the contact centre',
		service: 'Customer Services',
		trigger: 'service_change',
		summary: '',
		lead: '',
		objective_id: null,
		action_id: null,
		due_on: null,
		status: 'screening',
		screened_out_reason: '',
		impact_age: null,
		impact_disability: null,
		impact_gender_reassignment: null,
		impact_marriage_civil_partnership: null,
		impact_pregnancy_maternity: null,
		impact_race: null,
		impact_religion_belief: null,
		impact_sex: null,
		impact_sexual_orientation: null,
		impact_carers: null,
		impact_care_leavers: null,
		impact_armed_forces: null,
		impact_low_income: null,
		findings: '',
		need_note: '',
		access_note: '',
		outcome_comparison: '',
		signed_off_by: '',
		signed_off_on: null,
		review_on: null,
		outcome_note: ''
	},
	assessment_evidence: { note: '' }
};

/** A row as the server would send it. Its id is new unless given. */
export function sampleRow<T extends RecordTable>(table: T, columns: Partial<Row<T>> = {}): Row<T> {
	return {
		id: crypto.randomUUID(),
		council_id: COUNCIL,
		scope: `council:${COUNCIL}`,
		row_version: 1,
		field_versions: {},
		created_by: null,
		created_at: STAMP,
		updated_by: null,
		updated_at: STAMP,
		deleted_at: null,
		...defaults[table],
		...columns
	} as Row<T>;
}
