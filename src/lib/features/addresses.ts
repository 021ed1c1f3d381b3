/** Where each kind of record is on screen. */
import type { RecordTable } from '$lib/records/registry';

const pages: { [T in RecordTable]?: { view: string; form: string } } = {
	engagement_logs: { view: '/logs/ID', form: '/logs/ID/edit' },
	plans: { view: '/plan/ID', form: '/plan/ID/edit' },
	objectives: { view: '/objectives/ID', form: '/objectives/ID/edit' },
	// The form tells by who asks whether they change it, or report on it.
	actions: { view: '/actions/ID', form: '/actions/ID/edit' },
	measures: { view: '/measures/ID', form: '/measures/ID/edit' },
	measure_readings: { view: '/readings/ID', form: '/readings/ID/edit' },
	referral_routes: { view: '/referrals/routes/ID', form: '/referrals/routes/ID/edit' },
	referrals: { view: '/referrals/ID', form: '/referrals/ID/edit' },
	feedback_loops: { view: '/feedback/ID', form: '/feedback/ID/edit' },
	issues: { view: '/issues/ID', form: '/issues/ID/edit' },
	community_events: { view: '/events/ID', form: '/events/ID/edit' },
	event_evaluations: { view: '/evaluations/ID', form: '/evaluations/ID/edit' },
	panel_snapshots: { view: '/panels/ID', form: '/panels/ID/edit' },
	organisations: { view: '/organisations/ID', form: '/organisations/ID/edit' },
	places: { view: '/places/ID', form: '/places/ID/edit' },
	place_audits: { view: '/audits/ID', form: '/audits/ID/edit' },
	assessments: { view: '/assessments/ID', form: '/assessments/ID/edit' },
	grant_programmes: { view: '/grants/programmes/ID', form: '/grants/programmes/ID/edit' },
	grant_rounds: { view: '/grants/rounds/ID', form: '/grants/rounds/ID/edit' },
	grants: { view: '/grants/ID', form: '/grants/ID/edit' },
	grant_visits: { view: '/visits/ID', form: '/visits/ID/edit' },
	grant_reports: { view: '/reports/ID', form: '/reports/ID/edit' },
	networks: { view: '/networks/ID', form: '/networks/ID/edit' },
	network_snapshots: { view: '/networks/counts/ID/edit', form: '/networks/counts/ID/edit' },
	network_activities: { view: '/networks/activities/ID', form: '/networks/activities/ID/edit' },
	network_points: { view: '/networks/points/ID', form: '/networks/points/ID/edit' },
	progress_reports: { view: '/progress/ID', form: '/progress/ID/edit' },
	// Kept as they are: nobody changes one.
	report_editions: { view: '/progress/editions/ID', form: '/progress/editions/ID' },
	steering_packs: { view: '/networks/packs/ID', form: '/networks/packs/ID' }
};

/** The page that shows a record; undefined for a type that has none. */
export function viewOf(table: RecordTable, id: string): string | undefined {
	return pages[table]?.view.replace('ID', id);
}

/** The form that changes a record; undefined for a type that has none. */
export function formOf(table: RecordTable, id: string): string | undefined {
	return pages[table]?.form.replace('ID', id);
}
