/** How many people came to an event: what its evaluation says, or else what phones counted at the door (ADR 0014). */
import { MAX_PEOPLE, type Answers, type Tally } from '../engagement/tallies';
import type { Row } from '../registry';

type Count = Pick<Row<'event_counts'>, 'count'>;

/** The people whom all phones counted together, whichever group they were counted in. */
export function counted(counts: readonly Count[]): number {
	return counts.reduce((sum, { count }) => sum + count, 0);
}

/** How many came; null where nobody said and nobody counted. */
export function attendance(
	evaluation: Pick<Row<'event_evaluations'>, 'attended'> | undefined,
	counts: readonly Count[]
): number | null {
	return evaluation?.attended ?? (counts.length > 0 ? counted(counts) : null);
}

/** The same for the same answers, in whatever order they were given. */
export function groupKey(of: Answers): string {
	return JSON.stringify(Object.entries(of).sort());
}

/** A phone's count after a tap: never below nothing, nor more than the server takes. */
export function tapped(count: number, by: number): number {
	return Math.min(MAX_PEOPLE, Math.max(0, count + by));
}

/** The people counted by group, as tallies; those who were not asked are none. */
export function groupsOf(counts: readonly Pick<Row<'event_counts'>, 'of' | 'count'>[]): Tally[] {
	const groups = new Map<string, Tally>();
	for (const { of, count } of counts) {
		const key = groupKey(of as Answers);
		const known = groups.get(key)?.count ?? 0;
		if (count > 0 && key !== '[]') groups.set(key, { of: of as Answers, count: known + count });
	}
	return [...groups.values()];
}
