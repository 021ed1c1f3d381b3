import { dateOf, daysBetween, formatDate } from '../time/dates';
import type { WardActivity, WardFigures } from './activity';

/** What a map or a column can show of a ward. */
export const measures = [
	{ code: 'contacts', label: 'Contacts' },
	{ code: 'people', label: 'People reached' },
	{ code: 'days_since', label: 'Days since the last contact' }
] as const;

export type Measure = (typeof measures)[number]['code'];

/** One ward's figure, with the words that say it. A hidden one is null and `suppressed`. */
export interface MapValue {
	code: string;
	value: number | null;
	label: string;
	suppressed: boolean;
}

/** The words of a map's legend. */
export interface MeasureWords {
	title: string;
	/** Said of zero. */
	zero: string;
	/** Said where there is no figure. */
	none: string;
}

/** The figure of every ward for one measure, in the order of the wards. */
export function toMapValues(activity: WardActivity, measure: Measure): MapValue[] {
	return activity.wards.map((ward) => ({ code: ward.code, ...figureOf(activity, ward, measure) }));
}

/** How a measure's legend is worded. */
export function wordsOf(activity: WardActivity, measure: Measure): MeasureWords {
	const title = measures.find(({ code }) => code === measure)?.label ?? '';
	const none = measure === 'days_since' ? capital(noContact(activity)) : 'No figure';
	const zero = { contacts: 'No contact', people: 'Nobody', days_since: 'Today' };
	return { title, zero: zero[measure], none };
}

/** "since 1 August 2026", or "from 1 August 2026 to 31 October 2026" when that is past. */
export function periodInWords({ since, until, as_of }: WardActivity): string {
	const isPast = daysBetween(until, dateOf(new Date(as_of))) > 0;
	return isPast
		? `from ${formatDate(since)} to ${formatDate(until)}`
		: `since ${formatDate(since)}`;
}

function figureOf(activity: WardActivity, ward: WardFigures, measure: Measure) {
	switch (measure) {
		case 'contacts':
			return count(ward.contacts, ['contact', 'contacts'], 'no contact');
		case 'people':
			return count(ward.people, ['person', 'people'], 'nobody');
		case 'days_since':
			return ward.suppressed ? heldBack : daysSince(activity, ward);
	}
}

/** A small number, or one that would give a small one away: the reader is not told which. */
const heldBack = { value: null, label: 'held back', suppressed: true };

function count(value: number | null, [one, many]: [one: string, many: string], none: string) {
	if (value === null) return heldBack;
	if (value === 0) return { value, label: none, suppressed: false };
	const label = `${value.toLocaleString('en-GB')} ${value === 1 ? one : many}`;
	return { value, label, suppressed: false };
}

function daysSince(activity: WardActivity, { last_contact }: WardFigures) {
	if (last_contact === null) return { value: null, label: noContact(activity), suppressed: false };
	const value = Math.max(0, daysBetween(last_contact, dateOf(new Date(activity.as_of))));
	const days = value === 1 ? '1 day' : `${value} days`;
	const label = value === 0 ? 'contact today' : `${days} since the last contact`;
	return { value, label, suppressed: false };
}

function noContact(activity: WardActivity): string {
	return `no contact ${periodInWords(activity)}`;
}

function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
