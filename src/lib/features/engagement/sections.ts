/** The pages of a log's form: the quick log, and what may be added to it. Every field is on one of them. */
import type { LogValues } from './log-values';

type Field = keyof LogValues;

/** What the quick log asks for. */
export const quickFields = [
	...['type', 'coverage', 'ward_code', 'place_id', 'organisation_id', 'objective_id', 'action_id'],
	...['hate_incident', 'signposted'],
	...['themes', 'heard', 'people_count', 'occurred_on']
] as readonly Field[];

interface Section {
	title: string;
	/** What it asks for, in the list of sections. */
	hint: string;
	fields: readonly Field[];
}

/** What may be added: by the name that the address has for them, in the order of the list. */
export const sections = {
	who: {
		title: 'Who else was there',
		hint: 'Partners, councillors, communities',
		fields: ['partner_ids', 'councillor_present', 'audiences']
	},
	groups: {
		title: 'People by group',
		hint: 'Counts that people gave of themselves',
		fields: ['tallies']
	},
	needs: {
		title: 'Barriers and needs',
		hint: 'What stands in the way, what is needed, how people felt',
		fields: ['barriers', 'needed', 'sentiment']
	},
	strengths: {
		title: 'What is strong here',
		hint: 'Gifts, skills, spaces and connections',
		fields: ['strengths', 'strong', 'connected_organisation_ids']
	},
	how: {
		title: 'How, and what was given',
		hint: 'Channel, languages, welcome packs, safety messages, programmes',
		fields: [
			'channel',
			'languages',
			'resources',
			'safety_messages',
			'programmes',
			'further_programme'
		]
	},
	sensitive: {
		title: 'Sensitive',
		hint: 'Keep this log off the map and out of lists',
		fields: ['restricted']
	}
} satisfies Record<string, Section>;

export type SectionName = keyof typeof sections;

export const sectionNames = Object.keys(sections) as SectionName[];

/** The quick log, one section, the list of them, or the answers to check before saving. */
export type LogPage = 'quick' | 'list' | 'check' | SectionName;

/** What a page is called; undefined for the quick log, which is called what the form is. */
export function titleOf(page: LogPage): string | undefined {
	if (page === 'quick') return undefined;
	if (page === 'list') return 'Add detail';
	return page === 'check' ? 'Check your answers' : sections[page].title;
}

/** The page of the form that an address asks for. */
export function pageIn(url: URL): LogPage {
	const asked = url.searchParams.get('section') ?? '';
	return asked === 'list' || asked === 'check' || Object.hasOwn(sections, asked)
		? (asked as LogPage)
		: 'quick';
}

/** The address of another page of the same form. */
export function addressOf(url: URL, page: LogPage): string {
	const address = new URLSearchParams(url.searchParams);
	if (page === 'quick') address.delete('section');
	else address.set('section', page);
	return `${url.pathname}${address.size > 0 ? `?${address}` : ''}`;
}

/** The page that has a field. */
export function pageOfField(field: string): 'quick' | SectionName {
	const has = (name: SectionName) => (sections[name].fields as readonly string[]).includes(field);
	return sectionNames.find(has) ?? 'quick';
}

/** Whether anything in a section is filled in. */
export function isFilled(name: SectionName, values: LogValues): boolean {
	return sections[name].fields.some((field) => {
		const value = values[field];
		return Array.isArray(value) ? value.length > 0 : Boolean(value);
	});
}
