/** What belongs to field work besides logs, in the order in which it is needed. */
export interface CommunityLink {
	href: string;
	title: string;
	/** What it is for. */
	words: string;
}

/** For everybody who holds records. */
export const communityLinks: readonly CommunityLink[] = [
	{
		href: '/events',
		title: 'Events',
		words: 'What is coming up, who can come, and how it went.'
	},
	{
		href: '/feedback',
		title: 'You said, we did',
		words: 'What people told us, what came of it, and who has been told.'
	},
	{
		href: '/issues',
		title: 'Issues',
		words: 'Graffiti, barriers, lighting: each with the day it is due.'
	},
	{
		href: '/referrals',
		title: 'Referrals',
		words: 'Where to send people for help, and what came of it.'
	},
	{
		href: '/organisations',
		title: 'Organisations',
		words: 'Groups and partners, and every contact with them.'
	},
	{
		href: '/places',
		title: 'Places',
		words: 'Rooms, hubs and green spaces, and how easy they are to use.'
	},
	{
		href: '/networks',
		title: 'Networks',
		words: 'Staff networks, forums and the steering group: what they do and what they raise.'
	},
	{
		href: '/grants',
		title: 'Grants',
		words: 'Applications for money, how they were scored, and what came of each.'
	}
];
