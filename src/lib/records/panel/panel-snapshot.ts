import * as z from 'zod/mini';
import { defineRecord, type FieldsOf } from '../define-record';
import { MAX_PEOPLE, type Tally } from '../engagement/tallies';
import { talliesSchema } from '../engagement/tally-schema';
import { PANEL_MAX } from './limits';

/** Who belonged to a citizens' or residents' panel on a day, by group: counts, never a person. */
export const panelSnapshot = defineRecord({
	table: 'panel_snapshots',
	schema: z.object({
		title: z.string().check(z.minLength(1), z.maxLength(PANEL_MAX.title)),
		taken_on: z.iso.date(),
		/** How many belong to it. */
		people_count: z.int().check(z.gte(1), z.lte(MAX_PEOPLE)),
		tallies: talliesSchema,
		/** Where the counts come from. */
		note: z.string().check(z.maxLength(PANEL_MAX.note))
	}),
	columns: {
		title: { label: 'Panel' },
		taken_on: { label: 'Counted on', date: true },
		people_count: { label: 'People who belong to it' },
		tallies: {
			label: 'Who they are',
			says: async (tallies: Tally[]) =>
				(await import('../engagement/tally-answers')).talliesInWords(tallies)
		},
		note: { label: 'Where the counts come from' }
	}
});

export type PanelFields = FieldsOf<'panel_snapshots'>;
