/** What is said of networks in lists. */
import { labelOf } from '$lib/records/code-lists';
import type { Row } from '$lib/records/registry';
import { formatDate } from '$lib/time/dates';

type Network = Row<'networks'>;
type Activity = Row<'network_activities'>;

const KINDS: readonly Network['kind'][] = ['staff_network', 'forum', 'steering_group'];

/** Networks under the words for their kind, by name; those that have ended come last. */
export function byKind(networks: readonly Network[]): { title: string; networks: Network[] }[] {
	return KINDS.map((kind) => ({
		title: { staff_network: 'Staff networks', forum: 'Forums', steering_group: 'Steering group' }[
			kind
		],
		networks: networks
			.filter((network) => network.kind === kind)
			.toSorted(
				(a, b) =>
					Number(a.ended_on !== null) - Number(b.ended_on !== null) ||
					a.name.localeCompare(b.name, 'en-GB')
			)
	})).filter(({ networks }) => networks.length > 0);
}

/** The next activity that is planned, and the last one that was held; undefined where there is none. */
export function nextAndLast(
	activities: readonly Activity[],
	today: string
): { next: Activity | undefined; last: Activity | undefined } {
	const inOrder = activities.toSorted((a, b) => a.held_on.localeCompare(b.held_on));
	return {
		next: inOrder.find(({ status, held_on }) => status === 'planned' && held_on >= today),
		last: inOrder.findLast(({ status }) => status === 'held')
	};
}

/** "For disability. Next: Winter meeting, 9 December 2026" */
export function networkWords(
	network: Network,
	activities: readonly Activity[],
	today: string
): string {
	const { next, last } = nextAndLast(activities, today);
	const latest = next ?? last;
	return [
		network.characteristic && labelOf('equality_group', network.characteristic),
		network.ended_on && `Ended ${formatDate(network.ended_on)}`,
		latest && `${next ? 'Next' : 'Last'}: ${latest.title}, ${formatDate(latest.held_on)}`
	]
		.filter(Boolean)
		.join('. ');
}

/** "Meeting, 18 November 2026. 23 people" */
export function activityWords({
	kind,
	held_on,
	attendance,
	completions,
	headcount
}: Activity): string {
	const of = headcount === null ? '' : ` of ${headcount.toLocaleString('en-GB')}`;
	return [
		`${labelOf('network_activity_kind', kind)}, ${formatDate(held_on)}`,
		attendance !== null && people(attendance),
		completions !== null && `${completions.toLocaleString('en-GB')}${of} finished`
	]
		.filter(Boolean)
		.join('. ');
}

/** "1 person", "23 people" */
export function people(count: number): string {
	return `${count.toLocaleString('en-GB')} ${count === 1 ? 'person' : 'people'}`;
}
