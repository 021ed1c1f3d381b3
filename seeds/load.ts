import type { Sql, TransactionSql } from 'postgres';
import type { Database, TablesInsert } from '../src/lib/records/database.types';
import { countRows, evaluationRows, eventRows } from './event-rows';
import { people } from './files';
import { feedbackRows, issueRows, referralRows, routeRows } from './follow-up-rows';
import { grantProgrammeRows, grantRoundRows, grantRows } from './grant-rows';
import { grantReportRows, grantVisitRows } from './monitoring-rows';
import {
	networkActivityRows,
	networkCountRows,
	networkPointRows,
	networkRows
} from './network-rows';
import { panelRows } from './panel-rows';
import { reportRows } from './report-rows';
import {
	actionRows,
	areaRows,
	assessmentRows,
	auditRows,
	COUNCIL_ID,
	councilRows,
	evidenceRows,
	localityRows,
	logRows,
	measureRows,
	membershipRows,
	mitigationRows,
	objectiveRows,
	organisationRows,
	placeRows,
	planRows,
	profileRows,
	readingRows,
	safeSpaceRows,
	type UserIds
} from './rows';

type Table = keyof Database['public']['Tables'];

export interface LoadSeedsOptions {
	/** Connection as the database's owner. */
	sql: Sql;
	/** Makes a person who can sign in, or finds them when they exist; returns their user id. */
	signUp: (email: string, password: string, fullName: string) => Promise<string>;
	/** YYYY-MM-DD; the demonstration's logs lie in the year before it. */
	today: string;
}

/**
 * Fills a database with the demonstration: Oxford's wards, two equality plans, invented people, groups and places,
 * and a year of logs. All or nothing. Loading again adds only what is missing and changes nothing that is there.
 *
 * @throws Error when the database already belongs to another council
 */
export async function loadSeeds({ sql, signUp, today }: LoadSeedsOptions): Promise<void> {
	await refuseOtherCouncil(sql);
	const userIds = new Map<string, string>();
	for (const { email, full_name } of people.people)
		userIds.set(email, await signUp(email, people.password, full_name));
	await sql.begin((tx) => insertAll(tx, userIds, today));
}

async function refuseOtherCouncil(sql: Sql): Promise<void> {
	const [other] = await sql<{ name: string }[]>`
		select name from public.councils where id <> ${COUNCIL_ID} limit 1`;
	if (other)
		throw new Error(`This database belongs to ${other.name}: the demonstration needs its own`);
}

/** In the order in which rows refer to each other. */
async function insertAll(tx: TransactionSql, userIds: UserIds, today: string): Promise<void> {
	await insertMissing(tx, 'councils', councilRows());
	await insertMissing(tx, 'localities', localityRows());
	await insertMissing(tx, 'areas', areaRows());
	await insertMissing(tx, 'profiles', profileRows(userIds));
	await insertMissing(tx, 'plans', planRows());
	await insertMissing(tx, 'objectives', objectiveRows());
	await insertMissing(tx, 'networks', networkRows());
	await insertMissing(tx, 'memberships', membershipRows(userIds));
	await insertMissing(tx, 'organisations', organisationRows(userIds));
	await insertMissing(tx, 'actions', actionRows(userIds));
	await insertMissing(tx, 'measures', measureRows());
	await insertMissing(tx, 'measure_readings', readingRows(today));
	await insertMissing(tx, 'places', placeRows(userIds));
	await insertMissing(tx, 'safe_spaces', safeSpaceRows(userIds));
	await insertMissing(tx, 'place_audits', auditRows(userIds, today));
	await insertMissing(tx, 'engagement_logs', logRows(userIds, today));
	await insertMissing(tx, 'assessments', assessmentRows(userIds, today));
	await insertMissing(tx, 'assessment_evidence', evidenceRows(userIds, today));
	await insertMissing(tx, 'actions', mitigationRows(today));
	await insertMissing(tx, 'issues', issueRows(userIds, today));
	await insertMissing(tx, 'referral_routes', routeRows(today));
	await insertMissing(tx, 'referrals', referralRows(userIds, today));
	await insertMissing(tx, 'feedback_loops', feedbackRows(userIds, today));
	await insertMissing(tx, 'grant_programmes', grantProgrammeRows());
	await insertMissing(tx, 'grant_rounds', grantRoundRows());
	await insertMissing(tx, 'grants', grantRows(userIds));
	await insertMissing(tx, 'grant_visits', grantVisitRows(userIds));
	await insertMissing(tx, 'grant_reports', grantReportRows());
	await insertMissing(tx, 'community_events', eventRows(userIds, today));
	await insertMissing(tx, 'event_evaluations', evaluationRows(userIds, today));
	await insertMissing(tx, 'event_counts', countRows(userIds, today));
	await insertMissing(tx, 'network_snapshots', networkCountRows(userIds, today));
	await insertMissing(tx, 'network_activities', networkActivityRows(userIds, today));
	await insertMissing(tx, 'network_points', networkPointRows(userIds, today));
	await insertMissing(tx, 'panel_snapshots', panelRows(userIds, today));
	await insertMissing(tx, 'progress_reports', reportRows(userIds, today));
}

async function insertMissing<T extends Table>(
	tx: TransactionSql,
	table: T,
	rows: TablesInsert<T>[]
): Promise<void> {
	const target: string = `public.${table}`;
	const columns = Object.keys(rows[0] ?? {});
	// Rows that are there are left out before any trigger sees them; `on conflict` is for a load at the same time.
	await tx`
		insert into ${tx(target)} (${tx(columns)})
		select ${tx(columns)}
		from jsonb_populate_recordset(null::${tx(target)}, ${JSON.stringify(rows)}::text::jsonb) as seed
		where not exists (select from ${tx(target)} as there where there.id = seed.id)
		on conflict do nothing`;
}
