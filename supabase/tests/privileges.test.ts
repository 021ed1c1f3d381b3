/** Exactly who may touch what: a wider grant, or a new one that nobody meant, fails here. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase, type TestDatabase } from '../../tests/support/database';
import { reapplyPrivileges } from '../local/migrate';

let database: TestDatabase;
beforeAll(async () => {
	database = await createDatabase();
});
afterAll(() => database.drop());

/** Column -> what `authenticated` may do besides reading: i(nsert), u(pdate). Nothing else may be written by callers. */
const WRITABLE: Record<string, Record<string, string>> = {
	councils: {
		'code, name, office_closes_at, offensive_graffiti_days, graffiti_days, hate_incident_days': 'u',
		'access_barrier_days, fly_tipping_days, lighting_days, antisocial_behaviour_days, other_days':
			'u',
		'hate_team_name, hate_team_phone, hate_team_url, hate_team_hours': 'u',
		'funder_prefix, funder_org_id, report_reminder_days, screen_threshold, export_threshold': 'u',
		benchmarks: 'u'
	},
	profiles: { 'id, council_id, user_id': 'i', full_name: 'iu', deleted_at: 'u' },
	memberships: {
		'id, council_id, user_id': 'i',
		'role, locality_id, cleared, handles_grants, network_id': 'iu',
		deleted_at: 'u'
	},
	localities: { 'id, council_id': 'i', name: 'iu', deleted_at: 'u' },
	areas: {
		'id, council_id': 'i',
		'code, name, vintage, latitude, longitude, population, deprivation_deciles, hex_q, hex_r': 'iu',
		'locality_id, benchmarks, boundary, boundary_vintage, boundary_source': 'iu',
		deleted_at: 'u'
	},
	postcode_sectors: {
		'id, council_id': 'i',
		'sector, units, vintage': 'iu',
		deleted_at: 'u'
	},
	plans: {
		'id, council_id': 'i',
		'title, source, status, starts_on, ends_on, published_on, information_published_on, review_on, carried_from':
			'iu',
		deleted_at: 'u'
	},
	objectives: {
		'id, council_id': 'i',
		'plan_id, parent_id, kind, reference, title, description, lga_module, position, closed_on':
			'iu',
		deleted_at: 'u'
	},
	actions: {
		'id, council_id': 'i',
		'plan_id, objective_id, reference, title, service, owner, due_on, due_rule, status, rag': 'iu',
		'progress_note, position, source_ref, assessment_id': 'iu',
		'owner_id, further_objective_ids, partner_ids': 'iu',
		'programmes, description, rag_reason, due_working_days, carried_from, decision': 'iu',
		deleted_at: 'u'
	},
	organisations: {
		'id, council_id': 'i',
		'name, kind, ward_code, communities, note, governance, charity_number, company_number': 'iu',
		'trustee_support, is_partner, meets, phone, email, website, own_reference': 'iu',
		deleted_at: 'u'
	},
	places: {
		'id, council_id': 'i',
		'name, kind, ward_code, latitude, longitude, note, address, postcode, step_free': 'iu',
		'accessible_toilet, hearing_loop, quiet_room, wifi, checked_on, hire_cost, capacity': 'iu',
		deleted_at: 'u'
	},
	safe_spaces: { 'id, council_id, place_id': 'i', note: 'iu', deleted_at: 'u' },
	place_audits: {
		'id, council_id, place_id': 'i',
		'kind, audited_on, step_free, entrance, gate_width, paths, parking, public_transport': 'iu',
		'signage, lighting, seating, toilets, hearing_loop, quiet_room, score, next_audit_on, note':
			'iu',
		deleted_at: 'u'
	},
	engagement_logs: {
		'id, council_id': 'i',
		'type, occurred_on, coverage, ward_code, place_id, organisation_id, objective_id, action_id':
			'iu',
		'themes, barriers, heard, people_count, tallies, safety_messages, restricted': 'iu',
		'hate_incident, signposted': 'iu',
		'partner_ids, councillor_present, audiences, sentiment, needed, strengths, strong': 'iu',
		'connected_organisation_ids, channel, languages, resources, programmes': 'iu',
		deleted_at: 'u'
	},
	community_events: {
		'id, council_id': 'i',
		'title, type, status, about, objective_id, action_id, grant_id, coverage, ward_code': 'iu',
		'place_id, starts_at, ends_at, organisation_id, partner_ids, councillor_present': 'iu',
		'cost_pence, expected, access_arranged, access_not_needed, access_note': 'iu',
		'published_without_reason, run_sheet, audiences, programmes, series_id': 'iu',
		'cancelled_reason, sequence': 'iu',
		deleted_at: 'u'
	},
	event_evaluations: {
		'id, council_id, event_id': 'i',
		'attended, tallies, heard, worked, change, sentiment, safety_messages': 'iu',
		deleted_at: 'u'
	},
	panel_snapshots: {
		'id, council_id': 'i',
		'title, taken_on, people_count, tallies, note': 'iu',
		deleted_at: 'u'
	},
	assessments: {
		'id, council_id': 'i',
		'type, reference, title, service, trigger, summary, lead, objective_id, action_id, due_on, status':
			'iu',
		'screened_out_reason, impact_age, impact_disability, impact_gender_reassignment': 'iu',
		'impact_marriage_civil_partnership, impact_pregnancy_maternity, impact_race': 'iu',
		'impact_religion_belief, impact_sex, impact_sexual_orientation, impact_carers': 'iu',
		'impact_care_leavers, impact_armed_forces, impact_low_income, findings, need_note': 'iu',
		'access_note, outcome_comparison, signed_off_by, signed_off_on, review_on, outcome_note': 'iu',
		deleted_at: 'u'
	},
	assessment_evidence: {
		'id, council_id, assessment_id, log_id': 'i',
		note: 'iu',
		deleted_at: 'u'
	},
	issues: {
		'id, council_id': 'i',
		'kind, what, ward_code, place_id, latitude, longitude, log_id, reported_at, due_on, status':
			'iu',
		'resolved_at, outcome, owner_id, restricted': 'iu',
		deleted_at: 'u'
	},
	referral_routes: {
		'id, council_id': 'i',
		'name, reasons, who_for, how, phone, website, hours, checked_on': 'iu',
		deleted_at: 'u'
	},
	referrals: {
		'id, council_id, log_id': 'i',
		'route_id, reason, referred_on, status, answered_on, note': 'iu',
		deleted_at: 'u'
	},
	feedback_loops: {
		'id, council_id, log_id, issue_id': 'i',
		'said, said_on, objective_id, action_id, ward_code, outcome, response, responded_on': 'iu',
		'told_on, told_how, told_note': 'iu',
		deleted_at: 'u'
	},
	measures: {
		'id, council_id': 'i',
		'objective_id, action_id, name, unit, kind, whole, accumulates, fed_by, direction, baseline':
			'iu',
		'baseline_on, baseline_note, target_rule, target, rate_percent, frequency, starts_on': 'iu',
		'due_on, note, position': 'iu',
		deleted_at: 'u'
	},
	measure_readings: {
		'id, council_id, measure_id, fed': 'i',
		'read_on, value, whole_count, note': 'iu',
		deleted_at: 'u'
	},
	calendar_feeds: { 'id, council_id, locality_id, token': 'i', deleted_at: 'u' },
	event_counts: { 'id, council_id, event_id, client, of': 'i', count: 'iu' },
	grant_programmes: {
		'id, council_id': 'i',
		'name, about, service, objective_id, opens_on, closes_on, criteria, council_priorities, status':
			'iu',
		deleted_at: 'u'
	},
	grant_rounds: {
		'id, council_id, programme_id, criteria': 'i',
		'name, opens_on, closes_on, decided_by, budget_pence, cap_pence': 'iu',
		deleted_at: 'u'
	},
	grants: {
		'id, council_id, reference': 'i',
		'round_id, organisation_id, title, about, objective_id, action_id, received_on': 'iu',
		'requested_pence, ward_codes, groups, programmes, council_priority, status, scores, score':
			'iu',
		'recommended_pence, recommendation, decided_on, decline_reason, awarded_pence': 'iu',
		'over_cap_reason, awarded_on, starts_on, ends_on, schedule, conditions': 'iu',
		deleted_at: 'u'
	},
	grant_visits: {
		'id, council_id, grant_id': 'i',
		'visited_on, attended, on_track, risks, heard, quote, quote_consent': 'iu',
		deleted_at: 'u'
	},
	grant_reports: {
		'id, council_id, grant_id': 'i',
		'kind, due_on, received_on, people_count, tallies, outcome, spent_pence': 'iu',
		deleted_at: 'u'
	},
	networks: {
		'id, council_id': 'i',
		'name, kind, characteristic, purpose, lead_post, meets, reports_to, objective_id, ended_on':
			'iu',
		deleted_at: 'u'
	},
	network_snapshots: {
		'id, council_id, network_id': 'i',
		'counted_on, members': 'iu',
		deleted_at: 'u'
	},
	network_activities: {
		'id, council_id, network_id': 'i',
		'kind, title, status, held_on, place_id, objective_id, action_id, attendance': 'iu',
		'completions, headcount, note, partner_ids, programmes': 'iu',
		deleted_at: 'u'
	},
	network_points: {
		'id, council_id, activity_id, network_id': 'i',
		'kind, what, to_steering, action_id, status, answer': 'iu',
		deleted_at: 'u'
	},
	steering_packs: {
		'id, council_id, network_id, meeting_on, since, made_on, content': 'i',
		deleted_at: 'u'
	},
	progress_reports: {
		'id, council_id': 'i',
		'plan_id, year_from, foreword, achieved, setbacks, next_steps': 'iu',
		deleted_at: 'u'
	},
	report_editions: {
		'id, council_id, report_id, made_on, content, page': 'i',
		deleted_at: 'u'
	},
	attachments: {
		'id, council_id, table_name, row_id, sha256, content_type, byte_size, width, height': 'i',
		description: 'iu',
		deleted_at: 'u'
	},
	audit_log: {},
	sync_exits: {},
	sync_epoch: {},
	sync_mutations: { 'client_id, mid, verdict': 'i' }
};

