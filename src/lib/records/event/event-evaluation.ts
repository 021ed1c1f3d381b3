import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord, type FieldsOf } from '../define-record';
import type { Tally } from '../engagement/tallies';
import { talliesSchema } from '../engagement/tally-schema';
import { EVALUATION_MAX } from './limits';

const text = z.string().check(z.maxLength(EVALUATION_MAX.text));

/** How an event went. */
export const eventEvaluation = defineRecord({
	table: 'event_evaluations',
	schema: z.object({
		event_id: z.uuid(),
		/** How many people came; null where the door count says it. */
		attended: z.nullable(z.int().check(z.gte(0), z.lte(EVALUATION_MAX.attended))),
		tallies: talliesSchema,
		/** What people said. */
		heard: text,
		worked: text,
		/** What to do otherwise next time. */
		change: text,
		sentiment: z.nullable(z.enum(Constants.public.Enums.sentiment)),
		safety_messages: z.nullable(z.int().check(z.gte(0), z.lte(EVALUATION_MAX.safety_messages)))
	}),
	columns: {
		event_id: { label: 'Event', names: 'community_events' },
		attended: { label: 'People who came' },
		tallies: {
			label: 'Who came',
			says: async (tallies: Tally[]) =>
				(await import('../engagement/tally-answers')).talliesInWords(tallies)
		},
		heard: { label: 'What people said' },
		worked: { label: 'What worked' },
		change: { label: 'What to change' },
		sentiment: { label: 'How people felt', list: 'sentiment' },
		safety_messages: { label: 'Safety messages given' }
	}
});

export type EvaluationFields = FieldsOf<'event_evaluations'>;
