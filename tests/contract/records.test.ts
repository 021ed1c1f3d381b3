/** Holds every record type of the registry against PostgreSQL: what the app declares is what the migrations made. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { syncedColumnsSchema, type RecordDefinition } from '$lib/records/define-record';
import { definitions } from '$lib/records/definitions';
import { answersIn, talliesOf, tallyProblem, type Tally } from '$lib/records/engagement/tallies';
import { withoutIdentity } from '$lib/records/engagement/sensitive-log';
import { isAwarded, isDecided, type GrantStatus } from '$lib/records/grant/grant-moves';
import { grantScore } from '$lib/records/grant/grant-score';
import { equalPayments } from '$lib/records/grant/payments';
import { PEOPLE_MAX } from '$lib/records/network/limits';
import { dueOn, type IssueKind, type IssueTargets } from '$lib/records/issue/issue-rules';
import {
	auditScore,
	criteriaOf,
	type AuditAnswer,
	type AuditKind
} from '$lib/records/place/audit-score';
import { registry, type RecordTable } from '$lib/records/registry';
import { sampleRow } from '$lib/records/sample-rows';
import { addLog, setScene, WARDS, type Scene } from '../../supabase/tests/scene';
import { push } from '../../supabase/tests/sync-client';
import { recordArbitrary, type Columns, type ColumnSchema } from './arbitrary';

interface Column {
	name: string;
	nullable: boolean;
	/** Name of the type; of an array's elements. */
	type: string;
	array: boolean;
	/** Labels of an enum, in order. */
	labels: string[] | null;
}

/** A column's schema as zod writes it: one that may be null has several types, or several schemas. */
type JsonSchema = Omit<ColumnSchema, 'type' | 'anyOf'> & {
	type?: string | string[];
	anyOf?: JsonSchema[];
};

const declarations = Object.values(definitions) as unknown as RecordDefinition<RecordTable>[];

let scene: Scene;
let columnsOf: Map<string, Column[]>;
beforeAll(async () => {
	scene = await setScene();
	const columns = await scene.sql<(Column & { table: string })[]>`
		select relname as "table", attname as name, not attnotnull as nullable,
			coalesce(element.typname, own.typname) as type, element.oid is not null as "array",
			(select array_agg(enumlabel::text order by enumsortorder) from pg_enum
				where enumtypid = coalesce(element.oid, own.oid)) as labels
		from private.synced_tables
		join pg_class on relname = table_name and relnamespace = 'public'::regnamespace
		join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
		join pg_type as own on own.oid = atttypid
		left join pg_type as element on element.oid = own.typelem and own.typcategory = 'A'
		order by attnum`;
	columnsOf = new Map();
	for (const column of columns)
		columnsOf.set(column.table, [...(columnsOf.get(column.table) ?? []), column]);
});
afterAll(() => scene.drop());

/** The columns of a schema as JSON Schema, each without its null, and whether it may be null. */
function columnsOfSchema(schema: z.core.$ZodType): Columns {
	const { properties = {} } = z.toJSONSchema(schema, { unrepresentable: 'any' });
	return new Map(
		Object.entries(properties as Record<string, JsonSchema>).map(([name, property]) => {
			const kinds = (property.anyOf ?? [property]).flatMap(({ type, anyOf: _, ...rest }) =>
				[type]
					.flat()
					.map((one): ColumnSchema => (one === undefined ? rest : { ...rest, type: one }))
			);
			const [is = {}] = kinds.filter(({ type }) => type !== 'null');
			return [name, { nullable: kinds.length > 1, is }];
		})
	);
}

/** What JSON makes of a PostgreSQL type. */
function jsonTypeOf({ type, array }: Column): string | undefined {
	if (array) return 'array';
	if (['int2', 'int4', 'int8'].includes(type)) return 'integer';
	if (type === 'float8') return 'number';
	if (type === 'bool') return 'boolean';
	return type === 'jsonb' ? undefined : 'string';
}

