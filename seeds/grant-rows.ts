/** The demonstration's grants, with their programmes and rounds, as rows of the database. */
import type { TablesInsert } from '../src/lib/records/database.types';
import { momentOf, timestampOf } from '../src/lib/time/dates';
import { holding } from './demo/authors';
import { currentPlan, grants } from './files';
import { seedId } from './ids';
import { actionId, COUNCIL_ID, objectiveId, organisationId, userOf, type UserIds } from './rows';
import type { GrantSeed } from './schema';

const programmeId = (name: string) => seedId('grant programme', name);
const roundId = (name: string) => seedId('grant round', name);
export const grantId = (title: string) => seedId('grant', title);

export function grantProgrammeRows(): TablesInsert<'grant_programmes'>[] {
	return grants.programmes.map(({ priority, ...programme }) => ({
		...programme,
		id: programmeId(programme.name),
		council_id: COUNCIL_ID,
		objective_id: objectiveId(currentPlan, priority)
	}));
}

/** The database gives a round its programme's criteria. */
export function grantRoundRows(): TablesInsert<'grant_rounds'>[] {
	return grants.rounds.map(({ programme, ...round }) => ({
		...round,
		id: roundId(round.name),
		council_id: COUNCIL_ID,
		programme_id: programmeId(programme)
	}));
}

/** Taken in by the officer who handles grants. The database numbers them, and works out what they score. */
export function grantRows(userIds: UserIds): TablesInsert<'grants'>[] {
	const handler = holding('officer').find(({ memberships }) =>
		memberships.some(({ handles_grants }) => handles_grants)
	);
	if (!handler) throw new Error('Nobody in the demonstration handles grants');
	return grants.grants.map((grant) => ({
		id: grantId(grant.title),
		council_id: COUNCIL_ID,
		created_by: userOf(userIds, handler.email),
		created_at: timestampOf(momentOf(grant.received_on, '10:00')),
		round_id: roundId(grant.round),
		organisation_id: organisationId(grant.organisation),
		title: grant.title,
		about: grant.about,
		objective_id: objectiveId(currentPlan, grant.priority),
		action_id: grant.action ? actionId(currentPlan, grant.action) : null,
		received_on: grant.received_on,
		requested_pence: grant.requested_pence,
		ward_codes: grant.wards,
		groups: grant.groups,
		council_priority: grant.council_priority,
		status: grant.status,
		scores: scoresOf(grant),
		recommended_pence: inPence(grant.recommend),
		recommendation: grant.recommendation,
		decided_on: grant.decided,
		decline_reason: grant.reason,
		awarded_pence: inPence(grant.award),
		over_cap_reason: grant.over_cap,
		awarded_on: grant.awarded,
		starts_on: grant.starts,
		ends_on: grant.ends,
		schedule: grant.payments.map(([due_on, pounds, paid_on]) => ({
			due_on,
			pence: pounds * 100,
			paid_on
		})),
		conditions: grant.conditions
	}));
}

const inPence = (pounds: number | null) => pounds && pounds * 100;

/** Points with a reason each: the grant's own, or else one that such points are given for. */
function scoresOf({ round, points, own_reasons }: GrantSeed) {
	const programme = grants.rounds.find(({ name }) => name === round)?.programme;
	const { criteria } = grants.programmes.find(({ name }) => name === programme) ?? {};
	return points.map((score, place) => {
		const criterion = criteria?.[place];
		if (!criterion) throw new Error(`${round} has fewer criteria than points`);
		const { code, max } = criterion;
		const reason = own_reasons[place] ?? grants.reasons[code]?.[Math.round((5 * score) / max)];
		if (!reason) throw new Error(`No reason to give ${score} points for ${code}`);
		return { criterion: code, score, reason };
	});
}
