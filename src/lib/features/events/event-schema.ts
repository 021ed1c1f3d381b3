/** How the form of an event becomes events. Loaded when it is sent. */
import * as z from 'zod/mini';
import {
	dateField,
	moneyField,
	textField,
	timeField,
	wholeNumberField
} from '$lib/forms/field-schemas';
import { readEach } from '$lib/forms/read-each';
import { Constants } from '$lib/records/database.types';
import { daysOfSeries, SERIES_MAX } from '$lib/records/event/event-times';
import { EVENT_MAX } from '$lib/records/event/limits';
import { programmesSchema } from '$lib/records/programmes';
import type { Row } from '$lib/records/registry';
import { addDays, daysBetween, momentOf, timestampOf } from '$lib/time/dates';
import { isSameMinute, type EventValues, type PlannedColumns } from './event-values';

/** The longest event, in days. */
const DAYS_MAX = 31;

const { Enums } = Constants.public;

const chosen = (message: string) => z.string().check(z.minLength(1, message));

const typedSchemas = ({ coverage, repeat }: EventValues) => ({
	title: textField({ name: 'the title', max: EVENT_MAX.title }),
	type: z.enum(Enums.event_type, 'Select what kind of event it is'),
	starts_on: dateField({ name: 'the day on which it begins' }),
	start_time: timeField({ name: 'the time at which it begins' }),
	end_time: timeField({ name: 'the time at which it ends' }),
	ends_on: dateField({ name: 'the day on which it ends', optional: true }),
	times:
		repeat === 'none'
			? z.pipe(
					z.string(),
					z.transform(() => 1)
				)
			: wholeNumberField({ name: 'how many events there are', min: 2, max: SERIES_MAX }),
	coverage: z.enum(Enums.coverage, 'Select where it is'),
	...(coverage === 'ward' && { ward_code: chosen('Select the ward') }),
	objective_id: chosen('Select the priority it serves'),
	about: textField({ name: 'what it is', max: EVENT_MAX.about, optional: true }),
	expected: wholeNumberField({
		name: 'the number of people expected',
		max: EVENT_MAX.expected,
		optional: true
	}),
	cost: moneyField({ name: 'the cost', optional: true }),
	programmes: programmesSchema
});

/**
 * Reads the form into the events that it plans, one or a series, or finds every field at fault in one go.
 * @param opened the event that it changes; null for new ones
 */
export function eventFormSchema(
	opened: Row<'community_events'> | null
): z.ZodMiniType<PlannedColumns[], EventValues> {
	return z.pipe(
		z.custom<EventValues>(),
		z.transform((values, context) => {
			const { data, errors } = readEach(typedSchemas(values), values);
			const lastsDays = data.ends_on ? daysBetween(data.starts_on, data.ends_on) : 0;
			if (!errors.starts_on && !errors.start_time && !errors.end_time && !errors.ends_on) {
				if (lastsDays < 0)
					errors.ends_on = 'The day on which it ends must not be before the day on which it begins';
				else if (lastsDays >= DAYS_MAX)
					errors.ends_on = `An event lasts ${DAYS_MAX} days at most. Plan a series instead`;
				else if (lastsDays === 0 && data.end_time <= data.start_time)
					errors.end_time = 'It must end after it begins';
			}
			for (const [field, message] of Object.entries(errors))
				context.issues.push({ code: 'custom', message, path: [field], input: values });
			if (Object.keys(errors).length > 0) return [];
			return daysOfSeries(data.starts_on, values.repeat, data.times ?? 1).map((day) => {
				const times = {
					starts_at: timestampOf(momentOf(day, data.start_time)),
					ends_at: timestampOf(momentOf(addDays(day, lastsDays), data.end_time))
				};
				return {
					title: data.title,
					type: data.type,
					about: data.about,
					objective_id: data.objective_id,
					action_id: values.action_id || null,
					grant_id: values.grant_id || null,
					coverage: data.coverage,
					ward_code: data.coverage === 'ward' ? values.ward_code : null,
					place_id: data.coverage === 'online' ? null : values.place_id || null,
					// The form knows minutes: the seconds of an import stay as they were.
					starts_at: keep(times.starts_at, opened?.starts_at),
					ends_at: keep(times.ends_at, opened?.ends_at),
					organisation_id: values.organisation_id || null,
					partner_ids: values.partner_ids,
					councillor_present: values.councillor_present,
					cost_pence: data.cost,
					expected: data.expected,
					audiences: values.audiences as PlannedColumns['audiences'],
					programmes: data.programmes
				};
			});
		})
	);
}

function keep(typed: string, before: string | undefined): string {
	return before && isSameMinute(typed, before) ? before : typed;
}
