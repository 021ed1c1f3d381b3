/** What the seed files must look like. Tests hold every file to it; the loader reads nothing unchecked. */
import * as z from 'zod';
import { groups } from '../src/lib/records/assessment/groups';
import { Constants } from '../src/lib/records/database.types';
import { criteriaSchema } from '../src/lib/records/grant/grant-score-schema';
import { CRITERIA, type Criterion } from '../src/lib/records/place/audit-score';

const { Enums } = Constants.public;

const day = z.iso.date();
const wardCode = z.string().regex(/^E05\d{6}$/, 'Not the GSS code of a ward');
const percent = z.number().min(0).max(100);

/** A hard figure that the source states, kept apart from the words so that a measure can be made of it. */
const figure = z.discriminatedUnion('kind', [
	/** Done within so many working days. */
	z.strictObject({ kind: z.literal('working_days'), within: z.int().positive(), of: z.string() }),
	/** Reached by the end of a year. */
	z.strictObject({ kind: z.literal('target_year'), year: z.int(), of: z.string() }),
	/** In place since a year. */
	z.strictObject({ kind: z.literal('since_year'), year: z.int(), of: z.string() }),
	/** For everybody younger than this. */
	z.strictObject({ kind: z.literal('age_below'), age: z.int().positive(), of: z.string() }),
	/** Every one of them: 100 %. */
	z.strictObject({ kind: z.literal('all'), of: z.string() }),
	/** Where things stood: a total over some years. */
	z.strictObject({
		kind: z.literal('baseline'),
		value: z.number(),
		over_years: z.int().positive(),
		of: z.string()
	}),
	/** A target × (1 + percent / 100), by the end of a year. */
	z.strictObject({
		kind: z.literal('beyond_target'),
		percent: z.number(),
		by_year: z.int(),
		of: z.string()
	}),
	/** The nth year's target is baseline × (1 + percent / 100)ⁿ. */
	z.strictObject({
		kind: z.literal('compound_growth'),
		percent: z.number(),
		every: z.literal('year'),
		of: z.string()
	})
]);

/** The published wording that an action was made from: the nth action listed in a section. */
const sourcePointer = z.strictObject({
	document: z.string().min(1),
	section: z.string().min(1),
	paragraph: z.int().positive()
});

const action = z.strictObject({
	reference: z.string().min(1).max(50),
	title: z.string().min(1).max(500),
	/** Reference of the lead objective. */
	objective: z.string(),
	/** Reference of the priority, where the plan has priorities; which one is our own reading. */
	priority: z.string().nullable(),
	service: z.string().min(1),
	due_on: day.nullable(),
	/** A deadline that is not one date, in words. */
	due_rule: z.string().min(1).nullable(),
	status: z.enum(Enums.action_status),
	rag: z.enum(Enums.rag).nullable(),
	progress_note: z.string().min(1).nullable(),
	/** Programmes that the source names. */
	programmes: z.array(z.string().min(1)).min(1).optional(),
	figures: z.array(figure),
	source: sourcePointer
});

const priority = z.strictObject({
	reference: z.string(),
	title: z.string().min(1),
	description: z.string().min(1)
});

const objective = z.strictObject({
	reference: z.string(),
	title: z.string().min(1),
	description: z.string().min(1).nullable(),
	lga_module: z.enum(Enums.lga_module).nullable(),
	closed_on: day.nullable(),
	priorities: z.array(priority)
});

/** An equality plan with its objectives, priorities and actions. */
export const planSeedSchema = z.strictObject({
	title: z.string().min(1),
	source: z.string().min(1),
	status: z.enum(Enums.plan_status),
	starts_on: day,
	ends_on: day,
	published_on: day.nullable(),
	information_published_on: day.nullable(),
	objectives: z.array(objective),
	actions: z.array(action)
});
export type PlanSeed = z.infer<typeof planSeedSchema>;

