import * as z from 'zod/mini';

const isoDate = z.iso.date();
const whole = z.int().check(z.nonnegative());
const figure = z.nullable(whole);
const figures = {
	contacts: figure,
	people: figure,
	/** Events that were held. They are public, as grants are: never hidden. */
	events: whole,
	/** Awards; those for several wards are divided evenly among them. */
	grants_pence: whole,
	/** Open now, whatever the period. */
	open_issues: figure
};

const answer = {
	/** When the figures were counted. */
	as_of: z.iso.datetime({ offset: true }),
	/** True for managers and administrators; otherwise small numbers are hidden. */
	exact: z.boolean(),
	/** The smallest number shown when not exact. */
	threshold: z.int(),
	/** What shown numbers of contacts and people are rounded to; 1 where they are not. */
	rounded_to: z.int()
};

/**
 * What the database answers about outreach in each ward over a run of months (`ward_activity()`).
 * It holds small numbers back itself, and others that would give them away: null stands for one of these, never for nothing.
 */
export const wardActivitySchema = z.object({
	...answer,
	council: z.object({ id: z.uuid(), name: z.string() }),
	/** The first day of the first month and the last day of the last. */
	since: isoDate,
	until: isoDate,
	wards: z.array(
		z.object({
			code: z.string(),
			name: z.string(),
			hex_q: z.int(),
			hex_r: z.int(),
			/** Who live there; null where it is not known. */
			population: figure,
			...figures,
			/** Null when there was no contact, and when the ward is suppressed. When not exact, the first of its month. */
			last_contact: z.nullable(isoDate),
			suppressed: z.boolean()
		})
	),
	/** City-wide and online, which belong to no ward. */
	elsewhere: z.object(figures),
	/** Of all wards and elsewhere; null where it would give a hidden figure away. */
	total: z.object(figures),
	/** Why contacts are not shown by ward, in a sentence; null where they are. */
	not_shown: z.nullable(z.string()),
	/** What the figures can be narrowed to: each priority with the title of its objective, if it has one. */
	priorities: z.array(
		z.object({ id: z.uuid(), title: z.string(), objective: z.nullable(z.string()) })
	)
});

export type WardActivity = z.infer<typeof wardActivitySchema>;
export type WardFigures = WardActivity['wards'][number];

/** The same month by month, or, when not exact, by financial quarters (`activity_by_month()`). */
export const activityByMonthSchema = z.object({
	...answer,
	/** The first and the last day of each. */
	steps: z.array(z.object({ since: isoDate, until: isoDate })),
	/** Each list has a figure for every step, in their order. */
	wards: z.array(
		z.object({
			code: z.string(),
			contacts: z.array(figure),
			people: z.array(figure),
			events: z.array(whole),
			grants_pence: z.array(whole)
		})
	)
});

export type ActivityByMonth = z.infer<typeof activityByMonthSchema>;

/** The wards as they were in one step of the time; what is only known of the whole period stays out. */
export function atStep(
	activity: WardActivity,
	byMonth: ActivityByMonth,
	step: number
): WardActivity {
	const { since, until } = byMonth.steps[step] ?? activity;
	const of = new Map(byMonth.wards.map((ward) => [ward.code, ward]));
	return {
		...activity,
		since,
		until,
		wards: activity.wards.map((ward) => {
			const own = of.get(ward.code);
			const contacts = own?.contacts[step] ?? null;
			return {
				...ward,
				contacts,
				people: own?.people[step] ?? null,
				events: own?.events[step] ?? 0,
				grants_pence: own?.grants_pence[step] ?? 0,
				open_issues: null,
				last_contact: null,
				suppressed: contacts === null
			};
		})
	};
}
