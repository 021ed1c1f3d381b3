/** The life of an event: which status follows which. The database keeps the same list (private.event_moves). */
import type { Row } from '../registry';

export type EventStatus = Row<'community_events'>['status'];

const MOVES: Readonly<Record<EventStatus, readonly EventStatus[]>> = {
	planned: ['published', 'delivered', 'cancelled'],
	published: ['planned', 'delivered', 'cancelled'],
	delivered: ['published', 'evaluated'],
	evaluated: ['delivered'],
	cancelled: ['planned']
};

/** Whether an event may go from one status straight to another. */
export function mayMove(from: EventStatus, to: EventStatus): boolean {
	return MOVES[from].includes(to);
}
