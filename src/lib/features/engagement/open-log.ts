/** What the log form begins with: a draft, the log to correct, or a new log with what can be guessed. */
import { suggestPriority } from '$lib/records/engagement/engagement-rules';
import type { Row } from '$lib/records/registry';
import { today } from '$lib/time/dates';
import type { App } from '../app-context';
import { emptyLog, valuesOf, type LogValues } from './log-values';

export interface OpenedLog {
	values: LogValues;
	/** The log to correct as it was when the form was opened, today or whenever its draft was begun. */
	opened: Row<'engagement_logs'> | null;
}

/** Null where the log to correct is not on this device. */
export async function openLog(
	app: App,
	id: string,
	kind: 'new' | 'correction',
	actionId: string | null
): Promise<OpenedLog | null> {
	const { store } = app;
	const [draft, log] = await Promise.all([
		store.drafts.get<LogValues>(id),
		store.records('engagement_logs').get(id)
	]);
	if (kind === 'correction' && !log) return null;
	// A draft of an older build may lack a field that the form has now.
	if (draft)
		return {
			values: { ...emptyLog(today()), ...draft.values },
			opened: draft.opened as Row<'engagement_logs'> | null
		};
	if (log) return { values: valuesOf(log), opened: log };
	return { values: await newLog(app, actionId), opened: null };
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
	const priorities = objectives.filter(({ kind }) => kind === 'priority');
	const suggested = suggestPriority(priorities, today(), {
		...(action && { action }),
		...(lastLog && { lastLog })
	});
	return { ...emptyLog(today()), action_id: action?.id ?? '', objective_id: suggested ?? '' };
}
