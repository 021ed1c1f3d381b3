/** How a report on a grant stands against the day it is due. */
import { workingDaysBetween } from '$lib/time/working-days';
import type { Row } from '../registry';

type Report = Pick<Row<'grant_reports'>, 'due_on' | 'received_on'>;

export type ReportState = 'received' | 'overdue' | 'due_soon' | 'later';

export interface ReportStanding {
	state: ReportState;
	/** Working days left until its last day, or gone since; 0 where that is today, or where it was received. */
	workingDays: number;
}

/**
 * A report is due by the end of its day. The council reminds of it so many working days before.
 * @param today `YYYY-MM-DD`
 * @param remindDays working days
 */
export function standingOf(
	{ due_on, received_on }: Report,
	today: string,
	remindDays: number
): ReportStanding {
	if (received_on !== null) return { state: 'received', workingDays: 0 };
	if (due_on < today) return { state: 'overdue', workingDays: workingDaysBetween(due_on, today) };
	const workingDays = workingDaysBetween(today, due_on);
	return { state: workingDays <= remindDays ? 'due_soon' : 'later', workingDays };
}
