/** The seed files as rows of the database. Every id is made from a name, so a second load finds the same rows. */
import { groups, isProtected } from '../src/lib/records/assessment/groups';
import {
	auditKindOf,
	CRITERIA,
	nextAuditOn,
	type Criterion
} from '../src/lib/records/place/audit-score';
import type { Benchmarks } from '../src/lib/records/area/benchmarks';
import type { TablesInsert } from '../src/lib/records/database.types';
import { addDays } from '../src/lib/time/dates';
import { holding, officersFor } from './demo/authors';
import { makeDemoLogs, type DemoLog } from './demo/logs';
import {
	areas,
	assessments,
	audits,
	closedPlan,
	currentPlan,
	demoActions,
	measures,
	organisations,
	people,
	places,
	readings
} from './files';
import { seedId } from './ids';
import type { AreasSeed, AssessmentSeed, PlanSeed } from './schema';

/** The council of the demonstration. */
export const COUNCIL_ID = seedId('council', areas.council.code);

/** Email -> user id, for everybody in people.json. */
export type UserIds = ReadonlyMap<string, string>;

const localityId = (name: string) => seedId('locality', name);
const areaId = (code: string) => seedId('area', code);
export const networkId = (name: string) => seedId('network', name);
export const placeId = (name: string) => seedId('place', name);
export const organisationId = (name: string) => seedId('organisation', name);
export const objectiveId = (plan: PlanSeed, reference: string) =>
	seedId('objective', `${plan.title}/${reference}`);
export const actionId = (plan: PlanSeed, reference: string) =>
	seedId('action', `${plan.title}/${reference}`);

export function councilRows(): TablesInsert<'councils'>[] {
	const { code, name } = areas.council;
	return [
		{
			id: COUNCIL_ID,
			council_id: COUNCIL_ID,
			code,
			name,
			// Invented; the number is one that Ofcom keeps for drama.
			hate_team_name: 'Community safety team',
			hate_team_phone: '01632 960100',
			hate_team_url: 'https://example.org/hate-incidents',
			hate_team_hours: 'Monday to Friday, 9am to 5pm',
			// A publisher applies to 360Giving for its prefix: this one is for the demonstration alone.
			funder_prefix: 'oxford',
			funder_org_id: 'GB-LAE-OXO',
			benchmarks: benchmarksOf(areas.council.benchmarks)
		}
	];
}

export function profileRows(userIds: UserIds): TablesInsert<'profiles'>[] {
	return people.people.map(({ email, full_name }) => ({
		id: seedId('profile', email),
		council_id: COUNCIL_ID,
		user_id: userOf(userIds, email),
		full_name
	}));
}

export function membershipRows(userIds: UserIds): TablesInsert<'memberships'>[] {
	return people.people.flatMap(({ email, memberships }) =>
		memberships.map(({ role, locality, cleared, handles_grants, network }) => ({
			id: seedId('membership', [email, role, locality].join('/')),
			council_id: COUNCIL_ID,
			user_id: userOf(userIds, email),
			role,
			locality_id: locality ? localityId(locality) : null,
			cleared: cleared ?? false,
			handles_grants: handles_grants ?? false,
			network_id: network ? networkId(network) : null
		}))
	);
}

export function localityRows(): TablesInsert<'localities'>[] {
	return areas.localities.map((name) => ({
		id: localityId(name),
		council_id: COUNCIL_ID,
		name
	}));
}

/** As the records have them: every characteristic by its answers. */
function benchmarksOf({ disabled, ...shares }: AreasSeed['council']['benchmarks']): Benchmarks {
	return { ...shares, disability: { disabled, not_disabled: 100 - disabled } };
}

export function areaRows(): TablesInsert<'areas'>[] {
	return areas.areas.map((area) => ({
		id: areaId(area.code),
		council_id: COUNCIL_ID,
		code: area.code,
		name: area.name,
		vintage: areas.vintage,
		latitude: area.latitude,
		longitude: area.longitude,
		population: area.population,
		deprivation_deciles: area.deprivation_deciles,
		benchmarks: area.benchmarks ? benchmarksOf(area.benchmarks) : {},
		hex_q: area.hex_q,
		hex_r: area.hex_r,
		locality_id: localityId(area.locality)
	}));
}