const CALLABLE: Record<string, string[]> = {
	anon: ['read_calendar', 'setup_needed'],
	authenticated: [
		'activity_by_month',
		'create_council',
		'gaps',
		'read_calendar',
		'read_register',
		'report_figures',
		'representativeness',
		'setup_needed',
		// Of every table, and of those that a device knows.
		'sync_digest',
		'sync_digest',
		'sync_pull',
		'sync_push',
		// Of all contacts, and of some.
		'ward_activity',
		'ward_activity'
	],
	service_role: []
};

async function checkPrivileges(): Promise<void> {
	for (const role of Object.keys(CALLABLE)) {
		const functions = await database.sql<{ name: string }[]>`
			select proname as name from pg_proc
			where pronamespace = 'public'::regnamespace and has_function_privilege(${role}, oid, 'execute') order by 1`;
		expect(functions.map(({ name }) => name)).toEqual(CALLABLE[role]);
		const tables = await database.sql<{ name: string; granted: string }[]>`
			select relname as name, string_agg(privilege, ' ') as granted
			from pg_class,
				unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as privilege
			where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind in ('r', 'v', 'S')
				and has_table_privilege(${role}, pg_class.oid, privilege)
			group by relname order by relname`;
		const readable = [
			...Object.keys(WRITABLE),
			'attachment_parents',
			'merge_rules',
			'sentences',
			'synced_tables'
		].sort();
		expect(tables).toEqual(
			role === 'authenticated' ? readable.map((name) => ({ name, granted: 'select' })) : []
		);
	}
	const columns = await database.sql<{ table: string; columns: string[]; letters: string }[]>`
		select "table", array_agg("column"::text order by "column"::text) as columns, letters
		from (
			select relname as "table", attname as "column",
				case when has_column_privilege('authenticated', attrelid, attnum, 'insert') then 'i' else '' end ||
				case when has_column_privilege('authenticated', attrelid, attnum, 'update') then 'u' else '' end as letters
			from pg_attribute join pg_class on pg_class.oid = attrelid
			where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
		) as granted
		where letters <> ''
		group by "table", letters`;
	const expected = Object.entries(WRITABLE).flatMap(([table, groups]) =>
		['i', 'u', 'iu'].flatMap((letters) => {
			const names = Object.entries(groups).flatMap(([list, given]) =>
				given === letters ? list.split(', ') : []
			);
			return names.length ? [{ table, columns: names.sort(), letters }] : [];
		})
	);
	expect([...columns].sort(byTable)).toEqual(expected.sort(byTable));
}

