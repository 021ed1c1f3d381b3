import { sentenceForRefusal } from '$lib/errors/sentences';
import type { FieldErrors } from '$lib/forms/error-list';
import type { RecordTable } from '$lib/records/registry';
import type { Store } from '$lib/store/store';

/**
 * Why the server refused a record, for the form that puts it right: the reason stands at the field at fault, or under ''
 * where the form has no such field. Empty where nothing was refused.
 * @param values the form's values by field; fields go by the names of the columns
 */
export async function refusalOf(
	store: Store,
	table: RecordTable,
	id: string,
	values: object
): Promise<FieldErrors> {
	const refused = (await store.outbox()).find(
		(entry) => entry.table === table && entry.id === id && entry.problem?.verdict === 'rejected'
	);
	if (!refused?.problem) return {};
	const { column } = refused.problem;
	const field = column !== undefined && column in values ? column : '';
	return { [field]: sentenceForRefusal(refused.problem) };
}
