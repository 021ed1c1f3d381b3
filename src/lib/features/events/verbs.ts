/** What people do with events. Officers, managers and administrators plan, publish, cancel and evaluate them. */
import type { EvaluationFields } from '$lib/records/event/event-evaluation';
import type { EventFields } from '$lib/records/event/community-event';
import type { EventStatus } from '$lib/records/event/event-moves';
import type { RunSheetLine } from '$lib/records/event/run-sheet-lines';
import type { Row } from '$lib/records/registry';
import type { Access } from '$lib/records/tenancy/access';
import type { Store } from '$lib/store/store';
import type { PlannedColumns } from './event-values';

type Event = Row<'community_events'>;

/** What nobody has said yet of an event that is planned. */
const PLANNED: Omit<EventFields, keyof PlannedColumns | 'series_id'> = {
	status: 'planned',
	access_arranged: [],
	access_not_needed: [],
	access_note: '',
	published_without_reason: '',
	run_sheet: [],
	cancelled_reason: '',
	sequence: 0
};

/** Plans one event, or a series of them in one go. The draft's id becomes that of the first, so that saving twice makes one. */
export async function planEvents(
	store: Store,
	councilId: string,
	draftId: string,
	planned: readonly PlannedColumns[]
): Promise<void> {
	const series_id = planned.length > 1 ? draftId : null;
	await store.write.together(async () => {
		for (const [place, columns] of planned.entries())
			await store.write.insert(
				'community_events',
				{ council_id: councilId, ...PLANNED, ...columns, series_id },
				place === 0 ? draftId : crypto.randomUUID()
			);
	});
}

/** What calendars show of an event. */
const SHOWN = [
	'title',
	'about',
	'starts_at',
	'ends_at',
	'coverage',
	'ward_code',
	'place_id'
] as const satisfies (keyof EventFields)[];

/**
 * Changes an event. A change that was refused goes out again. What calendars show of it counts up, as on the server, so that
 * a calendar file made before the server answers is newer than the last.
 * @param opened the event as the form found it: what others have changed since stays as they made it
 */
export async function changeEvent(
	store: Store,
	opened: Event,
	changes: Partial<EventFields>
): Promise<void> {
	const isShown =
		SHOWN.some((column) => column in changes && changes[column] !== opened[column]) ||
		(changes.status !== undefined &&
			(changes.status === 'cancelled') !== (opened.status === 'cancelled'));
	await store.write.update(
		'community_events',
		opened.id,
		{ ...changes, ...(isShown && { sequence: opened.sequence + 1 }) },
		opened
	);
}

/** Moves an event on or back, where nothing else is to be said. */
export async function moveEvent(store: Store, event: Event, status: EventStatus): Promise<void> {
	await changeEvent(store, event, { status, cancelled_reason: '' });
}

/** Keeps the run sheet. */
export async function saveRunSheet(
	store: Store,
	event: Event,
	run_sheet: readonly RunSheetLine[]
): Promise<void> {
	await store.write.update('community_events', event.id, { run_sheet: [...run_sheet] }, event);
}

/** Keeps how an event went, and that it is evaluated. @param opened null for the first time */
export async function saveEvaluation(
	store: Store,
	councilId: string,
	{ id, opened }: { id: string; opened: Row<'event_evaluations'> | null },
	evaluation: EvaluationFields
): Promise<void> {
	await store.write.together(async () => {
		if (opened) await store.write.update('event_evaluations', id, evaluation, opened);
		else
			await store.write.insert('event_evaluations', { council_id: councilId, ...evaluation }, id);
		const event = await store.records('community_events').get(evaluation.event_id);
		if (event && event.status !== 'evaluated' && event.status !== 'cancelled')
			await store.write.update('community_events', event.id, { status: 'evaluated' });
	});
}

/** Whether somebody may delete an event: a manager or administrator any, others while it is only planned. */
export function mayDelete(access: Access, { status }: Pick<Event, 'status'>): boolean {
	return access.seesCouncil || (access.mayLog && status === 'planned');
}

/** Deletes an event, with the forms over it that were begun. */
export async function deleteEvent(store: Store, id: string): Promise<void> {
	await store.write.remove('community_events', id);
	for (const draft of await store.drafts.list('community_events'))
		if (draft.id.startsWith(id)) await store.drafts.discard(draft.id);
}