const measure = z.strictObject({
	/** Reference of the action that it measures, or else of the priority. */
	action: z.string().optional(),
	priority: z.string().optional(),
	name: z.string().min(1).max(300),
	unit: z.string().max(50).default(''),
	kind: z.enum(Enums.measure_kind).default('count'),
	whole: z.string().nullable().default(null),
	accumulates: z.boolean().default(false),
	fed_by: z.enum(Enums.measure_feed).nullable().default(null),
	direction: z.enum(Enums.measure_direction).default('up'),
	baseline: z.number().nullable().default(null),
	baseline_on: day.nullable().default(null),
	baseline_note: z.string().nullable().default(null),
	target_rule: z.enum(Enums.target_rule).default('none'),
	target: z.number().nullable().default(null),
	rate_percent: z.number().nullable().default(null),
	frequency: z.enum(Enums.reading_frequency).default('quarter'),
	/** The end of the plan, unless given. */
	due_on: day.optional(),
	/** What the document says, where that is not the measure's name. */
	note: z.string().nullable().default(null)
});

/** The measures of the two plans: every figure that they name, and what they promise for all. */
export const measuresSeedSchema = z.strictObject({
	current: z.array(measure),
	closed: z.array(measure)
});

/** Readings of the current plan's measures, invented. */
export const readingsSeedSchema = z.strictObject({
	readings: z.array(
		z.strictObject({
			/** By its name. */
			measure: z.string(),
			read_on: day,
			value: z.number(),
			whole_count: z.int().positive().nullable(),
			note: z.string().includes('Invented for the demonstration.')
		})
	)
});

/** Percentages of usual residents, Census 2021. */
const benchmarks = z.strictObject({
	ethnic_group: z.strictObject({
		asian: percent,
		black: percent,
		mixed: percent,
		white: percent,
		other: percent
	}),
	disabled: percent,
	religion: z.strictObject({
		no_religion: percent,
		christian: percent,
		buddhist: percent,
		hindu: percent,
		jewish: percent,
		muslim: percent,
		sikh: percent,
		other: percent,
		not_answered: percent
	})
});

const area = z.strictObject({
	code: wardCode,
	name: z.string().min(1),
	locality: z.string().min(1),
	/** A point well inside the ward, degrees (WGS 84). */
	latitude: z.number(),
	longitude: z.number(),
	km2: z.number().positive(),
	/** Best fit of LSOAs, 2021; null where none fits. */
	population: z.int().positive().nullable(),
	/** Index of Multiple Deprivation 2025, one per LSOA, the most deprived first. */
	deprivation_deciles: z.array(z.int().min(1).max(10)).min(1).nullable(),
	/** Axial coordinates of a pointy-top hexagon: x = q + r/2 to the east, y = r to the south. */
	hex_q: z.int(),
	hex_r: z.int(),
	benchmarks: benchmarks.nullable()
});

/** A council's wards, with the localities that its officers work in. */
export const areasSeedSchema = z.strictObject({
	council: z.strictObject({
		code: z.string().regex(/^E0[6-9]\d{6}$/),
		name: z.string().min(1),
		population: z.int().positive(),
		benchmarks
	}),
	vintage: z.string().min(1),
	sources: z.record(z.string(), z.string()),
	notes: z.array(z.string()),
	localities: z.array(z.string().min(1)),
	areas: z.array(area)
});
export type AreasSeed = z.infer<typeof areasSeedSchema>;

const codeListItem = z.strictObject({
	code: z.string().regex(/^[a-z0-9_]+$/),
	label: z.string().min(1),
	/** The heading that the item stands under, in lists asked in two steps. */
	group: z.string().min(1).optional(),
	hint: z.string().min(1).optional()
});

/** Every code list, by name; an app list has the name of its enum in the database. */
export const codeListsSchema = z.record(
	z.string(),
	z.strictObject({
		title: z.string().min(1),
		source: z.string().min(1),
		items: z.array(codeListItem).min(2)
	})
);

