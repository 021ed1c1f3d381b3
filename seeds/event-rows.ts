/** The demonstration's events and how they went, as rows of the database. */
import type { TablesInsert } from '../src/lib/records/database.types';
import { ACCESS_ITEMS } from '../src/lib/records/event/access-checklist';
import { addDays, momentOf, timestampOf } from '../src/lib/time/dates';
import { holding, officersFor } from './demo/authors';
import { events, currentPlan, places } from './files';
import { seedId } from './ids';
import {
	actionId,
	COUNCIL_ID,
	objectiveId,
	organisationId,
	placeId,
	userOf,
	type UserIds
} from './rows';

type Event = (typeof events)[number];

const eventId = ({ title }: Event, days: number) => seedId('event', `${title}/${days}`);

const wardOf = (place: string | null) => places.find(({ name }) => name === place)?.ward ?? null;

/** Written by an officer of its ward, or by a manager where it has none. */
function stampOf(userIds: UserIds, { place }: Event, day: string) {
	const [author] = [...officersFor(wardOf(place)), ...holding('manager')];
	if (!author) throw new Error('The demonstration has no manager');
	return {
		council_id: COUNCIL_ID,
		created_by: userOf(userIds, author.email),
		created_at: timestampOf(momentOf(day, '16:30'))
	};
}

export function eventRows(userIds: UserIds, today: string): TablesInsert<'community_events'>[] {
	return events.flatMap((event) =>
		event.days.map((days) => {
			const day = addDays(today, -days);
			const isPast = days > 0;
			const [cancelled_reason = ''] = event.cancelled;
			const planned = addDays(day < today ? day : today, -30);
			return {
				id: eventId(event, days),
				...stampOf(userIds, event, planned),
				title: event.title,
				type: event.type,
				status: cancelled_reason
					? ('cancelled' as const)
					: isPast
						? event.attended !== null && days > 10
							? ('evaluated' as const)
							: ('delivered' as const)
						: event.unsettled.length > 0
							? ('planned' as const)
							: ('published' as const),
				about: event.about,
				objective_id: objectiveId(currentPlan, event.priority),
				action_id: event.action ? actionId(currentPlan, event.action) : null,
				coverage: event.place ? ('ward' as const) : ('online' as const),
				ward_code: wardOf(event.place),
				place_id: event.place ? placeId(event.place) : null,
				starts_at: timestampOf(momentOf(day, event.start)),
				ends_at: timestampOf(momentOf(day, event.end)),
				organisation_id: event.organisation ? organisationId(event.organisation) : null,
				partner_ids: event.partners.map(organisationId),
				councillor_present: event.councillor,
				cost_pence: event.cost_pence,
				expected: event.expected,
				access_arranged: ACCESS_ITEMS.filter(
					(item) => !event.unsettled.includes(item) && !event.not_needed.includes(item)
				),
				access_not_needed: event.not_needed.filter((item) => !event.unsettled.includes(item)),
				run_sheet: event.run_sheet.map((line) => ({ ...line, done: false })),
				audiences: event.audiences,
				series_id: event.days.length > 1 ? eventId(event, event.days[0] ?? 0) : null,
				cancelled_reason
			};
		})
	);
}

export function evaluationRows(
	userIds: UserIds,
	today: string
): TablesInsert<'event_evaluations'>[] {
	return events.flatMap((event, number) =>
		event.days
			.filter((days) => days > 10 && event.attended !== null)
			.map((days, time) => ({
				id: seedId('event evaluation', `${event.title}/${days}`),
				...stampOf(userIds, event, addDays(today, 1 - days)),
				event_id: eventId(event, days),
				// No two are the same.
				attended: Math.max(1, (event.attended ?? 0) + ((time * 5 + number) % 7) - 3),
				heard: event.heard,
				worked: event.worked,
				change: event.change,
				sentiment: event.sentiment,
				safety_messages: event.safety_messages
			}))
	);
}

/** What two phones counted at the doors of events that nobody has evaluated yet. */
export function countRows(userIds: UserIds, today: string): TablesInsert<'event_counts'>[] {
	return events.flatMap((event) =>
		event.days
			.filter((days) => days > 0 && days <= 10 && event.cancelled.length === 0)
			.flatMap((days) =>
				[28, 17].map((count, phone) => ({
					id: seedId('event count', `${event.title}/${days}/${phone}`),
					...stampOf(userIds, event, addDays(today, -days)),
					event_id: eventId(event, days),
					client: `demo-phone-${phone + 1}`,
					count
				}))
			)
	);
}
