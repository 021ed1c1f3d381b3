/** Readings of measures from a table. */
import * as z from 'zod/mini';
import type { Row } from '$lib/records/registry';
import { codeFrom, dayFrom, type Importing } from '../csv-import';
import { readingSchema, type ReadingChange, type ReadingValues } from './reading-values';
import { saveReading } from './verbs';

interface LineValues extends ReadingValues {
	measure_id: string;
}

interface Line {
	measure_id: string;
	reading: ReadingChange;
}

/** A measure has one reading a day. */
const keyOf = ({ measure_id, read_on }: Pick<LineValues, 'measure_id' | 'read_on'>) =>
	`${measure_id} ${read_on}`;

const unknown = z.pipe(
	z.custom<LineValues>().check(
		z.refine(() => false, {
			error: 'Enter the measure, as it is called here',
			path: ['measure_id']
		})
	),
	z.transform((): Line => {
		throw new Error('Nothing is read of an unknown measure');
	})
);

/**
 * @param measures all of them: one that counts by itself takes no reading by hand
 * @param readings those that are here
 * @param today `YYYY-MM-DD`
 */
export function readingImport(
	measures: readonly Row<'measures'>[],
	readings: readonly Row<'measure_readings'>[],
	today: string
): Importing<LineValues, Line> {
	const open = measures.filter(({ fed_by }) => fed_by === null);
	return {
		columns: [
			{
				field: 'measure_id',
				label: 'Measure',
				also: ['name', 'measure name'],
				read: codeFrom(open.map(({ id, name }) => ({ code: id, label: name }))),
				says: 'a measure that takes readings by hand'
			},
			{
				field: 'read_on',
				label: 'Date',
				also: ['day', 'read on'],
				read: dayFrom,
				says: 'a date, like 31/03/2026'
			},
			{ field: 'value', label: 'Reading', also: ['value', 'figure'] },
			{ field: 'whole_count', label: 'Out of how many', also: ['out of', 'of'] },
			{ field: 'note', label: 'Note', also: ['notes'] }
		],
		required: ['measure_id', 'read_on', 'value'],
		empty: () => ({ measure_id: '', read_on: '', value: '', whole_count: '', note: '' }),
		schema: ({ measure_id }) => {
			const measure = open.find(({ id }) => id === measure_id);
			if (!measure) return unknown;
			return z.pipe(
				readingSchema(measure, { today, others: [] }),
				z.transform((reading): Line => ({ measure_id, reading }))
			);
		},
		nameOf: ({ measure_id, read_on }) =>
			[open.find(({ id }) => id === measure_id)?.name, read_on].filter(Boolean).join(', '),
		keyOf,
		known: new Set(readings.map(keyOf)),
		save: (store, councilId, id, { measure_id, reading }) =>
			saveReading(store, councilId, id, null, reading, measure_id),
		example: [open[0]?.name ?? 'Staff trained', '31/03/2026', '120', '', '']
	};
}
