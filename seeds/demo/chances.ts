/** How likely things are in the demonstration's logs. */
import type { Enums } from '../../src/lib/records/database.types';

type Theme = Enums<'engagement_theme'>;
type EngagementType = Enums<'engagement_type'>;

/** Kinds of contact with their weights. */
type Chances = readonly (readonly [EngagementType, number])[];

export const WITH_A_GROUP: Chances = [
	['visit', 30],
	['meeting', 22],
	['drop_in', 18],
	['event', 12],
	['phone_call', 9],
	['stakeholder_engagement', 5],
	['survey', 4]
];
export const WITHOUT_A_GROUP: Chances = [
	['conversation', 60],
	['drop_in', 14],
	['event', 14],
	['survey', 12]
];
export const CITY_WIDE: Chances = [
	['stakeholder_engagement', 6],
	['meeting', 5],
	['survey', 3],
	['event', 2]
];
export const ONLINE: Chances = [
	['online', 8],
	['survey', 2]
];

/** Fewest and most people, by kind of contact. Most contacts are nearer the fewest. */
export const PEOPLE: Readonly<Record<EngagementType, readonly [number, number]>> = {
	conversation: [1, 6],
	visit: [5, 28],
	meeting: [5, 30],
	event: [24, 210],
	drop_in: [3, 26],
	phone_call: [1, 2],
	online: [4, 60],
	survey: [12, 160],
	stakeholder_engagement: [4, 19]
};

/** What a group for somebody in particular talks about; other groups talk about anything. */
export const THEMES_OF: Readonly<Record<string, readonly Theme[]>> = {
	young_people: ['young_people', 'young_people', 'education', 'jobs_skills', 'parks_leisure'],
	older_people: ['older_people', 'isolation', 'health', 'digital'],
	disabled_people: ['disability_access', 'transport'],
	mental_health: ['mental_health', 'isolation'],
	low_income: ['cost_of_living', 'cost_of_living', 'housing'],
	social_tenants: ['housing', 'safety', 'information'],
	families: ['cost_of_living', 'education', 'parks_leisure'],
	women: ['health', 'jobs_skills', 'safety'],
	men: ['mental_health', 'isolation'],
	carers: ['health', 'isolation', 'mental_health'],
	refugees_migrants: ['refugees_migrants', 'refugees_migrants', 'jobs_skills'],
	east_timorese: ['refugees_migrants', 'information'],
	gypsy_roma_traveller: ['information', 'health', 'hate_racism'],
	lgbtq: ['safety', 'mental_health', 'parks_leisure'],
	asian: ['faith_culture', 'health'],
	muslim: ['faith_culture', 'hate_racism'],
	jewish: ['faith_culture', 'hate_racism'],
	sikh: ['faith_culture', 'cost_of_living'],
	christian: ['faith_culture', 'isolation'],
	veterans: ['mental_health', 'housing']
};