export function planRows(): TablesInsert<'plans'>[] {
	return [currentPlan, closedPlan].map((plan) => ({
		id: seedId('plan', plan.title),
		council_id: COUNCIL_ID,
		title: plan.title,
		source: plan.source,
		status: plan.status,
		starts_on: plan.starts_on,
		ends_on: plan.ends_on,
		published_on: plan.published_on,
		information_published_on: plan.information_published_on
	}));
}

/** Objectives come before the priorities that point to them. */
export function objectiveRows(): TablesInsert<'objectives'>[] {
	return [...objectiveRowsOf(currentPlan), ...objectiveRowsOf(closedPlan)];
}

function objectiveRowsOf(plan: PlanSeed): TablesInsert<'objectives'>[] {
	const shared = { council_id: COUNCIL_ID, plan_id: seedId('plan', plan.title) };
	const objectives = plan.objectives.map((objective, position) => ({
		...shared,
		id: objectiveId(plan, objective.reference),
		parent_id: null,
		kind: 'objective' as const,
		reference: objective.reference,
		title: objective.title,
		description: objective.description,
		lga_module: objective.lga_module,
		position: position + 1,
		closed_on: objective.closed_on
	}));
	const priorities = plan.objectives.flatMap((objective) =>
		objective.priorities.map((priority, position) => ({
			...shared,
			id: objectiveId(plan, priority.reference),
			parent_id: objectiveId(plan, objective.reference),
			kind: 'priority' as const,
			reference: priority.reference,
			title: priority.title,
			description: priority.description,
			lga_module: objective.lga_module,
			position: position + 1,
			closed_on: objective.closed_on
		}))
	);
	return [...objectives, ...priorities];
}

/** An action stands under its priority, or under its objective where the plan has no priorities. */
export function actionRows(userIds: UserIds): TablesInsert<'actions'>[] {
	return [
		...plannedRows(currentPlan, userIds, demoActions.details),
		...plannedRows(closedPlan, userIds, {}),
		...proposalRows(userIds)
	];
}

function plannedRows(
	plan: PlanSeed,
	userIds: UserIds,
	details: typeof demoActions.details
): TablesInsert<'actions'>[] {
	return plan.actions.map((action, position) => {
		const { owner, rag_reason, partners, also_serves } = details[action.reference] ?? {};
		return {
			id: actionId(plan, action.reference),
			council_id: COUNCIL_ID,
			created_by: null,
			plan_id: seedId('plan', plan.title),
			objective_id: objectiveId(plan, action.priority ?? action.objective),
			further_objective_ids: (also_serves ?? []).map((reference) => objectiveId(plan, reference)),
			reference: action.reference,
			title: action.title,
			description: null,
			service: action.service,
			owner_id: owner ? userOf(userIds, owner) : null,
			partner_ids: (partners ?? []).map(organisationId),
			programmes: action.programmes ?? [],
			due_on: action.due_on,
			due_rule: action.due_rule,
			due_working_days: workingDaysOf(action),
			status: action.status,
			rag: action.rag,
			rag_reason: rag_reason ?? null,
			progress_note: action.progress_note,
			position: position + 1,
			source_ref: `${action.source.document}: ${action.source.section}, action ${action.source.paragraph}`
		};
	});
}

/** "Within one working day" as a number, where the source has it. */
function workingDaysOf({ figures }: PlanSeed['actions'][number]): number | null {
	const within = figures.find((figure) => figure.kind === 'working_days');
	return within?.kind === 'working_days' ? within.within : null;
}

/** What people propose comes last in the current plan, without a reference. */
function proposalRows(userIds: UserIds): TablesInsert<'actions'>[] {
	return demoActions.proposals.map(({ title, description, priority, service, by }, index) => ({
		id: seedId('proposal', title),
		council_id: COUNCIL_ID,
		created_by: userOf(userIds, by),
		plan_id: seedId('plan', currentPlan.title),
		objective_id: objectiveId(currentPlan, priority),
		further_objective_ids: [],
		reference: '',
		title,
		description,
		service,
		owner_id: null,
		partner_ids: [],
		programmes: [],
		due_on: null,
		due_rule: null,
		due_working_days: null,
		status: 'proposed',
		rag: null,
		rag_reason: null,
		progress_note: null,
		position: currentPlan.actions.length + index + 1,
		source_ref: null
	}));
}

const measureId = (plan: PlanSeed, name: string) => seedId('measure', `${plan.title}/${name}`);

/** A measure starts with its plan, and is due when that ends unless it says otherwise. */
export function measureRows(): TablesInsert<'measures'>[] {
	return [
		...measureRowsOf(currentPlan, measures.current),
		...measureRowsOf(closedPlan, measures.closed)
	];
}

