/** Searching and filtering logs on the device. */
import { labelOf } from '$lib/records/code-lists';
import type { Row } from '$lib/records/registry';
import type { OutboxEntry } from '$lib/store/outbox';
import type { Reference } from '../reference.svelte';

export interface LogFilter {
	text: string;
	wardCode: string;
	objectiveId: string;
	/** `mine` for the person's own logs, `all` for everything on the device. */
	whose: 'mine' | 'all';
}

export const NO_FILTER: LogFilter = { text: '', wardCode: '', objectiveId: '', whose: 'mine' };

/** Whether a log matches: every word typed must occur in its words, wherever they stand. */
export function matches(
	log: Row<'engagement_logs'>,
	filter: LogFilter,
	reference: Reference
): boolean {
	if (filter.wardCode && log.ward_code !== filter.wardCode) return false;
	if (filter.objectiveId && log.objective_id !== filter.objectiveId) return false;
	const words = filter.text.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean);
	if (words.length === 0) return true;
	const text = searchable(log, reference);
	return words.every((word) => text.includes(word));
}

function searchable(log: Row<'engagement_logs'>, reference: Reference): string {
	return [
		log.heard,
		labelOf('engagement_type', log.type),
		...log.themes.map((theme) => labelOf('engagement_theme', theme)),
		placeName(log, reference),
		reference.organisations.find(({ id }) => id === log.organisation_id)?.name ?? ''
	]
		.join(' ')
		.toLocaleLowerCase('en-GB');
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
	const text = log.heard.trim();
	if (text) return text.length > 140 ? `${text.slice(0, 139).trimEnd()}…` : text;
	return log.themes.map((theme) => labelOf('engagement_theme', theme)).join(', ') || 'No note';
}

/** Where each log with unsent changes is on its way, by its id. A log that is not here has been sent. */
export function sendStates(outbox: readonly OutboxEntry[]): Map<string, OutboxEntry['state']> {
	const states = new Map<string, OutboxEntry['state']>();
	for (const { table, id, state } of outbox)
		if (table === 'engagement_logs' && states.get(id) !== 'attention') states.set(id, state);
	return states;
}
