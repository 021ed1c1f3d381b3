import * as z from 'zod/mini';
import { formatMoney, PENCE_MAX } from '$lib/money';
import { defineRecord, type FieldsOf } from '../define-record';
import { criteriaInWords } from './grant-programme';
import { criteriaSchema } from './grant-score-schema';
import { ROUND_NAME_MAX } from './limits';

/** A time in which a programme takes applications, with what there is to give. */
export const grantRound = defineRecord({
	table: 'grant_rounds',
	schema: z.object({
		programme_id: z.uuid(),
		/** "Small Grants 2026 R2" */
		name: z.string().check(z.minLength(1), z.maxLength(ROUND_NAME_MAX)),
		opens_on: z.iso.date(),
		closes_on: z.iso.date(),
		/** The day by which applicants are promised a decision. */
		decided_by: z.nullable(z.iso.date()),
		budget_pence: z.int().check(z.gte(0), z.lte(PENCE_MAX)),
		/** The most that one grant may be without a reason; null for no limit. */
		cap_pence: z.nullable(z.int().check(z.gte(1), z.lte(PENCE_MAX))),
		/** The programme's, as this round's applications are scored. */
		criteria: criteriaSchema
	}),
	columns: {
		name: { label: 'Name' },
		programme_id: { label: 'Programme', names: 'grant_programmes' },
		opens_on: { label: 'Opens', date: true },
		closes_on: { label: 'Closes', date: true },
		decided_by: { label: 'Decided by', date: true },
		budget_pence: { label: 'Budget', says: formatMoney },
		cap_pence: { label: 'Most for one applicant', says: formatMoney },
		criteria: { label: 'Scored by', says: criteriaInWords }
	}
});

export type GrantRoundFields = FieldsOf<'grant_rounds'>;
