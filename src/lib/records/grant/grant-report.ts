import * as z from 'zod/mini';
import { formatMoney, PENCE_MAX } from '$lib/money';
import { Constants } from '../database.types';
import { defineRecord, type FieldsOf } from '../define-record';
import { MAX_PEOPLE, type Tally } from '../engagement/tallies';
import { talliesSchema } from '../engagement/tally-schema';
import { OUTCOME_MAX } from './monitoring-limits';

/** What a group owes the council by a day, and what it told of. The server makes them from the award. */
export const grantReport = defineRecord({
	table: 'grant_reports',
	schema: z.object({
		grant_id: z.uuid(),
		kind: z.enum(Constants.public.Enums.grant_report_kind),
		due_on: z.iso.date(),
		/** Null until it has come. */
		received_on: z.nullable(z.iso.date()),
		/** People who took part, as the group tells it. */
		people_count: z.nullable(z.int().check(z.gte(0), z.lte(MAX_PEOPLE))),
		/** Who took part, by group. */
		tallies: talliesSchema,
		/** What the grant has changed so far. */
		outcome: z.string().check(z.maxLength(OUTCOME_MAX)),
		/** What of the grant the group has spent. */
		spent_pence: z.nullable(z.int().check(z.gte(0), z.lte(PENCE_MAX)))
	}),
	columns: {
		grant_id: { label: 'Grant', names: 'grants' },
		kind: { label: 'Report', list: 'grant_report_kind' },
		due_on: { label: 'Due', date: true },
		received_on: { label: 'Received', date: true },
		people_count: { label: 'People who took part' },
		tallies: {
			label: 'By group',
			says: async (tallies: Tally[]) =>
				(await import('../engagement/tally-answers')).talliesInWords(tallies)
		},
		outcome: { label: 'What it changed' },
		spent_pence: { label: 'Spent', says: formatMoney }
	}
});

export type GrantReportFields = FieldsOf<'grant_reports'>;
