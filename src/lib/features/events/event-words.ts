/** Words about events that several of their screens say. */
import type { EventStatus } from '$lib/records/event/event-moves';
import type { Row } from '$lib/records/registry';
import type { Tone } from '$lib/ui/Tag.svelte';
import type { Reference } from '../reference.svelte';

export const MISSING = {
	title: 'This event is not on this device',
	words: 'It may have been deleted.'
};

export const NOT_YOURS = {
	title: 'Your role does not plan events',
	words: 'Officers, managers and administrators do. Ask your administrator if you should too.'
};

/** "Leys Community Centre, Blackbird Leys" */
export function whereInWords(
	{ coverage, place_id, ward_code }: Row<'community_events'>,
	{ places, areas }: Reference
): string {
	if (coverage === 'online') return 'Online';
	const place = places.find(({ id }) => id === place_id)?.name;
	const ward =
		coverage === 'ward' ? areas.find(({ code }) => code === ward_code)?.name : 'The whole council';
	return [place, ward].filter(Boolean).join(', ');
}

/** How a status is shown. */
export function toneOf(status: EventStatus): Tone {
	if (status === 'cancelled') return 'red';
	if (status === 'published' || status === 'evaluated') return 'green';
	return 'amber';
}
