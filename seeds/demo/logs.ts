/** About 400 engagement logs of one year: invented, but as uneven as the real thing. */
import { addDays } from '../../src/lib/time/dates';
import { Constants, type Enums } from '../../src/lib/records/database.types';
import type { Tally } from '../../src/lib/records/engagement/tallies';
import { currentPlan, heard, organisations, places } from '../files';
import type { OrganisationsSeed, PlacesSeed } from '../schema';
import { holding, officersFor } from './authors';
import { CITY_WIDE, ONLINE, PEOPLE, THEMES_OF, WITH_A_GROUP, WITHOUT_A_GROUP } from './chances';
import { detailsAt, type Details } from './details';
import { createNoteWriter, type Note } from './note';
import { planContacts, type PlannedContact } from './plan-contacts';
import { createRandom, pick, pickWeighted, type Random, wholeNumber } from './random';
import { talliesAt } from './tallies';

type Theme = Enums<'engagement_theme'>;
type EngagementType = Enums<'engagement_type'>;

export interface DemoLog extends Note, Details {
	/** Its id is made from it: "log 17". */
	name: string;
	/** Email of the person who logged it. */
	author: string;
	type: EngagementType;
	occurred_on: string;
	coverage: Enums<'coverage'>;
	ward: string | null;
	/** Names. */
	place: string | null;
	organisation: string | null;
	/** References in the current plan. */
	priority: string;
	action: string | null;
	people_count: number | null;
	safety_messages: number | null;
	tallies: Tally[];
	restricted: boolean;
	/** When it was written up: the same day, or the morning after. */
	created_at: string;
}

type Organisation = OrganisationsSeed['organisations'][number];
type Place = PlacesSeed['places'][number];

const priorityOfAction = new Map(
	currentPlan.actions.map(({ reference, priority }) => [reference, priority])
);

/**
 * The demonstration's logs, the earliest first and the restricted ones last.
 *
 * @param today YYYY-MM-DD; the logs lie in the year before it. The same day always gives the same logs.
 */
export function makeDemoLogs(today: string): DemoLog[] {
	const random = createRandom(2026);
	const messages = createRandom(365);
	const cards = createRandom(19);
	const more = createRandom(44);
	const writeNote = createNoteWriter(random);
	const usual = planContacts(random, today).map((contact) => logOf(contact, random, writeNote));
	return [...usual, ...restrictedLogs(random, today)].map((log, index) => ({
		...log,
		name: `log ${index + 1}`,
		safety_messages: messagesIn(log, messages),
		tallies: talliesAt(log, cards),
		...detailsAt(log, more),
		created_at: writtenUpAt(random, log.occurred_on, today)
	}));
}

type Unwritten = Omit<
	DemoLog,
	'name' | 'created_at' | 'safety_messages' | 'tallies' | keyof Details
>;

/** Where people talked about safety, officers delivered messages. */
function messagesIn({ themes, restricted }: Unwritten, random: Random): number | null {
	return themes.includes('safety') && !restricted ? wholeNumber(random, 5, 30) : null;
}

function logOf(
	contact: PlannedContact,
	random: Random,
	writeNote: ReturnType<typeof createNoteWriter>
): Unwritten {
	const organisation = organisationFor(contact, random);
	const type = pickWeighted(random, typesFor(contact, organisation));
	const place = placeFor(contact, type, random);
	const theme = themeFor(organisation, random);
	// Openings of these say where it was.
	const mayOpen = place === null || (type !== 'conversation' && type !== 'survey');
	const note = writeNote(theme, type, mayOpen);
	return {
		...note,
		...servedBy(theme, random),
		author: authorOf(contact, random),
		type,
		occurred_on: contact.day,
		coverage: contact.coverage,
		ward: contact.ward,
		place: place?.name ?? null,
		organisation: organisation?.name ?? null,
		people_count: random() < 0.07 ? null : peopleAt(type, random),
		restricted: false
	};
}

function organisationFor(contact: PlannedContact, random: Random): Organisation | null {
	const local = organisations.filter(({ ward }) => ward !== null && ward === contact.ward);
	const everywhere = organisations.filter(({ ward }) => ward === null);
	if (contact.coverage === 'ward') {
		if (local.length > 0 && random() < 0.5) return pick(random, local);
		return random() < 0.12 ? pick(random, everywhere) : null;
	}
	return random() < 0.6 ? pick(random, everywhere) : null;
}

function typesFor({ coverage }: PlannedContact, organisation: Organisation | null) {
	if (coverage === 'online') return ONLINE;
	if (coverage === 'city_wide') return CITY_WIDE;
	return organisation ? WITH_A_GROUP : WITHOUT_A_GROUP;
}

function placeFor(contact: PlannedContact, type: EngagementType, random: Random): Place | null {
	const outdoors = type === 'conversation' || type === 'event' || type === 'survey';
	const here = places.filter(
		({ ward, kind }) => ward === contact.ward && (outdoors || kind !== 'green_space')
	);
	if (here.length === 0 || type === 'phone_call') return null;
	return random() < (type === 'conversation' ? 0.4 : 0.85) ? pick(random, here) : null;
}

function themeFor(organisation: Organisation | null, random: Random): Theme {
	const own = organisation?.communities.flatMap((community) => THEMES_OF[community] ?? []) ?? [];
	if (own.length > 0) return pick(random, own);
	return pickWeighted(
		random,
		Constants.public.Enums.engagement_theme.map((theme) => [theme, heard.themes[theme].weight])
	);
}

/** The action that the contact was started from, with its priority; or a priority alone. */
function servedBy(theme: Theme, random: Random): Pick<DemoLog, 'priority' | 'action'> {
	const { priorities, actions } = heard.themes[theme];
	if (random() < 0.35) {
		const action = pick(random, actions);
		const priority = priorityOfAction.get(action);
		if (priority) return { action, priority };
	}
	const likely = priorities.map((reference, rank) => [reference, 0.4 ** rank] as const);
	return { action: null, priority: pickWeighted(random, likely) };
}

/** The officer of the ward's locality; else, and now and then, somebody who works across the council. */
function authorOf(contact: PlannedContact, random: Random): string {
	const officers = officersFor(contact.ward);
	if (officers.length > 0 && random() < 0.92) return pick(random, officers).email;
	return pickWeighted(random, [
		[pick(random, holding('manager')), 3],
		[pick(random, holding('admin')), 1]
	]).email;
}

function peopleAt(type: EngagementType, random: Random): number {
	const [least, most] = PEOPLE[type];
	return least + Math.floor((most + 1 - least) * random() ** 1.7);
}

/** Visits and talks that must stay off the map. Told in full by the seed file, so that none sounds like another. */
function restrictedLogs(random: Random, today: string): Unwritten[] {
	return heard.restricted.map(({ days_ago, theme, people, ward, ...told }) => ({
		...told,
		author: authorOf({ coverage: 'ward', ward, day: today }, random),
		occurred_on: addDays(today, -days_ago),
		coverage: 'ward',
		ward,
		place: null,
		organisation: null,
		action: null,
		themes: [theme],
		people_count: people,
		restricted: true
	}));
}

function writtenUpAt(random: Random, day: string, today: string): string {
	const nextMorning = random() < 0.15 && addDays(day, 1) < today;
	const hour = nextMorning ? 9 : wholeNumber(random, 10, 18);
	const minute = wholeNumber(random, 0, 59);
	const clock = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
	return `${nextMorning ? addDays(day, 1) : day}T${clock}:00Z`;
}