test('every table that is kept in sync has its record type, and the other way round', () => {
	expect(Object.keys(registry).sort()).toEqual([...columnsOf.keys()].sort());
	expect(Object.keys(definitions).sort()).toEqual(Object.keys(registry).sort());
	for (const [name, { table }] of Object.entries(definitions)) expect(table).toBe(name);
});

test('the shared columns are those of every table', () => {
	const shared = Object.keys(syncedColumnsSchema.shape);
	for (const columns of columnsOf.values())
		expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(shared));
});

describe.each(declarations)('$table', ({ table, schema }) => {
	const declared = columnsOfSchema(schema);
	const shared = new Set([...Object.keys(syncedColumnsSchema.shape), 'xid']);
	const own = () => (columnsOf.get(table) ?? []).filter(({ name }) => !shared.has(name));

	test('has the table’s columns', () => {
		expect([...declared.keys()].sort()).toEqual(
			own()
				.map(({ name }) => name)
				.sort()
		);
	});

	test('may be null where the table may', () => {
		const nullable = [...declared].flatMap(([name, column]) => (column.nullable ? [name] : []));
		const expected = own().flatMap(({ name, nullable: may }) => (may ? [name] : []));
		expect(nullable.sort()).toEqual(expected.sort());
	});

	test('has the table’s kinds of value, and the same codes in the same order', () => {
		for (const column of own()) {
			const is = declared.get(column.name)?.is;
			const expected = jsonTypeOf(column);
			if (expected) expect(is?.type, column.name).toBe(expected);
			const codes = column.array ? is?.items?.enum : is?.enum;
			expect(codes, column.name).toEqual(column.labels ?? undefined);
		}
	});

	test('settles conflicts as the server does', async () => {
		const rules = await scene.sql<{ column_name: string; rule: string }[]>`
			select column_name, rule from private.merge_rules where table_name = ${table}`;
		expect(registry[table].merge).toEqual(
			Object.fromEntries(rules.map(({ column_name, rule }) => [column_name, rule]))
		);
	});
});

