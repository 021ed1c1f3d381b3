/** What a form over a record begins with. */
import type { FieldErrors } from '$lib/forms/error-list';
import type { RecordTable, Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import { refusalOf } from './refusal';

export interface OpenedRecord<T extends RecordTable, Values extends object> {
	/** The record's id; a new one has it from the first key that is typed. */
	id: string;
	/** Where what is typed is kept. */
	draftId: string;
	values: Values;
	/** The record as it was when the form was opened, today or whenever its draft was begun; null for a new one. */
	opened: Row<T> | null;
	/** Why the server refused the record, where it did. */
	refusal: FieldErrors;
	/** What was typed in the draft that its author said is no personal data. */
	notPersonal?: readonly string[] | undefined;
}

interface Opening<T extends RecordTable, Values extends object> {
	id: string;
	/** Another name for the draft, for the second form of a record type. */
	draftId?: string;
	/** The form's values for a record that is there. */
	valuesOf: (row: Row<T>) => Values;
	/** The form's values for a new record. Left out: the form only changes records that are there. */
	blank?: () => Values | Promise<Values>;
}

/** A draft, or else the record as it is, or else a new one. Null where there is none of them. */
export async function openRecord<T extends RecordTable, Values extends object>(
	store: Store,
	table: T,
	{ id, draftId = id, valuesOf, blank }: Opening<T, Values>
): Promise<OpenedRecord<T, Values> | null> {
	const [draft, row] = await Promise.all([
		store.drafts.get<Values>(draftId),
		store.records(table).get(id)
	]);
	const start = row ? valuesOf(row) : await blank?.();
	if (!start) return null;
	// A draft of an older build may lack a field that the form has now.
	const values = { ...start, ...draft?.values };
	return {
		id,
		draftId,
		values,
		opened: draft ? (draft.opened as Row<T> | null) : (row ?? null),
		refusal: await refusalOf(store, table, id, values),
		notPersonal: draft?.form?.notPersonal
	};
}
