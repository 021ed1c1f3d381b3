/** The form that scores an application: points and a reason for each criterion of its round, and what is recommended. */
import { moneyText } from '$lib/money';
import type { GrantFields } from '$lib/records/grant/grant';
import type { Criterion, Score } from '$lib/records/grant/grant-score';

/** `points_need`, `reason_need`, ... in the order of the page, then `recommended` and `recommendation`. Nothing is ''. */
export type ScoreValues = Record<string, string>;

type ScoredGrant = Pick<GrantFields, 'scores' | 'recommended_pence' | 'recommendation' | 'status'>;

/** The columns that scoring fills. */
export type Scoring = Pick<
	GrantFields,
	'scores' | 'score' | 'recommended_pence' | 'recommendation' | 'status'
>;

export const pointsField = (code: string) => `points_${code}`;
export const reasonField = (code: string) => `reason_${code}`;

/** The form's values for a grant, as far as it is scored. */
export function valuesOf(grant: ScoredGrant, criteria: readonly Criterion[]): ScoreValues {
	const scores = grant.scores as Score[];
	const lines = criteria.flatMap(({ code }) => {
		const given = scores.find(({ criterion }) => criterion === code);
		return [
			[pointsField(code), given ? String(given.score) : ''],
			[reasonField(code), given?.reason ?? '']
		];
	});
	return {
		...Object.fromEntries(lines as [string, string][]),
		recommended: moneyText(grant.recommended_pence),
		recommendation: grant.recommendation
	};
}

/** The scores that the form has so far, for what they come to. */
export function scoresSoFar(values: ScoreValues, criteria: readonly Criterion[]): Score[] {
	return criteria.flatMap(({ code, max }) => {
		const points = values[pointsField(code)] ?? '';
		return /^\d+$/.test(points) && Number(points) <= max
			? [{ criterion: code, score: Number(points), reason: values[reasonField(code)] ?? '' }]
			: [];
	});
}
