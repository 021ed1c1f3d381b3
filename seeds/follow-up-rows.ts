/** What follows from the demonstration's contacts, as rows of the database. */
import type { TablesInsert } from '../src/lib/records/database.types';
import { addDays, momentOf, timestampOf } from '../src/lib/time/dates';
import { holding, officersFor } from './demo/authors';
import { currentPlan, followUp } from './files';
import { seedId } from './ids';
import { COUNCIL_ID, demoLogs, objectiveId, userOf, type UserIds } from './rows';

const routeId = (name: string) => seedId('referral route', name);

/** Whose ward it is; a manager's where no ward is meant, or nobody works there. */
function authorOf(userIds: UserIds, ward: string | null): string {
	const [author] = [...(ward ? officersFor(ward) : []), ...holding('manager')];
	if (!author) throw new Error('The demonstration has no manager');
	return userOf(userIds, author.email);
}

export function routeRows(today: string): TablesInsert<'referral_routes'>[] {
	return followUp.routes.map(({ checked_days, ...route }) => ({
		id: routeId(route.name),
		council_id: COUNCIL_ID,
		...route,
		checked_on: checked_days === null ? null : addDays(today, -checked_days)
	}));
}

export function issueRows(userIds: UserIds, today: string): TablesInsert<'issues'>[] {
	return followUp.issues.map((issue) => {
		const reported = momentOf(addDays(today, -issue.days), issue.time);
		const author = authorOf(userIds, issue.ward);
		return {
			id: seedId('issue', issue.what),
			council_id: COUNCIL_ID,
			created_by: author,
			created_at: timestampOf(reported),
			kind: issue.kind,
			what: issue.what,
			ward_code: issue.ward,
			reported_at: timestampOf(reported),
			// The database works out the deadline.
			due_on: today,
			status: issue.status,
			resolved_at:
				issue.finished_days === null || issue.finished_time === null
					? null
					: timestampOf(momentOf(addDays(today, -issue.finished_days), issue.finished_time)),
			outcome: issue.outcome,
			owner_id: issue.status === 'open' ? null : author,
			restricted: issue.kind === 'hate_incident'
		};
	});
}

export function referralRows(userIds: UserIds, today: string): TablesInsert<'referrals'>[] {
	const logs = demoLogs(today).filter(
		({ restricted, occurred_on }) => !restricted && occurred_on < addDays(today, -30)
	);
	const taken = new Set<string>();
	return followUp.referrals.map(({ theme, reason, route, status, answered_after }, index) => {
		const log = logs.findLast(({ themes, name }) => themes.includes(theme) && !taken.has(name));
		if (!log) throw new Error(`There is no log of ${theme} left to refer from`);
		taken.add(log.name);
		return {
			id: seedId('referral', String(index)),
			council_id: COUNCIL_ID,
			created_by: userOf(userIds, log.author),
			log_id: seedId('log', log.name),
			route_id: routeId(route),
			reason,
			referred_on: log.occurred_on,
			status,
			answered_on: answered_after === null ? null : addDays(log.occurred_on, answered_after)
		};
	});
}

export function feedbackRows(userIds: UserIds, today: string): TablesInsert<'feedback_loops'>[] {
	const ago = (days: number | null) => (days === null ? null : addDays(today, -days));
	return followUp.feedback.map((loop) => ({
		id: seedId('feedback', loop.said),
		council_id: COUNCIL_ID,
		created_by: authorOf(userIds, loop.ward),
		said: loop.said,
		said_on: addDays(today, -loop.said_days),
		objective_id: objectiveId(currentPlan, loop.priority),
		ward_code: loop.ward,
		outcome: loop.outcome,
		response: loop.response,
		responded_on: ago(loop.answered_days),
		told_on: ago(loop.told_days),
		told_how: loop.told_how
	}));
}
