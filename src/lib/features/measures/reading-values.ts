/** The values of the form for a reading, and how they become columns. */
import * as z from 'zod/mini';
import { decimalField, pastDateField, textField, wholeNumberField } from '$lib/forms/field-schemas';
import type { FieldsOf } from '$lib/records/define-record';
import { READING_NOTE_MAX, type MeasureReadingFields } from '$lib/records/measure/measure-reading';
import type { Row } from '$lib/records/registry';

/** In the order of the page: errors are listed so. */
export interface ReadingValues {
	read_on: string;
	value: string;
	whole_count: string;
	note: string;
}

export type ReadingChange = Omit<FieldsOf<'measure_readings'>, 'measure_id' | 'fed'>;

export function valuesOfReading(reading: MeasureReadingFields): ReadingValues {
	return {
		read_on: reading.read_on,
		value: String(reading.value),
		whole_count: reading.whole_count?.toString() ?? '',
		note: reading.note ?? ''
	};
}

/**
 * Reads the form. Of a percentage one enters the per cent, or how many of how many.
 * @param others days that have a reading already: a measure has one a day
 */
export function readingSchema(
	{ kind }: Pick<Row<'measures'>, 'kind'>,
	{ today, others }: { today: string; others: readonly string[] }
): z.ZodMiniType<ReadingChange, ReadingValues> {
	const isPercentage = kind === 'percentage';
	return z.pipe(
		z
			.object({
				read_on: pastDateField({ name: 'the date', today }).check(
					z.refine((day) => !others.includes(day), 'There is a reading of this day already')
				),
				value: decimalField({ name: 'the reading', ...(isPercentage && { min: 0 }) }),
				whole_count: isPercentage
					? wholeNumberField({
							name: 'out of how many',
							min: 1,
							max: 1_000_000_000,
							optional: true
						})
					: z.pipe(
							z.string(),
							z.transform(() => null)
						),
				note: textField({ name: 'the note', max: READING_NOTE_MAX, optional: true })
			})
			.check(({ value: { value, whole_count }, issues }) => {
				const most = whole_count ?? 100;
				if (isPercentage && value !== null && value > most)
					issues.push({
						code: 'custom',
						path: ['value'],
						input: value,
						message: `The reading must be ${most.toLocaleString('en-GB')} or less`
					});
			}),
		z.transform(({ note, ...rest }) => ({ ...rest, note: note || null }) as ReadingChange)
	);
}
