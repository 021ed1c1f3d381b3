/** What the three forms of feedback hold: what was said, what came of it, and how people were told. */
import * as z from 'zod/mini';
import { pastDateField, textField } from '$lib/forms/field-schemas';
import { Constants } from '$lib/records/database.types';
import { checkMyWard } from '$lib/records/engagement/engagement-rules';
import { FEEDBACK_MAX, type FeedbackFields } from '$lib/records/feedback/feedback-loop';
import type { Row } from '$lib/records/registry';
import type { Access } from '$lib/records/tenancy/access';
import { dateOf, today } from '$lib/time/dates';

const { Enums } = Constants.public;

/** In the order of the page: errors are listed so. */
export interface SaidValues {
	said: string;
	said_on: string;
	ward_code: string;
	objective_id: string;
	action_id: string;
	log_id: string;
	issue_id: string;
}

export type SaidColumns = Pick<FeedbackFields, keyof SaidValues>;

/** Longer notes are for the person to put into a sentence. */
const READY_MAX = 300;

/** New feedback, with what its log or its issue says already. */
export function emptySaid(
	day: string,
	{ log, issue }: { log?: Row<'engagement_logs'> | undefined; issue?: Row<'issues'> | undefined }
): SaidValues {
	const words = log?.heard ?? issue?.what ?? '';
	return {
		said: words.length <= READY_MAX ? words : '',
		said_on: log?.occurred_on ?? (issue ? dateOf(new Date(issue.reported_at)) : day),
		ward_code: log?.ward_code ?? issue?.ward_code ?? '',
		objective_id: log?.objective_id ?? '',
		action_id: log?.action_id ?? '',
		log_id: log?.id ?? issue?.log_id ?? '',
		issue_id: issue?.id ?? ''
	};
}

export function saidValuesOf(loop: FeedbackFields): SaidValues {
	return {
		said: loop.said,
		said_on: loop.said_on,
		ward_code: loop.ward_code ?? '',
		objective_id: loop.objective_id ?? '',
		action_id: loop.action_id ?? '',
		log_id: loop.log_id ?? '',
		issue_id: loop.issue_id ?? ''
	};
}

/**
 * Reads what was said.
 * @param opened the feedback that it changes: its ward may stay, though it is another locality's by now
 */
export function saidSchema(
	around: { areas: readonly Row<'areas'>[]; access: Access },
	opened: Row<'feedback_loops'> | null
): z.ZodMiniType<SaidColumns, SaidValues> {
	const isKept = (code: string) => code === '' || code === opened?.ward_code;
	const id = z.pipe(
		z.string(),
		z.transform((text) => text || null)
	);
	return z.object({
		said: textField({ name: 'what people said', max: FEEDBACK_MAX.said }),
		said_on: pastDateField({ name: 'the date they said it', today: today() }),
		ward_code: z.pipe(
			z.string().check(({ value, issues }) => {
				const message = isKept(value) ? undefined : checkMyWard(value, around);
				if (message) issues.push({ code: 'custom', message, input: value });
			}),
			z.transform((code) => code || null)
		),
		objective_id: id,
		action_id: id,
		log_id: id,
		issue_id: id
	});
}

/** In the order of the page. */
export interface AnswerValues {
	outcome: string;
	response: string;
	responded_on: string;
}

export type AnswerColumns = Pick<FeedbackFields, keyof AnswerValues>;

export function answerValuesOf({ outcome, response, responded_on }: FeedbackFields): AnswerValues {
	return { outcome: outcome ?? '', response, responded_on: responded_on ?? today() };
}

/** Reads what came of it. */
export function answerSchema(): z.ZodMiniType<AnswerColumns, AnswerValues> {
	return z.object({
		outcome: z.enum(Enums.feedback_outcome, 'Select what came of it'),
		response: textField({ name: 'the answer', max: FEEDBACK_MAX.response }),
		responded_on: pastDateField({ name: 'the date of the answer', today: today() })
	});
}

/** In the order of the page. */
export interface ToldValues {
	told_how: string[];
	told_on: string;
	told_note: string;
}

export type ToldColumns = Pick<FeedbackFields, keyof ToldValues>;

export function toldValuesOf({ told_on, told_how, told_note }: FeedbackFields): ToldValues {
	return { told_how: [...told_how], told_on: told_on ?? today(), told_note };
}

/** Reads how people were told. */
export function toldSchema(): z.ZodMiniType<ToldColumns, ToldValues> {
	return z.object({
		told_how: z.array(z.enum(Enums.told_how)).check(z.minLength(1, 'Select how they were told')),
		told_on: pastDateField({ name: 'the date they were told', today: today() }),
		told_note: textField({ name: 'the note', max: FEEDBACK_MAX.told_note, optional: true })
	});
}
