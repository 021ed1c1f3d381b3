/** Issues in words: what is said of their deadlines, on every screen alike. */
import { labelOf } from '$lib/records/code-lists';
import { targetOf, type IssueKind, type IssueTargets } from '$lib/records/issue/issue-rules';
import { isLate, isOpen } from '$lib/records/issue/issue-standing';
import { wasInTime, type IssueRate } from '$lib/insight/issues';
import type { Row } from '$lib/records/registry';
import { addDays, dateOf, formatDate, formatTime, momentOf } from '$lib/time/dates';
import { workingDaysBetween } from '$lib/time/working-days';
import type { Tone } from '$lib/ui/Tag.svelte';
import { counted } from '../deadline-words';

type Issue = Row<'issues'>;

/** How an issue stands: "Due tomorrow", "3 working days left", "2 working days late", "Put right in time". */
export function timerOf(issue: Issue, today: string): { words: string; tone: Tone } {
	if (issue.status === 'cannot')
		return { words: labelOf('issue_status', 'cannot'), tone: 'neutral' };
	if (!isOpen(issue))
		return wasInTime(issue)
			? { words: 'Put right in time', tone: 'green' }
			: {
					words: `Put right ${lateInWords(issue.due_on, dateOf(new Date(issue.resolved_at ?? '')))}`,
					tone: 'amber'
				};
	if (isLate(issue, today))
		return { words: sentenceCase(lateInWords(issue.due_on, today)), tone: 'red' };
	if (issue.due_on === today) return { words: 'Due today', tone: 'amber' };
	if (issue.due_on === addDays(today, 1)) return { words: 'Due tomorrow', tone: 'amber' };
	const left = workingDaysBetween(today, issue.due_on);
	return { words: `${counted(left, 'working day')} left`, tone: 'neutral' };
}

/** "2 working days late"; "late" where none has gone by. */
function lateInWords(due: string, day: string): string {
	const days = workingDaysBetween(due, day);
	return days > 0 ? `${counted(days, 'working day')} late` : 'late';
}

/** The promise for a kind: "Offensive graffiti is dealt with within 1 working day." */
export function promiseInWords(kind: IssueKind, targets: IssueTargets): string {
	const days = targetOf(kind, targets);
	const what = labelOf('issue_kind', kind);
	return days === 0
		? `${what}: on the day of the report, whatever the hour.`
		: `${what}: within ${counted(days, 'working day')}.`;
}

/** The rule for reports when the office is closed. */
export function hoursInWords({ office_closes_at: closes }: IssueTargets): string {
	const time = formatTime(momentOf('2026-01-01', closes.slice(0, 5)));
	return `What is reported after ${time}, at a weekend or on a bank holiday counts as reported on the next working day.`;
}

/** "11 of 12 put right in time (92%)"; "None to go by yet". */
export function rateInWords({ decided, inTime, percent }: IssueRate): string {
	if (percent === null) return 'None to go by yet';
	return `${percent}% (${inTime} of ${decided})`;
}

/** Where an issue is, for lists: "Blackbird Leys"; "No particular ward". */
export function wardInWords(code: string | null, areas: readonly Row<'areas'>[]): string {
	return areas.find((area) => area.code === code)?.name ?? 'No particular ward';
}

/** "Due by the end of 24 November 2026." */
export function dueInWords(due: string): string {
	return `Due by the end of ${formatDate(due)}.`;
}

/** "51.72360, -1.20200": to about a metre. '' for no pin. */
export function pinInWords(latitude: number | null, longitude: number | null): string {
	return latitude === null || longitude === null
		? ''
		: `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
}

function sentenceCase(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
