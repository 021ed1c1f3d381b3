/** What the log form begins with: a draft, the log to correct, or a new log with what can be guessed. */
import { suggestPriority } from '$lib/records/engagement/engagement-rules';
import type { Row } from '$lib/records/registry';
import type { FieldErrors } from '$lib/forms/error-list';
import { today } from '$lib/time/dates';
import type { App } from '../app-context';
import { refusalOf } from '../refusal';
import { emptyLog, valuesOf, type LogValues } from './log-values';

export interface OpenedLog {
	values: LogValues;
	/** The log to correct as it was when the form was opened, today or whenever its draft was begun. */
	opened: Row<'engagement_logs'> | null;
	/** Why the server refused the log, where it did. */
	refusal: FieldErrors;
}

/** Null where the log to correct is not on this device. */
export async function openLog(
	app: App,
	id: string,
	kind: 'new' | 'correction',
	actionId: string | null
): Promise<OpenedLog | null> {
	const { store } = app;
	const [draft, log, refusal] = await Promise.all([
		store.drafts.get<LogValues>(id),
		store.records('engagement_logs').get(id),
		refusalOf(store, 'engagement_logs', id, emptyLog(today()))
	]);
	if (kind === 'correction' && !log) return null;
	// A draft of an older build may lack a field that the form has now.
	if (draft)
		return {
			values: { ...emptyLog(today()), ...draft.values },
			opened: draft.opened as Row<'engagement_logs'> | null,
			refusal
		};
	if (log) return { values: valuesOf(log), opened: log, refusal };
	return { values: await newLog(app, actionId), opened: null, refusal };
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
