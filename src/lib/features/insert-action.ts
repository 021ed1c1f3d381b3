/** How an action comes into the plan, or a proposal before it, whoever makes it and wherever it came up. */
import type { FieldsOf } from '$lib/records/define-record';
import type { Store } from '$lib/store/store';

/** The columns that whoever makes an action fills. */
export type ActionInput = Omit<
	FieldsOf<'actions'>,
	| 'status'
	| 'rag'
	| 'rag_reason'
	| 'progress_note'
	| 'decision'
	| 'carried_from'
	| 'position'
	| 'source_ref'
>;

/**
 * Saves a new action or proposal on this device, to be sent when there is a network. It comes last in its plan.
 * @param id its own from now on, so that saving twice makes one
 */
export async function insertAction(
	store: Store,
	councilId: string,
	id: string,
	input: ActionInput & Pick<FieldsOf<'actions'>, 'status'>
): Promise<void> {
	const others = await store.records('actions').where('plan_id', input.plan_id);
	const position = Math.max(0, ...others.map(({ position }) => position)) + 1;
	await store.write.insert(
		'actions',
		{
			council_id: councilId,
			rag: null,
			rag_reason: null,
			progress_note: null,
			decision: null,
			carried_from: null,
			source_ref: null,
			...input,
			position
		},
		id
	);
}
