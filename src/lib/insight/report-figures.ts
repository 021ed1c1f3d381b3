/** What a report says of a financial year, small numbers held back for everybody. */
import * as z from 'zod/mini';
import { wardActivitySchema } from './activity';
import { representativenessSchema } from './representativeness';

const figure = z.nullable(z.int().check(z.nonnegative()));
const { as_of, threshold, rounded_to, since, until, wards, elsewhere, total } =
	wardActivitySchema.shape;

const part = z.object({
	/** A code, or the id of an objective or a priority. */
	value: z.string(),
	contacts: figure,
	people: figure
});

/** What the database answers (`report_figures()`); null stands for a number that is held back. */
export const reportFiguresSchema = z.object({
	/** Its name: not everybody who may ask has it on the device. */
	council: z.string(),
	as_of,
	threshold,
	rounded_to,
	since,
	until,
	wards,
	elsewhere,
	total,
	/** Contacts in the four quarters of the year, by ward: '' for no one ward, null for all of them. */
	quarters: z.array(
		z.object({ ward: z.nullable(z.string()), contacts: z.array(figure).check(z.length(4)) })
	),
	/** Those that had a contact, over all of the council. */
	parts: z.object({
		objective: z._default(z.array(part), []),
		type: z._default(z.array(part), []),
		theme: z._default(z.array(part), []),
		group: z._default(z.array(part), [])
	}),
	/** Who was counted, in all of the council. */
	heard: representativenessSchema
});

export type ReportFigures = z.infer<typeof reportFiguresSchema>;
export type ReportPart = ReportFigures['parts']['group'][number];