describe('whatever the app accepts, the table accepts, and gives back as the app reads it', () => {
	const wards = Object.values(WARDS);

	/** Record types that people write in the field, with what their rules say beyond single columns. */
	const written: [
		RecordDefinition,
		(record: Record<string, unknown>, references: References) => void
	][] = [
		[definitions.organisations, () => undefined],
		[definitions.places, () => undefined],
		[
			definitions.place_audits,
			(audit) => {
				const kind = audit.kind as AuditKind;
				const others = kind === 'facility' ? 'green_space' : 'facility';
				for (const criterion of criteriaOf(others))
					if (!criteriaOf(kind).includes(criterion)) audit[criterion] = null;
				const answers = criteriaOf(kind).map((criterion) => audit[criterion] as AuditAnswer | null);
				audit.score = auditScore(answers);
				audit.next_audit_on = '9999-01-01';
			}
		],
		[
			definitions.postcode_sectors,
			(sector) => {
				// Of each there is one.
				sector.sector = nextSector();
			}
		],
		[
			definitions.engagement_logs,
			(log, references) => {
				log.ward_code = log.coverage === 'ward' ? (log.ward_code ?? wards[0]) : null;
				log.objective_id = references.objective_id[0];
				// A line has an answer, and no group more people than were there.
				log.tallies = (log.tallies as Tally[]).filter(({ of }) => answersIn(of).length > 0);
				if (tallyProblem(talliesOf(log), log.people_count as number | null))
					log.people_count = null;
				if (log.hate_incident && !(log.signposted as string[]).length) log.signposted = ['police'];
				Object.assign(log, withoutIdentity(log));
			}
		],
		[
			definitions.actions,
			(action) => {
				action.assessment_id = null;
				// What a proposal may lack, an action may not.
				if (action.status !== 'proposed' && action.status !== 'declined') action.reference ||= 'A1';
				if (action.status === 'declined') action.decision ||= 'Not this year.';
			}
		],
		[definitions.attachments, () => undefined],
		[
			definitions.progress_reports,
			(report) => {
				report.year_from = '2026-04-01';
			}
		],
		[
			definitions.report_editions,
			(edition) => {
				edition.made_on = '2027-05-04';
				edition.page ||= '<!doctype html>';
			}
		],
		[
			definitions.panel_snapshots,
			(panel) => {
				panel.taken_on = '2026-01-15';
				panel.tallies = (panel.tallies as Tally[]).filter(({ of }) => answersIn(of).length > 0);
				if (tallyProblem(talliesOf(panel), panel.people_count as number)) panel.tallies = [];
			}
		],
		[
			definitions.community_events,
			(event, references) => {
				event.ward_code = event.coverage === 'ward' ? (event.ward_code ?? wards[0]) : null;
				event.objective_id = references.objective_id[0];
				const needed = event.access_not_needed as string[];
				event.access_arranged = (event.access_arranged as string[]).filter(
					(item) => !needed.includes(item)
				);
				const isCancelled = event.status === 'cancelled';
				Object.assign(event, {
					starts_at: '2026-03-28T10:30:00+00:00',
					ends_at: '2026-03-29T15:00:00+00:00',
					published_without_reason: event.published_without_reason || 'The hall is known.',
					cancelled_reason: isCancelled ? event.cancelled_reason || 'Snow.' : ''
				});
			}
		],
		[
			definitions.event_evaluations,
			(evaluation) => {
				// Of an event there is one.
				evaluation.event_id = nextEvent();
				evaluation.tallies = (evaluation.tallies as Tally[]).filter(
					({ of }) => answersIn(of).length > 0
				);
				if (tallyProblem(talliesOf(evaluation), evaluation.attended as number | null))
					evaluation.attended = null;
			}
		],
		[definitions.event_counts, () => undefined],
		[
			definitions.calendar_feeds,
			(feed) => {
				feed.token = randomUUID().replaceAll('-', '');
			}
		],
		[
			definitions.referral_routes,
			(route) => {
				if ((route.reasons as string[]).length === 0) route.reasons = ['other'];
			}
		],
		[
			definitions.referrals,
			(referral) => {
				const answered = (referral.answered_on ?? referral.referred_on) as string;
				referral.answered_on = referral.status === 'made' ? null : answered;
			}
		],
		[
			definitions.feedback_loops,
			(loop) => {
				if (loop.outcome) loop.response ||= 'We put up a sign.';
				else loop.told_on = null;
				loop.responded_on = loop.outcome ? (loop.responded_on ?? loop.said_on) : null;
				if (loop.told_on && (loop.told_how as string[]).length === 0)
					loop.told_how = ['newsletter'];
			}
		],
		[
			definitions.issues,
			(issue) => {
				const { kind, reported_at: reported } = issue as { kind: IssueKind; reported_at: string };
				issue.due_on = dueOn(kind, new Date(reported), TARGETS);
				const isFinished = issue.status === 'resolved' || issue.status === 'cannot';
				issue.resolved_at = isFinished ? (issue.resolved_at ?? reported) : null;
				if (issue.status === 'cannot') issue.outcome ||= 'A private wall.';
				// What becomes of what is restricted is a test of its own.
				issue.restricted = false;
				if (kind === 'hate_incident')
					Object.assign(issue, {
						restricted: true,
						latitude: null,
						longitude: null,
						place_id: null,
						owner_id: scene.people.manager
					});
			}
		],
		[
			definitions.assessments,
			(assessment) => {
				// What a sign-off asks for is a test of its own.
				assessment.status = 'full';
				assessment.screened_out_reason = '';
			}
		],
		[
			definitions.grant_programmes,
			(programme) => {
				programme.criteria = CRITERIA;
				Object.assign(programme, { opens_on: null, closes_on: null });
			}
		],
		[
			definitions.grant_rounds,
			(round) => {
				Object.assign(round, { opens_on: '2026-01-01', closes_on: '2026-02-01', decided_by: null });
				// Its programme's.
				round.criteria = CRITERIA;
			}
		],
		[
			definitions.grants,
			(grant) => {
				const { status } = grant as { status: GrantStatus };
				const promised = status === 'approved' || isAwarded({ status });
				const pence = promised ? ((grant.awarded_pence as number | null) ?? 100) + 60 : null;
				grant.scores = [{ criterion: 'need', score: 7, reason: 'Because.' }];
				Object.assign(grant, {
					score: grantScore(CRITERIA, grant.scores as []),
					received_on: '2026-01-15',
					starts_on: '2026-03-01',
					ends_on: '2027-02-28',
					decided_on: isDecided({ status }) ? '2026-02-01' : null,
					decline_reason: status === 'declined' ? 'No funds.' : '',
					awarded_pence: pence && Math.min(pence, 1e9),
					over_cap_reason: promised ? grant.over_cap_reason : '',
					awarded_on: isAwarded({ status }) ? '2026-02-15' : null,
					schedule: []
				});
				if (isAwarded({ status }))
					grant.schedule = equalPayments(grant.awarded_pence as number, 3, '2026-03-01', 6);
			}
		],
		[
			definitions.grant_visits,
			(visit) => {
				visit.visited_on = '2026-01-15';
				visit.quote_consent ||= visit.quote !== '';
			}
		],
		[
			definitions.grant_reports,
			(report) => {
				report.due_on = '2026-09-14';
				report.received_on &&= '2026-01-15';
				if (report.received_on) report.outcome ||= 'Forty regulars.';
				report.tallies = (report.tallies as Tally[]).filter(({ of }) => answersIn(of).length > 0);
				if (tallyProblem(report.tallies as Tally[], report.people_count as number | null))
					report.people_count = null;
			}
		],
		[
			definitions.networks,
			(network) => {
				network.ended_on = null;
			}
		],
		[
			definitions.network_snapshots,
			(count) => {
				count.counted_on = '2026-01-15';
			}
		],
		[
			definitions.network_activities,
			(activity) => {
				const isHeld = activity.status === 'held';
				const isTraining = activity.kind === 'training';
				activity.held_on = '2026-01-15';
				if (!isHeld) activity.attendance = null;
				if (!isTraining) activity.headcount = null;
				if (!isHeld || !isTraining) activity.completions = null;
				// No more finish it than it is meant for.
				else if (activity.completions !== null) activity.headcount = PEOPLE_MAX;
			}
		],
		[
			definitions.network_points,
			(point) => {
				if (point.kind === 'decision') point.status = 'settled';
			}
		],
		[
			definitions.steering_packs,
			(pack) => {
				Object.assign(pack, { since: '2026-01-01', meeting_on: '2026-03-01' });
				pack.made_on = '2026-02-20';
			}
		],
		[
			definitions.measures,
			(measure) => {
				const { kind } = measure;
				Object.assign(measure, {
					baseline_on: null,
					starts_on: '2020-04-01',
					due_on: measure.due_on && '2030-03-31',
					// A percentage is of a hundred; its readings are entered, one by one.
					target: kind === 'percentage' ? 95 : (measure.target ?? 0),
					rate_percent: measure.rate_percent ?? 20,
					accumulates: kind === 'count' && measure.accumulates,
					fed_by: kind === 'count' && measure.frequency !== 'once' ? measure.fed_by : null
				});
			}
		],
		[
			definitions.measure_readings,
			(reading) => {
				// One a day; a count is of nothing.
				Object.assign(reading, { read_on: nextDay(), whole_count: null, fed: false });
			}
		]
	];

	/** What the programme of the references scores by. */
	const CRITERIA = [{ code: 'need', label: 'Need', weight: 3, max: 10 }];

	/** Ids of events that nobody has evaluated. */
	let unevaluated: string[] = [];
	const nextEvent = () => unevaluated.pop();

	let days = 0;
	/** As a new council has them. */
	const TARGETS: IssueTargets = sampleRow('councils');
	const nextDay = () => new Date(Date.UTC(1950, 0, ++days)).toISOString().slice(0, 10);

	let sectors = 0;
	/** Of 6760: "AA1 0", "AA1 1", ... */
	const nextSector = () => {
		const [letter, district, sector] = [sectors / 90, (sectors / 10) % 9, sectors++ % 10];
		const pair = String.fromCharCode(65 + ((letter / 26) % 26), 65 + (letter % 26));
		return `${pair}${1 + Math.floor(district)} ${sector}`;
	};

	type References = Awaited<ReturnType<typeof makeReferences>>;

	/** Ids and codes that columns may refer to. */
	async function makeReferences() {
		const manager = scene.as(scene.people.manager);
		const made = (name: string, kind: string, table: string) =>
			manager(
				(tx) => tx<{ id: string }[]>`
				insert into ${tx(table)} ${tx({ council_id: scene.council, name, kind })} returning id`
			);
		const [place] = await made('Hall', 'hub', 'places');
		const [organisation] = await made('Choir', 'community_group', 'organisations');
		const log = await addLog(scene, null);
		const [route] = await scene.sql<{ id: string }[]>`insert into referral_routes ${scene.sql({
			council_id: scene.council,
			name: 'Advice Centre',
			reasons: ['money']
		})} returning id`;
		const [issue] = await scene.sql<{ id: string }[]>`insert into issues ${scene.sql({
			council_id: scene.council,
			kind: 'lighting',
			what: 'The lamp is out.',
			reported_at: '2026-01-15T10:00:00Z',
			due_on: '2026-01-15'
		})} returning id`;
		const [measure] = await scene.sql<{ id: string }[]>`insert into measures ${scene.sql({
			council_id: scene.council,
			objective_id: scene.priority,
			name: 'Staff trained',
			kind: 'count',
			target_rule: 'none',
			frequency: 'once',
			starts_on: '1950-01-01',
			position: 1
		})} returning id`;
		const [programme] = await scene.sql<{ id: string }[]>`insert into grant_programmes ${scene.sql({
			council_id: scene.council,
			name: 'Small Grants',
			objective_id: scene.priority,
			criteria: scene.sql.json(CRITERIA)
		})} returning id`;
		const [round] = await scene.sql<{ id: string }[]>`insert into grant_rounds ${scene.sql({
			council_id: scene.council,
			programme_id: programme?.id ?? '',
			name: 'Round 1',
			opens_on: '2026-01-01',
			closes_on: '2026-02-01',
			budget_pence: 1_000_000
		})} returning id`;
		const [grant] = await scene.sql<{ id: string }[]>`insert into grants ${scene.sql({
			council_id: scene.council,
			round_id: round?.id ?? '',
			organisation_id: organisation?.id ?? '',
			title: 'Story afternoons',
			about: 'Weekly afternoons of stories.',
			objective_id: scene.priority,
			received_on: '2026-01-15',
			requested_pence: 240_000,
			scores: scene.sql.json([{ criterion: 'need', score: 7, reason: 'Because.' }]),
			status: 'awarded',
			awarded_pence: 240_000,
			awarded_on: '2026-02-15',
			starts_on: '2026-03-01',
			ends_on: '2027-02-28',
			schedule: scene.sql.json([{ due_on: '2026-03-01', pence: 240_000, paid_on: null }])
		})} returning id`;
		const events = await scene.sql<{ id: string }[]>`
			insert into community_events (council_id, title, type, objective_id, coverage, starts_at, ends_at)
			select
				${scene.council}, 'Event ' || number, 'community', ${scene.priority}, 'online',
				'2026-02-07T11:00Z', '2026-02-07T12:00Z'
			from generate_series(1, 1000) as number
			returning id`;
		unevaluated = events.map(({ id }) => id);
		const [network] = await scene.sql<{ id: string }[]>`insert into networks ${scene.sql({
			council_id: scene.council,
			name: 'Equalities Steering Group',
			kind: 'steering_group',
			objective_id: scene.priority
		})} returning id`;
		const [activity] = await scene.sql<{ id: string }[]>`
			insert into network_activities ${scene.sql({
				council_id: scene.council,
				network_id: network?.id ?? '',
				kind: 'meeting',
				title: 'Meeting',
				held_on: '2026-01-15',
				objective_id: scene.priority
			})} returning id`;
		const [report] = await scene.sql<{ id: string }[]>`insert into progress_reports ${scene.sql({
			council_id: scene.council,
			plan_id: scene.plan,
			year_from: '2026-04-01'
		})} returning id`;
		return {
			plan_id: [scene.plan],
			report_id: [report?.id ?? ''],
			grant_id: [grant?.id ?? ''],
			own_reference: [''],
			network_id: [network?.id ?? ''],
			reports_to: [network?.id ?? ''],
			activity_id: [activity?.id ?? ''],
			event_id: [unevaluated[0] ?? ''],
			locality_id: [scene.south],
			programme_id: [programme?.id ?? ''],
			round_id: [round?.id ?? ''],
			ward_codes: wards,
			ward_code: wards,
			objective_id: [scene.priority],
			action_id: [scene.action],
			place_id: [place?.id ?? ''],
			organisation_id: [organisation?.id ?? ''],
			partner_ids: [organisation?.id ?? ''],
			connected_organisation_ids: [organisation?.id ?? ''],
			further_objective_ids: [scene.objective, scene.closedPriority],
			owner_id: [scene.people.aisha, scene.people.admin],
			carried_from: [scene.action],
			measure_id: [measure?.id ?? ''],
			table_name: ['engagement_logs'],
			row_id: [log],
			log_id: [log],
			route_id: [route?.id ?? ''],
			issue_id: [issue?.id ?? ''],
			website: ['', 'https://www.example.org/help'],
			email: ['', 'office@leys.example.org'],
			charity_number: ['', '1098765', '202918-1', 'SC012345', 'NIC101234'],
			company_number: ['', '01234567', 'IP012345'],
			postcode: ['', 'OX4 6JD', 'M1 1AE', 'EC1A 1BB'],
			sha256: ['0123456789abcdef'.repeat(4), 'f'.repeat(64)],
			content_type: ['image/jpeg']
		};
	}

	test.each(written)('$table', { timeout: 120_000 }, async ({ table, schema }, keepRules) => {
		const references = await makeReferences();
		const record = recordArbitrary(columnsOfSchema(schema), references).map((columns) => {
			keepRules(columns, references);
			return columns;
		});
		const { admin, manager } = scene.people;
		const byAdmins = ['postcode_sectors', 'grant_programmes'];
		const writer = scene.as(byAdmins.includes(table) ? admin : manager);
		await fc.assert(
			fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 20 }), async (records) => {
				for (const columns of records) schema.parse(columns);
				const verdicts = await push(
					writer,
					randomUUID(),
					records.map((columns, mid) => ({
						mid,
						table,
						op: 'insert',
						id: randomUUID(),
						set: { council_id: scene.council, ...columns }
					}))
				);
				for (const [i, { row, ...verdict }] of verdicts.entries()) {
					// The server numbers them.
					const numbered = table === 'grants' && { reference: row?.reference };
					expect(verdict, JSON.stringify(records[i])).toMatchObject({ verdict: 'applied' });
					expect(schema.parse(row)).toEqual({ ...records[i], ...numbered });
				}
			}),
			{ numRuns: 25 }
		);
	});
});
