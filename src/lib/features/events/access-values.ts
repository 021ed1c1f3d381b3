/** What the forms hold that ready an event: its access checklist, and why it is published or cancelled. */
import { ACCESS_ITEMS, type AccessItem } from '$lib/records/event/access-checklist';
import type { EventFields } from '$lib/records/event/community-event';

/** What is said of one item. '' is not settled yet. */
type Answer = 'arranged' | 'not_needed' | '';

export type AccessValues = Record<AccessItem, string> & {
	access_note: string;
	published_without_reason: string;
};

type Columns = Pick<
	EventFields,
	'access_arranged' | 'access_not_needed' | 'access_note' | 'published_without_reason'
>;

export function accessValuesOf(event: Columns): AccessValues {
	const answerOf = (item: AccessItem): Answer => {
		if (event.access_arranged.includes(item)) return 'arranged';
		return event.access_not_needed.includes(item) ? 'not_needed' : '';
	};
	return {
		...(Object.fromEntries(ACCESS_ITEMS.map((item) => [item, answerOf(item)])) as Record<
			AccessItem,
			string
		>),
		access_note: event.access_note,
		published_without_reason: event.published_without_reason
	};
}

/** The columns that the answers come to. */
export function accessColumns(
	values: AccessValues
): Pick<Columns, 'access_arranged' | 'access_not_needed'> {
	return {
		access_arranged: ACCESS_ITEMS.filter((item) => values[item] === 'arranged'),
		access_not_needed: ACCESS_ITEMS.filter((item) => values[item] === 'not_needed')
	};
}
