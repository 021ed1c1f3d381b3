import * as z from 'zod/mini';

const isoDate = z.iso.date();
const figure = z.nullable(z.int().check(z.nonnegative()));
const figures = z.object({ contacts: figure, people: figure });

/**
 * What the database answers about outreach in each ward between two days (`ward_activity()`).
 * It hides small numbers itself: null stands for a figure under `threshold`, never for nothing.
 */
export const wardActivitySchema = z.object({
	/** When the figures were counted. */
	as_of: z.iso.datetime({ offset: true }),
	council: z.object({ id: z.uuid(), name: z.string() }),
	/** True for managers and administrators; otherwise small numbers are hidden. */
	exact: z.boolean(),
	/** The smallest number shown when not exact. */
	threshold: z.int(),
	/** The days asked for; when not exact, widened to whole months. */
	since: isoDate,
	until: isoDate,
	wards: z.array(
		z.object({
			code: z.string(),
			name: z.string(),
			hex_q: z.int(),
			hex_r: z.int(),
			contacts: figure,
			people: figure,
			/** Null when there was no contact, and when the ward is suppressed. */
			last_contact: z.nullable(isoDate),
			suppressed: z.boolean()
		})
	),
	/** City-wide and online contacts, which belong to no ward. */
	elsewhere: figures,
	/** Of all wards and elsewhere; null where it would give a hidden figure away. */
	total: figures,
	/** What the figures can be narrowed to: each priority with the title of its objective, if it has one. */
	priorities: z.array(
		z.object({ id: z.uuid(), title: z.string(), objective: z.nullable(z.string()) })
	)
});

export type WardActivity = z.infer<typeof wardActivitySchema>;
export type WardFigures = WardActivity['wards'][number];