const byTable = (a: { table: string; letters: string }, b: { table: string; letters: string }) =>
	`${a.table} ${a.letters}`.localeCompare(`${b.table} ${b.letters}`);

describe('privileges', () => {
	test('are exactly these', checkPrivileges);

	test('are these again after everything was granted and the files were run again', async () => {
		for (const role of ['anon', 'authenticated', 'service_role'])
			await database.sql.unsafe(`
				grant all on all tables in schema public to ${role};
				grant all on all functions in schema public to ${role};`);
		await expect(checkPrivileges()).rejects.toThrow();
		await reapplyPrivileges(database.sql);
		await checkPrivileges();
	});

	test('a table that is made later starts closed', async () => {
		await database.sql`create table later (id int)`;
		const [open] = await database.sql`
			select has_table_privilege('anon', 'later', 'select') or has_table_privilege('authenticated', 'later', 'select') as open`;
		expect(open?.open).toBe(false);
		await database.sql`drop table later`;
	});
});

describe('every table', () => {
	test('has row level security', async () => {
		const open = await database.sql`
			select relname from pg_class
			where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity`;
		expect(open).toEqual([]);
	});

	test('has an index for each foreign key', async () => {
		const bare = await database.sql`
			select conrelid::regclass::text as "table", conname from pg_constraint
			where contype = 'f' and connamespace = 'public'::regnamespace
				and not exists (
					select from pg_index
					where indrelid = conrelid
						and (indkey::smallint[])[0:cardinality(conkey) - 1] @> conkey
						and indpred is null
				)`;
		expect(bare).toEqual([]);
	});
});

describe('every security definer function', () => {
	test('fixes its search path', async () => {
		const loose = await database.sql`
			select oid::regprocedure::text as name from pg_proc
			where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
				and prosecdef and not coalesce(proconfig @> array['search_path=""'], false)`;
		expect(loose).toEqual([]);
	});

	test('that callers can reach is one of these', async () => {
		const reachable = await database.sql<{ name: string }[]>`
			select proname as name from pg_proc
			where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
				and prosecdef and has_function_privilege('authenticated', oid, 'execute') order by 1`;
		expect(reachable.map(({ name }) => name)).toEqual([
			...[
				'activity_by_month',
				'adds_picture',
				'create_council',
				'gaps',
				'is_mine',
				'is_my_ward',
				'keep_not_taken'
			],
			...[
				'my_councils',
				'my_grant_councils',
				'my_registers',
				'my_scopes',
				'read_calendar',
				'read_register',
				'removes_picture',
				'report_figures',
				'representativeness',
				'setup_needed'
			],
			...['ward_activity']
		]);
	});
});
