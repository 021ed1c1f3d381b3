/** How the access checklist of an event is read. Loaded when it is sent. */
import * as z from 'zod/mini';
import { textField } from '$lib/forms/field-schemas';
import { readEach } from '$lib/forms/read-each';
import { unsettledAccess } from '$lib/records/event/access-checklist';
import type { EventFields } from '$lib/records/event/community-event';
import { EVENT_MAX } from '$lib/records/event/limits';
import { accessColumns, type AccessValues } from './access-values';

/** @param publishes whether the event is published with it, which asks for every answer, or for a reason */
export function accessSchema(
	publishes: boolean
): z.ZodMiniType<Partial<EventFields>, AccessValues> {
	return z.pipe(
		z.custom<AccessValues>(),
		z.transform((values, context) => {
			const columns = accessColumns(values);
			const { data, errors } = readEach(
				{
					access_note: textField({
						name: 'the note',
						max: EVENT_MAX.access_note,
						optional: true
					}),
					published_without_reason: textField({
						name: 'the reason',
						max: EVENT_MAX.published_without_reason,
						optional: true
					})
				},
				values
			);
			const unsettled = unsettledAccess(columns);
			if (publishes && unsettled.length > 0 && data.published_without_reason === '')
				errors.published_without_reason ??=
					'Settle every line of the checklist, or say why it is published without';
			for (const [field, message] of Object.entries(errors))
				context.issues.push({ code: 'custom', message, path: [field], input: values });
			return { ...columns, ...data, ...(publishes && { status: 'published' as const }) };
		})
	);
}