function measureRowsOf(
	plan: PlanSeed,
	ofPlan: typeof measures.current
): TablesInsert<'measures'>[] {
	return ofPlan.map(({ action: reference, priority, due_on, ...measure }, position) => {
		const action = plan.actions.find((action) => action.reference === reference);
		const serves = action ? (action.priority ?? action.objective) : priority;
		if (!serves) throw new Error(`Nothing to measure: ${measure.name}`);
		return {
			...measure,
			id: measureId(plan, measure.name),
			council_id: COUNCIL_ID,
			objective_id: objectiveId(plan, serves),
			action_id: action ? actionId(plan, action.reference) : null,
			starts_on: plan.starts_on,
			due_on: due_on ?? plan.ends_on,
			position: position + 1
		};
	});
}

/** @param today YYYY-MM-DD; nothing is read in the future */
export function readingRows(today: string): TablesInsert<'measure_readings'>[] {
	return readings
		.filter(({ read_on }) => read_on <= today)
		.map(({ measure, ...reading }) => ({
			...reading,
			id: seedId('reading', `${measure}/${reading.read_on}`),
			council_id: COUNCIL_ID,
			measure_id: measureId(currentPlan, measure)
		}));
}

export function organisationRows(userIds: UserIds): TablesInsert<'organisations'>[] {
	return organisations.map(({ ward, note, ...organisation }, index) => ({
		...organisation,
		// As a finance system numbers whom it pays: Barton Story Circle is 017.
		own_reference: String(index + 1).padStart(3, '0'),
		id: organisationId(organisation.name),
		council_id: COUNCIL_ID,
		created_by: finderOf(userIds, ward),
		ward_code: ward,
		note: note ?? null
	}));
}

export function placeRows(userIds: UserIds): TablesInsert<'places'>[] {
	return places.map(({ ward, note, safe_space: _, ...place }) => ({
		...place,
		id: placeId(place.name),
		council_id: COUNCIL_ID,
		created_by: finderOf(userIds, ward),
		ward_code: ward,
		note: note ?? null
	}));
}

/** Marked by the manager who is cleared for the register. */
export function safeSpaceRows(userIds: UserIds): TablesInsert<'safe_spaces'>[] {
	return places.flatMap(({ name, safe_space }) =>
		safe_space
			? [
					{
						id: seedId('safe-space', name),
						council_id: COUNCIL_ID,
						created_by: userOf(userIds, holding('manager')[0]?.email ?? ''),
						place_id: placeId(name),
						note: safe_space
					}
				]
			: []
	);
}

/** @param today YYYY-MM-DD, the day that the audits are counted back from */
export function auditRows(userIds: UserIds, today: string): TablesInsert<'place_audits'>[] {
	return audits.map(({ place: name, by, days_ago, answers, note }) => {
		const place = places.find((place) => place.name === name);
		if (!place) throw new Error(`No such place: ${name}`);
		const kind = auditKindOf(place);
		const audited_on = addDays(today, -days_ago);
		return {
			id: seedId('audit', name),
			council_id: COUNCIL_ID,
			created_by: userOf(userIds, by),
			place_id: placeId(name),
			kind,
			audited_on,
			// A row has every column, for those of the first are the columns of all.
			...Object.fromEntries(
				Object.keys(CRITERIA).map((criterion) => [
					criterion,
					answers[criterion as Criterion] ?? null
				])
			),
			next_audit_on: nextAuditOn(kind, audited_on),
			note
		};
	});
}

/** @param today YYYY-MM-DD, the day that the year of logs leads up to */
const made = new Map<string, DemoLog[]>();

/** The logs of the year before a day, made once for all the tables that refer to them. */
export function demoLogs(today: string): DemoLog[] {
	const logs = made.get(today) ?? makeDemoLogs(today);
	made.set(today, logs);
	return logs;
}