const person = z.strictObject({
	email: z.email(),
	full_name: z.string().min(1),
	memberships: z
		.array(
			z.strictObject({
				role: z.enum(Enums.membership_role),
				locality: z.string().optional(),
				cleared: z.boolean().optional(),
				handles_grants: z.boolean().optional(),
				network: z.string().optional()
			})
		)
		.min(1)
});

/** The people of the demonstration. */
export const peopleSeedSchema = z.strictObject({
	note: z.string(),
	password: z.string().min(8),
	people: z.array(person)
});
export type PeopleSeed = z.infer<typeof peopleSeedSchema>;

const organisation = z.strictObject({
	name: z.string().min(1),
	kind: z.enum(Enums.organisation_kind),
	/** Null for one that works across the city. */
	ward: wardCode.nullable(),
	communities: z.array(z.enum(Enums.community)),
	governance: z.enum(Enums.governance).nullable().default(null),
	charity_number: z.string().default(''),
	company_number: z.string().default(''),
	trustee_support: z.string().default(''),
	is_partner: z.boolean().default(false),
	meets: z.string().default(''),
	phone: z.string().default(''),
	email: z.string().default(''),
	website: z.string().default(''),
	note: z.string().min(1).optional()
});

/** Invented organisations. */
export const organisationsSeedSchema = z.strictObject({
	note: z.string().min(1),
	organisations: z.array(organisation)
});
export type OrganisationsSeed = z.infer<typeof organisationsSeedSchema>;

const known = z.boolean().nullable().default(null);

const place = z.strictObject({
	name: z.string().min(1),
	kind: z.enum(Enums.place_kind),
	ward: wardCode,
	latitude: z.number(),
	longitude: z.number(),
	address: z.string().default(''),
	/** Left out: not known. */
	step_free: known,
	accessible_toilet: known,
	hearing_loop: known,
	quiet_room: known,
	wifi: known,
	checked_on: z.iso.date().nullable().default(null),
	hire_cost: z.string().default(''),
	capacity: z.int().nullable().default(null),
	/** It is a safe space: what those who may know of it are told. */
	safe_space: z.string().min(1).optional(),
	note: z.string().min(1).optional()
});

/** Invented places, at points that lie in the wards they name. */
export const placesSeedSchema = z.strictObject({
	note: z.string().min(1),
	places: z.array(place)
});
export type PlacesSeed = z.infer<typeof placesSeedSchema>;

const audit = z.strictObject({
	/** Its name. */
	place: z.string().min(1),
	/** Email of whoever made it. */
	by: z.email(),
	/** Before the day of the first load. */
	days_ago: z.int().positive(),
	/** By criterion; what is left out was not looked at. */
	answers: z.partialRecord(
		z.enum(Object.keys(CRITERIA) as [Criterion, ...Criterion[]]),
		z.enum(Enums.audit_answer)
	),
	note: z.string().default('')
});

/** Access audits of some of the places. */
export const auditsSeedSchema = z.strictObject({
	note: z.string().min(1),
	audits: z.array(audit)
});

const impact = z.enum(Enums.assessment_impact);

const assessmentSeed = z.strictObject({
	reference: z.string(),
	type: z.enum(Enums.assessment_type),
	title: z.string().min(1),
	service: z.string().min(1),
	trigger: z.enum(Enums.assessment_trigger),
	summary: z.string(),
	lead: z.string(),
	/** Email of whoever began it. */
	author: z.email(),
	/** References in the current plan. */
	action: z.string().nullable(),
	priority: z.string(),
	/** Days from the day of the first load; negative for days before it. */
	due_in_days: z.int(),
	status: z.enum(Enums.assessment_status),
	/** By group; the protected characteristics that are not listed are as `otherwise` says. */
	impacts: z.partialRecord(z.enum(groups), impact),
	otherwise: impact.nullable(),
	screened_out_reason: z.string().default(''),
	findings: z.string(),
	need_note: z.string().default(''),
	access_note: z.string().default(''),
	outcome_comparison: z.string().default(''),
	signed_off_by: z.string().default(''),
	signed_off_in_days: z.int().optional(),
	review_in_days: z.int().optional(),
	outcome_note: z.string().default(''),
	/** Each is the newest log of a theme that no other evidence has taken. */
	evidence: z.array(z.strictObject({ theme: z.enum(Enums.engagement_theme), note: z.string() })),
	/** An action that answers it. */
	mitigation: z
		.strictObject({
			reference: z.string().min(1),
			title: z.string().min(1),
			service: z.string().min(1),
			priority: z.string(),
			status: z.enum(Enums.action_status),
			rag: z.enum(Enums.rag).nullable(),
			progress_note: z.string().nullable(),
			due_in_days: z.int()
		})
		.optional()
});
export type AssessmentSeed = z.infer<typeof assessmentSeed>;

