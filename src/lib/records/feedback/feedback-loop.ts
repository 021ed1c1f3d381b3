import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord, type FieldsOf } from '../define-record';

const { Enums } = Constants.public;

/** The longest texts that the server takes. */
export const FEEDBACK_MAX = { said: 2000, response: 2000, told_note: 1000 };

const text = (name: string, max: number) =>
	z
		.string()
		.check(z.maxLength(max, `${name} must be ${max.toLocaleString('en-GB')} characters or fewer`));

/** What people said, what came of it or why it cannot be, and whether they were told: it may be published. */
export const feedbackLoop = defineRecord({
	table: 'feedback_loops',
	schema: z.object({
		said: text('What people said', FEEDBACK_MAX.said).check(
			z.minLength(1, 'Enter what people said')
		),
		said_on: z.iso.date('Enter the date they said it'),
		/** The contact, and the issue, that it comes from; neither may be restricted. */
		log_id: z.nullable(z.uuid()),
		issue_id: z.nullable(z.uuid()),
		/** What of the plan it bears on. */
		objective_id: z.nullable(z.uuid()),
		action_id: z.nullable(z.uuid()),
		/** GSS code; null where it is about the whole council. */
		ward_code: z.nullable(z.string()),
		/** Null while nobody has answered. */
		outcome: z.nullable(z.enum(Enums.feedback_outcome)),
		/** What the council did, or why it cannot. */
		response: text('The answer', FEEDBACK_MAX.response),
		responded_on: z.nullable(z.iso.date()),
		/** Null while the people who said it have not been told. */
		told_on: z.nullable(z.iso.date()),
		told_how: z.array(z.enum(Enums.told_how)),
		told_note: text('The note', FEEDBACK_MAX.told_note)
	}),
	columns: {
		said: { label: 'You said' },
		said_on: { label: 'Said on', date: true },
		ward_code: { label: 'Ward', names: 'areas', by: 'code' },
		outcome: { label: 'What came of it', list: 'feedback_outcome' },
		response: { label: 'Answer' },
		responded_on: { label: 'Answered on', date: true },
		told_on: { label: 'Told on', date: true },
		told_how: { label: 'How they were told', list: 'told_how' },
		told_note: { label: 'Note' },
		objective_id: { label: 'Priority', names: 'objectives' },
		action_id: { label: 'Action', names: 'actions' },
		log_id: { label: 'Said in', names: 'engagement_logs' },
		issue_id: { label: 'About the issue', names: 'issues' }
	}
});

export type FeedbackFields = FieldsOf<'feedback_loops'>;
