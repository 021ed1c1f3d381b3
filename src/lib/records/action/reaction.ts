/** Deadlines that are counted from each report. Apart from action-rules: the calendar of bank holidays comes with them. */
import { formatDate } from '$lib/time/dates';
import { addWorkingDays } from '$lib/time/working-days';
import type { Row } from '../registry';
import { withinWords } from './action-rules';

/** "Within 1 working day": what is reported today must be done by when. */
export function reactionInWords(
	{ due_working_days }: Pick<Row<'actions'>, 'due_working_days'>,
	today: string
): string | null {
	if (due_working_days === null) return null;
	const by = formatDate(addWorkingDays(today, due_working_days));
	return `${withinWords(due_working_days)}: what is reported today is due by ${by}`;
}
