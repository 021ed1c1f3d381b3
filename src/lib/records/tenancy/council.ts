import * as z from 'zod/mini';
import { benchmarksSchema } from '../area/benchmarks';
import { defineRecord } from '../define-record';

/** The longest target for an issue, in working days. */
export const TARGET_MAX = 60;

const workingDays = z
	.int('Enter a whole number of working days')
	.check(
		z.gte(0, 'Working days must be 0 or more'),
		z.lte(TARGET_MAX, `Working days must be ${TARGET_MAX} or fewer`)
	);

const shortText = (name: string) =>
	z.string().check(z.maxLength(200, `${name} must be 200 characters or fewer`));

/** Whom the council itself sends people to about a hate incident; empty where it has nobody. */
export const hateTeamFields = {
	hate_team_name: shortText('The name of the team'),
	/** As people read it: digits and spaces. */
	hate_team_phone: z
		.string()
		.check(
			z.regex(/^(\+?[0-9][0-9 ]{2,19})?$/, 'Enter a phone number in digits, like 01865 249811')
		),
	hate_team_url: z
		.string()
		.check(
			z.maxLength(500, 'The web address must be 500 characters or fewer'),
			z.regex(/^(https:\/\/\S+)?$/, 'Enter a web address that begins with https://')
		),
	/** When somebody answers, in words. */
	hate_team_hours: shortText('The hours')
};

/** The most working days before a report is due that the council reminds of it. */
export const REMINDER_MAX = 60;

/** The council as a funder: what it is called in open data, and how early it reminds of reports on grants. */
export const funderFields = {
	/** What 360Giving gave it: "oxford", for identifiers that begin with "360G-oxford-". '' while it has none. */
	funder_prefix: z
		.string()
		.check(
			z.regex(
				/^([A-Za-z0-9][A-Za-z0-9_]{0,49})?$/,
				'Enter the prefix that 360Giving gave you, like “oxford”, without the “360G-”'
			)
		),
	/** Of org-id.guide: "GB-LAE-OXO". '' while it has none. */
	funder_org_id: z
		.string()
		.check(
			z.regex(
				/^([A-Z0-9]{2,5}-[A-Za-z0-9._-]{1,100})?$/,
				'Enter an organisation identifier, like GB-LAE-OXO'
			)
		),
	/** How many working days before its day a report counts as due soon. */
	report_reminder_days: z
		.int('Enter a whole number of working days')
		.check(
			z.gte(0, 'Working days must be 0 or more'),
			z.lte(REMINDER_MAX, `Working days must be ${REMINDER_MAX} or fewer`)
		)
};

/** How low and how high the council may set from which size on a number is shown. */
export const THRESHOLDS = { least: 3, most: 20 } as const;

const threshold = z
	.int('Enter a whole number')
	.check(
		z.gte(THRESHOLDS.least, `The smallest number shown must be ${THRESHOLDS.least} or more`),
		z.lte(THRESHOLDS.most, `The smallest number shown must be ${THRESHOLDS.most} or fewer`)
	);

/** From which size on numbers of contacts and people are shown. The database allows no export below the screen's. */
export const thresholdFields = {
	/** On screens of those who may not see the records. */
	screen_threshold: threshold,
	/** In files and reports, for everybody. */
	export_threshold: threshold
};

/** A council: the tenant that every other record belongs to. Its own `council_id` is its `id`. */
export const council = defineRecord({
	table: 'councils',
	schema: z.object({
		/** The ONS (GSS) code of the local authority district, such as E07000178. */
		code: z.string().check(z.regex(/^[EWSN]\d{8}$/, 'Enter a GSS code, like E07000178')),
		name: z.string().check(z.minLength(1, 'Enter the name of the council'), z.maxLength(200)),
		/** `HH:MM:SS` by the London clock; what is reported later counts as reported on the next working day. */
		office_closes_at: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d(:00)?$/)),
		/** Within how many working days an issue of each kind is dealt with; 0 is the same day. */
		offensive_graffiti_days: workingDays,
		graffiti_days: workingDays,
		hate_incident_days: workingDays,
		access_barrier_days: workingDays,
		fly_tipping_days: workingDays,
		lighting_days: workingDays,
		antisocial_behaviour_days: workingDays,
		other_days: workingDays,
		...hateTeamFields,
		...funderFields,
		...thresholdFields,
		/** Of everybody who lives in the council's area. */
		benchmarks: benchmarksSchema
	})
});
