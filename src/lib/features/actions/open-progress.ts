import type { FieldErrors } from '$lib/forms/error-list';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import { refusalOf } from '../refusal';
import { progressOf, type ProgressValues } from './progress-values';

export interface OpenedProgress {
	values: ProgressValues;
	/** The action as it was when the form was opened, today or whenever its draft was begun. */
	opened: Row<'actions'>;
	/** Why the server refused a report, where it did. */
	refusal: FieldErrors;
}

/** What the form begins with: a draft, or the action as it is. Null where the action is not on this device. */
export async function openProgress(store: Store, id: string): Promise<OpenedProgress | null> {
	const [draft, action] = await Promise.all([
		store.drafts.get<ProgressValues>(id),
		store.records('actions').get(id)
	]);
	if (!action) return null;
	const values = { ...progressOf(action), ...draft?.values };
	const opened = (draft?.opened as Row<'actions'> | null) ?? action;
	return { values, opened, refusal: await refusalOf(store, 'actions', id, values) };
}
