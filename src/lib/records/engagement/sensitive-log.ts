/** What becomes of a log that is sensitive. The database makes the same of it; here it is so before it leaves the phone. */
import type { EngagementLogFields } from './engagement-log';

/** The columns of a hate incident that could say who it was, empty. */
const nobody = {
	organisation_id: null,
	partner_ids: [],
	connected_organisation_ids: [],
	tallies: [],
	audiences: [],
	languages: []
} satisfies Partial<EngagementLogFields>;

/**
 * A restricted log has no place. A hate incident is restricted, and names nobody: no organisation, groups or
 * languages that could say who it was. Any other log stays as it is.
 */
export function withoutIdentity<T extends Partial<EngagementLogFields>>(log: T): T {
	if (log.hate_incident) return { ...log, ...nobody, place_id: null, restricted: true };
	return log.restricted ? { ...log, place_id: null } : log;
}
