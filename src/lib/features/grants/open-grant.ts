/** What a form over a grant begins with: its draft or the grant, and the round that it is in. */
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import { openRecord, type OpenedRecord } from '../open-record';

export type GrantPart = 'score' | 'decide' | 'award';

export interface OpenedGrant<Values extends object> extends OpenedRecord<'grants', Values> {
	/** As it is now, which may be later than when the form was begun. */
	grant: Row<'grants'>;
	round: Row<'grant_rounds'>;
}

/**
 * Null where the grant or its round is not on this device.
 * @param part which of the forms: each keeps a draft of its own
 */
export async function openGrant<Values extends object>(
	store: Store,
	id: string,
	part: GrantPart,
	valuesOf: (grant: Row<'grants'>, round: Row<'grant_rounds'>) => Values
): Promise<OpenedGrant<Values> | null> {
	const grant = await store.records('grants').get(id);
	const round = grant && (await store.records('grant_rounds').get(grant.round_id));
	if (!grant || !round) return null;
	const found = await openRecord<'grants', Values>(store, 'grants', {
		id,
		draftId: `${id}/${part}`,
		valuesOf: (grant) => valuesOf(grant, round)
	});
	return found && { ...found, grant, round };
}

/** What the gate of every form says where the grant is not here. */
export const MISSING = {
	title: 'This grant is not on this device',
	words: 'It may have been deleted.'
};

/** What it says to those who do not handle grants. */
export const NOT_YOURS = {
	title: 'Not for you to change',
	words: 'Officers who handle grants, managers and administrators do. You can read them.'
};
