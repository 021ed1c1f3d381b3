/** How the form that scores becomes columns of a grant. Loaded when it is sent. */
import * as z from 'zod/mini';
import { moneyField, textField, wholeNumberField } from '$lib/forms/field-schemas';
import { readEach } from '$lib/forms/read-each';
import { CRITERIA_MAX, grantScore, type Criterion } from '$lib/records/grant/grant-score';
import { GRANT_MAX } from '$lib/records/grant/limits';
import { pointsField, reasonField, type ScoreValues, type Scoring } from './score-values';

/** Reads the form: every criterion needs points and a reason. */
export function scoreSchema(criteria: readonly Criterion[]): z.ZodMiniType<Scoring, ScoreValues> {
	const fields = Object.fromEntries([
		...criteria.flatMap(({ code, label, max }) => [
			[pointsField(code), wholeNumberField({ name: `points for “${label}”`, max })],
			[
				reasonField(code),
				textField({ name: `the reason for “${label}”`, max: CRITERIA_MAX.reason })
			]
		]),
		['recommended', moneyField({ name: 'the amount you recommend', optional: true })],
		['recommendation', textField({ name: 'why', max: GRANT_MAX.recommendation, optional: true })]
	]) as Record<string, z.ZodMiniType>;
	return z.pipe(
		z.custom<ScoreValues>(),
		z.transform((values, context) => {
			const { data, errors } = readEach(fields, values);
			for (const [field, message] of Object.entries(errors))
				context.issues.push({ code: 'custom', message, path: [field], input: values });
			const scores = criteria.map(({ code }) => ({
				criterion: code,
				score: data[pointsField(code)] as number,
				reason: data[reasonField(code)] as string
			}));
			return {
				scores,
				score: grantScore(criteria, scores),
				recommended_pence: data.recommended as number | null,
				recommendation: data.recommendation as string,
				status: 'scored' as const
			};
		})
	);
}
