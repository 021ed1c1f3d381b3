/** Words for what a plan adds up to. */
import { counted } from './deadline-words';
import type { Rating, Totals } from './plan-tree';

const RATINGS: readonly [Rating, string][] = [
	['red', 'red'],
	['amber', 'amber'],
	['green', 'green'],
	['unrated', 'not rated']
];

/** "7 actions: 1 red, 2 amber, 3 green, 1 not rated" */
export function actionsInWords({ actions, rag }: Totals): string {
	if (actions === 0) return 'No actions';
	const ratings = RATINGS.filter(([rating]) => rag[rating] > 0).map(
		([rating, word]) => `${rag[rating]} ${word}`
	);
	return `${counted(actions, 'action')}: ${ratings.join(', ')}`;
}
