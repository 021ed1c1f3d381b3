/** What waits for the person on home, beyond their own logs. */
import { isOpen } from '$lib/records/action/action-rules';
import { isDue, isLate, isWith } from '$lib/records/issue/issue-standing';
import { overdueAssessments } from '$lib/records/assessment/assessment-rules';
import type { Row } from '$lib/records/registry';
import { counted } from '../deadline-words';

export interface Waiting {
	title: string;
	href: string;
}

interface Around {
	actions: readonly Row<'actions'>[];
	assessments: readonly Row<'assessments'>[];
	issues: readonly Row<'issues'>[];
	plans: readonly Row<'plans'>[];
	userId: string;
	/** Managers and administrators: they decide. */
	decides: boolean;
	/** `YYYY-MM-DD` */
	today: string;
}

/** One line for each kind of thing that there is. */
export function waitingFor({
	actions,
	assessments,
	issues,
	plans,
	userId,
	decides,
	today
}: Around): Waiting[] {
	const running = new Set(plans.filter(({ status }) => status !== 'closed').map(({ id }) => id));
	const ours = actions.filter(({ plan_id }) => running.has(plan_id));
	const mine = ours.filter((action) => action.owner_id === userId && isOpen(action)).length;
	const proposed = ours.filter(({ status }) => status === 'proposed').length;
	const due = issues.filter((issue) => isDue(issue, today) && isWith(issue, userId)).length;
	const late = issues.filter((issue) => isLate(issue, today)).length;
	const overdue = overdueAssessments(assessments, today).length;
	return [
		...(due > 0
			? [{ title: `${counted(due, 'issue')} of yours due or late`, href: '/issues?view=mine' }]
			: []),
		...(mine > 0
			? [{ title: `${counted(mine, 'open action')} of yours`, href: '/actions?view=mine' }]
			: []),
		...(decides && proposed > 0
			? [{ title: `${counted(proposed, 'proposal')} to decide`, href: '/actions?view=proposals' }]
			: []),
		...(decides && late > 0
			? [{ title: `${counted(late, 'issue')} late`, href: '/issues?view=late' }]
			: []),
		...(decides && overdue > 0
			? [{ title: `${counted(overdue, 'assessment')} overdue`, href: '/assessments?overdue=yes' }]
			: [])
	];
}
