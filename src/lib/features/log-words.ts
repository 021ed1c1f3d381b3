/** Logs in words, for lists and searches of any feature. */
import { labelOf } from '$lib/records/code-lists';
import type { Row } from '$lib/records/registry';
import type { Reference } from './reference.svelte';
import { saysWords } from './says-words';

/** Whether every word typed occurs in a log's words, wherever they stand. */
export function saysAll(log: Row<'engagement_logs'>, text: string, reference: Reference): boolean {
	return text.trim() === '' || saysWords(text, searchable(log, reference));
}

function searchable(log: Row<'engagement_logs'>, reference: Reference): string[] {
	return [
		log.heard,
		labelOf('engagement_type', log.type),
		...log.themes.map((theme) => labelOf('engagement_theme', theme)),
		placeName(log, reference),
		log.needed,
		log.strong,
		...log.programmes,
		...[log.organisation_id, ...log.partner_ids, ...log.connected_organisation_ids].map(
			(named) => reference.organisations.find(({ id }) => id === named)?.name ?? ''
		)
	];
}

/** What a log is called in lists: "Conversation, Leys Community Centre, Blackbird Leys". */
export function logTitle(log: Row<'engagement_logs'>, reference: Reference): string {
	return `${labelOf('engagement_type', log.type)}, ${placeName(log, reference)}`;
}

/** Where a log happened, in words: "Leys Community Centre, Blackbird Leys". */
export function placeName(log: Row<'engagement_logs'>, { areas, places }: Reference): string {
	if (log.coverage !== 'ward') return labelOf('coverage', log.coverage);
	const ward = areas.find(({ code }) => code === log.ward_code)?.name ?? 'Unknown ward';
	const place = places.find(({ id }) => id === log.place_id)?.name;
	return place ? `${place}, ${ward}` : ward;
}

/** A log in one line, for lists. */
export function summaryOf(log: Row<'engagement_logs'>): string {
	const themes = log.themes.map((theme) => labelOf('engagement_theme', theme)).join(', ');
	return shortened(log.heard) || themes || 'No note';
}

/** As much of a text as a list has room for. */
export function shortened(text: string): string {
	const trimmed = text.trim();
	return trimmed.length > 140 ? `${trimmed.slice(0, 139).trimEnd()}…` : trimmed;
}