/** Invented assessments, one in every state. */
const timeOfDay = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/);
const daysAgo = z.int().min(0).max(364);
const londonTime = z.string().regex(/^\d\d:\d\d$/);

export const followUpSeedSchema = z.strictObject({
	note: z.string().min(1),
	routes: z.array(
		z.strictObject({
			name: z.string().min(1),
			reasons: z.array(z.enum(Enums.referral_reason)).min(1),
			who_for: z.string(),
			how: z.string(),
			phone: z.string(),
			website: z.string(),
			hours: z.string(),
			/** Null where nobody has checked it. */
			checked_days: z.int().min(0).nullable()
		})
	),
	issues: z.array(
		z.strictObject({
			kind: z.enum(Enums.issue_kind),
			what: z.string().min(1),
			ward: wardCode,
			days: daysAgo,
			time: londonTime,
			status: z.enum(Enums.issue_status),
			finished_days: daysAgo.nullable(),
			finished_time: londonTime.nullable(),
			outcome: z.string()
		})
	),
	/** Each from the newest log of a theme that has none yet. */
	referrals: z.array(
		z.strictObject({
			theme: z.enum(Enums.engagement_theme),
			reason: z.enum(Enums.referral_reason),
			route: z.string(),
			status: z.enum(Enums.referral_status),
			answered_after: z.int().min(0).nullable()
		})
	),
	feedback: z.array(
		z.strictObject({
			said: z.string().min(1),
			ward: wardCode.nullable(),
			priority: z.string(),
			said_days: daysAgo,
			outcome: z.enum(Enums.feedback_outcome).nullable(),
			response: z.string(),
			answered_days: daysAgo.nullable(),
			told_days: daysAgo.nullable(),
			told_how: z.array(z.enum(Enums.told_how))
		})
	)
});

export const assessmentsSeedSchema = z.strictObject({
	note: z.string().min(1),
	assessments: z.array(assessmentSeed)
});

/** Visits to the demonstration's grants and reports on them, by the grant's title. */
export const monitoringSeedSchema = z.strictObject({
	note: z.string().min(1),
	visits: z.array(
		z.strictObject({
			grant: z.string(),
			by: z.email(),
			visited_on: day,
			attended: z.int().min(0).nullable(),
			on_track: z.enum(Enums.grant_progress),
			heard: z.string(),
			risks: z.string(),
			/** In the words of somebody who agreed to that; '' for nobody. */
			quote: z.string()
		})
	),
	reports: z.array(
		z.strictObject({
			grant: z.string(),
			kind: z.enum(Enums.grant_report_kind),
			due_on: day,
			/** Null until it has come. */
			received_on: day.nullable(),
			people: z.int().positive().nullable(),
			tallies: z.array(
				z.strictObject({ of: z.record(z.string(), z.string()), count: z.int().positive() })
			),
			outcome: z.string(),
			/** Pounds. */
			spent: z.int().positive().nullable()
		})
	)
});

