/** The access checklist of an event: what is arranged, what it does not need, and what nobody has settled yet. */
import { Constants } from '../database.types';
import type { FieldsOf } from '../define-record';

export const ACCESS_ITEMS = Constants.public.Enums.access_item;

export type AccessItem = (typeof ACCESS_ITEMS)[number];

type Checklist = Pick<FieldsOf<'community_events'>, 'access_arranged' | 'access_not_needed'>;

/** What is neither arranged nor not needed, in the order of the list. While there is any, the database asks for a reason to publish. */
export function unsettledAccess({ access_arranged, access_not_needed }: Checklist): AccessItem[] {
	return ACCESS_ITEMS.filter(
		(item) => !access_arranged.includes(item) && !access_not_needed.includes(item)
	);
}
