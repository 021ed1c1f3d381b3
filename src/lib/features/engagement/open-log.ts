/** What the log form begins with: a draft, the log to correct, or a new log with what can be guessed. */
import { suggestPriority } from '$lib/records/engagement/suggest-priority';
import { servable } from '$lib/records/plan/servable';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import { today } from '$lib/time/dates';
import type { App } from '../app-context';
import { openRecord, type OpenedRecord } from '../open-record';
import { emptyLog, likeLog, valuesOf, type LogValues } from './log-values';

/** What a new log was started from, by id. */
export interface StartedFrom {
	actionId: string | null;
	/** Another log, which it begins like. */
	likeId: string | null;
	/** A ward, by its code. */
	wardCode: string | null;
}

/**
 * Null where the log to correct is not on this device.
 * @param from left out: a correction
 */
export function openLog(
	app: App,
	id: string,
	from?: StartedFrom
): Promise<OpenedRecord<'engagement_logs', LogValues> | null> {
	return openRecord(app.store, 'engagement_logs', {
		id,
		valuesOf,
		...(from && { blank: () => newLog(app, from) })
	});
}

async function newLog(
	{ store, person }: App,
	{ actionId, likeId, wardCode }: StartedFrom
): Promise<LogValues> {
	const found = likeId ? await store.records('engagement_logs').get(likeId) : undefined;
	// A restricted log does not begin an open one.
	const like = found?.restricted ? undefined : found;
	const [objectives, action, lastLog] = await Promise.all([
		store.records('objectives').all(),
		actionId ? store.records('actions').get(actionId) : undefined,
		like ?? lastLogOf(store, person.userId)
	]);
	const suggested = suggestPriority(servable(objectives), today(), {
		...(action && { action }),
		...(lastLog && { lastLog })
	});
	return {
		...(like ? likeLog(like, today()) : emptyLog(today())),
		...(action && { action_id: action.id }),
		...(wardCode && { ward_code: wardCode }),
		objective_id: suggested ?? ''
	};
}

/** The log of a person that happened last. */
export async function lastLogOf(
	store: Store,
	userId: string
): Promise<Row<'engagement_logs'> | undefined> {
	const [last] = await store.records('engagement_logs').newest({
		by: '[created_by+occurred_on]',
		equals: userId,
		limit: 1
	});
	return last;
}
