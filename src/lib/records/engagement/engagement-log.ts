import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord } from '../define-record';
import { HEARD_MAX } from './limits';
import { programmesSchema } from '../programmes';
import { resourcesInWords, resourcesSchema } from './resources';
import type { Tally } from './tallies';
import { talliesSchema } from './tally-schema';

const { Enums } = Constants.public;

const noteField = (name: string) =>
	z
		.string()
		.check(
			z.maxLength(
				HEARD_MAX,
				`${name} must be ${HEARD_MAX.toLocaleString('en-GB')} characters or fewer`
			)
		);

/** One contact with a community: what was heard, where, and the priority that it serves. */
export const engagementLog = defineRecord({
	table: 'engagement_logs',
	schema: z.object({
		type: z.enum(Enums.engagement_type, 'Select what kind of contact it was'),
		/** The day as the officer states it. Device clocks order nothing; this is data. */
		occurred_on: z.iso.date('Enter the date it happened'),
		coverage: z.enum(Enums.coverage, 'Select where it happened'),
		/** GSS code, when coverage is `ward`. */
		ward_code: z.nullable(z.string()),
		place_id: z.nullable(z.uuid()),
		organisation_id: z.nullable(z.uuid()),
		/** The priority of the plan. Required of every record: it is what makes the report write itself. */
		objective_id: z.uuid('Select the priority it serves'),
		action_id: z.nullable(z.uuid()),
		themes: z.array(z.enum(Enums.engagement_theme)),
		barriers: z.array(z.enum(Enums.barrier)),
		heard: noteField('What you heard'),
		people_count: z.nullable(
			z
				.int('Number of people must be a whole number')
				.check(
					z.gte(0, 'Number of people must be 0 or more'),
					z.lte(100_000, 'Number of people must be 100,000 or fewer')
				)
		),
		/** Who was there, by group. */
		tallies: talliesSchema,
		/** How many safety messages were delivered; measures may add them up. */
		safety_messages: z.nullable(
			z
				.int('Safety messages must be a whole number')
				.check(
					z.gte(0, 'Safety messages must be 0 or more'),
					z.lte(100_000, 'Safety messages must be 100,000 or fewer')
				)
		),
		/** Organisations that were there besides. */
		partner_ids: z.array(z.uuid()),
		councillor_present: z.boolean(),
		/** The communities that it was with. */
		audiences: z.array(z.enum(Enums.community)),
		sentiment: z.nullable(z.enum(Enums.sentiment)),
		needed: noteField('What is needed'),
		/** Asset-based community development: what a community offers. */
		strengths: z.array(z.enum(Enums.strength)),
		strong: noteField('What is strong here'),
		/** Organisations that were put in touch with one another. */
		connected_organisation_ids: z.array(z.uuid()),
		channel: z.nullable(z.enum(Enums.engagement_channel)),
		languages: z.array(z.enum(Enums.language)),
		/** What was given away. */
		resources: resourcesSchema,
		programmes: programmesSchema,
		/** Off the map and out of lists: the author's device and the cleared register alone. */
		restricted: z.boolean(),
		/** Restricted, with nothing in it that says who it was (sensitive-log.ts). */
		hate_incident: z.boolean(),
		/** Where people were told that they find help. */
		signposted: z.array(z.enum(Enums.signpost))
	}),
	columns: {
		type: { label: 'Kind of contact', list: 'engagement_type' },
		occurred_on: { label: 'Date', date: true },
		coverage: { label: 'Where', list: 'coverage' },
		ward_code: { label: 'Ward', names: 'areas', by: 'code' },
		place_id: { label: 'Place', names: 'places' },
		organisation_id: { label: 'Organisation', names: 'organisations' },
		objective_id: { label: 'Priority', names: 'objectives' },
		action_id: { label: 'Action', names: 'actions' },
		themes: { label: 'Themes', list: 'engagement_theme' },
		heard: { label: 'What we heard' },
		people_count: { label: 'Number of people' },
		tallies: {
			label: 'People by group',
			says: async (tallies: Tally[]) => (await import('./tally-answers')).talliesInWords(tallies)
		},
		partner_ids: { label: 'Partners', names: 'organisations' },
		councillor_present: { label: 'A councillor was there' },
		audiences: { label: 'Communities', list: 'community' },
		sentiment: { label: 'How people felt', list: 'sentiment' },
		barriers: { label: 'Barriers', list: 'barrier' },
		needed: { label: 'What is needed' },
		strengths: { label: 'What was offered', list: 'strength' },
		strong: { label: 'What is strong here' },
		connected_organisation_ids: { label: 'Put in touch', names: 'organisations' },
		channel: { label: 'How people were reached', list: 'engagement_channel' },
		languages: { label: 'Languages', list: 'language' },
		resources: { label: 'What was given', says: resourcesInWords },
		safety_messages: { label: 'Safety messages delivered' },
		programmes: { label: 'Programmes' },
		restricted: { label: 'Restricted' },
		hate_incident: { label: 'Hate incident' },
		signposted: { label: 'Signposted to', list: 'signpost' }
	}
});

export type EngagementLogFields = z.infer<typeof engagementLog.schema>;
