/** What the log form begins with: a draft, the log to correct, or a new log with what can be guessed. */
import { servable, suggestPriority } from '$lib/records/engagement/engagement-rules';
import { today } from '$lib/time/dates';
import type { App } from '../app-context';
import { openRecord, type OpenedRecord } from '../open-record';
import { emptyLog, valuesOf, type LogValues } from './log-values';

/** Null where the log to correct is not on this device. */
export function openLog(
	app: App,
	id: string,
	kind: 'new' | 'correction',
	actionId: string | null
): Promise<OpenedRecord<'engagement_logs', LogValues> | null> {
	return openRecord(app.store, 'engagement_logs', {
		id,
		valuesOf,
		...(kind === 'new' && { blank: () => newLog(app, actionId) })
	});
}

async function newLog({ store, person }: App, actionId: string | null): Promise<LogValues> {
	const [objectives, action, [lastLog]] = await Promise.all([
		store.records('objectives').all(),
		actionId ? store.records('actions').get(actionId) : undefined,
		store.records('engagement_logs').newest({
			by: '[created_by+occurred_on]',
			equals: person.userId,
			limit: 1
		})
	]);
	const suggested = suggestPriority(servable(objectives), today(), {
		...(action && { action }),
		...(lastLog && { lastLog })
	});
	return { ...emptyLog(today()), action_id: action?.id ?? '', objective_id: suggested ?? '' };
}
