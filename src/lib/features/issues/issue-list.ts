/** Which issues a list shows, in which order, and the address that says so. */
import { isLate, isOpen, isWith } from '$lib/records/issue/issue-standing';
import { periodPresets, type PeriodPreset } from '$lib/insight/periods';
import type { Row } from '$lib/records/registry';

type Issue = Row<'issues'>;

/** What the list may be narrowed to by one press. */
export const VIEWS = {
	open: 'Open',
	mine: 'Mine',
	late: 'Late',
	done: 'Finished'
} as const;
export type View = keyof typeof VIEWS;

/** What the list shows, as its address says it: `?view=late&kind=lighting`. Empty values are left out. */
export interface IssueFilter {
	view: View;
	kind: string;
	ward: string;
	/** What the rates are of. */
	period: PeriodPreset;
}

export const NO_FILTER: IssueFilter = {
	view: 'open',
	kind: '',
	ward: '',
	period: 'last_12_months'
};

/** Reads an address; what it does not know is left out. */
export function filterFrom(query: URLSearchParams): IssueFilter {
	const view = query.get('view') ?? '';
	const period = periodPresets.find(({ code }) => code === query.get('period'));
	return {
		view: Object.hasOwn(VIEWS, view) ? (view as View) : NO_FILTER.view,
		kind: query.get('kind') ?? '',
		ward: query.get('ward') ?? '',
		period: period?.code ?? NO_FILTER.period
	};
}

/** The address of the list with a filter. */
export function addressOf(filter: IssueFilter): string {
	const said = Object.entries(filter).filter(
		([key, value]) => value !== NO_FILTER[key as keyof IssueFilter]
	);
	return `/issues?${new URLSearchParams(said)}`;
}

interface Around {
	userId: string;
	/** `YYYY-MM-DD` */
	today: string;
}

/** Whether an issue belongs to one of the lists. */
export function isInView(view: View, issue: Issue, { userId, today }: Around): boolean {
	if (view === 'done') return !isOpen(issue);
	if (view === 'late') return isLate(issue, today);
	return isOpen(issue) && (view === 'open' || isWith(issue, userId));
}

/** The issues of a kind and a ward: what the list, its counts and its rates are of. */
export function matching(issues: readonly Issue[], { kind, ward }: IssueFilter): Issue[] {
	return issues.filter(
		(issue) => (kind === '' || issue.kind === kind) && (ward === '' || issue.ward_code === ward)
	);
}

/** What is due soonest comes first; of what is finished, the latest. */
export function inOrder(issues: readonly Issue[], view: View): Issue[] {
	return issues.toSorted((a, b) =>
		view === 'done'
			? (b.resolved_at ?? '').localeCompare(a.resolved_at ?? '')
			: a.due_on.localeCompare(b.due_on) || a.reported_at.localeCompare(b.reported_at)
	);
}
