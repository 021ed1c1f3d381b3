/** An event as a calendar names it. */
import type { Row } from '$lib/records/registry';
import type { Reference } from '../reference.svelte';

type Where = Pick<Row<'community_events'>, 'coverage' | 'place_id' | 'ward_code'>;

/** "Leys Hub, 1 Leys Road, OX4 6HW", or else the ward, or "Online"; '' for the whole city. The feed's SQL says the same. */
export function placeInWords(
	{ coverage, place_id, ward_code }: Where,
	{ places, areas }: Pick<Reference, 'places' | 'areas'>
): string {
	const place = places.find(({ id }) => id === place_id);
	if (place) return [place.name, place.address, place.postcode].filter(Boolean).join(', ');
	if (coverage === 'online') return 'Online';
	return areas.find(({ code }) => code === ward_code)?.name ?? '';
}

/** "winter-fair.ics" */
export function fileNameOf(title: string): string {
	const words = title.toLowerCase().match(/[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? ['event'];
	return `${words.join('-').slice(0, 60)}.ics`;
}