export function logRows(userIds: UserIds, today: string): TablesInsert<'engagement_logs'>[] {
	return demoLogs(today).map((log) => ({
		id: seedId('log', log.name),
		council_id: COUNCIL_ID,
		created_by: userOf(userIds, log.author),
		created_at: log.created_at,
		type: log.type,
		occurred_on: log.occurred_on,
		coverage: log.coverage,
		ward_code: log.ward,
		place_id: log.place && placeId(log.place),
		organisation_id: log.organisation && organisationId(log.organisation),
		objective_id: objectiveId(currentPlan, log.priority),
		action_id: log.action && actionId(currentPlan, log.action),
		themes: log.themes,
		barriers: log.barriers,
		heard: log.heard,
		people_count: log.people_count,
		safety_messages: log.safety_messages,
		tallies: log.tallies,
		channel: log.channel,
		languages: log.languages,
		audiences: log.audiences,
		councillor_present: log.councillor_present,
		partner_ids: log.partners.map(organisationId),
		sentiment: log.sentiment,
		needed: log.needed,
		strengths: log.strengths,
		strong: log.strong,
		resources: log.resources,
		programmes: log.programmes,
		restricted: log.restricted
	}));
}

const assessmentId = (title: string) => seedId('assessment', title);

/** @param today YYYY-MM-DD, the day that the dates are counted from */
export function assessmentRows(userIds: UserIds, today: string): TablesInsert<'assessments'>[] {
	const inDays = (days: number | undefined) => (days === undefined ? null : addDays(today, days));
	return assessments.map((assessment) => ({
		id: assessmentId(assessment.title),
		council_id: COUNCIL_ID,
		created_by: userOf(userIds, assessment.author),
		type: assessment.type,
		reference: assessment.reference,
		title: assessment.title,
		service: assessment.service,
		trigger: assessment.trigger,
		summary: assessment.summary,
		lead: assessment.lead,
		objective_id: objectiveId(currentPlan, assessment.priority),
		action_id: assessment.action && actionId(currentPlan, assessment.action),
		due_on: inDays(assessment.due_in_days),
		status: assessment.status,
		screened_out_reason: assessment.screened_out_reason,
		...impactsOf(assessment),
		findings: assessment.findings,
		need_note: assessment.need_note,
		access_note: assessment.access_note,
		outcome_comparison: assessment.outcome_comparison,
		signed_off_by: assessment.signed_off_by,
		signed_off_on: inDays(assessment.signed_off_in_days),
		review_on: inDays(assessment.review_in_days),
		outcome_note: assessment.outcome_note
	}));
}

function impactsOf({ impacts, otherwise }: AssessmentSeed): Partial<TablesInsert<'assessments'>> {
	return Object.fromEntries(
		groups.map((group) => [
			`impact_${group}`,
			impacts[group] ?? (isProtected(group) ? otherwise : null)
		])
	);
}

/** What assessments stand on: of each theme the newest log that has not been taken; never a restricted one. */
export function evidenceRows(
	userIds: UserIds,
	today: string
): TablesInsert<'assessment_evidence'>[] {
	const logs = demoLogs(today).filter(({ restricted }) => !restricted);
	const taken = new Set<string>();
	return assessments.flatMap(({ title, author, evidence }) =>
		evidence.map(({ theme, note }) => {
			const log = logs.findLast(({ themes, name }) => themes.includes(theme) && !taken.has(name));
			if (!log) throw new Error(`There is no log of ${theme} left for ${title}`);
			taken.add(log.name);
			return {
				id: seedId('evidence', `${title}/${theme}`),
				council_id: COUNCIL_ID,
				created_by: userOf(userIds, author),
				assessment_id: assessmentId(title),
				log_id: seedId('log', log.name),
				note
			};
		})
	);
}

/** Actions that answer an assessment. They come after the plan's own. */
export function mitigationRows(today: string): TablesInsert<'actions'>[] {
	return assessments.flatMap(({ title, mitigation }, index) =>
		mitigation
			? [
					{
						id: actionId(currentPlan, mitigation.reference),
						council_id: COUNCIL_ID,
						plan_id: seedId('plan', currentPlan.title),
						objective_id: objectiveId(currentPlan, mitigation.priority),
						assessment_id: assessmentId(title),
						reference: mitigation.reference,
						title: mitigation.title,
						service: mitigation.service,
						due_on: addDays(today, mitigation.due_in_days),
						status: mitigation.status,
						rag: mitigation.rag,
						progress_note: mitigation.progress_note,
						position: currentPlan.actions.length + 1 + index
					}
				]
			: []
	);
}

/** Who added a group or a place: the ward's officer, or the manager where there is none. */
function finderOf(userIds: UserIds, ward: string | null): string {
	const [person] = [...(ward ? officersFor(ward) : []), ...holding('manager')];
	return userOf(userIds, person?.email ?? '');
}

export function userOf(userIds: UserIds, email: string): string {
	const id = userIds.get(email);
	if (!id) throw new Error(`${email} has not been signed up`);
	return id;
}
