import * as z from 'zod/mini';
import { defineRecord } from '../define-record';

/** The longest note that the server takes. */
export const READING_NOTE_MAX = 2000;

/** Where a measure stood on a day. */
export const measureReading = defineRecord({
	table: 'measure_readings',
	schema: z.object({
		measure_id: z.uuid(),
		/** The last day of the time that it stands for. */
		read_on: z.iso.date(),
		/** A count; of a percentage the percent, or with `whole_count` how many of them. */
		value: z.number().check(z.gte(-1e12), z.lte(1e12)),
		whole_count: z.nullable(z.int().check(z.gte(1), z.lte(2_147_483_647))),
		note: z.nullable(z.string().check(z.maxLength(READING_NOTE_MAX))),
		/** Worked out from records, by the database alone. */
		fed: z.boolean()
	}),
	columns: {
		measure_id: { label: 'Measure', names: 'measures' },
		read_on: { label: 'Date', date: true },
		value: { label: 'Reading' },
		whole_count: { label: 'Out of' },
		note: { label: 'Note' },
		fed: { label: 'Worked out from records' }
	}
});

export type MeasureReadingFields = z.infer<typeof measureReading.schema>;
