/** Where officers send people for help: kept in the app, so that it is there without a signal. */
import type { Row } from '$lib/records/registry';

/** One way to get help. A number is as people read it; it is dialled without its spaces. */
export interface Contact {
	name: string;
	phone?: string;
	/** A number to send a text to, and its words where they matter. */
	text?: string;
	url?: string;
	note?: string;
}

export interface SignpostCard {
	title: string;
	/** In the list of cards. */
	summary: string;
	/** What to do first. */
	advice: string;
	contacts: readonly Contact[];
	/** Somebody may be watching: the page can be left at once, and is not kept in the browser's history. */
	isPrivate: boolean;
}

/** The day on which the numbers were put together, from what is publicly known. Nobody has rung them, nor asked their owners. */
export const NUMBERS_COLLECTED = '2026-11-23';

const emergency: Contact = { name: 'In danger now', phone: '999' };
const police: Contact = { name: 'Police, not an emergency', phone: '101' };
const galop: Contact = {
	name: 'Galop',
	phone: '0800 999 5428',
	note: 'Abuse and violence against LGBT+ people'
};
const crimestoppers: Contact = {
	name: 'Crimestoppers',
	phone: '0800 555 111',
	url: 'https://crimestoppers-uk.org',
	note: 'Without giving a name. For information on a crime, not for help'
};
const samaritans: Contact = { name: 'Samaritans', phone: '116 123', note: 'Day and night' };

const trueVision: Contact = {
	name: 'True Vision',
	url: 'https://www.report-it.org.uk',
	note: 'Reports to the police online, with no need to give a name'
};
const hateSupport: readonly Contact[] = [
	{ name: 'Victim Support', phone: '08 08 16 89 111', note: 'Day and night' },
	{ name: 'Tell MAMA', phone: '0800 456 1226', note: 'Anti-Muslim hate' },
	{
		name: 'Community Security Trust',
		phone: '0800 032 3263',
		note: 'Antisemitism. In an emergency'
	},
	galop
];

type CouncilTeam = Pick<
	Row<'councils'>,
	'hate_team_name' | 'hate_team_phone' | 'hate_team_url' | 'hate_team_hours'
>;

/** What an officer offers at once to somebody who tells of a hate incident. */
export function hateRoutes(council: CouncilTeam | undefined): Contact[] {
	const { hate_team_phone: phone, hate_team_url: url, hate_team_hours: note } = council ?? {};
	const team: Contact = {
		name: council?.hate_team_name || 'The council’s team',
		...(phone && { phone }),
		...(url && { url }),
		...(note && { note })
	};
	return [emergency, police, trueVision, ...(phone || url ? [team] : [])];
}

/** The cards, by the name that their address has, in the order of the list. */
export function signpostCards(council: CouncilTeam | undefined) {
	return {
		hate: {
			title: 'Hate incident',
			summary: 'Abuse or violence for who somebody is',
			advice:
				'Believe them, and ask what they would like to happen. It is theirs to decide whether to report it. Anything that they feel was hate counts.',
			contacts: [...hateRoutes(council), ...hateSupport],
			isPrivate: false
		},
		'domestic-abuse': {
			title: 'Domestic abuse',
			summary: 'Harm or control by a partner or family',
			advice:
				'Speak only where nobody else can hear. Somebody who cannot speak rings 999 from a mobile and presses 55 when asked: the Silent Solution.',
			contacts: [
				{ ...emergency, note: 'From a mobile, press 55 if you cannot speak' },
				{
					name: 'National Domestic Abuse Helpline',
					phone: '0808 2000 247',
					url: 'https://www.nationaldahelpline.org.uk',
					note: 'For women. Day and night'
				},
				{ name: 'Men’s Advice Line', phone: '0808 801 0327', note: 'For men' },
				galop,
				{
					name: 'Respect',
					phone: '0808 802 4040',
					note: 'For people who are worried about what they do to others'
				}
			],
			isPrivate: true
		},
		'modern-slavery': {
			title: 'Modern slavery',
			summary: 'Forced work, trafficking, exploitation',
			advice:
				'Do not confront anybody, and do not let on that you noticed. Tell the helpline or the police what you saw.',
			contacts: [
				emergency,
				{
					name: 'Modern Slavery and Exploitation Helpline',
					phone: '08000 121 700',
					url: 'https://www.modernslaveryhelpline.org',
					note: 'Day and night'
				},
				police,
				crimestoppers
			],
			isPrivate: true
		},
		safeguarding: {
			title: 'Safeguarding',
			summary: 'A child or an adult at risk of harm',
			advice:
				'Tell your council’s safeguarding lead today, in the way that your council’s procedure says. Do not promise to keep it secret, and do not look into it yourself. Leave names out of your log.',
			contacts: [
				emergency,
				{ name: 'NSPCC', phone: '0808 800 5000', note: 'For adults who worry about a child' },
				{ name: 'Childline', phone: '0800 1111', note: 'For children and young people' },
				{ name: 'Hourglass', phone: '0808 808 8141', note: 'Abuse of older people' }
			],
			isPrivate: true
		},
		'mental-health': {
			title: 'Mental health crisis',
			summary: 'Somebody cannot cope, or may harm themselves',
			advice:
				'Stay with them if that is safe. Ask plainly whether they think of harming themselves.',
			contacts: [
				{ ...emergency, name: 'A life is at risk' },
				{
					name: 'NHS 111, option 2',
					phone: '111',
					note: 'Press 2 for mental health. Day and night'
				},
				samaritans,
				{ name: 'Shout', text: '85258', note: 'Text SHOUT. Day and night' },
				{ name: 'Papyrus', phone: '0800 068 4141', note: 'For people under 35' }
			],
			isPrivate: true
		},
		'safer-streets': {
			title: 'Safer streets',
			summary: 'Places where people do not feel safe',
			advice:
				'StreetSafe takes reports of places, not of crimes: bad lighting, an underpass, where people are followed or called at.',
			contacts: [
				emergency,
				police,
				{
					name: 'StreetSafe',
					url: 'https://www.police.uk/streetsafe',
					note: 'With no need to give a name'
				},
				{
					name: 'Rape and Sexual Abuse Support Line',
					phone: '0808 500 2222',
					note: 'Day and night'
				}
			],
			isPrivate: false
		},
		crime: {
			title: 'Crimestoppers',
			summary: 'Telling of a crime without giving a name',
			advice: 'For people who know of a crime and are afraid of being known.',
			contacts: [crimestoppers, { ...police }, emergency],
			isPrivate: false
		}
	} satisfies Record<string, SignpostCard>;
}
