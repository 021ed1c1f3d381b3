/** Which events a list shows, in which order, and the address that says so. */
import { isOver } from '$lib/records/event/event-times';
import type { Row } from '$lib/records/registry';
import { saysWords } from '../says-words';

type Event = Row<'community_events'>;

/** What the list may be narrowed to by one press. */
export const VIEWS = {
	coming: 'Coming up',
	ready: 'To publish',
	evaluate: 'To evaluate',
	past: 'Past',
	cancelled: 'Cancelled'
} as const;
export type View = keyof typeof VIEWS;

/** What the list shows, as its address says it: `?view=past&ward=E05013097`. Empty values are left out. */
export interface EventFilter {
	view: View;
	text: string;
	ward: string;
	type: string;
}

/** Reads an address; what it does not know is left out. */
export function filterFrom(query: URLSearchParams): EventFilter {
	const of = (name: string) => query.get(name) ?? '';
	return {
		view: Object.hasOwn(VIEWS, of('view')) ? (of('view') as View) : 'coming',
		text: of('text'),
		ward: of('ward'),
		type: of('type')
	};
}

/** The address of the list with a filter. */
export function addressOf(filter: EventFilter): string {
	const said = Object.entries(filter).filter(([, value]) => value !== '' && value !== 'coming');
	return said.length > 0 ? `/events?${new URLSearchParams(said)}` : '/events';
}

/** Whether an event belongs to one of the lists at a moment. */
export function isInView(view: View, event: Event, now: Date): boolean {
	const { status } = event;
	const over = isOver(event, now);
	switch (view) {
		case 'coming':
			return !over && status !== 'cancelled';
		case 'ready':
			return !over && status === 'planned';
		case 'evaluate':
			return status === 'delivered' || (over && (status === 'planned' || status === 'published'));
		case 'past':
			return over && status !== 'cancelled';
		case 'cancelled':
			return status === 'cancelled';
	}
}

/** The events of a ward and kind whose title, description, place or ward has the words; in every list. */
export function matching(
	events: readonly Event[],
	{ text, ward, type }: EventFilter,
	whereOf: (event: Event) => string
): Event[] {
	return events.filter(
		(event) =>
			(ward === '' || event.ward_code === ward) &&
			(type === '' || event.type === type) &&
			saysWords(text, [event.title, event.about, whereOf(event), ...event.programmes])
	);
}

/** What comes next first; of what is over, the latest first. */
export function inOrder(events: readonly Event[], view: View): Event[] {
	const ahead = view === 'coming' || view === 'ready';
	return events.toSorted(
		(a, b) =>
			(ahead ? 1 : -1) * a.starts_at.localeCompare(b.starts_at) || a.title.localeCompare(b.title)
	);
}
