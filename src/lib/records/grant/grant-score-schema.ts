/** What criteria and scores must look like. Apart from what they come to, which every list says. */
import * as z from 'zod/mini';
import { CRITERIA_MAX, type Criterion, type Score } from './grant-score';

const { lines, label, weight, points, reason } = CRITERIA_MAX;
const code = z.string().check(z.regex(/^[a-z0-9_]{1,50}$/));

/** The column `criteria` of a programme and of its rounds. */
export const criteriaSchema = z
	.array(
		z.object({
			code,
			label: z.string().check(z.minLength(1), z.maxLength(label)),
			weight: z.int().check(z.gte(1), z.lte(weight)),
			max: z.int().check(z.gte(1), z.lte(points))
		} satisfies Record<keyof Criterion, z.ZodMiniType>)
	)
	.check(z.maxLength(lines, `A programme has ${lines} criteria at most`));

/** The column `scores` of a grant. */
export const scoresSchema = z
	.array(
		z.object({
			criterion: code,
			score: z.int().check(z.gte(0), z.lte(points)),
			reason: z.string().check(z.minLength(1), z.maxLength(reason))
		} satisfies Record<keyof Score, z.ZodMiniType>)
	)
	.check(z.maxLength(lines));