/** What is invented about actions of the current plan. */
export const actionsSeedSchema = z.strictObject({
	note: z.string().min(1),
	/** By the action's reference. */
	details: z.record(
		z.string(),
		z.strictObject({
			/** Email of the person who answers for it. */
			owner: z.email().optional(),
			rag_reason: z.string().min(1).optional(),
			/** Names of organisations. */
			partners: z.array(z.string()).min(1).optional(),
			/** References of priorities that it serves besides. */
			also_serves: z.array(z.string()).min(1).optional()
		})
	),
	proposals: z.array(
		z.strictObject({
			title: z.string().min(1),
			description: z.string().min(1),
			/** Reference of the priority. */
			priority: z.string(),
			service: z.string().min(1),
			/** Email of whoever proposes it. */
			by: z.email()
		})
	)
});

const pounds = z.int().positive();

const grantSeed = z.strictObject({
	/** Names. */
	round: z.string(),
	organisation: z.string(),
	title: z.string().min(1),
	about: z.string().min(1),
	received_on: day,
	requested_pence: z.int().positive(),
	wards: z.array(wardCode),
	groups: z.array(z.enum(Enums.community)).min(1),
	/** References in the current plan. */
	priority: z.string(),
	action: z.string().nullable().default(null),
	council_priority: z.string(),
	status: z.enum(Enums.grant_status),
	/** One for each criterion, in order; none where it is not scored. */
	points: z.array(z.int().nonnegative()).default([]),
	own_reasons: z.array(z.string().min(1)).default([]),
	recommend: pounds.nullable().default(null),
	recommendation: z.string().default(''),
	decided: day.nullable().default(null),
	/** Why it was declined or withdrawn. */
	reason: z.string().default(''),
	award: pounds.nullable().default(null),
	over_cap: z.string().default(''),
	awarded: day.nullable().default(null),
	starts: day.nullable().default(null),
	ends: day.nullable().default(null),
	/** When it is due, how much, and when it was paid. */
	payments: z.array(z.tuple([day, pounds, day.nullable()])).default([]),
	conditions: z.string().default('')
});
export type GrantSeed = z.infer<typeof grantSeed>;

/** Invented programmes, rounds and applications. */
export const grantsSeedSchema = z.strictObject({
	note: z.string().min(1),
	programmes: z.array(
		z.strictObject({
			name: z.string().min(1),
			about: z.string().min(1),
			service: z.string().min(1),
			priority: z.string(),
			opens_on: day.nullable(),
			closes_on: day.nullable(),
			criteria: criteriaSchema,
			council_priorities: z.array(z.string().min(1)),
			status: z.enum(Enums.grant_programme_status)
		})
	),
	rounds: z.array(
		z.strictObject({
			programme: z.string(),
			name: z.string().min(1),
			opens_on: day,
			closes_on: day,
			decided_by: day,
			budget_pence: z.int().positive(),
			cap_pence: z.int().positive()
		})
	),
	/** By criterion: why an application has none to five fifths of the points. */
	reasons: z.record(z.string(), z.array(z.string().min(1)).length(6)),
	grants: z.array(grantSeed)
});

const voice = z.strictObject({
	/** A sentence or two that an officer heard; `[one|other]` stands for either. */
	says: z.string().min(1),
	barriers: z.array(z.enum(Enums.barrier)).optional(),
	/** A second theme that the sentence is about. */
	also: z.enum(Enums.engagement_theme).optional()
});

/** What the demonstration's logs are made of: fragments by theme. */
export const heardSeedSchema = z.strictObject({
	note: z.string().min(1),
	themes: z.record(
		z.enum(Enums.engagement_theme),
		z.strictObject({
			/** How common the theme is, against the others. */
			weight: z.number().positive(),
			/** References of the priorities that such contacts serve, the likeliest first. */
			priorities: z.array(z.string()).min(1),
			/** References of the actions that such a contact may have been started from. */
			actions: z.array(z.string()).min(1),
			voices: z.array(voice).min(4)
		})
	),
	/** How a note of this kind of contact may open. */
	openings: z.record(z.enum(Enums.engagement_type), z.array(z.string()).min(1)),
	/** What was agreed or offered, at the end of a note. */
	endings: z.array(z.string()),
	restricted: z
		.array(
			z.strictObject({
				ward: wardCode,
				type: z.enum(Enums.engagement_type),
				days_ago: z.int().positive(),
				theme: z.enum(Enums.engagement_theme),
				barriers: z.array(z.enum(Enums.barrier)),
				priority: z.string(),
				people: z.int().nonnegative().nullable(),
				heard: z.string().min(1)
			})
		)
		.length(6)
});

