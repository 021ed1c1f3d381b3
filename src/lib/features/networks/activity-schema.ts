/** How the form of a network's activity is read, with the issue that was raised there. */
import * as z from 'zod/mini';
import { firstErrors } from '$lib/forms/error-list';
import { dateField, textField, wholeNumberField } from '$lib/forms/field-schemas';
import { ACTIVITY_MAX, PEOPLE_MAX, POINT_MAX } from '$lib/records/network/limits';
import { networkActivity, type NetworkActivityFields } from '$lib/records/network/network-activity';
import { asked, type ActivityOutput, type ActivityValues } from './activity-values';

function typedSchema({ status }: ActivityValues, today: string) {
	const { kind, network_id, objective_id } = networkActivity.schema.shape;
	const people = (name: string, min = 0) =>
		wholeNumberField({ name, min, max: PEOPLE_MAX, optional: true });
	return z.object({
		network_id,
		kind,
		title: textField({ name: 'what it was called', max: ACTIVITY_MAX.title }),
		held_on: dateField({
			name: 'the date',
			...(status === 'held' && {
				notAfter: { date: today, words: 'today or in the past, unless it is planned' }
			})
		}),
		attendance: people('the number of people who came'),
		completions: people('the number of people who finished'),
		headcount: people('the number of people it is meant for', 1),
		issue: textField({ name: 'the issue', max: POINT_MAX.what, optional: true }),
		objective_id,
		note: textField({ name: 'the note', max: ACTIVITY_MAX.note, optional: true })
	});
}

/**
 * Reads the form's values, or finds every field at fault in one go.
 * @param today `YYYY-MM-DD`
 */
export function activitySchema(today: string): z.ZodMiniType<ActivityOutput, ActivityValues> {
	return z.pipe(
		z.custom<ActivityValues>(),
		z.transform((values, context) => {
			const is = asked(values);
			// What the page does not ask is not at fault either.
			const shown: ActivityValues = {
				...values,
				attendance: is.attendance ? values.attendance : '',
				completions: is.completions ? values.completions : '',
				headcount: is.headcount ? values.headcount : '',
				issue: is.issue ? values.issue : ''
			};
			const read = typedSchema(shown, today).safeParse(shown);
			const faults = firstErrors(read.error?.issues ?? []);
			const { completions, headcount } = read.data ?? {};
			if (completions && headcount && completions > headcount)
				faults.completions = 'More people finished than it is meant for';
			for (const [field, message] of Object.entries(faults))
				context.issues.push({ code: 'custom', message, path: [field], input: values });
			const { issue = '', ...typed } = read.data ?? {};
			return {
				activity: {
					...typed,
					status: values.status,
					place_id: values.place_id || null,
					action_id: values.action_id || null,
					partner_ids: [...values.partner_ids],
					programmes: [...values.programmes]
				} as NetworkActivityFields,
				issue,
				propose: values.propose
			};
		})
	);
}
