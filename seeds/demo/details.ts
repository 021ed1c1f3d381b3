/** What some of the demonstration's logs say beyond the quick one: as seldom and as uneven as officers have time. Invented. */
import type { Enums } from '../../src/lib/records/database.types';
import type { Resource } from '../../src/lib/records/engagement/resources';
import { organisations } from '../files';
import { pick, pickWeighted, type Random, wholeNumber } from './random';

export interface Details {
	channel: Enums<'engagement_channel'> | null;
	languages: Enums<'language'>[];
	audiences: Enums<'community'>[];
	councillor_present: boolean;
	/** Names. */
	partners: string[];
	sentiment: Enums<'sentiment'> | null;
	needed: string;
	strengths: Enums<'strength'>[];
	strong: string;
	resources: Resource[];
	programmes: string[];
}

interface Contact {
	type: Enums<'engagement_type'>;
	themes: readonly Enums<'engagement_theme'>[];
	organisation: string | null;
	restricted: boolean;
}

const CHANNELS: Partial<Record<Enums<'engagement_type'>, Enums<'engagement_channel'>>> = {
	phone_call: 'phone',
	online: 'online_meeting'
};

const LANGUAGES = [
	['tetum', 4],
	['urdu', 4],
	['polish', 3],
	['arabic', 3],
	['portuguese', 2],
	['bsl', 1]
] as const;

const STRONG: readonly [Enums<'strength'>, string][] = [
	['skill', 'Two retired cooks would run a class if there were a kitchen.'],
	['space', 'The hall stands empty on Tuesdays and may be used for nothing.'],
	['gift', 'Neighbours share tools and lifts without being asked.'],
	['connection', 'The parents’ group knows everybody on the estate.']
];

const NEEDED = [
	'Somebody who explains the letters in plain words.',
	'A bus that still runs after the late shift.',
	'A warm room that is open at the weekend.',
	'Forms that work without a smartphone.'
];

const PROGRAMMES: Partial<Record<Enums<'engagement_theme'>, string>> = {
	young_people: 'Youth Ambition',
	safety: 'Safer Streets',
	hate_racism: 'Oxford Anti-Racism Charter'
};

const NONE: Details = {
	channel: null,
	languages: [],
	audiences: [],
	councillor_present: false,
	partners: [],
	sentiment: null,
	needed: '',
	strengths: [],
	strong: '',
	resources: [],
	programmes: []
};

/** The details of a contact; hardly any on most. */
export function detailsAt(
	{ type, themes, organisation, restricted }: Contact,
	random: Random
): Details {
	if (restricted) return NONE;
	const often = (share: number) => random() < share;
	const group = organisations.find(({ name }) => name === organisation);
	const partner = pick(random, organisations).name;
	const strong = often(0.15) ? pick(random, STRONG) : null;
	const language = often(0.12) ? pickWeighted(random, LANGUAGES) : null;
	const programmes = themes.flatMap((theme) => PROGRAMMES[theme] ?? []);
	return {
		channel: CHANNELS[type] ?? (often(0.8) ? 'face_to_face' : null),
		languages: language ? ['english', language] : [],
		audiences: (group?.communities ?? []).slice(0, 2),
		councillor_present: type === 'event' && often(0.4),
		partners: often(0.1) && partner !== organisation ? [partner] : [],
		sentiment: often(0.5)
			? pickWeighted(random, [
					['positive', 3],
					['mixed', 4],
					['neutral', 2],
					['negative', 2]
				])
			: null,
		needed: often(0.1) ? pick(random, NEEDED) : '',
		strengths: strong ? [strong[0]] : [],
		strong: strong ? strong[1] : '',
		resources: themes.includes('refugees_migrants')
			? [
					{
						resource: 'welcome_pack',
						...(language && { language }),
						count: wholeNumber(random, 1, 12)
					}
				]
			: [],
		programmes: [...new Set(programmes)]
	};
}
