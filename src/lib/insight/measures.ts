import { dateOf, daysBetween, formatDate } from '../time/dates';
import type { WardActivity, WardFigures } from './activity';

/** What a map or a column can show of a ward. */
export const measures = [
	{ code: 'contacts', label: 'Contacts' },
	{ code: 'people', label: 'People reached' },
	{ code: 'events', label: 'Events held' },
	{ code: 'grants', label: 'Grants awarded' },
	{ code: 'issues', label: 'Issues open now' },
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

/** What of a ward can be set against how many live there. */
export function isAmount(measure: Measure): boolean {
	return measure !== 'days_since';
}

/** The words of a map's legend. */
export interface MeasureWords {
	title: string;
	/** Writes a figure: "1,240", "£2,500", "3.1". */
	format: (figure: number) => string;
	/** Figures lie between whole numbers too. */
	continuous: boolean;
	/** Said of zero. */
	zero: string;
	/** Said where there is no figure. */
	none: string;
}

/**
 * The figure of every ward for one measure, in the order of the wards: grants in pounds, and of whatever is an amount,
 * if it is asked for, so much for every 1,000 who live there.
 */
export function toMapValues(
	activity: WardActivity,
	measure: Measure,
	perThousand = false
): MapValue[] {
	const shared = perThousand && isAmount(measure);
	return activity.wards.map((ward) => {
		const figure = figureOf(activity, ward, measure);
		return { code: ward.code, ...(shared ? sharedBy(figure, ward, measure) : figure) };
	});
}

/** For every 1,000 residents, to one decimal place. */
function sharedBy(
	figure: Omit<MapValue, 'code'>,
	{ population }: WardFigures,
	measure: Measure
): Omit<MapValue, 'code'> {
	if (figure.value === null || figure.value === 0) return figure;
	if (!population)
		return { value: null, label: 'nobody is known to live there', suppressed: false };
	const value = Math.round((10_000 * figure.value) / population) / 10;
	const label = `${formatOf(measure, true)(value)} for every 1,000 residents`;
	return { value, label, suppressed: false };
}

function formatOf(measure: Measure, perThousand: boolean): (figure: number) => string {
	const sign = measure === 'grants' ? '£' : '';
	const digits = perThousand ? 1 : 0;
	return (figure) =>
		sign +
		figure.toLocaleString('en-GB', {
			minimumFractionDigits: digits,
			maximumFractionDigits: digits
		});
}

/** How a measure's legend is worded. */
export function wordsOf(
	activity: WardActivity,
	measure: Measure,
	perThousand = false
): MeasureWords {
	const label = measures.find(({ code }) => code === measure)?.label ?? '';
	const shared = perThousand && isAmount(measure);
	const title = shared ? `${label} for every 1,000 residents` : label;
	const none = measure === 'days_since' ? capital(noContact(activity)) : 'No figure';
	const zero = {
		contacts: 'No contact',
		people: 'Nobody',
		events: 'No event',
		grants: 'No grant',
		issues: 'No open issue',
		days_since: 'Today'
	};
	return {
		title,
		zero: zero[measure],
		none,
		format: formatOf(measure, shared),
		continuous: shared
	};
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
		case 'events':
			return count(ward.events, ['event', 'events'], 'no event');
		case 'grants':
			return pounds(ward.grants_pence);
		case 'issues':
			return count(ward.open_issues, ['open issue', 'open issues'], 'no open issue');
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

function pounds(pence: number) {
	const value = Math.round(pence / 100);
	const label = value === 0 ? 'no grant' : `${formatOf('grants', false)(value)} in grants`;
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
