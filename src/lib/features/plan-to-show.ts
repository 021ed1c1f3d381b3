import type { Row } from '$lib/records/registry';

/** The plan that was chosen, or else the one in force. */
export function planToShow(
	plans: readonly Row<'plans'>[],
	chosen: string
): Row<'plans'> | undefined {
	return (
		plans.find(({ id }) => id === chosen) ??
		plans.find(({ status }) => status === 'current') ??
		plans[0]
	);
}
