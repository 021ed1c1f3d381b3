/** Every contact with an organisation, out of all the records that can be one. */
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import { addDays } from '$lib/time/dates';
import { logTitle, summaryOf } from '../log-words';
import type { Reference } from '../reference.svelte';
import { readWorkWith } from '../work-done';

/** What an organisation had to do with a contact. */
export const PARTS = {
	met: 'With them',
	present: 'They were there too',
	connected: 'Put in touch',
	event: 'Event',
	network: 'Network',
	grant: 'Grant'
} as const;

export interface Contact {
	/** Of the record that it was. */
	id: string;
	href: string;
	/** `YYYY-MM-DD` */
	on: string;
	part: keyof typeof PARTS;
	/** "Visit, Leys Community Centre, Blackbird Leys" */
	title: (reference: Reference) => string;
	/** What was heard or done, in a line. */
	words: string;
}

/** Contacts of one kind, at least the newest `limit` of them. */
type Source = (store: Store, organisationId: string, limit: number) => Promise<Contact[]>;

/** Logs that were with it, that name it as a partner, or that put it in touch with others. */
const logs: Source = async (store, id, limit) => {
	const records = store.records('engagement_logs');
	const [met, present, connected] = await Promise.all([
		records.newest({ by: '[organisation_id+occurred_on]', equals: id, limit, where: isOpen }),
		records.where('partner_ids', id),
		records.where('connected_organisation_ids', id)
	]);
	return [
		...met.map((log) => ofLog(log, 'met')),
		...present.filter(isOpen).map((log) => ofLog(log, 'present')),
		...connected.filter(isOpen).map((log) => ofLog(log, 'connected'))
	];
};

/** What was done with it besides. */
const work: Source = async (store, id) =>
	(await readWorkWith(store, id)).map(({ kind, title, ...rest }) => ({
		...rest,
		part: ({ Event: 'event', Network: 'network', Grant: 'grant' } as const)[kind],
		title: () => title,
		words: ''
	}));

/** A kind of record that can be a contact adds a line. */
const SOURCES: readonly Source[] = [logs, work];

/** The contacts with an organisation that this device holds, newest first, each record once. */
export async function contactsOf(
	store: Store,
	organisationId: string,
	limit = Infinity
): Promise<Contact[]> {
	const all = await Promise.all(SOURCES.map((source) => source(store, organisationId, limit)));
	const once = new Map<string, Contact>();
	for (const contact of all.flat()) if (!once.has(contact.id)) once.set(contact.id, contact);
	return [...once.values()].sort((a, b) => b.on.localeCompare(a.on)).slice(0, limit);
}

/** The day of the last contact with each organisation, by its id; those without any are left out. */
export async function lastContacts(
	store: Store,
	organisations: readonly { id: string }[]
): Promise<Map<string, string>> {
	const days = await Promise.all(
		organisations.map(async ({ id }) => [id, (await contactsOf(store, id, 1))[0]?.on] as const)
	);
	return new Map(days.flatMap(([id, on]) => (on ? [[id, on] as const] : [])));
}

/** Days after which a contact is no longer fresh. */
const QUIET_DAYS = 90;

/** Whether there was no contact for 90 days, or never. */
export function isQuiet(last: string | undefined, today: string): boolean {
	return !last || last < addDays(today, -QUIET_DAYS);
}

function isOpen(log: Row<'engagement_logs'>): boolean {
	return !log.restricted;
}

function ofLog(log: Row<'engagement_logs'>, part: Contact['part']): Contact {
	return {
		id: log.id,
		href: `/logs/${log.id}`,
		on: log.occurred_on,
		part,
		title: (reference) => logTitle(log, reference),
		words: summaryOf(log)
	};
}
