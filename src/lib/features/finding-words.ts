/** What a comparison with the Census says of a group. */
import type { Found } from '$lib/insight/representativeness';

export function findingInWords({ under, interval: [low] }: Found): string {
	if (under) return 'Under-represented';
	return low > 0 ? 'Over-represented' : 'As it may be by chance';
}
