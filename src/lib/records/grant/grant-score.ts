/** How applications are scored: criteria with weights, points with a reason each, and what they come to of 10. */
/** What the server takes. */
export const CRITERIA_MAX = { lines: 20, label: 300, weight: 100, points: 100, reason: 2000 };

/** By what an application is scored. */
export type Criterion = {
	/** Made once, out of the first label; scores name it. */
	code: string;
	label: string;
	/** Against the other criteria. */
	weight: number;
	/** The most points that can be given. */
	max: number;
};

export type Score = {
	/** The criterion's code. */
	criterion: string;
	score: number;
	reason: string;
};

/**
 * What an application comes to, of 10 and to one decimal: the share of the points of each criterion, by its weight; halves
 * go up. The server reckons the same way, in the same order (private.grant_score).
 * @returns null until every criterion is scored
 */
export function grantScore(
	criteria: readonly Criterion[],
	scores: readonly Score[]
): number | null {
	let sum = 0;
	let weights = 0;
	for (const { code, weight, max } of criteria) {
		const given = scores.find(({ criterion }) => criterion === code);
		if (!given) return null;
		sum += (weight * given.score) / max;
		weights += weight;
	}
	return weights === 0 ? null : Math.floor((100 * sum) / weights + 0.5) / 10;
}

/** "8 of 10"; "Not scored" while it is not. */
export function scoreInWords(score: number | null): string {
	return score === null ? 'Not scored' : `${score.toLocaleString('en-GB')} of 10`;
}
