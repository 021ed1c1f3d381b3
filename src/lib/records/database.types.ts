export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
	public: {
		Tables: {
			actions: {
				Row: {
					assessment_id: string | null;
					carried_from: string | null;
					council_id: string;
					created_at: string;
					created_by: string | null;
					decision: string | null;
					deleted_at: string | null;
					description: string | null;
					due_on: string | null;
					due_rule: string | null;
					due_working_days: number | null;
					field_versions: NonNullable<Json>;
					further_objective_ids: string[];
					id: string;
					objective_id: string;
					owner: string | null;
					owner_id: string | null;
					partner_ids: string[];
					plan_id: string;
					position: number;
					programmes: string[];
					progress_note: string | null;
					rag: Database['public']['Enums']['rag'] | null;
					rag_reason: string | null;
					reference: string;
					row_version: number;
					scope: string;
					service: string;
					source_ref: string | null;
					status: Database['public']['Enums']['action_status'];
					title: string;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					assessment_id?: string | null;
					carried_from?: string | null;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					decision?: string | null;
					deleted_at?: string | null;
					description?: string | null;
					due_on?: string | null;
					due_rule?: string | null;
					due_working_days?: number | null;
					field_versions?: NonNullable<Json>;
					further_objective_ids?: string[];
					id?: string;
					objective_id: string;
					owner?: string | null;
					owner_id?: string | null;
					partner_ids?: string[];
					plan_id: string;
					position: number;
					programmes?: string[];
					progress_note?: string | null;
					rag?: Database['public']['Enums']['rag'] | null;
					rag_reason?: string | null;
					reference: string;
					row_version?: number;
					scope?: string;
					service: string;
					source_ref?: string | null;
					status?: Database['public']['Enums']['action_status'];
					title: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					assessment_id?: string | null;
					carried_from?: string | null;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					decision?: string | null;
					deleted_at?: string | null;
					description?: string | null;
					due_on?: string | null;
					due_rule?: string | null;
					due_working_days?: number | null;
					field_versions?: NonNullable<Json>;
					further_objective_ids?: string[];
					id?: string;
					objective_id?: string;
					owner?: string | null;
					owner_id?: string | null;
					partner_ids?: string[];
					plan_id?: string;
					position?: number;
					programmes?: string[];
					progress_note?: string | null;
					rag?: Database['public']['Enums']['rag'] | null;
					rag_reason?: string | null;
					reference?: string;
					row_version?: number;
					scope?: string;
					service?: string;
					source_ref?: string | null;
					status?: Database['public']['Enums']['action_status'];
					title?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'actions_council_id_assessment_id_fkey';
						columns: ['council_id', 'assessment_id'];
						isOneToOne: false;
						referencedRelation: 'assessments';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'actions_council_id_carried_from_fkey';
						columns: ['council_id', 'carried_from'];
						isOneToOne: false;
						referencedRelation: 'actions';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'actions_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'actions_council_id_objective_id_fkey';
						columns: ['council_id', 'objective_id'];
						isOneToOne: false;
						referencedRelation: 'objectives';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'actions_council_id_plan_id_fkey';
						columns: ['council_id', 'plan_id'];
						isOneToOne: false;
						referencedRelation: 'plans';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			areas: {
				Row: {
					benchmarks: NonNullable<Json>;
					boundary: Json | null;
					boundary_source: string | null;
					boundary_vintage: string | null;
					code: string;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					deprivation_deciles: number[] | null;
					field_versions: NonNullable<Json>;
					hex_q: number;
					hex_r: number;
					id: string;
					latitude: number;
					locality_id: string | null;
					longitude: number;
					name: string;
					population: number | null;
					row_version: number;
					scope: string;
					updated_at: string;
					updated_by: string | null;
					vintage: string;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					benchmarks?: NonNullable<Json>;
					boundary?: Json | null;
					boundary_source?: string | null;
					boundary_vintage?: string | null;
					code: string;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					deprivation_deciles?: number[] | null;
					field_versions?: NonNullable<Json>;
					hex_q: number;
					hex_r: number;
					id?: string;
					latitude: number;
					locality_id?: string | null;
					longitude: number;
					name: string;
					population?: number | null;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					vintage: string;
					xid?: unknown;
				};
				Update: {
					benchmarks?: NonNullable<Json>;
					boundary?: Json | null;
					boundary_source?: string | null;
					boundary_vintage?: string | null;
					code?: string;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					deprivation_deciles?: number[] | null;
					field_versions?: NonNullable<Json>;
					hex_q?: number;
					hex_r?: number;
					id?: string;
					latitude?: number;
					locality_id?: string | null;
					longitude?: number;
					name?: string;
					population?: number | null;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					vintage?: string;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'areas_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'areas_council_id_locality_id_fkey';
						columns: ['council_id', 'locality_id'];
						isOneToOne: false;
						referencedRelation: 'localities';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			assessment_evidence: {
				Row: {
					assessment_id: string;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					id: string;
					log_id: string;
					note: string;
					row_version: number;
					scope: string;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					assessment_id: string;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					log_id: string;
					note?: string;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					assessment_id?: string;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					log_id?: string;
					note?: string;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'assessment_evidence_council_id_assessment_id_fkey';
						columns: ['council_id', 'assessment_id'];
						isOneToOne: false;
						referencedRelation: 'assessments';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'assessment_evidence_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'assessment_evidence_council_id_log_id_fkey';
						columns: ['council_id', 'log_id'];
						isOneToOne: false;
						referencedRelation: 'engagement_logs';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			assessments: {
				Row: {
					access_note: string;
					action_id: string | null;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					due_on: string | null;
					field_versions: NonNullable<Json>;
					findings: string;
					id: string;
					impact_age: Database['public']['Enums']['assessment_impact'] | null;
					impact_armed_forces: Database['public']['Enums']['assessment_impact'] | null;
					impact_care_leavers: Database['public']['Enums']['assessment_impact'] | null;
					impact_carers: Database['public']['Enums']['assessment_impact'] | null;
					impact_disability: Database['public']['Enums']['assessment_impact'] | null;
					impact_gender_reassignment: Database['public']['Enums']['assessment_impact'] | null;
					impact_low_income: Database['public']['Enums']['assessment_impact'] | null;
					impact_marriage_civil_partnership:
						Database['public']['Enums']['assessment_impact'] | null;
					impact_pregnancy_maternity: Database['public']['Enums']['assessment_impact'] | null;
					impact_race: Database['public']['Enums']['assessment_impact'] | null;
					impact_religion_belief: Database['public']['Enums']['assessment_impact'] | null;
					impact_sex: Database['public']['Enums']['assessment_impact'] | null;
					impact_sexual_orientation: Database['public']['Enums']['assessment_impact'] | null;
					lead: string;
					need_note: string;
					objective_id: string | null;
					outcome_comparison: string;
					outcome_note: string;
					reference: string;
					review_on: string | null;
					row_version: number;
					scope: string;
					screened_out_reason: string;
					service: string;
					signed_off_by: string;
					signed_off_on: string | null;
					status: Database['public']['Enums']['assessment_status'];
					summary: string;
					title: string;
					trigger: Database['public']['Enums']['assessment_trigger'];
					type: Database['public']['Enums']['assessment_type'];
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					access_note?: string;
					action_id?: string | null;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					due_on?: string | null;
					field_versions?: NonNullable<Json>;
					findings?: string;
					id?: string;
					impact_age?: Database['public']['Enums']['assessment_impact'] | null;
					impact_armed_forces?: Database['public']['Enums']['assessment_impact'] | null;
					impact_care_leavers?: Database['public']['Enums']['assessment_impact'] | null;
					impact_carers?: Database['public']['Enums']['assessment_impact'] | null;
					impact_disability?: Database['public']['Enums']['assessment_impact'] | null;
					impact_gender_reassignment?: Database['public']['Enums']['assessment_impact'] | null;
					impact_low_income?: Database['public']['Enums']['assessment_impact'] | null;
					impact_marriage_civil_partnership?:
						Database['public']['Enums']['assessment_impact'] | null;
					impact_pregnancy_maternity?: Database['public']['Enums']['assessment_impact'] | null;
					impact_race?: Database['public']['Enums']['assessment_impact'] | null;
					impact_religion_belief?: Database['public']['Enums']['assessment_impact'] | null;
					impact_sex?: Database['public']['Enums']['assessment_impact'] | null;
					impact_sexual_orientation?: Database['public']['Enums']['assessment_impact'] | null;
					lead?: string;
					need_note?: string;
					objective_id?: string | null;
					outcome_comparison?: string;
					outcome_note?: string;
					reference?: string;
					review_on?: string | null;
					row_version?: number;
					scope?: string;
					screened_out_reason?: string;
					service: string;
					signed_off_by?: string;
					signed_off_on?: string | null;
					status?: Database['public']['Enums']['assessment_status'];
					summary?: string;
					title: string;
					trigger: Database['public']['Enums']['assessment_trigger'];
					type: Database['public']['Enums']['assessment_type'];
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					access_note?: string;
					action_id?: string | null;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					due_on?: string | null;
					field_versions?: NonNullable<Json>;
					findings?: string;
					id?: string;
					impact_age?: Database['public']['Enums']['assessment_impact'] | null;
					impact_armed_forces?: Database['public']['Enums']['assessment_impact'] | null;
					impact_care_leavers?: Database['public']['Enums']['assessment_impact'] | null;
					impact_carers?: Database['public']['Enums']['assessment_impact'] | null;
					impact_disability?: Database['public']['Enums']['assessment_impact'] | null;
					impact_gender_reassignment?: Database['public']['Enums']['assessment_impact'] | null;
					impact_low_income?: Database['public']['Enums']['assessment_impact'] | null;
					impact_marriage_civil_partnership?:
						Database['public']['Enums']['assessment_impact'] | null;
					impact_pregnancy_maternity?: Database['public']['Enums']['assessment_impact'] | null;
					impact_race?: Database['public']['Enums']['assessment_impact'] | null;
					impact_religion_belief?: Database['public']['Enums']['assessment_impact'] | null;
					impact_sex?: Database['public']['Enums']['assessment_impact'] | null;
					impact_sexual_orientation?: Database['public']['Enums']['assessment_impact'] | null;
					lead?: string;
					need_note?: string;
					objective_id?: string | null;
					outcome_comparison?: string;
					outcome_note?: string;
					reference?: string;
					review_on?: string | null;
					row_version?: number;
					scope?: string;
					screened_out_reason?: string;
					service?: string;
					signed_off_by?: string;
					signed_off_on?: string | null;
					status?: Database['public']['Enums']['assessment_status'];
					summary?: string;
					title?: string;
					trigger?: Database['public']['Enums']['assessment_trigger'];
					type?: Database['public']['Enums']['assessment_type'];
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'assessments_council_id_action_id_fkey';
						columns: ['council_id', 'action_id'];
						isOneToOne: false;
						referencedRelation: 'actions';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'assessments_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'assessments_council_id_objective_id_fkey';
						columns: ['council_id', 'objective_id'];
						isOneToOne: false;
						referencedRelation: 'objectives';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			attachments: {
				Row: {
					byte_size: number;
					content_type: string;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					description: string;
					field_versions: NonNullable<Json>;
					height: number;
					id: string;
					row_id: string;
					row_version: number;
					scope: string;
					sha256: string;
					table_name: string;
					updated_at: string;
					updated_by: string | null;
					width: number;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					byte_size: number;
					content_type: string;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					description?: string;
					field_versions?: NonNullable<Json>;
					height: number;
					id?: string;
					row_id: string;
					row_version?: number;
					scope?: string;
					sha256: string;
					table_name: string;
					updated_at?: string;
					updated_by?: string | null;
					width: number;
					xid?: unknown;
				};
				Update: {
					byte_size?: number;
					content_type?: string;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					description?: string;
					field_versions?: NonNullable<Json>;
					height?: number;
					id?: string;
					row_id?: string;
					row_version?: number;
					scope?: string;
					sha256?: string;
					table_name?: string;
					updated_at?: string;
					updated_by?: string | null;
					width?: number;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'attachments_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					}
				];
			};
			audit_log: {
				Row: {
					changes: NonNullable<Json>;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					id: string;
					row_id: string;
					row_version: number;
					scope: string;
					table_name: string;
					taken: boolean;
					updated_at: string;
					updated_by: string | null;
					version: number;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					changes: NonNullable<Json>;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					row_id: string;
					row_version?: number;
					scope?: string;
					table_name: string;
					taken?: boolean;
					updated_at?: string;
					updated_by?: string | null;
					version: number;
					xid?: unknown;
				};
				Update: {
					changes?: NonNullable<Json>;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					row_id?: string;
					row_version?: number;
					scope?: string;
					table_name?: string;
					taken?: boolean;
					updated_at?: string;
					updated_by?: string | null;
					version?: number;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'audit_log_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					}
				];
			};
			calendar_feeds: {
				Row: {
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					id: string;
					locality_id: string;
					row_version: number;
					scope: string;
					token: string;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					locality_id: string;
					row_version?: number;
					scope?: string;
					token: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					locality_id?: string;
					row_version?: number;
					scope?: string;
					token?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'calendar_feeds_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'calendar_feeds_council_id_locality_id_fkey';
						columns: ['council_id', 'locality_id'];
						isOneToOne: false;
						referencedRelation: 'localities';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			community_events: {
				Row: {
					about: string;
					access_arranged: Database['public']['Enums']['access_item'][];
					access_not_needed: Database['public']['Enums']['access_item'][];
					access_note: string;
					action_id: string | null;
					audiences: Database['public']['Enums']['community'][];
					cancelled_reason: string;
					cost_pence: number | null;
					council_id: string;
					councillor_present: boolean;
					coverage: Database['public']['Enums']['coverage'];
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					ends_at: string;
					expected: number | null;
					field_versions: NonNullable<Json>;
					grant_id: string | null;
					id: string;
					objective_id: string;
					organisation_id: string | null;
					partner_ids: string[];
					place_id: string | null;
					programmes: string[];
					published_without_reason: string;
					row_version: number;
					run_sheet: NonNullable<Json>;
					scope: string;
					sequence: number;
					series_id: string | null;
					starts_at: string;
					status: Database['public']['Enums']['event_status'];
					title: string;
					type: Database['public']['Enums']['event_type'];
					updated_at: string;
					updated_by: string | null;
					ward_code: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					about?: string;
					access_arranged?: Database['public']['Enums']['access_item'][];
					access_not_needed?: Database['public']['Enums']['access_item'][];
					access_note?: string;
					action_id?: string | null;
					audiences?: Database['public']['Enums']['community'][];
					cancelled_reason?: string;
					cost_pence?: number | null;
					council_id: string;
					councillor_present?: boolean;
					coverage?: Database['public']['Enums']['coverage'];
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					ends_at: string;
					expected?: number | null;
					field_versions?: NonNullable<Json>;
					grant_id?: string | null;
					id?: string;
					objective_id: string;
					organisation_id?: string | null;
					partner_ids?: string[];
					place_id?: string | null;
					programmes?: string[];
					published_without_reason?: string;
					row_version?: number;
					run_sheet?: NonNullable<Json>;
					scope?: string;
					sequence?: number;
					series_id?: string | null;
					starts_at: string;
					status?: Database['public']['Enums']['event_status'];
					title: string;
					type: Database['public']['Enums']['event_type'];
					updated_at?: string;
					updated_by?: string | null;
					ward_code?: string | null;
					xid?: unknown;
				};
				Update: {
					about?: string;
					access_arranged?: Database['public']['Enums']['access_item'][];
					access_not_needed?: Database['public']['Enums']['access_item'][];
					access_note?: string;
					action_id?: string | null;
					audiences?: Database['public']['Enums']['community'][];
					cancelled_reason?: string;
					cost_pence?: number | null;
					council_id?: string;
					councillor_present?: boolean;
					coverage?: Database['public']['Enums']['coverage'];
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					ends_at?: string;
					expected?: number | null;
					field_versions?: NonNullable<Json>;
					grant_id?: string | null;
					id?: string;
					objective_id?: string;
					organisation_id?: string | null;
					partner_ids?: string[];
					place_id?: string | null;
					programmes?: string[];
					published_without_reason?: string;
					row_version?: number;
					run_sheet?: NonNullable<Json>;
					scope?: string;
					sequence?: number;
					series_id?: string | null;
					starts_at?: string;
					status?: Database['public']['Enums']['event_status'];
					title?: string;
					type?: Database['public']['Enums']['event_type'];
					updated_at?: string;
					updated_by?: string | null;
					ward_code?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'community_events_council_id_action_id_fkey';
						columns: ['council_id', 'action_id'];
						isOneToOne: false;
						referencedRelation: 'actions';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'community_events_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'community_events_council_id_objective_id_fkey';
						columns: ['council_id', 'objective_id'];
						isOneToOne: false;
						referencedRelation: 'objectives';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'community_events_council_id_organisation_id_fkey';
						columns: ['council_id', 'organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'community_events_council_id_place_id_fkey';
						columns: ['council_id', 'place_id'];
						isOneToOne: false;
						referencedRelation: 'places';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'community_events_council_id_ward_code_fkey';
						columns: ['council_id', 'ward_code'];
						isOneToOne: false;
						referencedRelation: 'areas';
						referencedColumns: ['council_id', 'code'];
					},
					{
						foreignKeyName: 'community_events_grant_id_fkey';
						columns: ['council_id', 'grant_id'];
						isOneToOne: false;
						referencedRelation: 'grants';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			councils: {
				Row: {
					access_barrier_days: number;
					antisocial_behaviour_days: number;
					benchmarks: NonNullable<Json>;
					code: string;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					export_threshold: number;
					field_versions: NonNullable<Json>;
					fly_tipping_days: number;
					funder_org_id: string;
					funder_prefix: string;
					graffiti_days: number;
					hate_incident_days: number;
					hate_team_hours: string;
					hate_team_name: string;
					hate_team_phone: string;
					hate_team_url: string;
					id: string;
					lighting_days: number;
					name: string;
					offensive_graffiti_days: number;
					office_closes_at: string;
					other_days: number;
					report_reminder_days: number;
					row_version: number;
					scope: string;
					screen_threshold: number;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					access_barrier_days?: number;
					antisocial_behaviour_days?: number;
					benchmarks?: NonNullable<Json>;
					code: string;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					export_threshold?: number;
					field_versions?: NonNullable<Json>;
					fly_tipping_days?: number;
					funder_org_id?: string;
					funder_prefix?: string;
					graffiti_days?: number;
					hate_incident_days?: number;
					hate_team_hours?: string;
					hate_team_name?: string;
					hate_team_phone?: string;
					hate_team_url?: string;
					id?: string;
					lighting_days?: number;
					name: string;
					offensive_graffiti_days?: number;
					office_closes_at?: string;
					other_days?: number;
					report_reminder_days?: number;
					row_version?: number;
					scope?: string;
					screen_threshold?: number;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					access_barrier_days?: number;
					antisocial_behaviour_days?: number;
					benchmarks?: NonNullable<Json>;
					code?: string;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					export_threshold?: number;
					field_versions?: NonNullable<Json>;
					fly_tipping_days?: number;
					funder_org_id?: string;
					funder_prefix?: string;
					graffiti_days?: number;
					hate_incident_days?: number;
					hate_team_hours?: string;
					hate_team_name?: string;
					hate_team_phone?: string;
					hate_team_url?: string;
					id?: string;
					lighting_days?: number;
					name?: string;
					offensive_graffiti_days?: number;
					office_closes_at?: string;
					other_days?: number;
					report_reminder_days?: number;
					row_version?: number;
					scope?: string;
					screen_threshold?: number;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [];
			};
			engagement_logs: {
				Row: {
					action_id: string | null;
					audiences: Database['public']['Enums']['community'][];
					barriers: Database['public']['Enums']['barrier'][];
					channel: Database['public']['Enums']['engagement_channel'] | null;
					connected_organisation_ids: string[];
					council_id: string;
					councillor_present: boolean;
					coverage: Database['public']['Enums']['coverage'];
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					hate_incident: boolean;
					heard: string;
					id: string;
					languages: Database['public']['Enums']['language'][];
					needed: string;
					objective_id: string;
					occurred_on: string;
					organisation_id: string | null;
					partner_ids: string[];
					people_count: number | null;
					place_id: string | null;
					programmes: string[];
					resources: NonNullable<Json>;
					restricted: boolean;
					row_version: number;
					safety_messages: number | null;
					scope: string;
					sentiment: Database['public']['Enums']['sentiment'] | null;
					signposted: Database['public']['Enums']['signpost'][];
					strengths: Database['public']['Enums']['strength'][];
					strong: string;
					tallies: NonNullable<Json>;
					themes: Database['public']['Enums']['engagement_theme'][];
					type: Database['public']['Enums']['engagement_type'];
					updated_at: string;
					updated_by: string | null;
					ward_code: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					action_id?: string | null;
					audiences?: Database['public']['Enums']['community'][];
					barriers?: Database['public']['Enums']['barrier'][];
					channel?: Database['public']['Enums']['engagement_channel'] | null;
					connected_organisation_ids?: string[];
					council_id: string;
					councillor_present?: boolean;
					coverage?: Database['public']['Enums']['coverage'];
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					hate_incident?: boolean;
					heard?: string;
					id?: string;
					languages?: Database['public']['Enums']['language'][];
					needed?: string;
					objective_id: string;
					occurred_on: string;
					organisation_id?: string | null;
					partner_ids?: string[];
					people_count?: number | null;
					place_id?: string | null;
					programmes?: string[];
					resources?: NonNullable<Json>;
					restricted?: boolean;
					row_version?: number;
					safety_messages?: number | null;
					scope?: string;
					sentiment?: Database['public']['Enums']['sentiment'] | null;
					signposted?: Database['public']['Enums']['signpost'][];
					strengths?: Database['public']['Enums']['strength'][];
					strong?: string;
					tallies?: NonNullable<Json>;
					themes?: Database['public']['Enums']['engagement_theme'][];
					type: Database['public']['Enums']['engagement_type'];
					updated_at?: string;
					updated_by?: string | null;
					ward_code?: string | null;
					xid?: unknown;
				};
				Update: {
					action_id?: string | null;
					audiences?: Database['public']['Enums']['community'][];
					barriers?: Database['public']['Enums']['barrier'][];
					channel?: Database['public']['Enums']['engagement_channel'] | null;
					connected_organisation_ids?: string[];
					council_id?: string;
					councillor_present?: boolean;
					coverage?: Database['public']['Enums']['coverage'];
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					hate_incident?: boolean;
					heard?: string;
					id?: string;
					languages?: Database['public']['Enums']['language'][];
					needed?: string;
					objective_id?: string;
					occurred_on?: string;
					organisation_id?: string | null;
					partner_ids?: string[];
					people_count?: number | null;
					place_id?: string | null;
					programmes?: string[];
					resources?: NonNullable<Json>;
					restricted?: boolean;
					row_version?: number;
					safety_messages?: number | null;
					scope?: string;
					sentiment?: Database['public']['Enums']['sentiment'] | null;
					signposted?: Database['public']['Enums']['signpost'][];
					strengths?: Database['public']['Enums']['strength'][];
					strong?: string;
					tallies?: NonNullable<Json>;
					themes?: Database['public']['Enums']['engagement_theme'][];
					type?: Database['public']['Enums']['engagement_type'];
					updated_at?: string;
					updated_by?: string | null;
					ward_code?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'engagement_logs_council_id_action_id_fkey';
						columns: ['council_id', 'action_id'];
						isOneToOne: false;
						referencedRelation: 'actions';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'engagement_logs_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'engagement_logs_council_id_objective_id_fkey';
						columns: ['council_id', 'objective_id'];
						isOneToOne: false;
						referencedRelation: 'objectives';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'engagement_logs_council_id_organisation_id_fkey';
						columns: ['council_id', 'organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'engagement_logs_council_id_place_id_fkey';
						columns: ['council_id', 'place_id'];
						isOneToOne: false;
						referencedRelation: 'places';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'engagement_logs_council_id_ward_code_fkey';
						columns: ['council_id', 'ward_code'];
						isOneToOne: false;
						referencedRelation: 'areas';
						referencedColumns: ['council_id', 'code'];
					}
				];
			};
			event_counts: {
				Row: {
					client: string;
					council_id: string;
					count: number;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					event_id: string;
					field_versions: NonNullable<Json>;
					id: string;
					of: NonNullable<Json>;
					row_version: number;
					scope: string;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					client: string;
					council_id: string;
					count: number;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					event_id: string;
					field_versions?: NonNullable<Json>;
					id?: string;
					of?: NonNullable<Json>;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					client?: string;
					council_id?: string;
					count?: number;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					event_id?: string;
					field_versions?: NonNullable<Json>;
					id?: string;
					of?: NonNullable<Json>;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'event_counts_council_id_event_id_fkey';
						columns: ['council_id', 'event_id'];
						isOneToOne: false;
						referencedRelation: 'community_events';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'event_counts_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					}
				];
			};
			event_evaluations: {
				Row: {
					attended: number | null;
					change: string;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					event_id: string;
					field_versions: NonNullable<Json>;
					heard: string;
					id: string;
					row_version: number;
					safety_messages: number | null;
					scope: string;
					sentiment: Database['public']['Enums']['sentiment'] | null;
					tallies: NonNullable<Json>;
					updated_at: string;
					updated_by: string | null;
					worked: string;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					attended?: number | null;
					change?: string;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					event_id: string;
					field_versions?: NonNullable<Json>;
					heard?: string;
					id?: string;
					row_version?: number;
					safety_messages?: number | null;
					scope?: string;
					sentiment?: Database['public']['Enums']['sentiment'] | null;
					tallies?: NonNullable<Json>;
					updated_at?: string;
					updated_by?: string | null;
					worked?: string;
					xid?: unknown;
				};
				Update: {
					attended?: number | null;
					change?: string;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					event_id?: string;
					field_versions?: NonNullable<Json>;
					heard?: string;
					id?: string;
					row_version?: number;
					safety_messages?: number | null;
					scope?: string;
					sentiment?: Database['public']['Enums']['sentiment'] | null;
					tallies?: NonNullable<Json>;
					updated_at?: string;
					updated_by?: string | null;
					worked?: string;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'event_evaluations_council_id_event_id_fkey';
						columns: ['council_id', 'event_id'];
						isOneToOne: false;
						referencedRelation: 'community_events';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'event_evaluations_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					}
				];
			};
			feedback_loops: {
				Row: {
					action_id: string | null;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					id: string;
					issue_id: string | null;
					log_id: string | null;
					objective_id: string | null;
					outcome: Database['public']['Enums']['feedback_outcome'] | null;
					responded_on: string | null;
					response: string;
					row_version: number;
					said: string;
					said_on: string;
					scope: string;
					told_how: Database['public']['Enums']['told_how'][];
					told_note: string;
					told_on: string | null;
					updated_at: string;
					updated_by: string | null;
					ward_code: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					action_id?: string | null;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					issue_id?: string | null;
					log_id?: string | null;
					objective_id?: string | null;
					outcome?: Database['public']['Enums']['feedback_outcome'] | null;
					responded_on?: string | null;
					response?: string;
					row_version?: number;
					said: string;
					said_on: string;
					scope?: string;
					told_how?: Database['public']['Enums']['told_how'][];
					told_note?: string;
					told_on?: string | null;
					updated_at?: string;
					updated_by?: string | null;
					ward_code?: string | null;
					xid?: unknown;
				};
				Update: {
					action_id?: string | null;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					issue_id?: string | null;
					log_id?: string | null;
					objective_id?: string | null;
					outcome?: Database['public']['Enums']['feedback_outcome'] | null;
					responded_on?: string | null;
					response?: string;
					row_version?: number;
					said?: string;
					said_on?: string;
					scope?: string;
					told_how?: Database['public']['Enums']['told_how'][];
					told_note?: string;
					told_on?: string | null;
					updated_at?: string;
					updated_by?: string | null;
					ward_code?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'feedback_loops_council_id_action_id_fkey';
						columns: ['council_id', 'action_id'];
						isOneToOne: false;
						referencedRelation: 'actions';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'feedback_loops_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'feedback_loops_council_id_issue_id_fkey';
						columns: ['council_id', 'issue_id'];
						isOneToOne: false;
						referencedRelation: 'issues';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'feedback_loops_council_id_log_id_fkey';
						columns: ['council_id', 'log_id'];
						isOneToOne: false;
						referencedRelation: 'engagement_logs';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'feedback_loops_council_id_objective_id_fkey';
						columns: ['council_id', 'objective_id'];
						isOneToOne: false;
						referencedRelation: 'objectives';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'feedback_loops_council_id_ward_code_fkey';
						columns: ['council_id', 'ward_code'];
						isOneToOne: false;
						referencedRelation: 'areas';
						referencedColumns: ['council_id', 'code'];
					}
				];
			};
			grant_programmes: {
				Row: {
					about: string;
					closes_on: string | null;
					council_id: string;
					council_priorities: string[];
					created_at: string;
					created_by: string | null;
					criteria: NonNullable<Json>;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					id: string;
					name: string;
					objective_id: string;
					opens_on: string | null;
					row_version: number;
					scope: string;
					service: string;
					status: Database['public']['Enums']['grant_programme_status'];
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					about?: string;
					closes_on?: string | null;
					council_id: string;
					council_priorities?: string[];
					created_at?: string;
					created_by?: string | null;
					criteria?: NonNullable<Json>;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					name: string;
					objective_id: string;
					opens_on?: string | null;
					row_version?: number;
					scope?: string;
					service?: string;
					status?: Database['public']['Enums']['grant_programme_status'];
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					about?: string;
					closes_on?: string | null;
					council_id?: string;
					council_priorities?: string[];
					created_at?: string;
					created_by?: string | null;
					criteria?: NonNullable<Json>;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					name?: string;
					objective_id?: string;
					opens_on?: string | null;
					row_version?: number;
					scope?: string;
					service?: string;
					status?: Database['public']['Enums']['grant_programme_status'];
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'grant_programmes_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'grant_programmes_council_id_objective_id_fkey';
						columns: ['council_id', 'objective_id'];
						isOneToOne: false;
						referencedRelation: 'objectives';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			grant_reports: {
				Row: {
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					due_on: string;
					field_versions: NonNullable<Json>;
					grant_id: string;
					id: string;
					kind: Database['public']['Enums']['grant_report_kind'];
					outcome: string;
					people_count: number | null;
					received_on: string | null;
					row_version: number;
					scope: string;
					spent_pence: number | null;
					tallies: NonNullable<Json>;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					due_on: string;
					field_versions?: NonNullable<Json>;
					grant_id: string;
					id?: string;
					kind: Database['public']['Enums']['grant_report_kind'];
					outcome?: string;
					people_count?: number | null;
					received_on?: string | null;
					row_version?: number;
					scope?: string;
					spent_pence?: number | null;
					tallies?: NonNullable<Json>;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					due_on?: string;
					field_versions?: NonNullable<Json>;
					grant_id?: string;
					id?: string;
					kind?: Database['public']['Enums']['grant_report_kind'];
					outcome?: string;
					people_count?: number | null;
					received_on?: string | null;
					row_version?: number;
					scope?: string;
					spent_pence?: number | null;
					tallies?: NonNullable<Json>;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'grant_reports_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'grant_reports_council_id_grant_id_fkey';
						columns: ['council_id', 'grant_id'];
						isOneToOne: false;
						referencedRelation: 'grants';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			grant_rounds: {
				Row: {
					budget_pence: number;
					cap_pence: number | null;
					closes_on: string;
					council_id: string;
					created_at: string;
					created_by: string | null;
					criteria: NonNullable<Json>;
					decided_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					id: string;
					name: string;
					opens_on: string;
					programme_id: string;
					row_version: number;
					scope: string;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					budget_pence: number;
					cap_pence?: number | null;
					closes_on: string;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					criteria?: NonNullable<Json>;
					decided_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					name: string;
					opens_on: string;
					programme_id: string;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					budget_pence?: number;
					cap_pence?: number | null;
					closes_on?: string;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					criteria?: NonNullable<Json>;
					decided_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					name?: string;
					opens_on?: string;
					programme_id?: string;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'grant_rounds_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'grant_rounds_council_id_programme_id_fkey';
						columns: ['council_id', 'programme_id'];
						isOneToOne: false;
						referencedRelation: 'grant_programmes';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			grant_visits: {
				Row: {
					attended: number | null;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					grant_id: string;
					heard: string;
					id: string;
					on_track: Database['public']['Enums']['grant_progress'];
					quote: string;
					quote_consent: boolean;
					risks: string;
					row_version: number;
					scope: string;
					updated_at: string;
					updated_by: string | null;
					visited_on: string;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					attended?: number | null;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					grant_id: string;
					heard?: string;
					id?: string;
					on_track: Database['public']['Enums']['grant_progress'];
					quote?: string;
					quote_consent?: boolean;
					risks?: string;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					visited_on: string;
					xid?: unknown;
				};
				Update: {
					attended?: number | null;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					grant_id?: string;
					heard?: string;
					id?: string;
					on_track?: Database['public']['Enums']['grant_progress'];
					quote?: string;
					quote_consent?: boolean;
					risks?: string;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					visited_on?: string;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'grant_visits_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'grant_visits_council_id_grant_id_fkey';
						columns: ['council_id', 'grant_id'];
						isOneToOne: false;
						referencedRelation: 'grants';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			grants: {
				Row: {
					about: string;
					action_id: string | null;
					awarded_on: string | null;
					awarded_pence: number | null;
					conditions: string;
					council_id: string;
					council_priority: string;
					created_at: string;
					created_by: string | null;
					decided_on: string | null;
					decline_reason: string;
					deleted_at: string | null;
					ends_on: string | null;
					field_versions: NonNullable<Json>;
					groups: Database['public']['Enums']['community'][];
					id: string;
					objective_id: string;
					organisation_id: string;
					over_cap_reason: string;
					programmes: string[];
					received_on: string;
					recommendation: string;
					recommended_pence: number | null;
					reference: string;
					requested_pence: number;
					round_id: string;
					row_version: number;
					schedule: NonNullable<Json>;
					scope: string;
					score: number | null;
					scores: NonNullable<Json>;
					starts_on: string | null;
					status: Database['public']['Enums']['grant_status'];
					title: string;
					updated_at: string;
					updated_by: string | null;
					ward_codes: string[];
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					about: string;
					action_id?: string | null;
					awarded_on?: string | null;
					awarded_pence?: number | null;
					conditions?: string;
					council_id: string;
					council_priority?: string;
					created_at?: string;
					created_by?: string | null;
					decided_on?: string | null;
					decline_reason?: string;
					deleted_at?: string | null;
					ends_on?: string | null;
					field_versions?: NonNullable<Json>;
					groups?: Database['public']['Enums']['community'][];
					id?: string;
					objective_id: string;
					organisation_id: string;
					over_cap_reason?: string;
					programmes?: string[];
					received_on: string;
					recommendation?: string;
					recommended_pence?: number | null;
					reference?: string;
					requested_pence: number;
					round_id: string;
					row_version?: number;
					schedule?: NonNullable<Json>;
					scope?: string;
					score?: number | null;
					scores?: NonNullable<Json>;
					starts_on?: string | null;
					status?: Database['public']['Enums']['grant_status'];
					title: string;
					updated_at?: string;
					updated_by?: string | null;
					ward_codes?: string[];
					xid?: unknown;
				};
				Update: {
					about?: string;
					action_id?: string | null;
					awarded_on?: string | null;
					awarded_pence?: number | null;
					conditions?: string;
					council_id?: string;
					council_priority?: string;
					created_at?: string;
					created_by?: string | null;
					decided_on?: string | null;
					decline_reason?: string;
					deleted_at?: string | null;
					ends_on?: string | null;
					field_versions?: NonNullable<Json>;
					groups?: Database['public']['Enums']['community'][];
					id?: string;
					objective_id?: string;
					organisation_id?: string;
					over_cap_reason?: string;
					programmes?: string[];
					received_on?: string;
					recommendation?: string;
					recommended_pence?: number | null;
					reference?: string;
					requested_pence?: number;
					round_id?: string;
					row_version?: number;
					schedule?: NonNullable<Json>;
					scope?: string;
					score?: number | null;
					scores?: NonNullable<Json>;
					starts_on?: string | null;
					status?: Database['public']['Enums']['grant_status'];
					title?: string;
					updated_at?: string;
					updated_by?: string | null;
					ward_codes?: string[];
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'grants_council_id_action_id_fkey';
						columns: ['council_id', 'action_id'];
						isOneToOne: false;
						referencedRelation: 'actions';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'grants_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'grants_council_id_objective_id_fkey';
						columns: ['council_id', 'objective_id'];
						isOneToOne: false;
						referencedRelation: 'objectives';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'grants_council_id_organisation_id_fkey';
						columns: ['council_id', 'organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'grants_council_id_round_id_fkey';
						columns: ['council_id', 'round_id'];
						isOneToOne: false;
						referencedRelation: 'grant_rounds';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			issues: {
				Row: {
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					due_on: string;
					field_versions: NonNullable<Json>;
					id: string;
					kind: Database['public']['Enums']['issue_kind'];
					latitude: number | null;
					log_id: string | null;
					longitude: number | null;
					outcome: string;
					owner_id: string | null;
					place_id: string | null;
					reported_at: string;
					resolved_at: string | null;
					restricted: boolean;
					row_version: number;
					scope: string;
					status: Database['public']['Enums']['issue_status'];
					updated_at: string;
					updated_by: string | null;
					ward_code: string | null;
					what: string;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					due_on: string;
					field_versions?: NonNullable<Json>;
					id?: string;
					kind: Database['public']['Enums']['issue_kind'];
					latitude?: number | null;
					log_id?: string | null;
					longitude?: number | null;
					outcome?: string;
					owner_id?: string | null;
					place_id?: string | null;
					reported_at: string;
					resolved_at?: string | null;
					restricted?: boolean;
					row_version?: number;
					scope?: string;
					status?: Database['public']['Enums']['issue_status'];
					updated_at?: string;
					updated_by?: string | null;
					ward_code?: string | null;
					what: string;
					xid?: unknown;
				};
				Update: {
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					due_on?: string;
					field_versions?: NonNullable<Json>;
					id?: string;
					kind?: Database['public']['Enums']['issue_kind'];
					latitude?: number | null;
					log_id?: string | null;
					longitude?: number | null;
					outcome?: string;
					owner_id?: string | null;
					place_id?: string | null;
					reported_at?: string;
					resolved_at?: string | null;
					restricted?: boolean;
					row_version?: number;
					scope?: string;
					status?: Database['public']['Enums']['issue_status'];
					updated_at?: string;
					updated_by?: string | null;
					ward_code?: string | null;
					what?: string;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'issues_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'issues_council_id_log_id_fkey';
						columns: ['council_id', 'log_id'];
						isOneToOne: false;
						referencedRelation: 'engagement_logs';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'issues_council_id_place_id_fkey';
						columns: ['council_id', 'place_id'];
						isOneToOne: false;
						referencedRelation: 'places';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'issues_council_id_ward_code_fkey';
						columns: ['council_id', 'ward_code'];
						isOneToOne: false;
						referencedRelation: 'areas';
						referencedColumns: ['council_id', 'code'];
					}
				];
			};
			localities: {
				Row: {
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					id: string;
					name: string;
					row_version: number;
					scope: string;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					name: string;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					name?: string;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'localities_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					}
				];
			};
			measure_readings: {
				Row: {
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					fed: boolean;
					field_versions: NonNullable<Json>;
					id: string;
					measure_id: string;
					note: string | null;
					read_on: string;
					row_version: number;
					scope: string;
					updated_at: string;
					updated_by: string | null;
					value: number;
					whole_count: number | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					fed?: boolean;
					field_versions?: NonNullable<Json>;
					id?: string;
					measure_id: string;
					note?: string | null;
					read_on: string;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					value: number;
					whole_count?: number | null;
					xid?: unknown;
				};
				Update: {
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					fed?: boolean;
					field_versions?: NonNullable<Json>;
					id?: string;
					measure_id?: string;
					note?: string | null;
					read_on?: string;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					value?: number;
					whole_count?: number | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'measure_readings_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'measure_readings_council_id_measure_id_fkey';
						columns: ['council_id', 'measure_id'];
						isOneToOne: false;
						referencedRelation: 'measures';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			measures: {
				Row: {
					accumulates: boolean;
					action_id: string | null;
					baseline: number | null;
					baseline_note: string | null;
					baseline_on: string | null;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					direction: Database['public']['Enums']['measure_direction'];
					due_on: string | null;
					fed_by: Database['public']['Enums']['measure_feed'] | null;
					field_versions: NonNullable<Json>;
					frequency: Database['public']['Enums']['reading_frequency'];
					id: string;
					kind: Database['public']['Enums']['measure_kind'];
					name: string;
					note: string | null;
					objective_id: string;
					position: number;
					rate_percent: number | null;
					row_version: number;
					scope: string;
					starts_on: string;
					target: number | null;
					target_rule: Database['public']['Enums']['target_rule'];
					unit: string;
					updated_at: string;
					updated_by: string | null;
					whole: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					accumulates?: boolean;
					action_id?: string | null;
					baseline?: number | null;
					baseline_note?: string | null;
					baseline_on?: string | null;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					direction?: Database['public']['Enums']['measure_direction'];
					due_on?: string | null;
					fed_by?: Database['public']['Enums']['measure_feed'] | null;
					field_versions?: NonNullable<Json>;
					frequency: Database['public']['Enums']['reading_frequency'];
					id?: string;
					kind: Database['public']['Enums']['measure_kind'];
					name: string;
					note?: string | null;
					objective_id: string;
					position: number;
					rate_percent?: number | null;
					row_version?: number;
					scope?: string;
					starts_on: string;
					target?: number | null;
					target_rule: Database['public']['Enums']['target_rule'];
					unit?: string;
					updated_at?: string;
					updated_by?: string | null;
					whole?: string | null;
					xid?: unknown;
				};
				Update: {
					accumulates?: boolean;
					action_id?: string | null;
					baseline?: number | null;
					baseline_note?: string | null;
					baseline_on?: string | null;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					direction?: Database['public']['Enums']['measure_direction'];
					due_on?: string | null;
					fed_by?: Database['public']['Enums']['measure_feed'] | null;
					field_versions?: NonNullable<Json>;
					frequency?: Database['public']['Enums']['reading_frequency'];
					id?: string;
					kind?: Database['public']['Enums']['measure_kind'];
					name?: string;
					note?: string | null;
					objective_id?: string;
					position?: number;
					rate_percent?: number | null;
					row_version?: number;
					scope?: string;
					starts_on?: string;
					target?: number | null;
					target_rule?: Database['public']['Enums']['target_rule'];
					unit?: string;
					updated_at?: string;
					updated_by?: string | null;
					whole?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'measures_council_id_action_id_fkey';
						columns: ['council_id', 'action_id'];
						isOneToOne: false;
						referencedRelation: 'actions';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'measures_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'measures_council_id_objective_id_fkey';
						columns: ['council_id', 'objective_id'];
						isOneToOne: false;
						referencedRelation: 'objectives';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			memberships: {
				Row: {
					cleared: boolean;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					handles_grants: boolean;
					id: string;
					locality_id: string | null;
					network_id: string | null;
					role: Database['public']['Enums']['membership_role'];
					row_version: number;
					scope: string;
					updated_at: string;
					updated_by: string | null;
					user_id: string;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					cleared?: boolean;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					handles_grants?: boolean;
					id?: string;
					locality_id?: string | null;
					network_id?: string | null;
					role: Database['public']['Enums']['membership_role'];
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					user_id: string;
					xid?: unknown;
				};
				Update: {
					cleared?: boolean;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					handles_grants?: boolean;
					id?: string;
					locality_id?: string | null;
					network_id?: string | null;
					role?: Database['public']['Enums']['membership_role'];
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					user_id?: string;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'memberships_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'memberships_council_id_locality_id_fkey';
						columns: ['council_id', 'locality_id'];
						isOneToOne: false;
						referencedRelation: 'localities';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'memberships_council_id_network_id_fkey';
						columns: ['council_id', 'network_id'];
						isOneToOne: false;
						referencedRelation: 'networks';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			network_activities: {
				Row: {
					action_id: string | null;
					attendance: number | null;
					completions: number | null;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					headcount: number | null;
					held_on: string;
					id: string;
					kind: Database['public']['Enums']['network_activity_kind'];
					network_id: string;
					note: string;
					objective_id: string;
					partner_ids: string[];
					place_id: string | null;
					programmes: string[];
					row_version: number;
					scope: string;
					status: Database['public']['Enums']['network_activity_status'];
					title: string;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					action_id?: string | null;
					attendance?: number | null;
					completions?: number | null;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					headcount?: number | null;
					held_on: string;
					id?: string;
					kind: Database['public']['Enums']['network_activity_kind'];
					network_id: string;
					note?: string;
					objective_id: string;
					partner_ids?: string[];
					place_id?: string | null;
					programmes?: string[];
					row_version?: number;
					scope?: string;
					status?: Database['public']['Enums']['network_activity_status'];
					title: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					action_id?: string | null;
					attendance?: number | null;
					completions?: number | null;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					headcount?: number | null;
					held_on?: string;
					id?: string;
					kind?: Database['public']['Enums']['network_activity_kind'];
					network_id?: string;
					note?: string;
					objective_id?: string;
					partner_ids?: string[];
					place_id?: string | null;
					programmes?: string[];
					row_version?: number;
					scope?: string;
					status?: Database['public']['Enums']['network_activity_status'];
					title?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'network_activities_council_id_action_id_fkey';
						columns: ['council_id', 'action_id'];
						isOneToOne: false;
						referencedRelation: 'actions';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'network_activities_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'network_activities_council_id_network_id_fkey';
						columns: ['council_id', 'network_id'];
						isOneToOne: false;
						referencedRelation: 'networks';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'network_activities_council_id_objective_id_fkey';
						columns: ['council_id', 'objective_id'];
						isOneToOne: false;
						referencedRelation: 'objectives';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'network_activities_council_id_place_id_fkey';
						columns: ['council_id', 'place_id'];
						isOneToOne: false;
						referencedRelation: 'places';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			network_points: {
				Row: {
					action_id: string | null;
					activity_id: string;
					answer: string;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					id: string;
					kind: Database['public']['Enums']['network_point_kind'];
					network_id: string;
					row_version: number;
					scope: string;
					status: Database['public']['Enums']['network_point_status'];
					to_steering: boolean;
					updated_at: string;
					updated_by: string | null;
					what: string;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					action_id?: string | null;
					activity_id: string;
					answer?: string;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					kind: Database['public']['Enums']['network_point_kind'];
					network_id: string;
					row_version?: number;
					scope?: string;
					status?: Database['public']['Enums']['network_point_status'];
					to_steering?: boolean;
					updated_at?: string;
					updated_by?: string | null;
					what: string;
					xid?: unknown;
				};
				Update: {
					action_id?: string | null;
					activity_id?: string;
					answer?: string;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					kind?: Database['public']['Enums']['network_point_kind'];
					network_id?: string;
					row_version?: number;
					scope?: string;
					status?: Database['public']['Enums']['network_point_status'];
					to_steering?: boolean;
					updated_at?: string;
					updated_by?: string | null;
					what?: string;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'network_points_council_id_action_id_fkey';
						columns: ['council_id', 'action_id'];
						isOneToOne: false;
						referencedRelation: 'actions';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'network_points_council_id_activity_id_fkey';
						columns: ['council_id', 'activity_id'];
						isOneToOne: false;
						referencedRelation: 'network_activities';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'network_points_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'network_points_council_id_network_id_fkey';
						columns: ['council_id', 'network_id'];
						isOneToOne: false;
						referencedRelation: 'networks';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			network_snapshots: {
				Row: {
					council_id: string;
					counted_on: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					id: string;
					members: number;
					network_id: string;
					row_version: number;
					scope: string;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					council_id: string;
					counted_on: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					members: number;
					network_id: string;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					council_id?: string;
					counted_on?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					members?: number;
					network_id?: string;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'network_snapshots_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'network_snapshots_council_id_network_id_fkey';
						columns: ['council_id', 'network_id'];
						isOneToOne: false;
						referencedRelation: 'networks';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			networks: {
				Row: {
					characteristic: Database['public']['Enums']['equality_group'] | null;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					ended_on: string | null;
					field_versions: NonNullable<Json>;
					id: string;
					kind: Database['public']['Enums']['network_kind'];
					lead_post: string;
					meets: string;
					name: string;
					objective_id: string;
					purpose: string;
					reports_to: string | null;
					row_version: number;
					scope: string;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					characteristic?: Database['public']['Enums']['equality_group'] | null;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					ended_on?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					kind: Database['public']['Enums']['network_kind'];
					lead_post?: string;
					meets?: string;
					name: string;
					objective_id: string;
					purpose?: string;
					reports_to?: string | null;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					characteristic?: Database['public']['Enums']['equality_group'] | null;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					ended_on?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					kind?: Database['public']['Enums']['network_kind'];
					lead_post?: string;
					meets?: string;
					name?: string;
					objective_id?: string;
					purpose?: string;
					reports_to?: string | null;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'networks_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'networks_council_id_objective_id_fkey';
						columns: ['council_id', 'objective_id'];
						isOneToOne: false;
						referencedRelation: 'objectives';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'networks_council_id_reports_to_fkey';
						columns: ['council_id', 'reports_to'];
						isOneToOne: false;
						referencedRelation: 'networks';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			objectives: {
				Row: {
					closed_on: string | null;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					description: string | null;
					field_versions: NonNullable<Json>;
					id: string;
					kind: Database['public']['Enums']['objective_kind'];
					lga_module: Database['public']['Enums']['lga_module'] | null;
					parent_id: string | null;
					plan_id: string;
					position: number;
					reference: string;
					row_version: number;
					scope: string;
					title: string;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					closed_on?: string | null;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					description?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					kind: Database['public']['Enums']['objective_kind'];
					lga_module?: Database['public']['Enums']['lga_module'] | null;
					parent_id?: string | null;
					plan_id: string;
					position: number;
					reference: string;
					row_version?: number;
					scope?: string;
					title: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					closed_on?: string | null;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					description?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					kind?: Database['public']['Enums']['objective_kind'];
					lga_module?: Database['public']['Enums']['lga_module'] | null;
					parent_id?: string | null;
					plan_id?: string;
					position?: number;
					reference?: string;
					row_version?: number;
					scope?: string;
					title?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'objectives_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'objectives_council_id_parent_id_fkey';
						columns: ['council_id', 'parent_id'];
						isOneToOne: false;
						referencedRelation: 'objectives';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'objectives_council_id_plan_id_fkey';
						columns: ['council_id', 'plan_id'];
						isOneToOne: false;
						referencedRelation: 'plans';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			organisations: {
				Row: {
					charity_number: string;
					communities: Database['public']['Enums']['community'][];
					company_number: string;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					email: string;
					field_versions: NonNullable<Json>;
					governance: Database['public']['Enums']['governance'] | null;
					id: string;
					is_partner: boolean;
					kind: Database['public']['Enums']['organisation_kind'];
					meets: string;
					name: string;
					note: string | null;
					own_reference: string;
					phone: string;
					row_version: number;
					scope: string;
					trustee_support: string;
					updated_at: string;
					updated_by: string | null;
					ward_code: string | null;
					website: string;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					charity_number?: string;
					communities?: Database['public']['Enums']['community'][];
					company_number?: string;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					email?: string;
					field_versions?: NonNullable<Json>;
					governance?: Database['public']['Enums']['governance'] | null;
					id?: string;
					is_partner?: boolean;
					kind: Database['public']['Enums']['organisation_kind'];
					meets?: string;
					name: string;
					note?: string | null;
					own_reference?: string;
					phone?: string;
					row_version?: number;
					scope?: string;
					trustee_support?: string;
					updated_at?: string;
					updated_by?: string | null;
					ward_code?: string | null;
					website?: string;
					xid?: unknown;
				};
				Update: {
					charity_number?: string;
					communities?: Database['public']['Enums']['community'][];
					company_number?: string;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					email?: string;
					field_versions?: NonNullable<Json>;
					governance?: Database['public']['Enums']['governance'] | null;
					id?: string;
					is_partner?: boolean;
					kind?: Database['public']['Enums']['organisation_kind'];
					meets?: string;
					name?: string;
					note?: string | null;
					own_reference?: string;
					phone?: string;
					row_version?: number;
					scope?: string;
					trustee_support?: string;
					updated_at?: string;
					updated_by?: string | null;
					ward_code?: string | null;
					website?: string;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'organisations_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'organisations_council_id_ward_code_fkey';
						columns: ['council_id', 'ward_code'];
						isOneToOne: false;
						referencedRelation: 'areas';
						referencedColumns: ['council_id', 'code'];
					}
				];
			};
			panel_snapshots: {
				Row: {
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					id: string;
					note: string;
					people_count: number;
					row_version: number;
					scope: string;
					taken_on: string;
					tallies: NonNullable<Json>;
					title: string;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					note?: string;
					people_count: number;
					row_version?: number;
					scope?: string;
					taken_on: string;
					tallies?: NonNullable<Json>;
					title: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					note?: string;
					people_count?: number;
					row_version?: number;
					scope?: string;
					taken_on?: string;
					tallies?: NonNullable<Json>;
					title?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'panel_snapshots_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					}
				];
			};
			place_audits: {
				Row: {
					audited_on: string;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					entrance: Database['public']['Enums']['audit_answer'] | null;
					field_versions: NonNullable<Json>;
					gate_width: Database['public']['Enums']['audit_answer'] | null;
					hearing_loop: Database['public']['Enums']['audit_answer'] | null;
					id: string;
					kind: Database['public']['Enums']['audit_kind'];
					lighting: Database['public']['Enums']['audit_answer'] | null;
					next_audit_on: string;
					note: string;
					parking: Database['public']['Enums']['audit_answer'] | null;
					paths: Database['public']['Enums']['audit_answer'] | null;
					place_id: string;
					public_transport: Database['public']['Enums']['audit_answer'] | null;
					quiet_room: Database['public']['Enums']['audit_answer'] | null;
					row_version: number;
					scope: string;
					score: number | null;
					seating: Database['public']['Enums']['audit_answer'] | null;
					signage: Database['public']['Enums']['audit_answer'] | null;
					step_free: Database['public']['Enums']['audit_answer'] | null;
					toilets: Database['public']['Enums']['audit_answer'] | null;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					audited_on: string;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					entrance?: Database['public']['Enums']['audit_answer'] | null;
					field_versions?: NonNullable<Json>;
					gate_width?: Database['public']['Enums']['audit_answer'] | null;
					hearing_loop?: Database['public']['Enums']['audit_answer'] | null;
					id?: string;
					kind: Database['public']['Enums']['audit_kind'];
					lighting?: Database['public']['Enums']['audit_answer'] | null;
					next_audit_on: string;
					note?: string;
					parking?: Database['public']['Enums']['audit_answer'] | null;
					paths?: Database['public']['Enums']['audit_answer'] | null;
					place_id: string;
					public_transport?: Database['public']['Enums']['audit_answer'] | null;
					quiet_room?: Database['public']['Enums']['audit_answer'] | null;
					row_version?: number;
					scope?: string;
					score?: number | null;
					seating?: Database['public']['Enums']['audit_answer'] | null;
					signage?: Database['public']['Enums']['audit_answer'] | null;
					step_free?: Database['public']['Enums']['audit_answer'] | null;
					toilets?: Database['public']['Enums']['audit_answer'] | null;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					audited_on?: string;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					entrance?: Database['public']['Enums']['audit_answer'] | null;
					field_versions?: NonNullable<Json>;
					gate_width?: Database['public']['Enums']['audit_answer'] | null;
					hearing_loop?: Database['public']['Enums']['audit_answer'] | null;
					id?: string;
					kind?: Database['public']['Enums']['audit_kind'];
					lighting?: Database['public']['Enums']['audit_answer'] | null;
					next_audit_on?: string;
					note?: string;
					parking?: Database['public']['Enums']['audit_answer'] | null;
					paths?: Database['public']['Enums']['audit_answer'] | null;
					place_id?: string;
					public_transport?: Database['public']['Enums']['audit_answer'] | null;
					quiet_room?: Database['public']['Enums']['audit_answer'] | null;
					row_version?: number;
					scope?: string;
					score?: number | null;
					seating?: Database['public']['Enums']['audit_answer'] | null;
					signage?: Database['public']['Enums']['audit_answer'] | null;
					step_free?: Database['public']['Enums']['audit_answer'] | null;
					toilets?: Database['public']['Enums']['audit_answer'] | null;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'place_audits_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'place_audits_council_id_place_id_fkey';
						columns: ['council_id', 'place_id'];
						isOneToOne: false;
						referencedRelation: 'places';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			places: {
				Row: {
					accessible_toilet: boolean | null;
					address: string;
					capacity: number | null;
					checked_on: string | null;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					hearing_loop: boolean | null;
					hire_cost: string;
					id: string;
					kind: Database['public']['Enums']['place_kind'];
					latitude: number | null;
					longitude: number | null;
					name: string;
					note: string | null;
					postcode: string;
					quiet_room: boolean | null;
					row_version: number;
					scope: string;
					step_free: boolean | null;
					updated_at: string;
					updated_by: string | null;
					ward_code: string | null;
					wifi: boolean | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					accessible_toilet?: boolean | null;
					address?: string;
					capacity?: number | null;
					checked_on?: string | null;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					hearing_loop?: boolean | null;
					hire_cost?: string;
					id?: string;
					kind: Database['public']['Enums']['place_kind'];
					latitude?: number | null;
					longitude?: number | null;
					name: string;
					note?: string | null;
					postcode?: string;
					quiet_room?: boolean | null;
					row_version?: number;
					scope?: string;
					step_free?: boolean | null;
					updated_at?: string;
					updated_by?: string | null;
					ward_code?: string | null;
					wifi?: boolean | null;
					xid?: unknown;
				};
				Update: {
					accessible_toilet?: boolean | null;
					address?: string;
					capacity?: number | null;
					checked_on?: string | null;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					hearing_loop?: boolean | null;
					hire_cost?: string;
					id?: string;
					kind?: Database['public']['Enums']['place_kind'];
					latitude?: number | null;
					longitude?: number | null;
					name?: string;
					note?: string | null;
					postcode?: string;
					quiet_room?: boolean | null;
					row_version?: number;
					scope?: string;
					step_free?: boolean | null;
					updated_at?: string;
					updated_by?: string | null;
					ward_code?: string | null;
					wifi?: boolean | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'places_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'places_council_id_ward_code_fkey';
						columns: ['council_id', 'ward_code'];
						isOneToOne: false;
						referencedRelation: 'areas';
						referencedColumns: ['council_id', 'code'];
					}
				];
			};
			plans: {
				Row: {
					carried_from: string | null;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					ends_on: string | null;
					field_versions: NonNullable<Json>;
					id: string;
					information_published_on: string | null;
					published_on: string | null;
					review_on: string | null;
					row_version: number;
					scope: string;
					source: string | null;
					starts_on: string | null;
					status: Database['public']['Enums']['plan_status'];
					title: string;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					carried_from?: string | null;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					ends_on?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					information_published_on?: string | null;
					published_on?: string | null;
					review_on?: string | null;
					row_version?: number;
					scope?: string;
					source?: string | null;
					starts_on?: string | null;
					status?: Database['public']['Enums']['plan_status'];
					title: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					carried_from?: string | null;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					ends_on?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					information_published_on?: string | null;
					published_on?: string | null;
					review_on?: string | null;
					row_version?: number;
					scope?: string;
					source?: string | null;
					starts_on?: string | null;
					status?: Database['public']['Enums']['plan_status'];
					title?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'plans_council_id_carried_from_fkey';
						columns: ['council_id', 'carried_from'];
						isOneToOne: false;
						referencedRelation: 'plans';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'plans_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					}
				];
			};
			postcode_sectors: {
				Row: {
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					id: string;
					row_version: number;
					scope: string;
					sector: string;
					units: NonNullable<Json>;
					updated_at: string;
					updated_by: string | null;
					vintage: string;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					row_version?: number;
					scope?: string;
					sector: string;
					units: NonNullable<Json>;
					updated_at?: string;
					updated_by?: string | null;
					vintage: string;
					xid?: unknown;
				};
				Update: {
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					row_version?: number;
					scope?: string;
					sector?: string;
					units?: NonNullable<Json>;
					updated_at?: string;
					updated_by?: string | null;
					vintage?: string;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'postcode_sectors_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					}
				];
			};
			profiles: {
				Row: {
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					full_name: string;
					id: string;
					row_version: number;
					scope: string;
					updated_at: string;
					updated_by: string | null;
					user_id: string;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					full_name: string;
					id?: string;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					user_id: string;
					xid?: unknown;
				};
				Update: {
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					full_name?: string;
					id?: string;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					user_id?: string;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'profiles_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					}
				];
			};
			progress_reports: {
				Row: {
					achieved: string;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					foreword: string;
					id: string;
					next_steps: string;
					plan_id: string;
					row_version: number;
					scope: string;
					setbacks: string;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
					year_from: string;
				};
				ComputedFields: never;
				Insert: {
					achieved?: string;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					foreword?: string;
					id?: string;
					next_steps?: string;
					plan_id: string;
					row_version?: number;
					scope?: string;
					setbacks?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
					year_from: string;
				};
				Update: {
					achieved?: string;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					foreword?: string;
					id?: string;
					next_steps?: string;
					plan_id?: string;
					row_version?: number;
					scope?: string;
					setbacks?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
					year_from?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'progress_reports_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'progress_reports_council_id_plan_id_fkey';
						columns: ['council_id', 'plan_id'];
						isOneToOne: false;
						referencedRelation: 'plans';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			referral_routes: {
				Row: {
					checked_on: string | null;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					hours: string;
					how: string;
					id: string;
					name: string;
					phone: string;
					reasons: Database['public']['Enums']['referral_reason'][];
					row_version: number;
					scope: string;
					updated_at: string;
					updated_by: string | null;
					website: string;
					who_for: string;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					checked_on?: string | null;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					hours?: string;
					how?: string;
					id?: string;
					name: string;
					phone?: string;
					reasons: Database['public']['Enums']['referral_reason'][];
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					website?: string;
					who_for?: string;
					xid?: unknown;
				};
				Update: {
					checked_on?: string | null;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					hours?: string;
					how?: string;
					id?: string;
					name?: string;
					phone?: string;
					reasons?: Database['public']['Enums']['referral_reason'][];
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					website?: string;
					who_for?: string;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'referral_routes_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					}
				];
			};
			referrals: {
				Row: {
					answered_on: string | null;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					id: string;
					log_id: string;
					note: string;
					reason: Database['public']['Enums']['referral_reason'];
					referred_on: string;
					route_id: string;
					row_version: number;
					scope: string;
					status: Database['public']['Enums']['referral_status'];
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					answered_on?: string | null;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					log_id: string;
					note?: string;
					reason: Database['public']['Enums']['referral_reason'];
					referred_on: string;
					route_id: string;
					row_version?: number;
					scope?: string;
					status?: Database['public']['Enums']['referral_status'];
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					answered_on?: string | null;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					log_id?: string;
					note?: string;
					reason?: Database['public']['Enums']['referral_reason'];
					referred_on?: string;
					route_id?: string;
					row_version?: number;
					scope?: string;
					status?: Database['public']['Enums']['referral_status'];
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'referrals_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'referrals_council_id_log_id_fkey';
						columns: ['council_id', 'log_id'];
						isOneToOne: false;
						referencedRelation: 'engagement_logs';
						referencedColumns: ['council_id', 'id'];
					},
					{
						foreignKeyName: 'referrals_council_id_route_id_fkey';
						columns: ['council_id', 'route_id'];
						isOneToOne: false;
						referencedRelation: 'referral_routes';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			report_editions: {
				Row: {
					content: NonNullable<Json>;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					id: string;
					made_on: string;
					page: string;
					report_id: string;
					row_version: number;
					scope: string;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					content: NonNullable<Json>;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					made_on: string;
					page: string;
					report_id: string;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					content?: NonNullable<Json>;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					made_on?: string;
					page?: string;
					report_id?: string;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'report_editions_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'report_editions_council_id_report_id_fkey';
						columns: ['council_id', 'report_id'];
						isOneToOne: false;
						referencedRelation: 'progress_reports';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			safe_spaces: {
				Row: {
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					id: string;
					note: string;
					place_id: string;
					row_version: number;
					scope: string;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					note?: string;
					place_id: string;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					note?: string;
					place_id?: string;
					row_version?: number;
					scope?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'safe_spaces_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'safe_spaces_council_id_place_id_fkey';
						columns: ['council_id', 'place_id'];
						isOneToOne: false;
						referencedRelation: 'places';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			steering_packs: {
				Row: {
					content: NonNullable<Json>;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					field_versions: NonNullable<Json>;
					id: string;
					made_on: string;
					meeting_on: string;
					network_id: string;
					row_version: number;
					scope: string;
					since: string;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					content: NonNullable<Json>;
					council_id: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					made_on: string;
					meeting_on: string;
					network_id: string;
					row_version?: number;
					scope?: string;
					since: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Update: {
					content?: NonNullable<Json>;
					council_id?: string;
					created_at?: string;
					created_by?: string | null;
					deleted_at?: string | null;
					field_versions?: NonNullable<Json>;
					id?: string;
					made_on?: string;
					meeting_on?: string;
					network_id?: string;
					row_version?: number;
					scope?: string;
					since?: string;
					updated_at?: string;
					updated_by?: string | null;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'steering_packs_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'steering_packs_council_id_network_id_fkey';
						columns: ['council_id', 'network_id'];
						isOneToOne: false;
						referencedRelation: 'networks';
						referencedColumns: ['council_id', 'id'];
					}
				];
			};
			sync_epoch: {
				Row: {
					id: string;
					only_row: boolean;
					purged_xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					id?: string;
					only_row?: boolean;
					purged_xid?: unknown;
				};
				Update: {
					id?: string;
					only_row?: boolean;
					purged_xid?: unknown;
				};
				Relationships: [];
			};
			sync_exits: {
				Row: {
					council_id: string;
					created_at: string;
					row_id: string;
					row_version: number;
					scope: string;
					table_name: string;
					xid: unknown;
				};
				ComputedFields: never;
				Insert: {
					council_id: string;
					created_at?: string;
					row_id: string;
					row_version: number;
					scope: string;
					table_name: string;
					xid: unknown;
				};
				Update: {
					council_id?: string;
					created_at?: string;
					row_id?: string;
					row_version?: number;
					scope?: string;
					table_name?: string;
					xid?: unknown;
				};
				Relationships: [
					{
						foreignKeyName: 'sync_exits_council_id_fkey';
						columns: ['council_id'];
						isOneToOne: false;
						referencedRelation: 'councils';
						referencedColumns: ['id'];
					}
				];
			};
			sync_mutations: {
				Row: {
					client_id: string;
					created_at: string;
					mid: number;
					user_id: string;
					verdict: NonNullable<Json>;
				};
				ComputedFields: never;
				Insert: {
					client_id: string;
					created_at?: string;
					mid: number;
					user_id?: string;
					verdict: NonNullable<Json>;
				};
				Update: {
					client_id?: string;
					created_at?: string;
					mid?: number;
					user_id?: string;
					verdict?: NonNullable<Json>;
				};
				Relationships: [];
			};
		};
		Views: {
			[_ in never]: never;
		};
		Functions: {
			activity_by_month: {
				Args: { kind?: string; objective?: string; since: string; until: string; value?: string };
				Returns: Json;
			};
			create_council: {
				Args: { code: string; full_name: string; name: string };
				Returns: {
					access_barrier_days: number;
					antisocial_behaviour_days: number;
					benchmarks: NonNullable<Json>;
					code: string;
					council_id: string;
					created_at: string;
					created_by: string | null;
					deleted_at: string | null;
					export_threshold: number;
					field_versions: NonNullable<Json>;
					fly_tipping_days: number;
					funder_org_id: string;
					funder_prefix: string;
					graffiti_days: number;
					hate_incident_days: number;
					hate_team_hours: string;
					hate_team_name: string;
					hate_team_phone: string;
					hate_team_url: string;
					id: string;
					lighting_days: number;
					name: string;
					offensive_graffiti_days: number;
					office_closes_at: string;
					other_days: number;
					report_reminder_days: number;
					row_version: number;
					scope: string;
					screen_threshold: number;
					updated_at: string;
					updated_by: string | null;
					xid: unknown;
				};
				SetofOptions: {
					from: '*';
					to: 'councils';
					isOneToOne: true;
					isSetofReturn: false;
				};
			};
			gaps: { Args: { since: string; until: string }; Returns: Json };
			read_calendar: { Args: { token: string }; Returns: Json };
			read_register: { Args: { since: string; until: string; ward?: string }; Returns: Json };
			report_figures: { Args: { day: string }; Returns: Json };
			representativeness: {
				Args: { purpose?: string; since: string; until: string; ward?: string };
				Returns: Json;
			};
			setup_needed: { Args: Record<PropertyKey, never>; Returns: boolean };
			sync_digest:
				| { Args: Record<PropertyKey, never>; Returns: Json }
				| { Args: { tables: string[] }; Returns: Json };
			sync_pull: { Args: { cursors: Json; epoch: string; page_size?: number }; Returns: Json };
			sync_push: { Args: { client_id: string; mutations: Json }; Returns: Json };
			ward_activity:
				| {
						Args: {
							kind: string;
							objective?: string;
							purpose?: string;
							since: string;
							until: string;
							value: string;
						};
						Returns: Json;
				  }
				| { Args: { objective?: string; since: string; until: string }; Returns: Json };
		};
		Enums: {
			access_item:
				| 'step_free'
				| 'bsl'
				| 'hearing_loop'
				| 'quiet_space'
				| 'prayer_room'
				| 'creche'
				| 'women_only'
				| 'dietary'
				| 'travel'
				| 'cost_to_attend';
			action_status: 'proposed' | 'not_started' | 'in_progress' | 'done' | 'stopped' | 'declined';
			assessment_impact: 'positive' | 'neutral' | 'negative' | 'unknown';
			assessment_status: 'screening' | 'full' | 'signed_off';
			assessment_trigger:
				| 'policy'
				| 'service_change'
				| 'budget'
				| 'reorganisation'
				| 'project'
				| 'commissioning'
				| 'other';
			assessment_type: 'service_and_community_impact' | 'equality_impact' | 'health_equity_audit';
			audit_answer: 'good' | 'partly' | 'poor' | 'missing' | 'not_applicable';
			audit_kind: 'facility' | 'green_space';
			barrier:
				| 'physical'
				| 'language'
				| 'cost'
				| 'digital'
				| 'trust'
				| 'timing'
				| 'childcare'
				| 'transport'
				| 'safety'
				| 'information'
				| 'cultural'
				| 'other';
			community:
				| 'everyone'
				| 'young_people'
				| 'older_people'
				| 'families'
				| 'women'
				| 'men'
				| 'disabled_people'
				| 'mental_health'
				| 'lgbtq'
				| 'asian'
				| 'black'
				| 'arab'
				| 'east_timorese'
				| 'eastern_european'
				| 'gypsy_roma_traveller'
				| 'christian'
				| 'muslim'
				| 'jewish'
				| 'hindu'
				| 'sikh'
				| 'refugees_migrants'
				| 'carers'
				| 'care_leavers'
				| 'veterans'
				| 'low_income'
				| 'social_tenants'
				| 'leaseholders'
				| 'private_renters'
				| 'homeless'
				| 'students'
				| 'international_students';
			coverage: 'ward' | 'city_wide' | 'online';
			engagement_channel:
				| 'face_to_face'
				| 'phone'
				| 'text_message'
				| 'email'
				| 'social_media'
				| 'online_meeting'
				| 'letter_leaflet'
				| 'through_partner';
			engagement_theme:
				| 'cost_of_living'
				| 'housing'
				| 'health'
				| 'mental_health'
				| 'isolation'
				| 'education'
				| 'jobs_skills'
				| 'digital'
				| 'transport'
				| 'safety'
				| 'hate_racism'
				| 'faith_culture'
				| 'environment'
				| 'young_people'
				| 'older_people'
				| 'disability_access'
				| 'refugees_migrants'
				| 'parks_leisure'
				| 'information'
				| 'other';
			engagement_type:
				| 'conversation'
				| 'visit'
				| 'meeting'
				| 'event'
				| 'drop_in'
				| 'phone_call'
				| 'online'
				| 'survey'
				| 'stakeholder_engagement';
			equality_group:
				| 'age'
				| 'disability'
				| 'gender_reassignment'
				| 'marriage_civil_partnership'
				| 'pregnancy_maternity'
				| 'race'
				| 'religion_belief'
				| 'sex'
				| 'sexual_orientation'
				| 'carers'
				| 'care_leavers'
				| 'armed_forces'
				| 'low_income';
			event_status: 'planned' | 'published' | 'delivered' | 'evaluated' | 'cancelled';
			event_type: 'community' | 'surgery' | 'jobs_skills' | 'consultation' | 'session';
			feedback_outcome: 'did' | 'cannot';
			governance:
				| 'informal'
				| 'association'
				| 'charity'
				| 'cio'
				| 'charitable_company'
				| 'cic'
				| 'cooperative'
				| 'company'
				| 'faith_body'
				| 'public_body'
				| 'other';
			grant_programme_status: 'draft' | 'open' | 'closed';
			grant_progress: 'yes' | 'partly' | 'no';
			grant_report_kind: 'interim' | 'final';
			grant_status:
				| 'received'
				| 'scored'
				| 'approved'
				| 'declined'
				| 'withdrawn'
				| 'awarded'
				| 'monitored'
				| 'closed';
			issue_kind:
				| 'offensive_graffiti'
				| 'graffiti'
				| 'hate_incident'
				| 'access_barrier'
				| 'fly_tipping'
				| 'lighting'
				| 'antisocial_behaviour'
				| 'other';
			issue_status: 'open' | 'in_progress' | 'resolved' | 'cannot';
			language:
				| 'english'
				| 'bsl'
				| 'polish'
				| 'romanian'
				| 'panjabi'
				| 'urdu'
				| 'portuguese'
				| 'spanish'
				| 'arabic'
				| 'bengali'
				| 'gujarati'
				| 'italian'
				| 'tamil'
				| 'french'
				| 'lithuanian'
				| 'chinese'
				| 'turkish'
				| 'bulgarian'
				| 'russian'
				| 'persian'
				| 'hungarian'
				| 'greek'
				| 'somali'
				| 'kurdish'
				| 'albanian'
				| 'ukrainian'
				| 'tigrinya'
				| 'pashto'
				| 'tetum'
				| 'other';
			lga_module: 'communities' | 'leadership' | 'services' | 'workforce';
			measure_direction: 'up' | 'down';
			measure_feed: 'logs' | 'people' | 'safety_messages' | 'events' | 'training_completions';
			measure_kind: 'count' | 'percentage';
			membership_role: 'officer' | 'champion' | 'manager' | 'admin' | 'viewer';
			network_activity_kind: 'meeting' | 'campaign' | 'training' | 'drop_in';
			network_activity_status: 'planned' | 'held' | 'cancelled';
			network_kind: 'staff_network' | 'forum' | 'steering_group';
			network_point_kind: 'issue' | 'decision' | 'action_point';
			network_point_status: 'open' | 'settled';
			objective_kind: 'objective' | 'priority';
			organisation_kind:
				| 'community_group'
				| 'faith_group'
				| 'charity'
				| 'school'
				| 'health'
				| 'police'
				| 'council'
				| 'business'
				| 'other';
			place_kind:
				| 'community_centre'
				| 'hub'
				| 'library'
				| 'school'
				| 'place_of_worship'
				| 'health_centre'
				| 'green_space'
				| 'leisure_centre'
				| 'other';
			plan_status: 'draft' | 'current' | 'closed';
			rag: 'red' | 'amber' | 'green';
			reading_frequency: 'month' | 'quarter' | 'half_year' | 'year' | 'once';
			referral_reason:
				| 'isolation'
				| 'health'
				| 'mental_health'
				| 'social_support'
				| 'money'
				| 'food'
				| 'housing'
				| 'domestic_abuse'
				| 'hate_crime'
				| 'modern_slavery'
				| 'scams'
				| 'immigration'
				| 'carers'
				| 'young_people'
				| 'older_people'
				| 'disability'
				| 'jobs_skills'
				| 'digital'
				| 'other';
			referral_status: 'made' | 'accepted' | 'declined' | 'unknown';
			resource:
				| 'welcome_pack'
				| 'service_leaflet'
				| 'easy_read'
				| 'safety_pack'
				| 'fire_safety_kit'
				| 'warm_pack'
				| 'digital_device'
				| 'other';
			sentiment: 'positive' | 'mixed' | 'neutral' | 'negative';
			signpost:
				| 'emergency'
				| 'police'
				| 'true_vision'
				| 'council_team'
				| 'victim_support'
				| 'tell_mama'
				| 'community_security_trust'
				| 'galop'
				| 'other';
			strength: 'gift' | 'skill' | 'space' | 'connection';
			target_rule: 'fixed' | 'growth_per_year' | 'beyond_overall' | 'none';
			told_how:
				| 'face_to_face'
				| 'meeting'
				| 'event'
				| 'phone'
				| 'email'
				| 'letter_leaflet'
				| 'newsletter'
				| 'notice_board'
				| 'website'
				| 'social_media'
				| 'through_partner'
				| 'councillor';
		};
		CompositeTypes: {
			[_ in never]: never;
		};
	};
};

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, 'public'>];

export type Tables<
	DefaultSchemaTableNameOrOptions extends
		| keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
		| { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
				DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
			DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])[TableName] extends {
			Row: infer R;
		}
		? R
		: never
	: DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
		? (DefaultSchema['Tables'] & DefaultSchema['Views'])[DefaultSchemaTableNameOrOptions] extends {
				Row: infer R;
			}
			? R
			: never
		: never;

export type TablesInsert<
	DefaultSchemaTableNameOrOptions extends
		keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
			Insert: infer I;
		}
		? I
		: never
	: DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
		? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
				Insert: infer I;
			}
			? I
			: never
		: never;

export type TablesUpdate<
	DefaultSchemaTableNameOrOptions extends
		keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
			Update: infer U;
		}
		? U
		: never
	: DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
		? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
				Update: infer U;
			}
			? U
			: never
		: never;

export type Enums<
	DefaultSchemaEnumNameOrOptions extends
		keyof DefaultSchema['Enums'] | { schema: keyof DatabaseWithoutInternals },
	EnumName extends (DefaultSchemaEnumNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums']
		: never) = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums'][EnumName]
	: DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums']
		? DefaultSchema['Enums'][DefaultSchemaEnumNameOrOptions]
		: never;

export type CompositeTypes<
	PublicCompositeTypeNameOrOptions extends
		keyof DefaultSchema['CompositeTypes'] | { schema: keyof DatabaseWithoutInternals },
	CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes']
		: never) = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes'][CompositeTypeName]
	: PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes']
		? DefaultSchema['CompositeTypes'][PublicCompositeTypeNameOrOptions]
		: never;

export const Constants = {
	public: {
		Enums: {
			access_item: [
				'step_free',
				'bsl',
				'hearing_loop',
				'quiet_space',
				'prayer_room',
				'creche',
				'women_only',
				'dietary',
				'travel',
				'cost_to_attend'
			],
			action_status: ['proposed', 'not_started', 'in_progress', 'done', 'stopped', 'declined'],
			assessment_impact: ['positive', 'neutral', 'negative', 'unknown'],
			assessment_status: ['screening', 'full', 'signed_off'],
			assessment_trigger: [
				'policy',
				'service_change',
				'budget',
				'reorganisation',
				'project',
				'commissioning',
				'other'
			],
			assessment_type: ['service_and_community_impact', 'equality_impact', 'health_equity_audit'],
			audit_answer: ['good', 'partly', 'poor', 'missing', 'not_applicable'],
			audit_kind: ['facility', 'green_space'],
			barrier: [
				'physical',
				'language',
				'cost',
				'digital',
				'trust',
				'timing',
				'childcare',
				'transport',
				'safety',
				'information',
				'cultural',
				'other'
			],
			community: [
				'everyone',
				'young_people',
				'older_people',
				'families',
				'women',
				'men',
				'disabled_people',
				'mental_health',
				'lgbtq',
				'asian',
				'black',
				'arab',
				'east_timorese',
				'eastern_european',
				'gypsy_roma_traveller',
				'christian',
				'muslim',
				'jewish',
				'hindu',
				'sikh',
				'refugees_migrants',
				'carers',
				'care_leavers',
				'veterans',
				'low_income',
				'social_tenants',
				'leaseholders',
				'private_renters',
				'homeless',
				'students',
				'international_students'
			],
			coverage: ['ward', 'city_wide', 'online'],
			engagement_channel: [
				'face_to_face',
				'phone',
				'text_message',
				'email',
				'social_media',
				'online_meeting',
				'letter_leaflet',
				'through_partner'
			],
			engagement_theme: [
				'cost_of_living',
				'housing',
				'health',
				'mental_health',
				'isolation',
				'education',
				'jobs_skills',
				'digital',
				'transport',
				'safety',
				'hate_racism',
				'faith_culture',
				'environment',
				'young_people',
				'older_people',
				'disability_access',
				'refugees_migrants',
				'parks_leisure',
				'information',
				'other'
			],
			engagement_type: [
				'conversation',
				'visit',
				'meeting',
				'event',
				'drop_in',
				'phone_call',
				'online',
				'survey',
				'stakeholder_engagement'
			],
			equality_group: [
				'age',
				'disability',
				'gender_reassignment',
				'marriage_civil_partnership',
				'pregnancy_maternity',
				'race',
				'religion_belief',
				'sex',
				'sexual_orientation',
				'carers',
				'care_leavers',
				'armed_forces',
				'low_income'
			],
			event_status: ['planned', 'published', 'delivered', 'evaluated', 'cancelled'],
			event_type: ['community', 'surgery', 'jobs_skills', 'consultation', 'session'],
			feedback_outcome: ['did', 'cannot'],
			governance: [
				'informal',
				'association',
				'charity',
				'cio',
				'charitable_company',
				'cic',
				'cooperative',
				'company',
				'faith_body',
				'public_body',
				'other'
			],
			grant_programme_status: ['draft', 'open', 'closed'],
			grant_progress: ['yes', 'partly', 'no'],
			grant_report_kind: ['interim', 'final'],
			grant_status: [
				'received',
				'scored',
				'approved',
				'declined',
				'withdrawn',
				'awarded',
				'monitored',
				'closed'
			],
			issue_kind: [
				'offensive_graffiti',
				'graffiti',
				'hate_incident',
				'access_barrier',
				'fly_tipping',
				'lighting',
				'antisocial_behaviour',
				'other'
			],
			issue_status: ['open', 'in_progress', 'resolved', 'cannot'],
			language: [
				'english',
				'bsl',
				'polish',
				'romanian',
				'panjabi',
				'urdu',
				'portuguese',
				'spanish',
				'arabic',
				'bengali',
				'gujarati',
				'italian',
				'tamil',
				'french',
				'lithuanian',
				'chinese',
				'turkish',
				'bulgarian',
				'russian',
				'persian',
				'hungarian',
				'greek',
				'somali',
				'kurdish',
				'albanian',
				'ukrainian',
				'tigrinya',
				'pashto',
				'tetum',
				'other'
			],
			lga_module: ['communities', 'leadership', 'services', 'workforce'],
			measure_direction: ['up', 'down'],
			measure_feed: ['logs', 'people', 'safety_messages', 'events', 'training_completions'],
			measure_kind: ['count', 'percentage'],
			membership_role: ['officer', 'champion', 'manager', 'admin', 'viewer'],
			network_activity_kind: ['meeting', 'campaign', 'training', 'drop_in'],
			network_activity_status: ['planned', 'held', 'cancelled'],
			network_kind: ['staff_network', 'forum', 'steering_group'],
			network_point_kind: ['issue', 'decision', 'action_point'],
			network_point_status: ['open', 'settled'],
			objective_kind: ['objective', 'priority'],
			organisation_kind: [
				'community_group',
				'faith_group',
				'charity',
				'school',
				'health',
				'police',
				'council',
				'business',
				'other'
			],
			place_kind: [
				'community_centre',
				'hub',
				'library',
				'school',
				'place_of_worship',
				'health_centre',
				'green_space',
				'leisure_centre',
				'other'
			],
			plan_status: ['draft', 'current', 'closed'],
			rag: ['red', 'amber', 'green'],
			reading_frequency: ['month', 'quarter', 'half_year', 'year', 'once'],
			referral_reason: [
				'isolation',
				'health',
				'mental_health',
				'social_support',
				'money',
				'food',
				'housing',
				'domestic_abuse',
				'hate_crime',
				'modern_slavery',
				'scams',
				'immigration',
				'carers',
				'young_people',
				'older_people',
				'disability',
				'jobs_skills',
				'digital',
				'other'
			],
			referral_status: ['made', 'accepted', 'declined', 'unknown'],
			resource: [
				'welcome_pack',
				'service_leaflet',
				'easy_read',
				'safety_pack',
				'fire_safety_kit',
				'warm_pack',
				'digital_device',
				'other'
			],
			sentiment: ['positive', 'mixed', 'neutral', 'negative'],
			signpost: [
				'emergency',
				'police',
				'true_vision',
				'council_team',
				'victim_support',
				'tell_mama',
				'community_security_trust',
				'galop',
				'other'
			],
			strength: ['gift', 'skill', 'space', 'connection'],
			target_rule: ['fixed', 'growth_per_year', 'beyond_overall', 'none'],
			told_how: [
				'face_to_face',
				'meeting',
				'event',
				'phone',
				'email',
				'letter_leaflet',
				'newsletter',
				'notice_board',
				'website',
				'social_media',
				'through_partner',
				'councillor'
			]
		}
	}
} as const;
