/** What an access audit asks, what the answers come to, and when to look again. */
import type { Enums } from '../database.types';
import type { FieldsOf } from '../define-record';
import { addMonths } from '$lib/time/dates';

export type AuditKind = Enums<'audit_kind'>;
export type AuditAnswer = Enums<'audit_answer'>;

type Columns = FieldsOf<'place_audits'>;
/** A column that holds an answer. */
export type Criterion = {
	[C in keyof Columns]: AuditAnswer | null extends Columns[C] ? C : never;
}[keyof Columns];

interface Question {
	label: string;
	/** What "good" is. */
	hint: string;
	/** Left out: asked of buildings and of parks. */
	only?: AuditKind;
}

/**
 * In the order in which one comes across them. What is good follows "Inclusive Mobility" (Department for Transport, 2021)
 * and Approved Document M (2015), as far as one person can tell without a tape measure or a plan.
 */
export const CRITERIA: Record<Criterion, Question> = {
	public_transport: {
		label: 'Public transport',
		hint: 'A stop within 400 metres, and an easy way from it'
	},
	parking: {
		label: 'Parking',
		hint: 'Blue Badge bays near the entrance, marked and free of obstacles'
	},
	signage: { label: 'Signs', hint: 'Easy to find, large, plain, with good contrast' },
	step_free: {
		label: 'Step-free access',
		hint: 'In, and to everything that people use, without a step'
	},
	entrance: {
		label: 'Entrance and doors',
		hint: 'Wide enough for a wheelchair, light or automatic, seen from the street',
		only: 'facility'
	},
	gate_width: {
		label: 'Gate width',
		hint: 'A way in at least 1 metre wide for wheelchairs, scooters and prams',
		only: 'green_space'
	},
	paths: {
		label: 'Paths',
		hint: 'Firm, level, dry, and wide enough for two to pass',
		only: 'green_space'
	},
	lighting: { label: 'Lighting', hint: 'Even, without glare or dark corners' },
	seating: { label: 'Seating', hint: 'At intervals, some with backs and arms, room beside them' },
	toilets: { label: 'Toilets', hint: 'An accessible toilet, open, clean and not used as a store' },
	hearing_loop: {
		label: 'Hearing loop',
		hint: 'Fitted, signed and working, and staff know how to use it',
		only: 'facility'
	},
	quiet_room: {
		label: 'Prayer or quiet room',
		hint: 'A room that people may use for prayer or quiet',
		only: 'facility'
	}
};

/** The criteria that an audit of a kind asks, in order. */
export function criteriaOf(kind: AuditKind): Criterion[] {
	return (Object.keys(CRITERIA) as Criterion[]).filter(
		(criterion) => (CRITERIA[criterion].only ?? kind) === kind
	);
}

const POINTS: Record<AuditAnswer, number | null> = {
	good: 3,
	partly: 2,
	poor: 1,
	missing: 0,
	not_applicable: null
};

/**
 * The score in per cent: the points given (good 3, partly 2, poor 1, missing 0) of the 3 that each criterion could have.
 * What does not apply and what was not looked at is left out. Halves go up. The server reckons the same way
 * (private.audit_score).
 * @returns 0 to 100; null where nothing was looked at
 */
export function auditScore(answers: readonly (AuditAnswer | null)[]): number | null {
	const points = answers.flatMap((answer) => (answer && POINTS[answer]) ?? []);
	if (points.length === 0) return null;
	const sum = points.reduce((sum, one) => sum + one, 0);
	// In whole numbers, so that both sides round the same halves.
	return Math.floor((200 * sum + 3 * points.length) / (6 * points.length));
}

/** Months after which to look again: a building changes faster than a park. */
const MONTHS: Record<AuditKind, number> = { facility: 12, green_space: 24 };

/** When to look again, unless somebody sets another day. */
export function nextAuditOn(kind: AuditKind, auditedOn: string): string {
	return addMonths(auditedOn, MONTHS[kind]);
}

/** What an audit of a place asks, as far as the kind of place tells. */
export function auditKindOf(place: { kind: Enums<'place_kind'> }): AuditKind {
	return place.kind === 'green_space' ? 'green_space' : 'facility';
}

/** The criteria at which a place falls short: what an action could put right. */
export function shortcomings(audit: Columns): Criterion[] {
	return criteriaOf(audit.kind).filter((criterion) =>
		['poor', 'missing'].includes(audit[criterion] ?? '')
	);
}

/** The latest audit of each place, by the place's id. */
export function latestAudits<A extends Pick<Columns, 'place_id' | 'audited_on'>>(
	audits: readonly A[]
): Map<string, A> {
	const latest = new Map<string, A>();
	for (const audit of audits) {
		const known = latest.get(audit.place_id);
		if (!known || audit.audited_on >= known.audited_on) latest.set(audit.place_id, audit);
	}
	return latest;
}
