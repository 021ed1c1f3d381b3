import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord, type FieldsOf } from '../define-record';
import { MAX_PEOPLE } from '../engagement/tallies';
import { VISIT_MAX } from './monitoring-limits';

const text = (max: number) => z.string().check(z.maxLength(max));

/** What an officer found at the group that was given a grant. Photos may go with it. */
export const grantVisit = defineRecord({
	table: 'grant_visits',
	schema: z.object({
		grant_id: z.uuid(),
		visited_on: z.iso.date(),
		/** People who were there; null where nobody counted. */
		attended: z.nullable(z.int().check(z.gte(0), z.lte(MAX_PEOPLE))),
		on_track: z.enum(Constants.public.Enums.grant_progress),
		risks: text(VISIT_MAX.risks),
		heard: text(VISIT_MAX.heard),
		/** In the words of somebody who agreed to that. */
		quote: text(VISIT_MAX.quote),
		quote_consent: z.boolean()
	}),
	columns: {
		grant_id: { label: 'Grant', names: 'grants' },
		visited_on: { label: 'Date', date: true },
		attended: { label: 'People there' },
		on_track: { label: 'On track', list: 'grant_progress' },
		heard: { label: 'What was heard and seen' },
		risks: { label: 'Risks' },
		quote: { label: 'In their words' },
		quote_consent: { label: 'They agreed to be quoted' }
	}
});

export type GrantVisitFields = FieldsOf<'grant_visits'>;
