/** Searching and filtering logs on the device. */
import type { Row } from '$lib/records/registry';
import type { OutboxEntry } from '$lib/store/outbox';
import { saysAll } from '../log-words';
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
	return saysAll(log, filter.text, reference);
}

/** Where each log with unsent changes is on its way, by its id. A log that is not here has been sent. */
export function sendStates(outbox: readonly OutboxEntry[]): Map<string, OutboxEntry['state']> {
	const states = new Map<string, OutboxEntry['state']>();
	for (const { table, id, state } of outbox)
		if (table === 'engagement_logs' && states.get(id) !== 'attention') states.set(id, state);
	return states;
}
