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
import { feedbackLoop } from './feedback/feedback-loop';
import { issue } from './issue/issue';
import { measure } from './measure/measure';
import { measureReading } from './measure/measure-reading';
import { organisation } from './organisation/organisation';
import { place } from './place/place';
import { placeAudit } from './place/place-audit';
import { safeSpace } from './place/safe-space';
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
	attachments: attachment,
	audit_log: auditEntry
} satisfies { [T in SyncedTable]: RecordDefinition<T> };
