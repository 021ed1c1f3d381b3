/** Statutory deadlines in words. */
import type { Deadline, Duty } from '$lib/records/plan/statutory-clock';
import { formatDate } from '$lib/time/dates';

const DUTIES: Record<Duty, string> = {
	information: 'Publish equality information',
	objectives: 'Publish equality objectives',
	review: 'Review the objectives'
};

/** "Publish equality information by 31 March 2027" */
export function dutyInWords({ duty, due }: Deadline): string {
	return `${DUTIES[duty]} by ${formatDate(due)}`;
}

/** "134 days left", "3 years and 4 months left", "Today is the last day", "12 days overdue" */
export function timeLeft({ days }: Deadline): string {
	if (days < 0) return `${counted(-days, 'day')} overdue`;
	if (days === 0) return 'Today is the last day';
	if (days < 2 * 365) return `${counted(days, 'day')} left`;
	const months = Math.floor(days / (365.25 / 12));
	const rest = months % 12;
	const years = counted(Math.floor(months / 12), 'year');
	return rest === 0 ? `${years} left` : `${years} and ${counted(rest, 'month')} left`;
}

/** "1 action", "7 actions" */
export function counted(count: number, noun: string): string {
	return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}
