/** What the columns of every record type hold, and how people read them: one line each. For forms, cards and tests. */
import { action } from './action/action';
import { area } from './area/area';
import { postcodeSector } from './area/postcode-sector';
import { assessment } from './assessment/assessment';
import { assessmentEvidence } from './assessment/assessment-evidence';
import { attachment } from './attachment/attachment';
import { auditEntry } from './audit/audit-entry';
import type { RecordDefinition, SyncedTable } from './define-record';
import { engagementLog } from './engagement/engagement-log';
import { communityEvent } from './event/community-event';
import { calendarFeed } from './event/calendar-feed';
import { eventCount } from './event/event-count';
import { eventEvaluation } from './event/event-evaluation';
import { feedbackLoop } from './feedback/feedback-loop';
import { grant } from './grant/grant';
import { grantProgramme } from './grant/grant-programme';
import { grantRound } from './grant/grant-round';
import { grantReport } from './grant/grant-report';
import { grantVisit } from './grant/grant-visit';
import { issue } from './issue/issue';
import { measure } from './measure/measure';
import { measureReading } from './measure/measure-reading';
import { network } from './network/network';
import { networkActivity } from './network/network-activity';
import { networkPoint } from './network/network-point';
import { networkSnapshot } from './network/network-snapshot';
import { steeringPack } from './network/steering-pack';
import { organisation } from './organisation/organisation';
import { place } from './place/place';
import { placeAudit } from './place/place-audit';
import { safeSpace } from './place/safe-space';
import { panelSnapshot } from './panel/panel-snapshot';
import { progressReport } from './report/progress-report';
import { reportEdition } from './report/report-edition';
import { objective } from './plan/objective';
import { plan } from './plan/plan';
import { referral } from './referral/referral';
import { referralRoute } from './referral/referral-route';
import { council } from './tenancy/council';
import { locality } from './tenancy/locality';
import { membership } from './tenancy/membership';
import { profile } from './tenancy/profile';

export const definitions = {
	councils: council,
	profiles: profile,
	memberships: membership,
	localities: locality,
	areas: area,
	postcode_sectors: postcodeSector,
	plans: plan,
	objectives: objective,
	actions: action,
	organisations: organisation,
	places: place,
	safe_spaces: safeSpace,
	place_audits: placeAudit,
	engagement_logs: engagementLog,
	assessments: assessment,
	assessment_evidence: assessmentEvidence,
	measures: measure,
	measure_readings: measureReading,
	issues: issue,
	referral_routes: referralRoute,
	referrals: referral,
	feedback_loops: feedbackLoop,
	community_events: communityEvent,
	event_evaluations: eventEvaluation,
	event_counts: eventCount,
	calendar_feeds: calendarFeed,
	grant_programmes: grantProgramme,
	grant_rounds: grantRound,
	grants: grant,
	grant_visits: grantVisit,
	grant_reports: grantReport,
	networks: network,
	network_snapshots: networkSnapshot,
	network_activities: networkActivity,
	network_points: networkPoint,
	steering_packs: steeringPack,
	panel_snapshots: panelSnapshot,
	progress_reports: progressReport,
	report_editions: reportEdition,
	attachments: attachment,
	audit_log: auditEntry
} satisfies { [T in SyncedTable]: RecordDefinition<T> };
