/** How the form of an evaluation is read. Loaded when it is sent. */
import * as z from 'zod/mini';
import { textField, wholeNumberField } from '$lib/forms/field-schemas';
import { readEach } from '$lib/forms/read-each';
import { tallyProblem } from '$lib/records/engagement/tallies';
import { talliesSchema } from '$lib/records/engagement/tally-schema';
import type { EvaluationFields } from '$lib/records/event/event-evaluation';
import { EVALUATION_MAX } from '$lib/records/event/limits';
import type { EvaluationValues } from './evaluation-values';

const text = (name: string) => textField({ name, max: EVALUATION_MAX.text, optional: true });

/** Reads the form, or finds every field at fault in one go. */
export const evaluationSchema: z.ZodMiniType<EvaluationFields, EvaluationValues> = z.pipe(
	z.custom<EvaluationValues>(),
	z.transform((values, context) => {
		const { data, errors } = readEach(
			{
				event_id: z.uuid(),
				attended: wholeNumberField({
					name: 'the number of people',
					max: EVALUATION_MAX.attended,
					optional: true
				}),
				tallies: talliesSchema,
				heard: text('what people said'),
				worked: text('what worked'),
				change: text('what to change'),
				safety_messages: wholeNumberField({
					name: 'the number of safety messages',
					max: EVALUATION_MAX.safety_messages,
					optional: true
				})
			},
			values
		);
		const attended = typeof data.attended === 'number' ? data.attended : null;
		const tooMany = tallyProblem(values.tallies, attended);
		if (tooMany) errors.tallies ??= tooMany;
		for (const [field, message] of Object.entries(errors))
			context.issues.push({ code: 'custom', message, path: [field], input: values });
		return {
			...data,
			sentiment: (values.sentiment || null) as EvaluationFields['sentiment']
		};
	})
);
