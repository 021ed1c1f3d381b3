import * as z from 'zod/mini';
import { formatMoney, PENCE_MAX } from '$lib/money';
import { Constants } from '../database.types';
import { defineRecord, type FieldsOf } from '../define-record';
import { programmesSchema } from '../programmes';
import { scoreInWords, type Score } from './grant-score';
import { scoresSchema } from './grant-score-schema';
import { GRANT_MAX } from './limits';
import { scheduleInWords } from './payments';
import { scheduleSchema } from './payments-schema';

const { Enums } = Constants.public;

const text = (max: number) => z.string().check(z.maxLength(max));
const pence = (min: number) => z.int().check(z.gte(min), z.lte(PENCE_MAX));
const day = z.nullable(z.iso.date());

/** An application for money, and what became of it: scored, decided, awarded, monitored, closed. */
export const grant = defineRecord({
	table: 'grants',
	schema: z.object({
		/** The server's: "G2026-017". '' until it has seen the grant. */
		reference: text(50),
		round_id: z.uuid(),
		/** Who applies. */
		organisation_id: z.uuid(),
		title: text(GRANT_MAX.title).check(z.minLength(1)),
		/** What the money is for; published once it is awarded. */
		about: text(GRANT_MAX.about).check(z.minLength(1)),
		objective_id: z.uuid(),
		action_id: z.nullable(z.uuid()),
		received_on: z.iso.date(),
		requested_pence: pence(1),
		/** The wards that benefit, by GSS code; none where it is the whole council. */
		ward_codes: z.array(z.string()),
		/** The communities that benefit. */
		groups: z.array(z.enum(Enums.community)),
		/** Programmes of work that it belongs to, by name; not the programme that pays. */
		programmes: programmesSchema,
		/** One of its programme's council priorities; '' for none. */
		council_priority: text(GRANT_MAX.council_priority),
		status: z.enum(Enums.grant_status),
		scores: scoresSchema,
		/** Of 10 (grant-score.ts); the server reckons again. Null until every criterion is scored. */
		score: z.nullable(z.number().check(z.gte(0), z.lte(10))),
		/** What whoever scored it would give; 0 for nothing. */
		recommended_pence: z.nullable(pence(0)),
		recommendation: text(GRANT_MAX.recommendation),
		decided_on: day,
		/** Why it was declined or withdrawn. */
		decline_reason: text(GRANT_MAX.decline_reason),
		/** What was approved. */
		awarded_pence: z.nullable(pence(1)),
		/** Why it is more than its round gives to one applicant. */
		over_cap_reason: text(GRANT_MAX.over_cap_reason),
		awarded_on: day,
		/** When what it pays for begins and ends. */
		starts_on: day,
		ends_on: day,
		/** The payments; they add up to the award. */
		schedule: scheduleSchema,
		conditions: text(GRANT_MAX.conditions)
	}),
	columns: {
		reference: { label: 'Reference' },
		title: { label: 'Title' },
		organisation_id: { label: 'Applicant', names: 'organisations' },
		round_id: { label: 'Round', names: 'grant_rounds' },
		status: { label: 'Status', list: 'grant_status' },
		about: { label: 'What it is for' },
		received_on: { label: 'Received', date: true },
		requested_pence: { label: 'Asked for', says: formatMoney },
		ward_codes: { label: 'Wards that benefit', names: 'areas', by: 'code' },
		groups: { label: 'Groups that benefit', list: 'community' },
		objective_id: { label: 'Serves', names: 'objectives' },
		action_id: { label: 'Action', names: 'actions' },
		council_priority: { label: 'Council priority' },
		programmes: { label: 'Programmes' },
		starts_on: { label: 'Begins', date: true },
		ends_on: { label: 'Ends', date: true },
		scores: { label: 'Points', says: scoresInWords },
		score: { label: 'Score', says: scoreInWords },
		recommended_pence: { label: 'Recommended', says: formatMoney },
		recommendation: { label: 'Why it is recommended so' },
		decided_on: { label: 'Decided', date: true },
		decline_reason: { label: 'Why it was declined or withdrawn' },
		awarded_pence: { label: 'Awarded', says: formatMoney },
		over_cap_reason: { label: 'Why it is more than the round gives' },
		awarded_on: { label: 'Awarded on', date: true },
		schedule: { label: 'Payments', says: scheduleInWords },
		conditions: { label: 'Conditions' }
	}
});

export type GrantFields = FieldsOf<'grants'>;

/** "need: 4 points, half the ward is under 30; reach: 8 points, …" */
function scoresInWords(scores: readonly Score[]): string {
	return scores
		.map(({ criterion, score, reason }) => `${criterion.replaceAll('_', ' ')}: ${score}. ${reason}`)
		.join('; ');
}
