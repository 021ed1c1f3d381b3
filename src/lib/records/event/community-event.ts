import * as z from 'zod/mini';
import { formatMoney, PENCE_MAX } from '$lib/money';
import { Constants } from '../database.types';
import { defineRecord, type FieldsOf } from '../define-record';
import { programmesSchema } from '../programmes';
import { EVENT_MAX } from './limits';
import { runSheetSchema } from './run-sheet';
import { runSheetInWords } from './run-sheet-lines';

const { Enums } = Constants.public;

const text = (max: number) => z.string().check(z.maxLength(max));
const moment = z.iso.datetime({ offset: true });

/** Something that brings people together: planned, published, delivered and evaluated, or cancelled. */
export const communityEvent = defineRecord({
	table: 'community_events',
	schema: z.object({
		title: text(EVENT_MAX.title).check(z.minLength(1)),
		type: z.enum(Enums.event_type),
		status: z.enum(Enums.event_status),
		/** What anybody may read of it: it goes into calendars. */
		about: text(EVENT_MAX.about),
		objective_id: z.uuid(),
		action_id: z.nullable(z.uuid()),
		/** The grant that pays for it, or that it is part of. */
		grant_id: z.nullable(z.uuid()),
		coverage: z.enum(Enums.coverage),
		ward_code: z.nullable(z.string()),
		place_id: z.nullable(z.uuid()),
		starts_at: moment,
		/** Up to 31 days later. */
		ends_at: moment,
		/** Who runs it; null for the council itself. */
		organisation_id: z.nullable(z.uuid()),
		partner_ids: z.array(z.uuid()),
		councillor_present: z.boolean(),
		/** What it costs the council. */
		cost_pence: z.nullable(z.int().check(z.gte(0), z.lte(PENCE_MAX))),
		/** How many people are expected. */
		expected: z.nullable(z.int().check(z.gte(0), z.lte(EVENT_MAX.expected))),
		access_arranged: z.array(z.enum(Enums.access_item)),
		access_not_needed: z.array(z.enum(Enums.access_item)),
		access_note: text(EVENT_MAX.access_note),
		/** Why it was published before the access checklist was settled. */
		published_without_reason: text(EVENT_MAX.published_without_reason),
		run_sheet: runSheetSchema,
		audiences: z.array(z.enum(Enums.community)),
		programmes: programmesSchema,
		/** The same for all events of a series. */
		series_id: z.nullable(z.uuid()),
		cancelled_reason: text(EVENT_MAX.cancelled_reason),
		/** How often what calendars show has changed (RFC 5545, 3.8.7.4). */
		sequence: z.int().check(z.gte(0), z.lte(1_000_000))
	}),
	columns: {
		title: { label: 'Title' },
		type: { label: 'Kind of event', list: 'event_type' },
		status: { label: 'Status', list: 'event_status' },
		starts_at: { label: 'Begins', moment: true },
		ends_at: { label: 'Ends', moment: true },
		coverage: { label: 'Where', list: 'coverage' },
		ward_code: { label: 'Ward', names: 'areas', by: 'code' },
		place_id: { label: 'Place', names: 'places' },
		about: { label: 'What it is' },
		objective_id: { label: 'Serves', names: 'objectives' },
		action_id: { label: 'Action', names: 'actions' },
		grant_id: { label: 'Grant', names: 'grants' },
		organisation_id: { label: 'Run by', names: 'organisations' },
		partner_ids: { label: 'Partners', names: 'organisations' },
		councillor_present: { label: 'A councillor is there' },
		cost_pence: { label: 'Cost to the council', says: formatMoney },
		expected: { label: 'People expected' },
		audiences: { label: 'For', list: 'community' },
		access_arranged: { label: 'Access that is arranged', list: 'access_item' },
		access_not_needed: { label: 'Access that is not needed', list: 'access_item' },
		access_note: { label: 'About access' },
		published_without_reason: { label: 'Why published without the access checklist' },
		run_sheet: { label: 'Run sheet', says: runSheetInWords },
		programmes: { label: 'Programmes' },
		cancelled_reason: { label: 'Why it is cancelled' }
	}
});

export type EventFields = FieldsOf<'community_events'>;