const networkPoint = z.strictObject({
	kind: z.enum(Enums.network_point_kind),
	what: z.string().min(1),
	to_steering: z.boolean(),
	action: z.string().nullable(),
	status: z.enum(Enums.network_point_status),
	answer: z.string()
});

/** The demonstration's networks, with a year of what they did. */
export const networksSeedSchema = z.strictObject({
	note: z.string().min(1),
	networks: z.array(
		z.strictObject({
			name: z.string().min(1),
			kind: z.enum(Enums.network_kind),
			characteristic: z.enum(Enums.equality_group).nullable(),
			purpose: z.string(),
			lead_post: z.string(),
			meets: z.string(),
			priority: z.string().min(1),
			reports_to: z.string().nullable(),
			/** Days ago, and how many belonged to it then. */
			counts: z.array(z.tuple([daysAgo, z.int().min(0)])),
			activities: z.array(
				z.strictObject({
					title: z.string().min(1),
					kind: z.enum(Enums.network_activity_kind),
					/** Days ago; below 0, days to come. */
					days: z.int(),
					status: z.enum(Enums.network_activity_status),
					attendance: z.int().min(0).nullable(),
					completions: z.int().min(0).nullable(),
					headcount: z.int().min(1).nullable(),
					note: z.string(),
					action: z.string().nullable(),
					/** The network's own where it is null. */
					priority: z.string().nullable(),
					place: z.string().nullable(),
					partners: z.array(z.string()),
					points: z.array(networkPoint)
				})
			)
		})
	)
});

/** The demonstration's events: each stands for one a day of `days`. */
export const eventsSeedSchema = z.strictObject({
	note: z.string().min(1),
	events: z.array(
		z.strictObject({
			title: z.string().min(1),
			type: z.enum(Enums.event_type),
			/** Days ago; below 0, days to come. */
			days: z.array(z.int()).min(1),
			/** By the clock on the wall. */
			start: timeOfDay,
			end: timeOfDay,
			/** Null for one that is online. */
			place: z.string().nullable(),
			priority: z.string().min(1),
			action: z.string().nullable(),
			organisation: z.string().nullable(),
			partners: z.array(z.string()),
			audiences: z.array(z.enum(Enums.community)),
			about: z.string(),
			expected: z.int().min(0).nullable(),
			cost_pence: z.int().min(0).nullable(),
			councillor: z.boolean(),
			/** Of the access checklist. */
			unsettled: z.array(z.enum(Enums.access_item)),
			not_needed: z.array(z.enum(Enums.access_item)),
			run_sheet: z.array(
				z.strictObject({ at: timeOfDay, what: z.string().min(1), who: z.string() })
			),
			/** Why it was cancelled; empty where it was not. */
			cancelled: z.array(z.string().min(1)),
			/** About how many came, each time. */
			attended: z.int().min(0).nullable(),
			heard: z.string(),
			worked: z.string(),
			change: z.string(),
			sentiment: z.enum(Enums.sentiment).nullable(),
			safety_messages: z.int().min(0).nullable()
		})
	)
});

/** The words of the demonstration's progress report. */
export const reportSeedSchema = z.strictObject({
	note: z.string().min(1),
	foreword: z.string(),
	achieved: z.string(),
	setbacks: z.string(),
	next_steps: z.string()
});

/** The demonstration's counts of panels. */
export const panelsSeedSchema = z.strictObject({
	note: z.string().min(1),
	panels: z.array(
		z.strictObject({
			title: z.string().min(1),
			days: daysAgo,
			people_count: z.int().min(1),
			note: z.string(),
			tallies: z.array(
				z.strictObject({ of: z.record(z.string(), z.string()), count: z.int().min(1) })
			)
		})
	)
});
